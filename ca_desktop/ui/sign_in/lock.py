"""The lock: the main window hides with everything in it; the same card asks for the password."""

import logging
import time
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.focus_window import FocusWindowFilter
from ca_desktop.ui.sign_in.sign_in import SignIn

_LOG = logging.getLogger(__name__)
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # of a shortcut there is nothing else
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(FocusWindowFilter):
    """`idle` after so many minutes without a key or a mouse; 0 minutes never.

    Minutes in which the computer slept count too: the clock on the wall is asked at the first sign
    of life, which then reaches no page.
    """

    idle = Signal()

    def __init__(
        self, app: QApplication, minutes: int = 10, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(app)
        self._clock, self._last_life = clock, clock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        """Start counting again with this many minutes."""
        self._timer.stop()
        self._timer.setInterval(minutes * 60_000)
        if minutes > 0:
            self._count()

    @property
    def is_counting(self) -> bool:
        """Whether it will lock when nothing happens."""
        return self._timer.isActive()

    def stop(self) -> None:
        """No counting while locked."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _SIGNS_OF_LIFE or not self._timer.isActive():
            return False
        if (self._clock() - self._last_life) * 1000 >= self._timer.interval():
            self._timer.stop()
            self.idle.emit()
            return True
        self._count()
        return False

    def _count(self) -> None:
        self._last_life = self._clock()
        self._timer.start()


class LockKey(FocusWindowFilter):
    """`asked` on Ctrl+L wherever the keyboard is: a dialog holds back the shortcuts of a window."""

    asked = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() != Qt.Key.Key_L or event.modifiers() != control:
            return False
        self.asked.emit()
        return True


class Lock(QObject):
    """Hides `window` behind a SignIn card and brings it back as it was.

    `check(name, password)` raises a UserError when the password is wrong. Dialogs that were open
    hide too and come back; those that want to open meanwhile (a job that failed) wait. `keep()`
    runs once everything is hidden (keep drafts): whatever it meets, it is locked. `left` when
    somebody else wants in.
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
        keep: Callable[[], object] = lambda: None,
        centre: str = "",
        is_demo: bool = False,
    ) -> None:
        super().__init__(window)
        self._window, self._name, self._check, self._jobs = window, name, check, jobs
        self._keep, self._centre, self._is_demo = keep, centre, is_demo
        self._hidden: list[QWidget] = []
        self._app = QApplication.instance() or self
        self.card: CardWindow | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the card stands there."""
        return self.card is not None

    def lock(self) -> None:
        """Hide everything and ask for the password."""
        if self.card is not None:
            return
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass  # an open menu holds the keyboard
        self.card = CardWindow(self._window.windowTitle())
        step = SignIn(
            [],
            self._check,
            self._jobs,
            centre=self._centre,
            is_demo=self._is_demo,
            locked_name=self._name,
        )
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
        self._app.installEventFilter(self)
        self._keep_what_is_typed()
        self.locked.emit()

    def let_go(self) -> None:
        """Watch over no window any more: the account leaves, and what opens next is to be seen."""
        card, self.card = self.card, None
        self._app.removeEventFilter(self)
        self._hidden = []
        if card is not None:
            card.hide()
            card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that opens over the lock waits unseen until it is unlocked."""
        if event.type() is QEvent.Type.Show and self.is_locked and isinstance(watched, QWidget):
            is_free = not watched.isWindow() or self._is_of_the_card(watched)
            if not is_free and watched not in self._hidden:
                watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
                self._hidden.append(watched)
                QTimer.singleShot(0, self, lambda: _wait(watched, self.is_locked))
        return False

    def _is_of_the_card(self, widget: QWidget) -> bool:
        """Whether a step on the card opened it; on the card itself comes what nobody caught."""
        parent = widget.parentWidget()
        if widget is self.card or parent is self.card:
            return widget is self.card or not isinstance(widget, QDialog)
        while parent is not None and parent is not self.card:
            parent = parent.parentWidget()
        return parent is not None

    def _keep_what_is_typed(self) -> None:
        try:
            self._keep()
        except Exception:
            _LOG.exception("What was being typed could not be kept at the lock")

    def _unlock(self) -> None:
        card, self.card = self.card, None
        self._app.removeEventFilter(self)
        self._window.show()
        for widget in filter(shiboken6.isValid, self._hidden):
            if widget.parentWidget() is card and card is not None:
                widget.setParent(self._window, widget.windowFlags())
            widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            widget.show()
        self._hidden = []
        if card is not None:
            card.hide()
            card.deleteLater()
        self.unlocked.emit()

    def _on_closed(self) -> None:
        if self.card is not None:
            self.closed.emit()


def _wait(widget: QWidget, is_locked: bool) -> None:
    """Hide what opened over the lock: until now it was only kept off the screen."""
    if is_locked and shiboken6.isValid(widget):
        widget.hide()
