"""The week grid as a Qt model: people down, half-days across, one letter in each cell."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, Attendance, AttendanceCode
from ca_desktop.domain.half_days import SHORT_WEEKDAYS, WEEKDAYS
from ca_desktop.i18n import _
from ca_desktop.services.attendance import WeekCell, WeekRow
from ca_desktop.ui.kit.table_model import Index

_NO_PARENT = QModelIndex()
WORKDAYS, WHOLE_WEEK = 10, 14
CELL = Qt.ItemDataRole.UserRole  # gives the delegate the WeekCell


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Of one half-day: who was present, how many are planned, how many are not recorded yet."""

    present: int
    planned: int
    open: int


class WeekModel(QAbstractTableModel):
    """Shows WeekRows; five days, or seven when something is planned or recorded in a weekend."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WeekRow] = []
        self._columns = WORKDAYS
        self._is_narrow = False

    def set_narrow(self, on: bool) -> None:
        """Say less in the headings when the columns have little room."""
        if on != self._is_narrow:
            self._is_narrow = on
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns - 1)

    def show(self, rows: Sequence[WeekRow]) -> None:
        """Show these rows; the same people keep the place of the cursor."""
        weekend = any(
            cell.is_planned or cell.recorded or cell.is_away
            for row in rows
            for cell in row.cells[WORKDAYS:]
        )
        columns = WHOLE_WEEK if weekend else WORKDAYS
        same = [row.id for row in rows] == [row.id for row in self.rows]
        dates = [row.cells[0].on for row in (*rows[:1], *self.rows[:1])]
        if same and columns == self._columns and len(set(dates)) <= 1:
            self.rows = list(rows)
            self._say_changed()
            return
        self.beginResetModel()
        self.rows, self._columns = list(rows), columns
        self.endResetModel()

    def put(self, indexes: Iterable[Index], code: AttendanceCode | None, minutes: int) -> None:
        """Show this in these cells at once, while it is being saved."""
        for index in indexes:
            row = self.rows[index.row()]
            cell = row.cells[index.column()]
            line = code and Attendance(
                participant_id=row.id, on=cell.on, part=cell.part, code=code, minutes=minutes
            )
            cells = list(row.cells)
            cells[index.column()] = replace(cell, recorded=line or None)
            self.rows[index.row()] = replace(row, cells=tuple(cells))
        self._say_changed()

    def cell(self, index: Index) -> WeekCell:
        """The half-day at this place."""
        return self.rows[index.row()].cells[index.column()]

    def open_cells(self, column: int) -> list[QModelIndex]:
        """The planned cells of one half-day in which nothing is recorded."""
        return [
            self.index(place, column)
            for place, row in enumerate(self.rows)
            if row.cells[column].is_planned and row.cells[column].recorded is None
        ]

    def count(self, column: int) -> Count:
        """The numbers under one column."""
        cells = [row.cells[column] for row in self.rows]
        here = [c for c in cells if c.recorded and c.recorded.code is AttendanceCode.PRESENT]
        return Count(
            present=len(here),
            planned=sum(cell.is_planned for cell in cells),
            open=sum(cell.is_planned and cell.recorded is None for cell in cells),
        )

    def row_of(self, participant_id: UUID) -> int:
        """In which row this person stands, or -1."""
        return next((n for n, row in enumerate(self.rows) if row.id == participant_id), -1)

    def spoken(self, index: Index) -> str:
        """'Piet de Boer, maandag ochtend, aanwezig': a cell in words."""
        cell = self.cell(index)
        name = self.rows[index.row()].name.full
        return f"{name}, {half_day_words(cell)}, {state_words(cell)}"

    # -- Qt's own questions ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(self.cell(index))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(index)
        if role == CELL:
            return self.cell(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not self.rows:
            return None
        if orientation is Qt.Orientation.Vertical:
            row = self.rows[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return row.name.sorted_form
            if role == Qt.ItemDataRole.ToolTipRole:
                return f"{row.name.full} ({row.number})"
            return None
        cell = self.rows[0].cells[section]
        if role == Qt.ItemDataRole.DisplayRole:
            day = _(SHORT_WEEKDAYS[cell.on.weekday()])
            if self._is_narrow:
                return f"{day} {cell.on.day}\n{cell.part.text[:3]}"
            return f"{day} {cell.on.day}\n{cell.part.text}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return half_day_words(cell)
        return None

    def _say_changed(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, self._columns - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def short_words(cell: WeekCell) -> str:
    """'ochtend van wo 25': a half-day of the week in sight."""
    day = f"{_(SHORT_WEEKDAYS[cell.on.weekday()])} {cell.on.day}"
    return _("{part} of {day}", part=cell.part.text, day=day)


def half_day_words(cell: WeekCell) -> str:
    """'maandag ochtend'."""
    return f"{_(WEEKDAYS[cell.on.weekday()])} {cell.part.text}"


def state_words(cell: WeekCell) -> str:
    """What is known about a half-day, in words."""
    if cell.recorded is not None:
        words = cell.recorded.code.text.lower()
        if _is_short(cell.recorded):
            return _("{state}, {minutes} minutes", state=words, minutes=cell.recorded.minutes)
        return words
    if cell.is_away:
        return _("not present")
    return _("planned, nothing recorded yet") if cell.is_planned else _("not planned")


def _shown(cell: WeekCell) -> str:
    if cell.is_away:
        return "–"
    if cell.recorded is None:
        return "·" if cell.is_planned else ""
    letter = cell.recorded.code.letter
    return f"{letter} {cell.recorded.minutes}" if _is_short(cell.recorded) else letter


def _is_short(line: Attendance) -> bool:
    return line.code is AttendanceCode.PRESENT and line.minutes != MINUTES_PER_HALF_DAY
