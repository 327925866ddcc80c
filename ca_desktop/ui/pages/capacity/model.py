"""The board as a Qt model: supervisors down, half-days across, sums at the end of both."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from ca_desktop.domain.capacity import GuidanceTerms, Load, LoadState
from ca_desktop.domain.capacity_board import Change
from ca_desktop.domain.half_days import SHORT_WEEKDAYS, HalfDay
from ca_desktop.i18n import _
from ca_desktop.services.capacity_week import NamedBoard
from ca_desktop.ui.kit.table_model import Index
from ca_desktop.ui.pages.capacity.words import hours, load_words, name_of, slot_words, whole

_NO_PARENT = QModelIndex()
CELL = Qt.ItemDataRole.UserRole  # gives the delegate the Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place on the board. `slot` is None in the column of the week; the last row `is_sum`."""

    supervisor_id: UUID | None
    slot: HalfDay | None
    load: Load
    is_sum: bool = False
    is_away: bool = False
    is_changed: bool = False

    @property
    def has_people(self) -> bool:
        """Whether one can ask who is behind it: a half-day of one row."""
        return self.slot is not None and not self.is_sum


class BoardModel(QAbstractTableModel):
    """Shows a NamedBoard; cells that a 'what if' changes are marked."""

    def __init__(self) -> None:
        super().__init__()
        self._named: NamedBoard | None = None
        self._slots: tuple[HalfDay, ...] = ()
        self._changed: frozenset[tuple[UUID | None, HalfDay]] = frozenset()
        self._cells: list[list[Cell]] = []

    def show(self, named: NamedBoard, changes: tuple[Change, ...] = ()) -> None:
        """Show this board; the cells of these changes are marked."""
        self.beginResetModel()
        self._named = named
        self._slots = named.board.slots
        self._changed = frozenset((one.supervisor_id, one.slot) for one in changes)
        self._cells = [*map(self._row, range(len(named.board.rows))), self._sums()]
        self.endResetModel()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody on the board."""
        return self._named is None or not self._named.board.rows

    @property
    def terms(self) -> GuidanceTerms:
        """What the board was counted with. RuntimeError when nothing is shown."""
        if self._named is None:
            raise RuntimeError("no board is shown")
        return self._named.board.terms

    def cell(self, index: Index) -> Cell:
        """The cell at this place."""
        return self._cells[index.row()][index.column()]

    def state(self, cell: Cell) -> LoadState | None:
        """How full it is, or None where there is nothing to say."""
        return None if cell.load.is_empty else cell.load.state(self.terms)

    def row_of(self, supervisor_id: UUID) -> int:
        """In which row this supervisor stands, or -1."""
        rows = self._named.board.rows if self._named else ()
        return next((n for n, row in enumerate(rows) if row.supervisor_id == supervisor_id), -1)

    def spoken(self, index: Index) -> str:
        """'Jan Bos, maandag ochtend: 115 van 126 minuten nodig (91 %): krap'."""
        cell = self.cell(index)
        when = slot_words(cell.slot) if cell.slot else _("the whole week")
        words = load_words(cell.load, self.terms)
        if cell.is_away:
            words = _("absent") if cell.load.is_empty else _("absent; {load}", load=words)
        return _("{who}, {when}: {load}", who=self._who(index.row()), when=when, load=words)

    # -- Qt's own questions ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._slots else len(self._slots) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(self.cell(index))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.spoken(index)
        if role == CELL:
            return self.cell(index)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return self._who(section)
        if section >= len(self._slots):
            return _("Week")
        slot = self._slots[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return slot_words(slot)
        return f"{_(SHORT_WEEKDAYS[slot.weekday])}\n{slot.part.text}"

    # -- inside ---------------------------------------------------------------------------------

    def _who(self, row: int) -> str:
        if self._named is None or row >= len(self._named.board.rows):
            return _("Together")
        return name_of(self._named.board.rows[row].supervisor_id, self._named.names)

    def _row(self, number: int) -> list[Cell]:
        assert self._named is not None
        row = self._named.board.rows[number]
        cells = [
            Cell(
                supervisor_id=row.supervisor_id,
                slot=slot,
                load=row.cell(slot),
                is_away=slot in row.away,
                is_changed=(row.supervisor_id, slot) in self._changed,
            )
            for slot in self._slots
        ]
        return [*cells, Cell(supervisor_id=row.supervisor_id, slot=None, load=row.total)]

    def _sums(self) -> list[Cell]:
        assert self._named is not None
        board = self._named.board
        loads = [*((slot, board.column(slot)) for slot in self._slots), (None, board.total)]
        return [Cell(supervisor_id=None, slot=slot, load=load, is_sum=True) for slot, load in loads]


def cell_text(cell: Cell) -> str:
    """'115/126' in minutes; '20/24 uur' for a week."""
    if cell.load.is_empty:
        return _("absent") if cell.is_away else "–"
    if cell.slot is None:
        return _("{need}/{supply} h", need=hours(cell.load.need), supply=hours(cell.load.supply))
    return f"{whole(cell.load.need)}/{whole(cell.load.supply)}"
