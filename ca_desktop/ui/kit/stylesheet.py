"""The one stylesheet, written from the tokens and the zoom; sizes are in px at 100 %."""

import re
from string import Template

from ca_desktop.resources import resource
from ca_desktop.ui.kit.tokens import Tokens, as_mapping, contrast

_PX = re.compile(r"(\d+)px")

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, #page, #card-window { background: $paper; }
QToolTip { background: $raised; color: $ink; border: 1px solid $edge; padding: 4px 8px; }
QLabel[role="title"] { font-size: 18pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 13pt; font-weight: 600; }
QLabel[role="label"] { font-weight: 600; }
QLabel[role="help"], QLabel[role="muted"] { color: $muted; }
QLabel[role="required"] { color: $danger; font-weight: 600; }
QLabel[role="problem"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="good"] { color: $good; }
QLabel[role="code"] { font-family: monospace; font-size: 14pt; }
QFrame[role="rule"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[role="notice"] { background: $warning_soft; border: 1px solid $warning;
    border-radius: 6px; }
QFrame[role="fine"] { background: $accent_soft; border: 1px solid $good; border-radius: 6px; }
QFrame[role="alarm"] { background: $danger_soft; border: 1px solid $danger; border-radius: 6px; }
QLabel[role="chip"] { background: $raised; border: 1px solid $line; border-radius: 10px;
    padding: 1px 8px; }
QLabel[role="chip"][tone="warning"] { background: $warning_soft; border-color: $warning; }
QLabel[role="chip"][tone="danger"] { background: $danger_soft; border-color: $danger; }
QLabel[role="chip"][tone="good"] { background: $accent_soft; border-color: $good; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QListWidget {
    background: $surface; border: 1px solid $edge; border-radius: 4px;
    selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 30px; padding: 0 8px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; min-height: 0; padding: 0; }
QPlainTextEdit, QTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus,
QListWidget:focus { border: 2px solid $focus; }
QComboBox QLineEdit:focus { border: none; }
*[wrong="true"] { border: 2px solid $danger; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled, QLineEdit:read-only {
    color: $muted; background: $paper; border-color: $line; }
QComboBox { padding-right: 28px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; outline: 0;
    selection-background-color: $accent_soft; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; padding: 1px 3px;
    border: 2px solid transparent; border-radius: 4px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $focus; }
QCheckBox::indicator, QRadioButton::indicator, QListWidget::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; background: $surface; border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListWidget::indicator:checked {
    background: $accent; border-color: $accent; image: url($check); }
QRadioButton::indicator:checked { border: 5px solid $accent; width: 8px; height: 8px; }
QCheckBox::indicator:disabled { background: $paper; border-color: $line; }
QCheckBox::indicator:checked:disabled, QListWidget::indicator:checked:disabled {
    background: $muted; border-color: $muted; image: url($check); }

QPushButton { background: $surface; border: 1px solid $edge; border-radius: 6px;
    min-height: 30px; padding: 0 14px; }
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $focus; }
QPushButton:disabled { color: $muted; border-color: $line; background: $paper; }
QPushButton[role="primary"] { background: $accent; color: $accent_ink; border: 2px solid $accent;
    min-height: 40px; padding: 0 20px; font-weight: 600; }
QPushButton[role="primary"][idle="true"] { background: $accent_soft; color: $ink;
    border-color: $line; }
QPushButton[role="primary"]:hover { border-color: $ink; }
QPushButton[role="primary"]:focus { border: 3px solid $focus; }
QPushButton[role="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[role="danger"] { color: $danger; border-color: $danger; }
QPushButton[role="danger"]:disabled { color: $muted; border-color: $line; }
QPushButton[role="danger"]:hover { background: $danger_soft; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; color: $accent;
    text-decoration: underline; padding: 0 4px; text-align: left; }
QPushButton[role="link"]:focus { border-color: $focus; }
QPushButton[role="choice"] { text-align: left; padding: 1px 16px; min-height: 40px; }
QPushButton, QToolButton { icon-size: 16px; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 6px;
    padding: 4px 8px; min-height: 22px; }
QLineEdit QToolButton { padding: 0; margin: 0; min-height: 0; border: none; border-radius: 0; }
QToolButton:hover { background: $accent_soft; }
QToolButton:focus { border-color: $focus; }
QToolButton:checked { background: $accent_soft; color: $ink; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="chip"] { border: 1px solid $edge; border-radius: 13px; padding: 1px 12px;
    background: $surface; }
QToolButton[role="chip"][on="true"] { background: $accent; color: $accent_ink;
    border-color: $accent; }
QToolButton[role="chip"]:focus { border: 2px solid $focus; }

QTableView { background: $surface; alternate-background-color: $surface; border: 1px solid $line;
    border-radius: 6px; gridline-color: $line; outline: 0;
    selection-background-color: $accent_soft; selection-color: $ink; }
QTableView:focus { border: 2px solid $focus; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $ink; }
QTableView::item:selected:focus { border: 2px solid $focus; }
QHeaderView { background: $raised; border: none; }
QHeaderView::section { background: $raised; color: $muted; border: none; padding: 4px 11px;
    border-bottom: 1px solid $line; font-weight: 600; }
QTableCornerButton::section { background: $raised; border: none; }
QListWidget { outline: 0; show-decoration-selected: 1; }
QListWidget::item { padding: 4px 8px; min-height: 20px; border: none; }
QListWidget::item:selected { background: $accent_soft; color: $ink; }

QScrollArea, QScrollArea > QWidget > QWidget#form-body { background: transparent; border: none; }
QSplitter::handle { background: transparent; }
QToolButton[role="tab"] { color: $muted; padding: 3px 10px; border: none;
    border-bottom: 3px solid transparent; border-radius: 0; }
QToolButton[role="tab"]:checked { background: transparent; color: $ink;
    border-bottom: 3px solid $accent; }
QToolButton[role="tab"]:hover { background: $accent_soft; }
QToolButton[role="tab"][marked="true"] { background: $accent_soft;
    border-bottom: 3px solid $focus; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 12px; margin-right: 2px;
    border: none; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { background: $accent_soft; }
QTabBar::tab:focus { background: $accent_soft; border-bottom: 3px solid $focus; }
QTabBar QToolButton { background: $surface; border: 1px solid $edge; padding: 0; min-height: 0; }
QTabBar { background: transparent; border: none; }
QMenuBar { background: $raised; }
QMenuBar::item { padding: 4px 10px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $surface; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $line; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: 4px; margin: 2px; min-height: 28px;
    min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

#rail { background: $raised; border-right: 1px solid $line; }
#rail QToolButton { text-align: left; padding: 6px 10px; min-height: 26px; }
#rail QToolButton[narrow="true"] { padding: 3px 10px; min-height: 22px; }
#rail QToolButton:checked { background: $accent; color: $accent_ink; font-weight: 600; }
#top-bar { background: $raised; border-bottom: 1px solid $line; }
#demo-band { background: $warning_soft; color: $warning; font-weight: 600; padding: 2px 12px;
    border-bottom: 1px solid $warning; }
#search-popup { background: $surface; border: 1px solid $edge; border-radius: 6px; }
#progress-strip { background: $raised; border-top: 1px solid $line; }
""")


def stylesheet(tokens: Tokens, zoom: int) -> str:
    """The program's stylesheet at this zoom (percent); point sizes and pixels grow together."""
    on_white, on_black = contrast(tokens.accent, "#ffffff"), contrast(tokens.accent, "#000000")
    ink = "white" if on_white > on_black else "black"
    check = resource("icons", f"check-{ink}.svg").as_posix()
    sheet = _SHEET.substitute(as_mapping(tokens), check=check)
    sheet = re.sub(r"(\d+)pt", lambda m: f"{int(m[1]) * zoom / 100:.1f}pt", sheet)
    return _PX.sub(lambda m: f"{_scaled(int(m[1]), zoom)}px", sheet)


def _scaled(pixels: int, zoom: int) -> int:
    return pixels if pixels <= 1 else max(1, round(pixels * zoom / 100))
