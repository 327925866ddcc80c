"""The left half of a list page: title, search, chips, count, table, what to do when it is empty."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.i18n import _
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.filters import Filter, FilterRow
from ca_desktop.ui.kit.flow import least_size
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.list_menu import ListAction, ListMenu
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.saved_filters import SavedFilters
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import TableRows


class ListPane(QWidget):
    """`wanted` means: read again for what is searched and chosen now."""

    wanted = Signal()
    add_asked = Signal()

    def __init__(
        self,
        model: TableRows[Any],
        *,
        title: str,
        filters: Sequence[Filter] = (),
        actions: Sequence[RowAction] = (),
        list_actions: Sequence[ListAction] = (),
        add_text: str = "",
        empty_text: str = "",
    ) -> None:
        super().__init__()
        self.table = Table(model, title)
        self.table.set_actions(actions)
        self.search = _search_box(title)
        self.filters = FilterRow(filters)
        self.notice = Notice()
        self.menu = ListMenu(list_actions, title)
        self.count = label("", "muted", wrap=False)
        self.add_button = QPushButton(icon("plus"), add_text and f" {add_text}")
        self.add_button.setToolTip("Ctrl+Shift+N")
        self.add_button.setVisible(bool(add_text))
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(EmptyState(empty_text, add_text, self.add_asked.emit, "plus"))
        self._middle.addWidget(
            EmptyState(_("Nothing found."), _("Show everything"), self.clear_search, "search")
        )
        self._lay_out(title)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(lambda _text: self.wanted.emit())
        self.filters.changed.connect(lambda: self.notice.say(""))
        self.filters.changed.connect(self.wanted)
        self.add_button.clicked.connect(lambda: self.add_asked.emit())

    def minimumSizeHint(self) -> QSize:
        """Qt's own."""
        return least_size(self, super().minimumSizeHint())

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes from the search through the chips to the list, as they are read."""
        super().showEvent(event)
        for one, following in pairwise((self.search, *self.filters.in_order(), self.table)):
            QWidget.setTabOrder(one, following)

    def keep_filters(self, saved: SavedFilters) -> None:
        """Let somebody keep what the chips stand on; what is gone is said under them."""
        self.filters.lead_with(saved)
        saved.said.connect(lambda text: self.notice.say(text))

    @property
    def words(self) -> str:
        """What is searched and chosen, as a person reads it; '' for the whole list."""
        searched = self.search.text().strip()
        parts = (_("Search “{text}”", text=searched) if searched else "", self.filters.words)
        return "; ".join(part for part in parts if part)

    @property
    def is_narrowed(self) -> bool:
        """Whether a search or chip leaves rows out."""
        return bool(self.search.text().strip()) or self.filters.active

    def show_count(self, shown: int, total: int) -> None:
        """Say how many of how many, and show the empty state where it fits."""
        words = str(shown) if shown == total else _("{n} of {total}", n=shown, total=total)
        self.count.setText(words)
        self.count.setAccessibleName(_("{n} of {total} shown", n=shown, total=total))
        self._middle.setCurrentIndex(0 if shown else (2 if self.is_narrowed else 1))
        self.add_button.setVisible(bool(self.add_button.text()) and (shown > 0 or self.is_narrowed))

    def show_cut(self, shown: int, total: int) -> None:
        """Say that there are more lines than a list shows at once."""
        words = _("The first {n} of {total}; search or filter", n=shown, total=total)
        self.count.setText(words)
        self.count.setAccessibleName(words)

    def show_first_step(self) -> None:
        """There is nothing at all, whatever is searched or chosen: say what to do first."""
        self._middle.setCurrentIndex(1)
        self.add_button.hide()

    def clear_search(self) -> None:
        """Search and chips off."""
        self.search.clear()
        if self.filters.active:
            self.filters.clear()

    def focus_search(self) -> None:
        """Put the keyboard in the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter in the search box goes to the first row, Escape clears it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.table.rows.rowCount():
                self.table.setFocus()
                if self.table.current_row() is None:
                    self.table.selectRow(0)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(title, "title", wrap=False))
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self.menu)
        head.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addWidget(self._middle, 1)


def _search_box(title: str) -> QLineEdit:
    box = QLineEdit()
    box.setPlaceholderText(_("Search (Ctrl+F)"))
    box.setAccessibleName(_("Search in {list}", list=title))
    box.setClearButtonEnabled(True)
    box.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
    return box
