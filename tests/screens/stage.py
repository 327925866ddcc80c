"""What every picture needs: a demo centre, a window of the right size, quiet before the grab."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ca_desktop.ui.kit.jobs import Jobs

PATIENCE = 20.0  # seconds for the slowest job (making a centre)


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """The demo centre and how to get in."""

    store: Path
    name: str
    password: str


class Stage:
    """Grabs widgets into numbered files, once nothing is running any more."""

    def __init__(self, app: QApplication, jobs: Jobs, folder: Path, size: QSize, only: str) -> None:
        self.app, self.jobs, self.folder, self.size = app, jobs, folder, size
        self.scene = ""
        self.taken: list[Path] = []
        self._only = only

    def keep(self, widget: QWidget, name: str) -> None:
        """A picture of this widget, under the name of the scene and this name."""
        self.settle()
        full = "-".join(filter(None, (self.scene, name)))
        if self._only not in full or not shiboken6.isValid(widget):
            return
        self._measure(full)
        path = self.folder / f"{len(self.taken) + 1:03}-{full}.png"
        widget.grab().save(str(path))
        self.taken.append(path)

    def _measure(self, name: str) -> None:
        """Say which window asks for more room than the screen has: a part would not be seen."""
        for one in self.app.topLevelWidgets():
            if one.isVisible():
                needed = one.minimumSizeHint().expandedTo(one.size())
                if needed.boundedTo(self.size) != needed:
                    print(f"{name}: {type(one).__name__} asks {needed.toTuple()}", flush=True)

    def settle(self, until: Callable[[], bool] = lambda: True) -> None:
        """Handle events until no job runs and `until()` holds. AssertionError when that lasts."""
        end = time.monotonic() + PATIENCE
        while True:
            self._rounds()
            if not self.jobs.busy and until():
                self._rounds()  # what came last gets its place
                return
            assert time.monotonic() < end, f"{self.scene}: still busy after {PATIENCE} s"

    def _rounds(self) -> None:
        for _round in range(6):
            self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def dialogs(self) -> Iterator[QDialog]:
        """The dialogs that are open, the newest last."""
        for widget in self.app.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                yield widget

    def keep_dialogs(self, name: str) -> None:
        """Pictures of what is open over the window, and away with it."""
        self.settle()
        for number, dialog in enumerate(list(self.dialogs())):
            self.keep(dialog, f"{name}-{number + 1}" if number else name)
            dialog.hide()
            dialog.deleteLater()
        self.settle()
