"""A drawing that was made as SVG, as wide as there is room, with words for who can't see it."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from ca_desktop.ui.kit.theme import theme

EDGE = 10


class DrawingView(QWidget):
    """Shows one drawing on white, also in the dark theme: it is what prints."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._drawing = QSvgRenderer(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_svg(self, svg: bytes, words: str) -> None:
        """Show this drawing; `words` say what is to be seen in it."""
        self._drawing.load(QByteArray(svg))
        self.setAccessibleDescription(words)
        self._fit()
        self.update()

    def clear(self) -> None:
        """Show nothing, and take no room."""
        self.show_svg(b"", "")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(400), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._drawing.isValid():
            painter = QPainter(self)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            edge = theme().px(EDGE)
            self._drawing.render(painter, QRectF(self.rect()).adjusted(edge, edge, -edge, -edge))
            painter.end()

    def _fit(self) -> None:
        size = self._drawing.defaultSize()
        if size.width() <= 0:
            self.setFixedHeight(0)
            return
        edges = 2 * theme().px(EDGE)
        self.setFixedHeight(round((self.width() - edges) * size.height() / size.width()) + edges)
