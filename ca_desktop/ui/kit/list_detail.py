"""The page of a subject: a list on the left, what is chosen on the right.

A concrete page gives columns, topics, fetch, make_detail and save; see README.md beside this file.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.file_view import FileView
from ca_desktop.ui.kit.form_head import FormHead
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.kit.list_pane import ListPane
from ca_desktop.ui.kit.page_hooks import Detail, PageHooks
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.saved_filters import SavedFilters
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.kit.table_model import RowsModel, TableRows
from ca_desktop.ui.kit.two_panes import TwoPanes

Row = TypeVar("Row")


class ListDetailPage(PageHooks[Row]):
    """Owns search, filters, table, splitter, selection, errors, refresh and unsaved changes.

    Set your services on `self` first, then call `super().__init__(desk)`: it builds the page.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self.model: TableRows[Row] = self.make_model()
        self._shown_id: Hashable | None = None
        self._adding = False
        self._stale = True
        self.pane = ListPane(
            self.model,
            title=_(self.title),
            filters=self.filters(),
            actions=self.row_actions(),
            list_actions=self.list_actions(),
            add_text=_(self.add_text) if self.may_add() else "",
            empty_text=_(self.empty_text),
        )
        self.table = self.pane.table
        if self.key and desk.shelf is not None and self.pane.filters.values:
            saved = SavedFilters(self.pane.filters, desk.shelf, desk.saves, self.key)
            self.pane.keep_filters(saved)
        self._head: FormHead | None = None
        self.detail: Detail = self._prepared(self.make_detail())
        self._right = SectionStack()
        self._right.addWidget(EmptyState(_(self.choose_text), icon="arrow-left"))
        self._right.addWidget(cast(QWidget, self.detail))
        self._lay_out()
        self._connect()

    # -- what others call ----------------------------------------------------------------------

    def filter(self, key: str) -> Any:
        """What a chip stands on; None when it is off."""
        return self.pane.filters.values[key]

    def refresh(self) -> None:
        """Read again; selection, scroll position and unsaved text stay."""
        self._stale = False
        try:
            shown, total = self.load_rows(self.pane.search.text().strip())
        except Exception as error:
            show_error(error, self)
            return
        self.pane.show_count(shown, total)
        if self._shown_id is not None and not self.detail.is_dirty:
            self._reload()

    def load_rows(self, search: str) -> tuple[int, int]:
        """Put the rows in the model; gives how many are shown and how many there are."""
        rows = self.fetch(search)
        cast(RowsModel[Row], self.model).set_rows(rows)
        narrowed = bool(search) or self.pane.filters.active
        self._total = max(self._total, len(rows)) if narrowed else len(rows)
        return len(rows), self._total

    _total = 0

    def open_row(self, row_id: Hashable) -> None:
        """Show this row (from another page or the search), a `Spot` in its file, or start a
        "new" one; asks first when text is unsaved.
        """
        if row_id == "new":
            self.add()
        elif isinstance(row_id, Spot):
            spot = row_id
            self.leave(lambda: self._go_to_spot(spot))
        else:
            self.leave(lambda: self._go_to(row_id))

    def add(self) -> None:
        """Start a new record."""
        if self.may_add():
            self.leave(self._start_blank)

    def leave(self, then: Callable[[], object]) -> None:
        """Go on with `then` once nothing is unsaved: Save, Discard or Go back."""
        leave(self, self.detail, then)

    def showEvent(self, event: QShowEvent) -> None:
        """Reads only when somebody looks."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # -- inside --------------------------------------------------------------------------------

    def _prepared(self, detail: Any) -> Detail:
        if isinstance(detail, RecordForm):
            detail.saver = self.save
            detail.saves = self.desk.saves
            detail.saved.connect(self._on_saved)
        if isinstance(detail, RecordForm | FileView):
            self._head = FormHead(detail, lambda: self.leave(self._close_detail))
        return cast(Detail, detail)

    def _lay_out(self) -> None:
        self.panes = TwoPanes(self.pane, self._right, self.list_share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.pane.wanted.connect(self.refresh)
        self.pane.add_asked.connect(self.add)
        self.table.current_changed.connect(self._on_current)
        self.table.opened.connect(lambda _row: self._enter_detail())
        self.table.clicked.connect(lambda _place: self.panes.show_chosen())
        self.panes.went_back.connect(self.table.setFocus)
        for keys, then in (("Ctrl+F", self.pane.focus_search), ("Ctrl+Shift+N", self.add)):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(then)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            short = QShortcut(QKeySequence(keys), self.pane)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(lambda by=step: self._walk(by))
        self.desk.changes.on(self.topics, self, self._on_written)

    def _walk(self, by: int) -> None:
        """From the list to the next section of the file beside it; the list keeps the keyboard."""
        if self._right.currentIndex() == 1 and isinstance(self.detail, FileView):
            self.detail.walk(by)

    def _enter_detail(self) -> None:
        self.panes.show_chosen()
        cast(QWidget, self.detail).setFocus()

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_current(self, row: Row | None) -> None:
        # A list that makes way for the file moves the keyboard, and with it the current row.
        if row is None or self.id_of(row) == self._shown_id or not self.panes.is_list_shown:
            return
        wanted = self.id_of(row)
        if self.detail.is_dirty:
            self._select_quietly(self._shown_id)
            self.leave(lambda: self._go_to(wanted))
        else:
            self._show(row)

    def _select_quietly(self, row_id: Hashable | None) -> None:
        self.table.blockSignals(True)
        if row_id is None or not self.table.select_id(row_id):
            self.table.clear_selection()
        self.table.blockSignals(False)

    def _go_to(self, row_id: Hashable) -> None:
        if self._stale or self.model.row_of(row_id) < 0:
            self.refresh()
        if self.model.row_of(row_id) < 0:
            self.pane.clear_search()
        if self.table.select_id(row_id):
            if row_id != self._shown_id:
                self._show(self.model.row_at(self.model.row_of(row_id)))
            self.panes.show_chosen()

    def _go_to_spot(self, spot: Spot) -> None:
        self.open_row(spot.record_id)
        if self._shown_id is not None and isinstance(self.detail, FileView):
            self.detail.open_spot(spot.section, spot.child)

    def _show(self, row: Row) -> None:
        try:
            self.detail.show_record(self.load(row))
        except Exception as error:
            show_error(error, self)
            return
        self._shown_id, self._adding = self.id_of(row), False
        self._right.setCurrentIndex(1)
        self._name(self.name_of(row))

    def _reload(self) -> None:
        place = self.model.row_of(self._shown_id)
        if place >= 0:
            self._show(self.model.row_at(place))
        elif not self.pane.is_narrowed:
            self._shown_id = None
            self._right.setCurrentIndex(0)

    def _start_blank(self) -> None:
        self._select_quietly(None)
        self._shown_id, self._adding = None, True
        try:
            self.detail.show_record(self.blank())
        except Exception as error:
            show_error(error, self)
            return
        self._right.setCurrentIndex(1)
        self._name(_(self.new_title) if self.new_title else "")
        self._enter_detail()

    def _name(self, title: str) -> None:
        if self._head is not None:
            self._head.say(title, is_new=self._adding)

    def _close_detail(self) -> None:
        """Back from something new; not to the table beside it, which would show its first line."""
        self._shown_id, self._adding = None, False
        self._right.setCurrentIndex(0)
        self._name("")
        (self.panes.show_list if self.panes.is_narrow else self.pane.search.setFocus)()

    def _on_saved(self, result: Any) -> None:
        self._shown_id = getattr(result, "id", result)
        self._adding = False
        self._name("")
        self.refresh()
        if self._shown_id is not None:
            self._select_quietly(self._shown_id)
