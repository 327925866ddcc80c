"""Supervisors × papers on the screen: icon, word and date, a tint where a required paper is not."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon_size
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.supervisor_papers.matrix_model import MatrixModel

CELL_WIDTH, NAME_WIDTH, ROW_HEIGHT = 148, 180, 42  # px: the longest word of a paper fits
_HEADERS = """
QHeaderView::section:horizontal { padding: 0px 6px; font-size: %.1fpt; }
QHeaderView { font-size: %.1fpt; }
QHeaderView::section:vertical { font-weight: 400; }
"""


class GapPainter(QStyledItemDelegate):
    """The tint goes under what Qt paints."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Qt's own, on a tint where the model gives one."""
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(tint, QColor):
            painter.fillRect(option.rect, tint)
        super().paint(painter, option, index)


class MatrixGrid(QTableView):
    """Arrow keys move from cell to cell; Enter, Space or a double click opens one."""

    opened = Signal(QModelIndex)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(GapPainter(self))
        self.setAccessibleName(_("Papers of supervisors"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        across, names = self.horizontalHeader(), self.verticalHeader()
        for header in (across, names):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        across.setDefaultAlignment(middle | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value))
        names.setDefaultAlignment(middle)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setAccessibleName(_("Supervisors"))
        self.doubleClicked.connect(self.opened)
        theme().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Heights and widths at the zoom in use."""
        size = 9 * theme().zoom / 100
        self.setStyleSheet(_HEADERS % (size, size))
        line = self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(max(theme().px(ROW_HEIGHT), 2 * line + 8))
        self.verticalHeader().setFixedWidth(theme().px(NAME_WIDTH))
        self.horizontalHeader().setDefaultSectionSize(theme().px(CELL_WIDTH))
        self.horizontalHeader().setFixedHeight(3 * line + 10)
        self.setIconSize(icon_size(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the paper under the cursor; the arrows, Home and End are Qt's."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters never jump to a word in a cell."""
