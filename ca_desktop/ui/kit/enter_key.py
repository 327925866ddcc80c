"""Enter presses the button that has the keyboard, as people expect; Qt does so in dialogs only."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget


class EnterPresses(QObject):
    """Follows the keyboard. What destroys something is pressed only while it has the keyboard
    itself: without that it is never the button of Enter.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, QPushButton) and shiboken6.isValid(old) and _destroys(old):
            old.setAutoDefault(False)
        if isinstance(now, QPushButton):
            now.setAutoDefault(True)


def _destroys(button: QPushButton) -> bool:
    return bool(button.property("role") == "danger")
