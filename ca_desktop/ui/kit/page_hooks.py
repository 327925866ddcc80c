"""What a concrete list page gives: titles, columns, and how to fetch, show and save."""

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar, cast

from PySide6.QtWidgets import QWidget

from ca_desktop.i18n import N_
from ca_desktop.ui.kit.filters import Filter
from ca_desktop.ui.kit.leaving import Holder
from ca_desktop.ui.kit.list_menu import ListAction
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column, RowsModel, TableRows

Row = TypeVar("Row")


class Detail(Holder, Protocol):
    """What stands on the right: a RecordForm, a FileView, or a widget with these five."""

    def show_record(self, record: Any, /) -> None: ...


class PageHooks(QWidget, Generic[Row]):
    """What ListDetailPage asks of a concrete page."""

    key: ClassVar[str] = ""  # under which filters are saved; '' means: none are
    title: ClassVar[str] = ""  # N_()
    topics: ClassVar[frozenset[str]] = frozenset()
    columns: ClassVar[Sequence[Column[Any]]] = ()
    add_text: ClassVar[str] = ""  # N_("Add participant"); '' means: nobody adds here
    new_title: ClassVar[str] = ""  # N_("New partner"): over the form of something new
    empty_text: ClassVar[str] = N_("There is nothing here yet.")
    choose_text: ClassVar[str] = N_("Choose a line in the list.")
    list_share: ClassVar[int] = 45  # percent of the width

    def fetch(self, search: str) -> Sequence[Row]:
        """The rows for this search ('' for all); read `self.filter(key)` for the chips."""
        raise NotImplementedError

    def make_detail(self) -> Any:
        """The editor (RecordForm), file (FileView) or another Detail; made once."""
        raise NotImplementedError

    def load(self, row: Row) -> Any:
        """What the detail shows for a row; the row itself unless said otherwise."""
        return row

    def save(self, record: Any) -> Any:
        """Save a record through the service; return it (or its id). Errors are shown."""
        raise NotImplementedError

    def blank(self) -> Any:
        """A new record to fill in."""
        raise NotImplementedError

    def may_add(self) -> bool:
        """Whether this account may add here; without, there is no button and no key."""
        return bool(self.add_text)

    def id_of(self, row: Row) -> Hashable:
        """The id of a row."""
        return cast(Hashable, cast(Any, row).id)

    def name_of(self, row: Row) -> str:
        """What stands over the form of this row; '' where a file has a header of its own."""
        return ""

    def filters(self) -> Sequence[Filter]:
        """The chips above the list."""
        return ()

    def row_actions(self) -> Sequence[RowAction]:
        """What can be done with the selected rows."""
        return ()

    def list_actions(self) -> Sequence[ListAction]:
        """What can be done with the list as a whole: the menu above it."""
        return ()

    def make_model(self) -> TableRows[Row]:
        """The model; PagedListPage gives another one."""
        return RowsModel(self.columns, self.id_of)
