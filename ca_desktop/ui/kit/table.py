"""Our table: sortable, keyboard first, a selection that holds on to ids, actions on right click."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon, icon_size
from ca_desktop.ui.kit.table_model import TableRows
from ca_desktop.ui.kit.theme import theme

ROOM_FOR_MINOR = 560


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAction:
    """Something to do with the selected rows; the same by menu and by key.

    `text` is an N_() text, `do(rows)` gets the selected rows, `fits(rows)` greys it out.
    """

    text: str
    do: Callable[[Sequence[Any]], object]
    icon: str = ""
    keys: str = ""
    fits: Callable[[Sequence[Any]], bool] = bool


_WITH_CTRL: dict[Qt.Key, int | None] = {
    Qt.Key.Key_Home: 0,
    Qt.Key.Key_End: None,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}


class Table(QTableView):
    """Shows a RowsModel or PagedModel."""

    current_changed = Signal(object)  # the row that is current, or None
    opened = Signal(object)  # Enter or double click
    minor_room = ROOM_FOR_MINOR

    def __init__(self, model: TableRows[Any], name: str) -> None:
        super().__init__()
        self.rows = model
        self._keep: tuple[list[Hashable], Hashable | None] = ([], None)
        self._actions: list[tuple[QAction, RowAction]] = []
        self.setAccessibleName(name)
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._set_up_header()
        self._fit()
        theme().changed.connect(self._fit)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row_at(index.row())))
        self.customContextMenuRequested.connect(self._menu)

    def selected_rows(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        return [self.rows.row_at(i) for i in self._selected()]

    def current_row(self) -> Any | None:
        """The row with the keyboard, or None."""
        index = self.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def select_id(self, row_id: Hashable) -> bool:
        """Make this row current and visible; False when it isn't in the list."""
        row = self.rows.row_of(row_id)
        if row < 0:
            return False
        self.selectRow(row)
        self.scrollTo(self.rows.index(row, 0))
        return True

    def selectRow(self, row: int) -> None:
        """As Qt's own, whatever keys are down: with Ctrl (Ctrl+S) Qt takes a row out again."""
        flags = QItemSelectionModel.SelectionFlag
        there = self.rows.index(row, 0)
        self.selectionModel().setCurrentIndex(there, flags.ClearAndSelect | flags.Rows)

    def clear_selection(self) -> None:
        """No row is current."""
        self.selectionModel().clear()

    def set_actions(self, actions: Sequence[RowAction]) -> None:
        """What can be done with rows: in the menu and, with `keys`, by keyboard."""
        for spec in actions:
            action = QAction(_(spec.text), self)
            action.setIcon(icon(spec.icon))
            if spec.keys:
                action.setShortcut(QKeySequence(spec.keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _on=False, chosen=spec: self._do(chosen))
            self.addAction(action)
            self._actions.append((action, spec))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row. A key with Ctrl selects the row that it goes to, where Qt
        leaves another selected: what is shown is what Del removes.
        """
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row)
        elif event.key() in _WITH_CTRL and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._jump(_WITH_CTRL[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _jump(self, step: int | None) -> None:
        """Some rows on, or (None) to the last; 0 is the first."""
        last, now = self.rows.rowCount() - 1, self.currentIndex().row()
        wanted = last if step is None else 0 if step == 0 else min(max(now + step, 0), last)
        if wanted >= 0:
            self.selectRow(wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that becomes current with the keyboard is selected too, so that it shows."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Minor columns make room when the table is narrow."""
        for place, column in enumerate(self.rows.columns):
            room = column.room or (self.minor_room if column.minor else 0)
            if room:
                self.setColumnHidden(place, self.width() < theme().px(room))
        super().resizeEvent(event)

    def _do(self, spec: RowAction) -> None:
        rows = self.selected_rows()
        if spec.fits(rows):
            spec.do(rows)

    def _menu(self, where: QPoint) -> None:
        if not self._actions:
            return
        rows = self.selected_rows()
        for action, spec in self._actions:
            action.setEnabled(spec.fits(rows))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action, _spec in self._actions])
        menu.popup(self.viewport().mapToGlobal(where))
        menu.aboutToHide.connect(self._enable_all)

    def _enable_all(self) -> None:
        for action, _spec in self._actions:
            action.setEnabled(True)

    def _moved(self) -> None:
        self.current_changed.emit(self.current_row())

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def _remember(self) -> None:
        index = self.currentIndex()
        count = self.rows.rowCount()
        here = self.rows.id_at(index.row()) if 0 <= index.row() < count else None
        self._keep = ([self.rows.id_at(i) for i in self._selected() if i < count], here)

    def _restore(self) -> None:
        ids, here = self._keep
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for row in (self.rows.row_of(one) for one in ids):
            if row >= 0:
                index = self.rows.index(row, 0)
                chosen.select(index, index)
        place = self.rows.row_of(here) if here is not None else -1
        model = self.selectionModel()
        model.select(chosen, flags.ClearAndSelect | flags.Rows)
        if place >= 0:
            model.setCurrentIndex(self.rows.index(place, 0), flags.NoUpdate)
            self.scrollTo(self.rows.index(place, 0))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(*self.rows.sorted_by)
        header.setStretchLastSection(not any(c.stretch for c in self.rows.columns))
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        for place, column in enumerate(self.rows.columns):
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        height = max(theme().px(28), self.fontMetrics().lineSpacing() + theme().px(8))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setIconSize(icon_size(16))
        for place, column in enumerate(self.rows.columns):
            if column.width:
                self.setColumnWidth(place, theme().px(column.width))
