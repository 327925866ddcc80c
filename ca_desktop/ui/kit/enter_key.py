"""Enter presses the button that has the keyboard, as people expect; Qt does so in dialogs only."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget


class EnterPresses(QObject):
    """Follows the keyboard. What destroys something is pressed with the space bar only."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QPushButton):
            now.setAutoDefault(now.property("role") != "danger")
