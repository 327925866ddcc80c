"""Pages that belong together stand as tabs above each other's page; the rail shows the first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.flow import least_size
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.kit.section_tabs import SectionTabs


class PageTabs(QWidget):
    """Shows the tabs of the open page's group, and nothing where a page stands by itself."""

    def __init__(self, entries: Sequence[PageEntry], go: Callable[[str], object]) -> None:
        super().__init__()
        self._go = go
        self._here = ""
        self.groups: dict[str, tuple[SectionTabs, list[str]]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 0)
        for parent in dict.fromkeys(entry.beside for entry in entries if entry.beside):
            group = [entry for entry in entries if parent in (entry.key, entry.beside)]
            if len(group) > 1:
                column.addWidget(self._make(group))
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Qt's own: the rows that there are at this width, not all tabs under each other."""
        return least_size(self, super().minimumSizeHint())

    def show_page(self, key: str) -> None:
        """Mark this page among its neighbours."""
        self._here = key
        found = self.groups.get(key)
        for tabs, _keys in self.groups.values():  # first: two groups at once would grow the window
            tabs.setVisible(found is not None and tabs is found[0])
        self.setVisible(found is not None)
        self._mark()

    def _make(self, group: Sequence[PageEntry]) -> SectionTabs:
        tabs = SectionTabs()
        tabs.setAccessibleName(_("Pages that belong together"))
        keys = [entry.key for entry in group]
        for entry in group:
            tabs.addTab(_(entry.title))
            self.groups[entry.key] = (tabs, keys)
        tabs.currentChanged.connect(lambda at: self._press(keys[at]))
        return tabs

    def _press(self, key: str) -> None:
        """Go there; where a page does not let go, the tab stays where it was."""
        self._go(key)
        self._mark()

    def _mark(self) -> None:
        found = self.groups.get(self._here)
        if found is not None:
            tabs, keys = found
            tabs.blockSignals(True)
            tabs.setCurrentIndex(keys.index(self._here))
            tabs.blockSignals(False)
