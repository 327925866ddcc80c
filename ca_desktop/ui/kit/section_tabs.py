"""Tabs of a file that go on in a second row when the first is full: none is ever out of sight."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ca_desktop.ui.kit.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class SectionTabs(QWidget):
    """One control in the Tab order: the arrows, Home and End go from section to section.

    Used as a QTabBar is; the buttons are only how it looks and what the mouse presses.
    """

    currentChanged = Signal(int)  # noqa: N815 - as Qt's own tab bar says it

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[QToolButton] = []
        self._current = -1
        self._row = FlowLayout(self, spacing=2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def addTab(self, text: str) -> int:
        """Put a section behind the others; the first one added is the current one."""
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("role", "tab")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        index = len(self._buttons)
        button.clicked.connect(lambda: self._press(index))
        self._buttons.append(button)
        self._row.addWidget(button)
        if self._current < 0:
            self.setCurrentIndex(0)
        return index

    def count(self) -> int:
        """How many sections there are, shown or not."""
        return len(self._buttons)

    def currentIndex(self) -> int:
        """Which section is shown; -1 where there is none."""
        return self._current

    def setCurrentIndex(self, index: int) -> None:
        """Go to this section; nothing happens when it is shown already."""
        if index == self._current or not 0 <= index < len(self._buttons):
            return
        self._current = index
        self._draw()
        self.currentChanged.emit(index)

    def tabText(self, index: int) -> str:
        """What stands on this tab."""
        return self._buttons[index].text()

    def button(self, index: int) -> QToolButton:
        """The button that the mouse presses."""
        return self._buttons[index]

    def isTabVisible(self, index: int) -> bool:
        """Whether this section can be gone to."""
        return not self._buttons[index].isHidden()

    def setTabVisible(self, index: int, on: bool) -> None:
        """Offer this section, or not."""
        self._buttons[index].setVisible(on)

    # -- keyboard --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go to the next section that is offered; Home and End to the outer ones."""
        offered = [at for at in range(self.count()) if self.isTabVisible(at)]
        key = Qt.Key(event.key())
        if self._current not in offered or key not in (*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        if key in _STEPS:
            place = (offered.index(self._current) + _STEPS[key]) % len(offered)
            self.setCurrentIndex(offered[place])
        else:
            self.setCurrentIndex(offered[0 if key == Qt.Key.Key_Home else -1])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt's own, and show where the keyboard is."""
        super().focusInEvent(event)
        self._draw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt's own, and show that the keyboard left."""
        super().focusOutEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's own: a larger letter asks for more rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    # -- inside ----------------------------------------------------------------------------------

    def _press(self, index: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCurrentIndex(index)
        self._draw()  # Qt checks a button that is pressed, also when the section did not change

    def _draw(self) -> None:
        for at, button in enumerate(self._buttons):
            here = at == self._current
            button.setChecked(here)
            marked = here and self.hasFocus()
            if button.property("marked") != marked:
                button.setProperty("marked", marked)
                button.style().unpolish(button)
                button.style().polish(button)
        if 0 <= self._current < len(self._buttons):
            self.setAccessibleDescription(self._buttons[self._current].text())
