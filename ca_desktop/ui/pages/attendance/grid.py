"""The grid itself: keys that record, cells with letter and colour, the counts under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.i18n import _
from ca_desktop.services.attendance import WeekCell
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.attendance.model import CELL, WeekModel, half_day_words

ROW_HEIGHT = 24
NAME_WIDTH = 164
_BACKGROUNDS = {
    AttendanceCode.PRESENT: "accent_soft",
    AttendanceCode.EXCUSED: "warning_soft",
    AttendanceCode.SICK: "warning_soft",
    AttendanceCode.UNKNOWN: "danger_soft",
}
_HEADERS = """
QHeaderView::section { padding: 0px 2px; }
QHeaderView { font-size: %.1fpt; }
QHeaderView::section:vertical { padding: 0px 8px; font-weight: 400; font-size: %.1fpt;
    color: %s; }
"""


def background(code: AttendanceCode) -> str:
    """The colour of a code; the letter in it says the same without colour."""
    tokens = theme().tokens
    if code in _BACKGROUNDS:
        return str(getattr(tokens, _BACKGROUNDS[code]))
    calm, ground = QColor(tokens.focus), QColor(tokens.surface)
    parts = zip(
        (calm.red(), calm.green(), calm.blue()),
        (ground.red(), ground.green(), ground.blue()),
        strict=True,
    )
    return QColor(*(round(0.2 * one + 0.8 * other) for one, other in parts)).name()


class CellPainter(QStyledItemDelegate):
    """Letter on a colour; a soft dot where somebody is planned; grey where nobody is."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell: WeekCell = index.data(CELL)
        tokens = theme().tokens
        box: QRect = option.rect
        state = option.state
        fill = tokens.surface if cell.is_planned else tokens.raised
        if cell.recorded is not None:
            fill = background(cell.recorded.code)
        painter.save()
        painter.fillRect(box, QColor(fill))
        painter.setPen(QColor(tokens.ink if cell.recorded else tokens.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(index.data()))
        if state & QStyle.StateFlag.State_Selected:
            focused = state & QStyle.StateFlag.State_Active
            painter.setPen(QPen(QColor(tokens.focus if focused else tokens.edge), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


class WeekGrid(QTableView):
    """Arrow keys move, one letter records, Delete wipes, Space or Enter means present.

    The keys go for every selected cell (Shift with the arrows selects more).
    """

    recorded = Signal(object)  # AttendanceCode, or None to wipe
    present_wanted = Signal()
    minutes_wanted = Signal()
    fill_wanted = Signal()
    current_moved = Signal()

    def __init__(self, model: WeekModel) -> None:
        super().__init__()
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(_("Attendance of this week"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        names = self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setHighlightSections(False)
        names.setTextElideMode(Qt.TextElideMode.ElideRight)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        names.setAccessibleName(_("Participants"))
        self.selectionModel().currentChanged.connect(lambda _new, _old: self.current_moved.emit())
        theme().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Row height and widths at the zoom in use."""
        zoom = theme().zoom / 100
        self.setStyleSheet(_HEADERS % (9 * zoom, 10.5 * zoom, theme().tokens.ink))
        height = max(theme().px(ROW_HEIGHT), self.fontMetrics().lineSpacing() + 2)
        names = self.verticalHeader()
        names.setMinimumSectionSize(height)
        names.setDefaultSectionSize(height)
        names.setFixedWidth(theme().px(NAME_WIDTH))
        self.horizontalHeader().setMinimumSectionSize(theme().px(34))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Headings say less where the columns are narrow."""
        super().resizeEvent(event)
        columns = max(1, self.model().columnCount())
        self._rows.set_narrow(self.viewport().width() / columns < theme().px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The quick keys; everything else is Qt's (the arrows, Home, End, Page Down)."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        key, code = event.key(), AttendanceCode.from_letter(event.text() or " ")
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.fill_wanted.emit()
        elif not plain:
            super().keyPressEvent(event)
        elif code is not None:
            self.recorded.emit(code)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.recorded.emit(None)
        elif is_enter or key == Qt.Key.Key_Space:
            self.present_wanted.emit()
        elif key == Qt.Key.Key_F2:
            self.minutes_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters record; they never jump to a name."""


class CountStrip(QWidget):
    """Under every column how many are present of how many planned."""

    def __init__(self, grid: WeekGrid, model: WeekModel) -> None:
        super().__init__()
        self._grid, self._model = grid, model
        self.setToolTip(_("Present / planned"))
        for signal in (model.dataChanged, model.modelReset):
            signal.connect(self._say)
        grid.horizontalHeader().geometriesChanged.connect(self.update)
        grid.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())
        grid.horizontalScrollBar().valueChanged.connect(self.update)
        self._say()

    def sizeHint(self) -> QSize:
        """One line high."""
        return QSize(100, self.fontMetrics().lineSpacing() + theme().px(4))

    def minimumSizeHint(self) -> QSize:
        """As high as it wants, at any width."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(theme().tokens.muted))
        left = self._grid.viewport().x()
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        words = self.fontMetrics().elidedText(
            _("Present / planned"), Qt.TextElideMode.ElideRight, left - 12
        )
        painter.drawText(QRect(10, 0, left, self.height()), middle, words)
        painter.setClipRect(left, 0, self.width() - left, self.height())
        for column in range(self._model.columnCount()):
            box = QRect(
                left + self._grid.columnViewportPosition(column),
                0,
                self._grid.columnWidth(column),
                self.height(),
            )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text_of(column))
        painter.end()

    def text_of(self, column: int) -> str:
        """'12/14', with nothing under a half-day in which nobody is planned or present."""
        count = self._model.count(column)
        return f"{count.present}/{count.planned}" if count.present or count.planned else "–"

    def _say(self) -> None:
        if self._model.rows:
            cells = self._model.rows[0].cells
            parts = (
                f"{half_day_words(cells[column])} {self.text_of(column)}"
                for column in range(self._model.columnCount())
            )
            self.setAccessibleName(_("Present / planned") + ": " + ", ".join(parts))
        self.update()
