"""Columns and the model for lists up to a few thousand rows; it sorts by itself."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Column(Generic[T]):
    """One column: `Column[Line](N_("Name"), text=lambda x: x.name)`.

    `sort_key` defaults to the text, without case; `sort_name` is the key that a PagedModel asks
    its ids by. `icon(row)` gives an icon's name or '', `tooltip(row)` a text. `minor` columns go
    first when there is little room (those with `room` when the table is narrower than that),
    `stretch` columns take what is left. `strong(row)` is bold.
    A plain class: a frozen slots dataclass on Generic fails on 3.11 when written with a subscript.
    """

    def __init__(
        self,
        heading: str,
        *,
        text: Callable[[T], str],
        sort_key: Callable[[T], Any] | None = None,
        sort_name: str = "",
        icon: Callable[[T], str] | None = None,
        tooltip: Callable[[T], str] | None = None,
        strong: Callable[[T], bool] | None = None,
        right: bool = False,
        minor: bool = False,
        stretch: bool = False,
        width: int = 0,
        room: int = 0,
    ) -> None:
        self.heading, self.text = heading, text
        self.sort_key: Callable[[T], Any] = sort_key or (lambda row: text(row).casefold())
        self.sort_name, self.icon, self.tooltip = sort_name, icon, tooltip
        self.strong, self.right, self.minor = strong, right, minor
        self.stretch, self.width, self.room = stretch, width, room

    def order(self, row: T) -> tuple[bool, Any]:
        """What to sort this row by; nothing (None) comes last going up."""
        key = self.sort_key(row)
        return (key is None, key if key is not None else "")

    def data(self, row: T, role: int) -> Any:
        """What a cell of this column answers for one of Qt's roles."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tooltip(row) if self.tooltip else self.text(row)
        if role == Qt.ItemDataRole.DecorationRole and self.icon and (name := self.icon(row)):
            return icon(name, _TONES.get(name, "ink"))
        if role == Qt.ItemDataRole.TextAlignmentRole and self.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.FontRole and self.strong and self.strong(row):
            font = QFont()
            font.setBold(True)
            return font
        return None


_TONES = {"triangle-alert": "warning", "circle-alert": "danger", "circle-check": "good"}


class TableRows(QAbstractTableModel, Generic[T]):
    """What RowsModel and PagedModel share: columns, headings, and rows that can be asked for."""

    def __init__(self, columns: Sequence[Column[T]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.sorted_by = (0, Qt.SortOrder.AscendingOrder)

    def row_at(self, row: int) -> T:
        """The object in this row."""
        raise NotImplementedError

    def id_at(self, row: int) -> Hashable:
        """The id of the object in this row."""
        raise NotImplementedError

    def row_of(self, row_id: Hashable) -> int:
        """In which row this id stands, or -1."""
        raise NotImplementedError

    def shown_ids(self) -> list[Hashable]:
        """The ids of all rows that are shown, from top to bottom."""
        return [self.id_at(row) for row in range(self.rowCount())]

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt's own question."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt's own question."""
        return self.columns[index.column()].data(self.row_at(index.row()), role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Qt's own question."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _(self.columns[section].heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag
            right = self.columns[section].right
            return int((side.AlignRight if right else side.AlignLeft) | side.AlignVCenter)
        return None


class RowsModel(TableRows[T]):
    """All rows as frozen objects. `id_of(row)` defaults to `row.id`."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        id_of: Callable[[T], Hashable] = lambda row: row.id,  # type: ignore[attr-defined] # by habit
    ) -> None:
        super().__init__(columns)
        self._id_of = id_of
        self._rows: list[T] = []
        self._places: dict[Hashable, int] = {}

    @property
    def rows(self) -> Sequence[T]:
        """The rows in the order shown."""
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows, in the sort order in use; the same ids keep their persistent indexes."""
        column, order = self.sorted_by
        fresh = self._in_order(rows, column, order)
        if {self._id_of(row) for row in rows} == set(self._places):
            self._reorder(fresh)
        else:
            self.beginResetModel()
            self._put(fresh)
            self.endResetModel()

    def row_at(self, row: int) -> T:
        return self._rows[row]

    def id_at(self, row: int) -> Hashable:
        return self._id_of(self._rows[row])

    def row_of(self, row_id: Hashable) -> int:
        return self._places.get(row_id, -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt's own question."""
        return 0 if parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows here in Python: thousands in milliseconds, unlike a sort proxy."""
        if column < 0:
            return
        self.sorted_by = (column, order)
        self._reorder(self._in_order(self._rows, column, order))

    def _in_order(self, rows: Sequence[T], column: int, order: Qt.SortOrder) -> list[T]:
        down = order is Qt.SortOrder.DescendingOrder
        return sorted(rows, key=self.columns[column].order, reverse=down)

    def _put(self, rows: list[T]) -> None:
        self._rows = rows
        self._places = {self._id_of(row): place for place, row in enumerate(rows)}

    def _reorder(self, rows: list[T]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self.id_at(index.row()) for index in old]
        self._put(rows)
        new = [
            self.index(self._places[one], index.column())
            for one, index in zip(ids, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()
