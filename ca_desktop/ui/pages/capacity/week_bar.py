"""Above the board: which week, the way to other weeks, and the button for 'Stel dat …'."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date, iso_week
from ca_desktop.i18n import _
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label


class WeekBar(QWidget):
    """`week_asked(-1 | 0 | 1)`, `what_if_asked`, and `now_asked` to let go of what was thought."""

    week_asked = Signal(int)
    what_if_asked = Signal()
    now_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.week = label("", "heading", wrap=False)
        self.previous = self._step("chevron-left", _("Previous week"), "Ctrl+Left", -1)
        self.this = QPushButton(_("This week"))
        self.this.clicked.connect(lambda: self.week_asked.emit(0))
        self.next = self._step("chevron-right", _("Next week"), "Ctrl+Right", 1)
        self.what_if = QPushButton(icon("lightbulb"), " " + _("What if …"))
        self.what_if.setToolTip("Ctrl+J")
        self.what_if.clicked.connect(lambda: self.what_if_asked.emit())
        self.now = QPushButton(icon("undo-2"), " " + _("Back to now"))
        self.now.clicked.connect(lambda: self.now_asked.emit())
        self.now.hide()
        holder = QWidget()
        row = FlowLayout(holder)
        for widget in (self.previous, self.this, self.next, self.what_if, self.now, self.week):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.addWidget(holder)

    def show_week(self, monday: date) -> None:
        """Say which week this is."""
        self.week.setText(
            _(
                "Week {number}: {start} to {end}",
                number=int(iso_week(monday)[-2:]),
                start=format_date(monday),
                end=format_date(monday + timedelta(days=6)),
            )
        )

    def _step(self, picture: str, words: str, keys: str, by: int) -> QPushButton:
        button = QPushButton(icon(picture), "")
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({keys})")
        button.clicked.connect(lambda: self.week_asked.emit(by))
        return button
