"""One section or page at a time, in whatever room there is."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

LEAST_HEIGHT = 160  # px: less than this shows nothing of a section


class SectionStack(QStackedWidget):
    """As large as the section in front: one that was shown before asks for no room."""

    def sizeHint(self) -> QSize:
        """Qt's own."""
        here = self.currentWidget()
        return super().sizeHint() if here is None else here.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Qt's own."""
        here = self.currentWidget()
        return super().minimumSizeHint() if here is None else here.minimumSizeHint()


class SectionArea(QScrollArea):
    """Scrolls a section that is taller than the screen, so that it can't push the window past it.

    The width is not given away: a section tells how narrow it can be.
    """

    def __init__(self, stack: SectionStack) -> None:
        super().__init__()
        self.setWidget(stack)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard in the section
        stack.setObjectName("form-body")
        stack.currentChanged.connect(lambda _index: self._follow(stack))

    def minimumSizeHint(self) -> QSize:
        """Qt's own."""
        section = cast(QWidget, self.widget())
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(section.minimumSizeHint().width() + bar, LEAST_HEIGHT)

    def _follow(self, stack: SectionStack) -> None:
        stack.updateGeometry()
        self.updateGeometry()
        self.verticalScrollBar().setValue(0)


class PageArea(QScrollArea):
    """Gives a page the room there is, and scrolls one that can't be made that small.

    A page has lists and forms that scroll by themselves: it is never made as tall as they would
    like to be, which is what a resizable scroll area does.
    """

    def __init__(self, stack: SectionStack) -> None:
        super().__init__()
        self._stack = stack
        self.setWidget(stack)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stack.setObjectName("form-body")
        stack.currentChanged.connect(lambda _index: self._fit())

    def minimumSizeHint(self) -> QSize:
        """Qt's own."""
        return QSize(self._stack.minimumSizeHint().width(), LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._stack and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, least = self.maximumViewportSize(), self._stack.minimumSizeHint()
        if least.height() > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        if least.width() > room.width():
            room.setHeight(room.height() - self.horizontalScrollBar().sizeHint().height())
        self._stack.resize(room.expandedTo(least))
