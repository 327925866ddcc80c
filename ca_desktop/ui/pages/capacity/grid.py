"""The board on the screen: minutes, and under them icon and word on a tint; all by keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ca_desktop.domain.capacity import LoadState
from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import pixmap
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.capacity.model import CELL, BoardModel, Cell
from ca_desktop.ui.pages.capacity.words import STATE_ICONS

ROW_HEIGHT = 42
NAME_WIDTH = 160
NARROWEST = 54
WEEK_WIDTH = 88
_FILLS = {LoadState.TIGHT: "warning_soft", LoadState.OVER: "danger_soft"}
_INKS = {LoadState.FITS: "good", LoadState.TIGHT: "warning", LoadState.OVER: "danger"}
_HEADERS = """
QHeaderView::section { padding: 0px 2px; }
QHeaderView { font-size: %.1fpt; }
QHeaderView::section:vertical { padding: 0px 8px; font-weight: 400; font-size: %.1fpt;
    color: %s; }
"""


class LoadPainter(QStyledItemDelegate):
    """Need and supply on top, icon and word under it; a changed cell has a border of its own."""

    def __init__(self, grid: "BoardGrid", model: BoardModel) -> None:
        super().__init__(grid)
        self._model = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell: Cell = index.data(CELL)
        state, tokens = self._model.state(cell), theme().tokens
        box: QRect = option.rect
        flags = option.state
        painter.save()
        painter.fillRect(box, QColor(self._fill(cell, state)))
        font = painter.font()
        font.setBold(cell.slot is None)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted if cell.load.is_empty else tokens.ink))
        half = box.height() // 2
        words = box if state is None else QRect(box.x(), box.y() + 2, box.width(), half)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        if state is not None:
            under = QRect(box.x(), box.y() + half, box.width(), box.height() - half - 2)
            self._paint_state(painter, under, state)
        if cell.is_changed:
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(2, 2, -3, -3))
        if flags & QStyle.StateFlag.State_Selected:
            focused = flags & QStyle.StateFlag.State_Active
            painter.setPen(QPen(QColor(tokens.focus if focused else tokens.edge), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()

    def _fill(self, cell: Cell, state: LoadState | None) -> str:
        tokens = theme().tokens
        if state in _FILLS:
            return str(getattr(tokens, _FILLS[state]))
        if state is LoadState.FITS and cell.load.need:
            return tokens.accent_soft
        return tokens.raised if cell.is_sum else tokens.surface

    def _paint_state(self, painter: QPainter, box: QRect, state: LoadState) -> None:
        """Icon and word in the middle, so that colour is never alone."""
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.86)
        painter.setFont(font)
        mark = pixmap(STATE_ICONS[state], _INKS[state], 13)
        side = round(mark.deviceIndependentSize().width())
        wide = painter.fontMetrics().horizontalAdvance(state.text)
        left = box.x() + max(2, (box.width() - side - 3 - wide) // 2)
        painter.drawPixmap(left, box.y() + (box.height() - side) // 2, mark)
        room = QRect(left + side + 3, box.y(), box.right() - left - side - 3, box.height())
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, middle, state.text)


class BoardGrid(QTableView):
    """Arrow keys move from cell to cell, Enter or a click asks who is behind one."""

    opened = Signal()
    current_moved = Signal()

    def __init__(self, model: BoardModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(LoadPainter(self, model))
        self.setAccessibleName(_("Guidance needed and available in this week"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        across, names = self.horizontalHeader(), self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for header in (across, names):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setAccessibleName(_("Supervisors"))
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.current_moved.emit())
        self.clicked.connect(lambda _index: self.opened.emit())
        model.modelReset.connect(self._fit_week)
        theme().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Row height and widths at the zoom in use."""
        zoom = theme().zoom / 100
        self.setStyleSheet(_HEADERS % (9 * zoom, 10.5 * zoom, theme().tokens.ink))
        font = self.font()
        font.setPointSizeF(9 * zoom)
        self.setFont(font)
        height = max(theme().px(ROW_HEIGHT), 2 * self.fontMetrics().lineSpacing() + 6)
        names = self.verticalHeader()
        names.setMinimumSectionSize(height)
        names.setDefaultSectionSize(height)
        names.setFixedWidth(theme().px(NAME_WIDTH))
        self.horizontalHeader().setMinimumSectionSize(theme().px(NARROWEST))
        self._fit_week()

    def _fit_week(self) -> None:
        """The sums of the week are longer than what stands in a half-day."""
        across, last = self.horizontalHeader(), self.model().columnCount() - 1
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if last >= 0:
            across.setSectionResizeMode(last, QHeaderView.ResizeMode.Fixed)
            across.resizeSection(last, theme().px(WEEK_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask who is behind the cell; the arrows, Home and End are Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters never jump to a number."""
