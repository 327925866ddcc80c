"""Saves: at once when the file is free, else in line behind the job that is writing.

The form keeps its text until `then` is called: only then the change stands in the file.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_LOOK_EVERY_MS = 40


class Saves(QObject):
    """Runs saves on the window's thread as soon as nobody else is writing.

    `waiting_changed(True)` means: show 'wordt bewaard …'.
    """

    waiting_changed = Signal(bool)

    def __init__(
        self, is_writing: Callable[[], bool] = lambda: False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._is_writing = is_writing
        self._queue: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._try)

    @property
    def waiting(self) -> bool:
        """Whether a save stands in line."""
        return bool(self._queue)

    def run(
        self,
        action: Callable[[], T],
        *,
        then: Callable[[T], object],
        failed: Callable[[Exception], object],
        owner: QWidget,
    ) -> None:
        """Call `action` when the file is free, then `then(result)` or `failed(error)`.

        The save itself is done even when the owner has been closed meanwhile.
        """

        def step() -> None:
            _do(action, then, failed, owner)

        if not self._queue and not self._is_writing():
            step()
            return
        self._queue.append(step)
        if not self._timer.isActive():
            self._timer.start()
            self.waiting_changed.emit(True)

    def finish(self) -> None:
        """Do everything that stands in line now, however long the writer takes (when leaving)."""
        while self._queue:
            self._queue.pop(0)()

    def _try(self) -> None:
        while self._queue and not self._is_writing():
            self._queue.pop(0)()
        if not self._queue:
            self._timer.stop()
            self.waiting_changed.emit(False)


def _do(
    action: Callable[[], Any],
    then: Callable[[Any], object],
    failed: Callable[[Exception], object],
    owner: QWidget,
) -> None:
    try:
        result = action()
    except Exception as error:
        if shiboken6.isValid(owner):
            failed(error)
        return
    if shiboken6.isValid(owner):
        then(result)
