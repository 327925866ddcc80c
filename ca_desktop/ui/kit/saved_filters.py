"""Filters that somebody keeps under a name: choose, keep, rename and remove, on any list page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from ca_desktop.domain.saved_filters import SavedFilter
from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.button_words import as_typed
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import TextField
from ca_desktop.ui.kit.filters import FilterRow
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.saving import Saves


class FilterShelf(Protocol):
    """Who keeps the filters of the account at work."""

    def all(self, page: str, /) -> Sequence[SavedFilter]: ...

    def keep(self, page: str, name: str, values: Mapping[str, str], /) -> SavedFilter: ...

    def rename(self, filter_id: UUID, name: str, /) -> SavedFilter: ...

    def remove(self, filter_id: UUID, /) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    name: str = ""


class _NameForm(RecordForm[_Name]):
    def __init__(self) -> None:
        super().__init__()
        self.add("name", TextField(_("Name of the filter"), required=True))


class SavedFilters(QToolButton):
    """The chip in front of the filters. `said(text)` after a choice: what is gone, or ''."""

    said = Signal(str)

    def __init__(self, row: FilterRow, shelf: FilterShelf, saves: Saves, page: str) -> None:
        super().__init__()
        self._row, self._shelf, self._saves, self._page = row, shelf, saves, page
        self.dialog: RecordDialog | None = None
        self.setProperty("role", "chip")
        self.setIcon(icon("filter"))
        self.setText(_("Saved ▾"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(_("Saved filters"))
        self.setToolTip(_("Saved filters"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._offer)
        self.setMenu(menu)

    def choose(self, saved: SavedFilter) -> None:
        """Set the filters as they were kept; say which of them is not there any more."""
        gone = self._row.put({one.key: one.value for one in saved.values})
        words = ""
        if gone:
            words = _(
                "What “{filter}” chose under {fields} is not there any more. The list is not "
                "filtered on that.",
                filter=saved.name,
                fields=", ".join(gone),
            )
        self.said.emit(words)

    def ask_keep(self) -> None:
        """Ask for a name, and keep what the filters stand on."""
        values = self._row.as_texts()
        self._ask_name(_("Save filter"), "", lambda n: self._shelf.keep(self._page, n, values))

    def ask_rename(self, saved: SavedFilter) -> None:
        """Ask for another name."""
        self._ask_name(
            _("Rename filter"), saved.name, lambda name: self._shelf.rename(saved.id, name)
        )

    def ask_remove(self, saved: SavedFilter) -> None:
        """Remove a filter; nothing of the list itself is touched."""
        ask(
            self.window(),
            _("Remove this filter?"),
            _(
                "“{name}” is removed from your saved filters. The list stays as it is.",
                name=saved.name,
            ),
            Answer(text=_("Remove"), then=lambda: self._remove(saved), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _remove(self, saved: SavedFilter) -> None:
        self._saves.run(
            lambda: self._shelf.remove(saved.id),
            then=lambda _done: None,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _ask_name(self, title: str, name: str, keep: Callable[[str], object]) -> None:
        self.dialog = RecordDialog.edit(
            self.window(),
            title,
            _NameForm(),
            _Name(name=name),
            lambda record: keep(record.name),
            self._saves,
        )

    def _offer(self) -> None:
        menu = self.menu()
        menu.clear()
        kept = self._shelf.all(self._page)
        for saved in kept:
            self._add(menu, saved.name, partial(self.choose, saved))
        if not kept:
            nothing = QAction(_("You have not saved a filter yet"), menu)
            nothing.setEnabled(False)
            menu.addAction(nothing)
        menu.addSeparator()
        keep = self._add(menu, _("Save filter …"), self.ask_keep)
        keep.setEnabled(self._row.active)
        for text, do in ((N_("Rename"), self.ask_rename), (N_("Remove"), self.ask_remove)):
            under = menu.addMenu(_(text))
            under.setEnabled(bool(kept))
            for saved in kept:
                self._add(under, f"{saved.name} …", partial(do, saved))

    def _add(self, menu: QMenu, text: str, do: Callable[[], Any]) -> QAction:
        action = QAction(as_typed(text), menu)
        action.triggered.connect(lambda: do())
        menu.addAction(action)
        return action
