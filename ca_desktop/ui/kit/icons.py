"""Lucide icons from resources/icons, recoloured by the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ca_desktop.resources import resource
from ca_desktop.ui.kit.theme import theme


class _ThemedIcon(QIconEngine):
    """Paints in the colours of the theme in use, so that a switch needs no new icons."""

    def __init__(self, name: str, colour: str, on: str) -> None:
        super().__init__()
        self._look = (name, colour, on)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        name, colour, on = self._look
        if mode is QIcon.Mode.Disabled:
            colour = "muted"
        elif state is QIcon.State.On:
            colour = on
        return _painted(name, getattr(theme().tokens, colour), size.width(), 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, _scale: float
    ) -> QPixmap:
        return self.pixmap(size, mode, state)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size() * _ratio(), mode, state))

    def clone(self) -> QIconEngine:
        return _ThemedIcon(*self._look)


def icon(name: str, colour: str = "ink", on: str = "accent_ink") -> QIcon:
    """The icon `name` (a file in resources/icons) in the colour of a token.

    `on` is the token for the checked state of a button. An empty name gives an empty icon.
    It follows the theme by itself.
    """
    return QIcon(_ThemedIcon(name, colour, on)) if name else QIcon()


def pixmap(name: str, colour: str = "ink", size: int = 16) -> QPixmap:
    """The icon as a picture of `size` px at 100 % zoom, for a label or a delegate."""
    return _painted(name, getattr(theme().tokens, colour), theme().px(size), _ratio())


def icon_size(size: int = 20) -> QSize:
    """`size` px at 100 % as a QSize at the zoom in use."""
    return QSize(theme().px(size), theme().px(size))


def _ratio() -> float:
    screen = QApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


@lru_cache(maxsize=512)
def _painted(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    result = QPixmap(round(size * ratio), round(size * ratio))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    drawing.render(painter, QRectF(0, 0, result.width(), result.height()))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
