"""Keys and mouse of the window that has the keyboard, whichever that is."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QWindow


class FocusWindowFilter(QObject):
    """An event filter on the window that has the keyboard: what Qt sees before any widget does.

    A filter on the application would see the same, and get every event of every widget besides:
    that took a quarter of the time in which a page is built.
    """

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._window: QWindow | None = None
        self._followed = app.focusWindowChanged.connect(self._follow)
        self._follow(app.focusWindow())

    def let_go(self) -> None:
        """See nothing any more."""
        QObject.disconnect(self._followed)
        self._follow(None)

    def _follow(self, window: QWindow | None) -> None:
        before, self._window = self._window, window
        if before is not None and shiboken6.isValid(before):
            before.removeEventFilter(self)
        if window is not None:
            window.installEventFilter(self)
