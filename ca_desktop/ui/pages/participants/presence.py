"""The attendance of one participant in the last eight weeks: counts and a small grid."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import format_date, iso_week, week_start
from ca_desktop.domain.half_days import SHORT_WEEKDAYS, DayPart
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import chip, label
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

WEEKS = 8
WEEKEND = (5, 6)  # shown only when something was recorded then
Slots = dict[tuple[int, DayPart], AttendanceCode]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of one person: what was recorded per weekday and part of the day."""

    monday: date
    slots: Slots

    @property
    def id(self) -> date:
        return self.monday

    def letters(self, weekday: int) -> str:
        """'A Z': morning and afternoon, a dot where nothing was recorded."""
        found = [self.slots.get((weekday, part)) for part in DayPart]
        return " ".join(code.letter if code else "·" for code in found) if any(found) else ""

    def words(self, weekday: int) -> str:
        """'morning: Present, afternoon: Sick'."""
        return ", ".join(
            f"{part.text}: {code.text}"
            for part in DayPart
            if (code := self.slots.get((weekday, part)))
        )


def weeks_of(lines: list[Attendance], today: date) -> list[Week]:
    """The last eight weeks, the newest first."""
    monday = week_start(today)
    mondays = [monday - timedelta(weeks=back) for back in range(WEEKS)]
    slots: dict[date, Slots] = {day: {} for day in mondays}
    for line in lines:
        week = slots.get(week_start(line.on))
        if week is not None:
            week[(line.on.weekday(), line.part)] = line.code
    return [Week(monday=day, slots=slots[day]) for day in mondays]


def _columns() -> tuple[Column[Week], ...]:
    first = Column[Week](
        N_("Week"),
        text=lambda week: f"{iso_week(week.monday)[-3:]} · {format_date(week.monday)}",
        sort_key=lambda week: week.monday,
        stretch=True,
    )
    days = (
        Column[Week](
            SHORT_WEEKDAYS[weekday],
            text=lambda week, day=weekday: week.letters(day),  # type: ignore[misc] # bound here
            tooltip=lambda week, day=weekday: week.words(day),  # type: ignore[misc] # bound here
            width=56,
        )
        for weekday in range(7)
    )
    return (first, *days)


class PresenceSection(QWidget):
    """Read only: recording is done in the grid of the whole group."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._person: Participant | None = None
        self.model: RowsModel[Week] = RowsModel(_columns())
        self.model.sorted_by = (0, Qt.SortOrder.DescendingOrder)
        self.table = Table(self.model, _("Attendance in the last 8 weeks"))
        self._counts = QWidget()
        self._count_row = FlowLayout(self._counts)
        self.open = QPushButton(icon("calendar-check"), " " + _("Open the attendance grid"))
        self.open.clicked.connect(lambda: desk.navigate("attendance", self._id()))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("The last 8 weeks"), "heading"))
        column.addWidget(self._counts)
        column.addWidget(self.table, 1)
        records = may(session.actor.role, Action.RECORD_ATTENDANCE)
        codes = tuple(AttendanceCode) if records else (AttendanceCode.PRESENT,)
        letters = ", ".join(f"{code.letter} {code.text.lower()}" for code in codes)
        column.addWidget(label(letters, "help"))
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        desk.changes.on({"attendance"}, self, self.refresh)

    def show_record(self, record: Participant) -> None:
        """Show when this person was here."""
        self._person = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._person is None:
            return
        today = self._session.today()
        start = week_start(today) - timedelta(weeks=WEEKS - 1)
        try:
            lines = list(self._session.attendance.of(self._person.id, start, today))
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(weeks_of(lines, today))
        for weekday in WEEKEND:
            used = any(line.on.weekday() == weekday for line in lines)
            self.table.setColumnHidden(weekday + 1, not used)
        self._show_counts(Counter(line.code for line in lines))

    def _show_counts(self, counts: Counter[AttendanceCode]) -> None:
        while (item := self._count_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for code in AttendanceCode:
            if counts[code]:
                self._count_row.addWidget(chip(f"{code.text}: {counts[code]}"))
        if not counts:
            self._count_row.addWidget(label(_("Nothing was recorded."), "muted", wrap=False))

    def _id(self) -> object:
        return self._person.id if self._person else None
