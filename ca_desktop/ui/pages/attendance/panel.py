"""Beside the grid: which week, which role, the cell under the cursor, and what the letters mean."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields import NumberField
from ca_desktop.ui.kit.filters import Filter, FilterRow
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label, rule
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.attendance.grid import background

WIDTH = 236


class WeekPanel(QScrollArea):
    """`week_asked(-1 | 0 | 1)`, `role_chosen`, `fill_asked`, `code_asked(code)`, `minutes_set`."""

    week_asked = Signal(int)
    role_chosen = Signal()
    fill_asked = Signal()
    code_asked = Signal(object)
    minutes_set = Signal(int)

    def __init__(
        self, roles: Callable[[], Sequence[tuple[object, str]]], *, may_record: bool
    ) -> None:
        super().__init__()
        body = QWidget()
        body.setObjectName("form-body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(6)
        self._build_week()
        self.filters = FilterRow((Filter(key="role", text=N_("Role"), options=roles),))
        self.filters.changed.connect(self.role_chosen)
        self._column.addWidget(self.filters)
        self.notice = Notice("")
        self._column.addWidget(self.notice)
        self._build_cell(may_record)
        self._build_legend(may_record)
        self.export = QPushButton(_("Save as file …"))
        self.export.setToolTip(_("Save as Excel or CSV …"))
        self._column.addWidget(self.export)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._fit)
        self._fit()

    def show_week(self, monday: date) -> None:
        """Say which week this is."""
        self.week.setText(_("Week {number}", number=int(iso_week(monday)[-2:])))
        sunday = monday + timedelta(days=6)
        self.days.setText(_("{start} to {end}", start=format_date(monday), end=format_date(sunday)))

    def chosen_words(self) -> str:
        """Which week, and what the chip leaves of it."""
        return "; ".join(part for part in (self.days.text(), self.filters.words) if part)

    def show_cell(self, words: str, minutes: int | None) -> None:
        """Say which cell this is; `minutes` is None where nobody was present."""
        self.cell.setText(words)
        self.minutes.value = minutes
        self.minutes.edit.setEnabled(minutes is not None)

    def say_half_day(self, words: str) -> None:
        """Say under the button for which half-day it is."""
        self.half_day.setText(words)

    def _build_week(self) -> None:
        self._column.addWidget(label(_("Attendance"), "title", wrap=False))
        self.week = label("", "heading", wrap=False)
        self.days = label("", "muted")
        row = QHBoxLayout()
        row.setSpacing(4)
        self.previous = self._step("chevron-left", _("Previous week"), "Ctrl+Left", -1)
        self.this = QPushButton(_("This week"))
        self.this.clicked.connect(lambda: self.week_asked.emit(0))
        self.next = self._step("chevron-right", _("Next week"), "Ctrl+Right", 1)
        row.addWidget(self.previous)
        row.addWidget(self.this, 1)
        row.addWidget(self.next)
        self._column.addWidget(self.week)
        self._column.addWidget(self.days)
        self._column.addLayout(row)

    def _step(self, picture: str, words: str, keys: str, by: int) -> QPushButton:
        button = QPushButton(icon(picture), "")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.clicked.connect(lambda: self.week_asked.emit(by))
        return button

    def _build_cell(self, may_record: bool) -> None:
        self.fill = QPushButton(_("All planned present"))
        self.fill.setToolTip(_("For the half-day of the cursor (Ctrl+Enter)"))
        self.fill.setProperty("role", "primary")
        self.fill.clicked.connect(lambda: self.fill_asked.emit())
        self.cell = label("")
        self.minutes = NumberField(_("Minutes (F2)"), most=360)
        self.minutes.edit.editingFinished.connect(self._on_minutes)
        self.half_day = label("", "help")
        self.half_day.setVisible(may_record)
        self._column.addWidget(self.fill)
        self._column.addWidget(self.half_day)
        self._column.addWidget(rule())
        self._column.addWidget(self.cell)
        self._column.addWidget(self.minutes)
        self.fill.setVisible(may_record)
        self.minutes.setVisible(may_record)

    def _on_minutes(self) -> None:
        minutes = self.minutes.value
        if self.minutes.edit.isEnabled() and minutes is not None:
            self.minutes_set.emit(int(minutes))

    def _build_legend(self, may_record: bool) -> None:
        self.codes: dict[AttendanceCode, QPushButton] = {}
        for code in AttendanceCode if may_record else (AttendanceCode.PRESENT,):
            button = QPushButton(f"{code.letter}   {code.text}")
            button.setAccessibleName(_("{letter}: {code}", letter=code.letter, code=code.text))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setEnabled(may_record)
            button.clicked.connect(lambda _on=False, chosen=code: self.code_asked.emit(chosen))
            self.codes[code] = button
            self._column.addWidget(button)
        words = _("· planned, nothing recorded yet. Grey: not planned. Delete wipes.")
        if not may_record:
            words = _("– not present. · planned, nothing recorded yet. Grey: not planned.")
        self._column.addWidget(label(words, "help"))

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
        for code, button in self.codes.items():
            button.setStyleSheet(
                f"background: {background(code)}; text-align: left; min-height: {theme().px(20)}px;"
                f" padding: 0 {theme().px(8)}px; border-radius: 3px; color: {theme().tokens.ink};"
            )


def week_keys(page: QWidget, go: Callable[[int], object]) -> None:
    """Ctrl with the arrows goes through the weeks, from anywhere on the page."""
    for keys, by in (("Ctrl+Left", -1), ("Ctrl+Right", 1)):
        short = QShortcut(QKeySequence(keys), page)
        short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        short.activated.connect(lambda step=by: go(step))
