"""Small labels with a meaning: headings, help texts, problems with icon and word, chips, rules."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from ca_desktop.ui.kit.icons import pixmap
from ca_desktop.ui.kit.theme import theme

Tone = Literal["", "good", "warning", "danger"]
_TONE_ICONS = {
    "": "",
    "good": "circle-check",
    "warning": "triangle-alert",
    "danger": "circle-alert",
}


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A plain-text label. Roles: title, heading, label, help, muted, problem, warning, good."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    if wrap:
        result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return result


def rule() -> QFrame:
    """A hairline."""
    result = QFrame()
    result.setProperty("role", "rule")
    return result


def chip(text: str, tone: Tone = "") -> QWidget:
    """A small rounded fact; a tone adds an icon, so that colour is never alone."""
    result = label(text, "chip", wrap=False)
    result.setProperty("tone", tone)
    if not tone:
        return result
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(Picture(_TONE_ICONS[tone], tone))
    row.addWidget(result)
    return holder


class Picture(QLabel):
    """An icon as a label; it follows the theme. Say the word beside it in another label."""

    def __init__(self, name: str = "", colour: str = "ink", size: int = 16) -> None:
        super().__init__()
        self._look = (name, colour, size)
        self._draw()
        theme().changed.connect(self._draw)

    def show_icon(self, name: str, colour: str = "ink", size: int = 16) -> None:
        """Show another icon; '' shows none."""
        self._look = (name, colour, size)
        self._draw()

    def _draw(self) -> None:
        name, colour, size = self._look
        self.setPixmap(pixmap(name, colour, size) if name else QPixmap())


class Notice(QFrame):
    """A message in the page with icon and word, where a dialog would be too loud."""

    def __init__(self, text: str = "", tone: Tone = "warning") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        self._picture = Picture()
        self._text = label("")
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.say(text, tone)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, text: str, tone: Tone = "warning") -> None:
        """Show this message; an empty text hides the notice."""
        self._text.setText(text)
        self.setProperty("role", {"danger": "alarm", "good": "fine"}.get(tone, "notice"))
        restyle(self)
        self._picture.show_icon(_TONE_ICONS[tone] or "info", tone or "ink", 18)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


def restyle(widget: QWidget) -> None:
    """Let the stylesheet look again at a widget whose property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
