"""A bar that fills up, with a mark where it should be by now. Say it in words too."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ca_desktop.ui.kit.theme import theme

_HEIGHT, _BAR, _MARK = 18, 10, 3


class Meter(QWidget):
    """`show_values(value, mark, most, words)`; the words are for who can't see it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.value, self.mark, self.most = 0, 0, 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(_HEIGHT))
        theme().changed.connect(self.update)

    def show_values(self, value: int, mark: int, most: int, words: str) -> None:
        """Show so much of the most, with a mark at what should be there."""
        self.value, self.mark, self.most = value, mark, most
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A quiet track, what is filled, and a dark mark over the whole height."""
        if self.most <= 0:
            return
        tokens, bar = theme().tokens, theme().px(_BAR)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - bar) / 2
        painter.setPen(QColor(tokens.muted))
        painter.setBrush(QColor(tokens.surface))
        track = QRectF(0.5, top, self.width() - 1, bar)
        painter.drawRoundedRect(track, bar / 2, bar / 2)
        share = min(1.0, self.value / self.most)
        if share:
            painter.setBrush(QColor(tokens.accent))
            filled = QRectF(track.x(), top, max(float(bar), track.width() * share), bar)
            painter.drawRoundedRect(filled, bar / 2, bar / 2)
        wide = theme().px(_MARK)
        place = min(1.0, self.mark / self.most) * (self.width() - wide)
        painter.fillRect(QRectF(place, 0, wide, self.height()), QColor(tokens.ink))
        painter.end()
