"""ListDetailPage for very long lists: ids per sort key, search hits as a set, rows by the page."""

from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar, cast

from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.paged_model import PagedModel
from ca_desktop.ui.kit.table_model import TableRows

Row = TypeVar("Row")


class PagedListPage(ListDetailPage[Row]):
    """Give `fetch_ids`, `fetch_rows` and `find_hits`, not `fetch`; columns need a `sort_name`."""

    def fetch_ids(self, sort_name: str) -> Sequence[Hashable]:
        """All ids, going up by this column."""
        raise NotImplementedError

    def fetch_rows(self, ids: Sequence[Hashable]) -> Sequence[Row]:
        """The rows of these ids, in any order."""
        raise NotImplementedError

    def find_hits(self, search: str) -> Collection[Hashable] | None:
        """The ids that fit search and chips; None for all."""
        raise NotImplementedError

    def make_model(self) -> TableRows[Row]:
        return PagedModel(self.columns, ids=self.fetch_ids, fetch=self.fetch_rows, id_of=self.id_of)

    def load_rows(self, search: str) -> tuple[int, int]:
        model = cast(PagedModel[Row], self.model)
        if self.sender() is not self.pane:
            model.forget()
        model.set_hits(self.find_hits(search))
        return model.rowCount(), model.total
