"""The lock: the main window hides with everything in it; the same card asks for the password."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.sign_in import SignIn

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """`idle` after so many minutes without a key or a mouse; 0 minutes never."""

    idle = Signal()

    def __init__(self, app: QApplication, minutes: int = 10) -> None:
        super().__init__(app)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)
        app.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Start counting again with this many minutes."""
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        if minutes > 0:
            self._timer.start()

    @property
    def is_counting(self) -> bool:
        """Whether it will lock when nothing happens."""
        return self._timer.isActive()

    def stop(self) -> None:
        """No counting while locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        return False


class Lock(QObject):
    """Hides `window` behind a SignIn card and brings it back as it was.

    `check(name, password)` raises a UserError when the password is wrong. Dialogs that were open
    hide too and come back. `before()` runs first (keep drafts). `left` when somebody else wants in.
    """

    locked = Signal()
    unlocked = Signal()
    left = Signal()
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        name: str,
        check: Callable[[str, str], Any],
        jobs: Jobs,
        *,
        before: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._window, self._name, self._check, self._jobs = window, name, check, jobs
        self._before = before
        self._hidden: list[QWidget] = []
        self.card: CardWindow | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the card stands there."""
        return self.card is not None

    def lock(self) -> None:
        """Hide everything and ask for the password."""
        if self.card is not None:
            return
        self._before()
        self.card = CardWindow(self._window.windowTitle())
        step = SignIn([], self._check, self._jobs, locked_name=self._name)
        step.forgot.hide()
        step.signed_in.connect(lambda _result: self._unlock())
        step.leave_asked.connect(self.left)
        self.card.closed.connect(self._on_closed)
        self._hidden = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        self.card.setGeometry(self._window.geometry())
        self.card.show_step(step)
        self.card.show()
        for widget in self._hidden:
            widget.hide()
        self.locked.emit()

    def _unlock(self) -> None:
        card, self.card = self.card, None
        self._window.show()
        for widget in filter(shiboken6.isValid, self._hidden):
            widget.show()
        self._hidden = []
        if card is not None:
            card.hide()
            card.deleteLater()
        self.unlocked.emit()

    def _on_closed(self) -> None:
        if self.card is not None:
            self.closed.emit()
