"""The pages of the program: made when first opened, left only when nothing is unsaved."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.kit.section_stack import SectionStack


class PageStack(SectionStack):
    """`navigated(key)` after another page came up.

    A page may have `leave(then)` (asks about unsaved text) and `open_row(row_id)`.
    """

    navigated = Signal(str)

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.entries = {entry.key: entry for entry in entries}
        self.made: dict[str, QWidget] = {}
        self.here = ""

    def page(self, key: str) -> QWidget:
        """The page, made now if it was not there yet."""
        if key not in self.made:
            self.made[key] = self.entries[key].make()
            self.addWidget(self.made[key])
        return self.made[key]

    def navigate(self, key: str, row_id: object = None) -> None:
        """Open a page, at a row if given; an unknown key does nothing."""
        if key == self.here:
            self._open_row(row_id)
        elif key in self.entries:
            self.leave(lambda: self._go(key, row_id))

    def leave(self, then: Callable[[], object]) -> None:
        """Go on with `then` once the open page lets go."""
        page: Any = self.made.get(self.here)
        if page is not None and hasattr(page, "leave"):
            page.leave(then)
        else:
            then()

    def _go(self, key: str, row_id: object) -> None:
        try:
            page = self.page(key)
        except Exception as error:
            show_error(error, self.window())
            return
        self.here = key
        self.setCurrentWidget(page)
        page.setFocus()
        self._open_row(row_id)
        self.navigated.emit(key)

    def _open_row(self, row_id: object) -> None:
        page: Any = self.made.get(self.here)
        if row_id is not None and hasattr(page, "open_row"):
            page.open_row(row_id)
