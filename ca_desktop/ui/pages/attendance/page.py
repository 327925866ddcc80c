"""Attendance: the whole group of one week in one grid, saved key by key."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, AttendanceCode
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import ExportDialog
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.pages.attendance.grid import CountStrip, WeekGrid
from ca_desktop.ui.pages.attendance.model import WeekModel, short_words
from ca_desktop.ui.pages.attendance.panel import WeekPanel, week_keys

TOPICS = frozenset({"attendance", "placements", "participants"})


class AttendancePage(QWidget):
    """`open_row` takes a participant's id, or a date to go to its week."""

    title = N_("Attendance")

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self._session, self.desk = session, desk
        self._may = desk.is_allowed(Action.RECORD_ATTENDANCE)
        self.monday = week_start(session.today())
        self._stale = True
        self.model = WeekModel()
        self.grid = WeekGrid(self.model)
        self.counts = CountStrip(self.grid, self.model)
        self.panel = WeekPanel(self._roles, may_record=self._may)
        self._lay_out()
        self._connect()

    # -- what others call ----------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the week again; the cursor stays."""
        self._stale = False
        first = not self.grid.currentIndex().isValid()
        try:
            rows = self._session.attendance.week(self.monday, self.panel.filters.values["role"])
        except Exception as error:
            show_error(error, self)
            return
        here = self._place()
        self.model.show(rows)
        self.panel.show_week(self.monday)
        self._middle.setCurrentIndex(0 if rows else 1)
        if rows and not self.grid.currentIndex().isValid():
            self._put_cursor(*(self._start() if first else here))
        self._show_cell()

    def open_row(self, row_id: object) -> None:
        """Go to a person's row, or to the week of a date."""
        if isinstance(row_id, date):
            self.go_to_week(row_id)
            return
        if self._stale:
            self.refresh()
        wanted = UUID(row_id) if isinstance(row_id, str) else row_id
        place = self.model.row_of(wanted) if isinstance(wanted, UUID) else -1
        if place >= 0:
            self._put_cursor(place, max(0, self.grid.currentIndex().column()))

    def go_to_week(self, day: date) -> None:
        """Show the week of this day."""
        self.monday = week_start(day)
        self.refresh()

    def record(self, code: AttendanceCode | None, minutes: int | None = None) -> None:
        """Record one code in every selected cell; None wipes. Saved at once, all or nothing."""
        self._save(self._chosen(), code, minutes)

    def fill_column(self) -> None:
        """Present for everybody planned in the cursor's half-day of whom nothing is known yet."""
        column = self.grid.currentIndex().column()
        if column < 0:
            return
        cells = self.model.open_cells(column)
        self.panel.notice.say("")
        if self.model.rows[0].cells[column].on > self._session.today():
            self.panel.notice.say(_("This half-day is still to come."))
        elif cells:
            self._save(cells, AttendanceCode.PRESENT, None)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads only when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.counts)
        self._middle = QStackedWidget()
        self._middle.addWidget(left)
        self._middle.addWidget(
            EmptyState(
                _("Nobody is planned in this week."),
                _("Go to placements"),
                lambda: self.desk.navigate("placements", None),
                "calendar-check",
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._middle, 1)
        row.addWidget(self.panel)
        self.setFocusProxy(self.grid)

    def _connect(self) -> None:
        self.grid.current_moved.connect(self._show_cell)
        if self._may:
            self.grid.recorded.connect(self.record)
            self.grid.present_wanted.connect(self._present)
            self.grid.fill_wanted.connect(self.fill_column)
            self.grid.minutes_wanted.connect(self._edit_minutes)
        self.panel.week_asked.connect(self._step)
        self.panel.role_chosen.connect(self.refresh)
        self.panel.export.setVisible(self.desk.is_allowed(Action.EXPORT_LISTS))
        self.panel.export.clicked.connect(lambda: self._ask_export())
        self.panel.fill_asked.connect(self.fill_column)
        self.panel.code_asked.connect(self.record)
        self.panel.minutes_set.connect(self._set_minutes)
        self.panel.minutes.edit.returnPressed.connect(self.grid.setFocus)
        week_keys(self, self._step)
        self.desk.changes.on(TOPICS, self, self._on_written)

    def _ask_export(self) -> None:
        wish = ExportWish(
            kind=ExportKind.ATTENDANCE,
            keys=tuple(row.id for row in self.model.rows),
            words=self.panel.chosen_words(),
            day=self.monday,
            role_id=self.panel.filters.values["role"],
        )
        ExportDialog(self.window(), self._session, self.desk, wish).open()

    def _save(
        self, indexes: Sequence[QModelIndex], code: AttendanceCode | None, minutes: int | None
    ) -> None:
        wanted: list[tuple[UUID, date, DayPart, AttendanceCode | None, int | None]] = []
        for index in indexes:
            cell = self.model.cell(index)
            wanted.append((self.model.rows[index.row()].id, cell.on, cell.part, code, minutes))
        if not wanted:
            return
        whole = MINUTES_PER_HALF_DAY if code is AttendanceCode.PRESENT else 0
        self.model.put(indexes, code, whole if minutes is None else minutes)
        self._show_cell()
        self.desk.saves.run(
            lambda: self._session.attendance.record_all(wanted),
            then=lambda _kept: None,
            failed=self._on_failed,
            owner=self,
        )

    def _on_failed(self, error: Exception) -> None:
        self.refresh()
        show_error(error, self)

    def _present(self) -> None:
        """Space or Enter: only where somebody is planned and nothing is known yet."""
        cells = [self.model.cell(index) for index in self._chosen()]
        self.panel.notice.say("")
        if any(not cell.is_planned for cell in cells):
            self.panel.notice.say(_("Nobody is planned here. Type A to record it all the same."))
            return
        self._save(
            [index for index in self._chosen() if self.model.cell(index).recorded is None],
            AttendanceCode.PRESENT,
            None,
        )

    def _edit_minutes(self) -> None:
        if self.panel.minutes.edit.isEnabled():
            self.panel.minutes.take_focus()
            self.panel.minutes.edit.selectAll()

    def _set_minutes(self, minutes: int) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            line = self.model.cell(index).recorded
            if line and line.code is AttendanceCode.PRESENT and line.minutes != minutes:
                self._save([index], AttendanceCode.PRESENT, minutes)

    def _show_cell(self) -> None:
        index = self.grid.currentIndex()
        if not index.isValid():
            self.panel.show_cell("", None)
            return
        self.panel.say_half_day(short_words(self.model.cell(index)))
        line = self.model.cell(index).recorded
        present = line is not None and line.code is AttendanceCode.PRESENT
        self.panel.show_cell(self.model.spoken(index), line.minutes if line and present else None)

    def _step(self, by: int) -> None:
        here = self.monday if by else self._session.today()
        self.go_to_week(here + timedelta(weeks=by))

    def _start(self) -> tuple[int, int]:
        """The first person, today in the morning."""
        days = (self._session.today() - self.monday).days
        return 0, min(days * 2, self.model.columnCount() - 2) if 0 <= days < 7 else 0

    def _place(self) -> tuple[int, int]:
        index = self.grid.currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, 0)

    def _put_cursor(self, row: int, column: int) -> None:
        row = min(max(row, 0), self.model.rowCount() - 1)
        column = min(max(column, 0), self.model.columnCount() - 1)
        self.grid.setCurrentIndex(self.model.index(row, column))

    def _chosen(self) -> list[QModelIndex]:
        chosen = self.grid.selectionModel().selectedIndexes()
        here = self.grid.currentIndex()
        return chosen or ([here] if here.isValid() else [])

    def _roles(self) -> Sequence[tuple[Any, str]]:
        return [(line.id, line.name) for line in self._session.roles.lines(active_only=True)]

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
