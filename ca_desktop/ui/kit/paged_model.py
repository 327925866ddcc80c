"""The model for very long lists: an array of ids per sort key, rows fetched 128 at a time."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, Qt

from ca_desktop.ui.kit.table_model import Column, Index, TableRows

T = TypeVar("T")
PAGE = 128
KEPT_PAGES = 64
_NO_PARENT = QModelIndex()


class PagedModel(TableRows[T]):
    """100 000 rows without holding them.

    `ids(sort_name)` gives all ids going up by a column's `sort_name` (cached until `forget()`),
    `fetch(ids)` gives the rows of a page in any order, `set_hits(ids | None)` narrows to what a
    search found.
    """

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        ids: Callable[[str], Sequence[Hashable]],
        fetch: Callable[[Sequence[Hashable]], Sequence[T]],
        id_of: Callable[[T], Hashable] = lambda row: row.id,  # type: ignore[attr-defined] # by habit
    ) -> None:
        super().__init__(columns)
        self._all, self._fetch, self._id_of = ids, fetch, id_of
        self._sorted: dict[str, Sequence[Hashable]] = {}
        self._pages: OrderedDict[int, list[T]] = OrderedDict()
        self._hits: Collection[Hashable] | None = None
        self._shown: Sequence[Hashable] = ()
        self._places: dict[Hashable, int] | None = None

    def forget(self) -> None:
        """Something was written: ask for ids and rows again."""
        self._sorted.clear()
        self._rebuild()

    def set_hits(self, hits: Collection[Hashable] | None) -> None:
        """Show only these ids; None shows all."""
        self._hits = hits if hits is None else frozenset(hits)
        self._rebuild()

    @property
    def total(self) -> int:
        """How many rows there are without a search."""
        return len(self._ids())

    def row_at(self, row: int) -> T:
        number, place = divmod(row, PAGE)
        return self._page(number)[place]

    def id_at(self, row: int) -> Hashable:
        return self._shown[row]

    def row_of(self, row_id: Hashable) -> int:
        if self._places is None:
            self._places = {one: place for place, one in enumerate(self._shown)}
        return self._places.get(row_id, -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt's own question."""
        return 0 if parent.isValid() else len(self._shown)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Only columns with a `sort_name` sort; nothing is read before the first look."""
        if column >= 0 and self.columns[column].sort_name:
            self.sorted_by = (column, order)
            if self._sorted:
                self._rebuild()

    def _ids(self) -> Sequence[Hashable]:
        name = self.columns[self.sorted_by[0]].sort_name
        if name not in self._sorted:
            self._sorted[name] = self._all(name)
        return self._sorted[name]

    def _rebuild(self) -> None:
        self.beginResetModel()
        ids = self._ids()
        if self._hits is not None:
            hits = self._hits
            ids = [one for one in ids if one in hits]
        down = self.sorted_by[1] is Qt.SortOrder.DescendingOrder
        self._shown = ids[::-1] if down else ids
        self._places = None
        self._pages.clear()
        self.endResetModel()

    def _page(self, number: int) -> list[T]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        ids = self._shown[number * PAGE : (number + 1) * PAGE]
        found = {self._id_of(row): row for row in self._fetch(ids)}
        self._pages[number] = [found[one] for one in ids]
        if len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        return self._pages[number]
