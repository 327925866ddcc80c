"""Tables of numbers: the arrows go from one to the next, Enter or a click asks who is behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ca_desktop.domain.flow import FlowFigures, cell_text
from ca_desktop.domain.flow_measures import Measure
from ca_desktop.i18n import _
from ca_desktop.ui.kit.theme import theme

NAMES = 150
Asked = tuple[str | None, Measure, str | None]  # the part, the measure, the outcome


class NumbersTable(QTableWidget):
    """Shows names and numbers; `asked(key, measure, outcome)` for the number that was chosen."""

    asked = Signal(object, object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tall = 0
        self._asks: dict[tuple[int, int], Asked] = {}
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )
        self.cellClicked.connect(self._ask)

    def show_figures(self, figures: FlowFigures, first: str, *, with_rows: bool) -> None:
        """Every part with its numbers, the total on top."""
        self._begin([first, *(one.text for one in figures.measures)], len(figures.lines))
        for row, line in enumerate(figures.lines):
            self._put(row, 0, line.name, bold=line.key is None)
            for column, measure in enumerate(figures.measures, start=1):
                cell = line.cells[measure]
                self._put(row, column, cell_text(cell, _), bold=line.key is None)
                if with_rows and (cell.count or cell.of):
                    self._asks[row, column] = (line.key, measure, None)
        for column, measure in enumerate(figures.measures, start=1):
            self._head(column).setToolTip(measure.meaning)
        self._fit()

    def show_outcomes(self, figures: FlowFigures, *, with_rows: bool) -> None:
        """How people left, with a word for what counts as good."""
        heads = [_("How people left"), _("Good outcome"), _("People")]
        self._begin(heads, len(figures.outcomes))
        for row, one in enumerate(figures.outcomes):
            self._put(row, 0, one.name)
            self._put(row, 1, _("✓ yes") if one.is_positive else "–")
            self._put(row, 2, str(one.count))
            if with_rows:
                self._asks[row, 2] = (None, Measure.LEFT, one.code)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._tall:
            self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks who is behind the number."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _ask(self, row: int, column: int) -> None:
        found = self._asks.get((row, column))
        if found is not None:
            self.asked.emit(*found)

    def _begin(self, heads: Sequence[str], rows: int) -> None:
        self.clear()
        self._tall = 0
        self._asks = {}
        self.setColumnCount(len(heads))
        self.setRowCount(rows)
        self.setHorizontalHeaderLabels(list(heads))
        side = Qt.AlignmentFlag
        self._head(0).setTextAlignment(side.AlignLeft | side.AlignVCenter)

    def _head(self, column: int) -> QTableWidgetItem:
        item = self.horizontalHeaderItem(column)
        assert item is not None
        return item

    def _put(self, row: int, column: int, text: str, *, bold: bool = False) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if bold:
            font = item.font()
            font.setBold(True)
            item.setFont(font)
        self.setItem(row, column, item)

    def _fit(self) -> None:
        """As tall as its rows: the page scrolls, not the table."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(self.fontMetrics().lineSpacing() * 2 + theme().px(10))
        tall = max(theme().px(28), self.fontMetrics().lineSpacing() + theme().px(8))
        self.verticalHeader().setDefaultSectionSize(tall)
        self._tall = header.height() + tall * self.rowCount() + theme().px(6)
        self._share()

    def _share(self) -> None:
        """Room for the longest word over each number and for what stands under it; the names take
        what is left.
        """
        metrics = QFontMetrics(self.horizontalHeader().font())
        taken = 0
        for column in range(1, self.columnCount()):
            items = (self.item(row, column) for row in range(self.rowCount()))
            words = [*self._head(column).text().split(), *(one.text() for one in items if one)]
            longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
            wide = longest + theme().px(34)
            self.setColumnWidth(column, wide)
            taken += wide
        self.setColumnWidth(0, max(theme().px(NAMES), self.width() - taken - theme().px(4)))
        bar = taken + theme().px(NAMES) + theme().px(4) > self.width()
        self.setFixedHeight(self._tall + (self.horizontalScrollBar().sizeHint().height() * bar))
