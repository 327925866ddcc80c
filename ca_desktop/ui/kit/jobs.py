"""Work that may take longer than 100 ms: one worker thread, progress, cancel.

    desk.jobs.run(work, then=self._show, owner=self, label=_("Making the report"))

`work(progress)` knows no Qt and calls `progress.step(done, total)` now and then, which raises
Cancelled once somebody pressed cancel.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label

T = TypeVar("T")


class Cancelled(Exception):
    """Raised by `progress.step()` when the job was cancelled."""


class Progress:
    """What a job reports to; safe to use from the worker's thread."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._stop = Event()

    def step(self, done: int = 0, total: int = 0) -> None:
        """Say how far it is (total 0: unknown). Raises Cancelled when asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self._report(done, total)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


class Jobs(QObject):
    """The queue of long work. One at a time, in order."""

    began = Signal(str)
    stepped = Signal(int, int)
    ended = Signal()
    _done = Signal(object)
    _reported = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._waiting: list[_Job] = []
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self.stepped, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return bool(self._waiting)

    def run(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], object],
        owner: QWidget,
        label: str,
        failed: Callable[[Exception], object] | None = None,
    ) -> Progress:
        """Do `work` in the worker; `then(result)` comes on the window's thread.

        A result for an owner that is gone is dropped. An error goes to `failed`, else to the
        error dialog. Returns the progress, whose `cancel()` stops the job.
        """
        progress = Progress(self._reported.emit)
        job = _Job(work, then, failed, owner, label, progress)
        self._waiting.append(job)
        if len(self._waiting) == 1:
            self._start(job)
        return progress

    def cancel(self) -> None:
        """Stop the job that runs now."""
        if self._waiting:
            self._waiting[0].progress.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the worker (at the end of the program)."""
        for job in self._waiting:
            job.progress.cancel()
        del self._waiting[1:]
        self._pool.shutdown(wait=True)

    def _start(self, job: "_Job") -> None:
        self.began.emit(job.label)
        self._pool.submit(self._work, job)

    def _work(self, job: "_Job") -> None:
        try:
            job.progress.step()
            job.result = job.work(job.progress)
        except Exception as error:
            job.error = error
        self._done.emit(job)

    def _finish(self, job: "_Job") -> None:
        self._waiting.remove(job)
        self.ended.emit()
        if self._waiting:
            self._start(self._waiting[0])
        if shiboken6.isValid(job.owner):
            job.report()


class _Job:
    """One piece of work and what it left."""

    def __init__(
        self,
        work: Callable[[Progress], Any],
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None,
        owner: QWidget,
        label: str,
        progress: Progress,
    ) -> None:
        self.work, self.then, self.failed = work, then, failed
        self.owner, self.label, self.progress = owner, label, progress
        self.result: Any = None
        self.error: Exception | None = None

    def report(self) -> None:
        """Hand the result or the error to whoever asked."""
        if self.error is None:
            self.then(self.result)
        elif isinstance(self.error, Cancelled):
            return
        elif self.failed is not None:
            self.failed(self.error)
        else:
            show_error(self.error, self.owner)


class ProgressStrip(QWidget):
    """The strip at the bottom of the window: what runs, how far, and a way to stop it."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("progress-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = label("", wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self.stop = QPushButton(_("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop)
        self.hide()
        jobs.began.connect(self._begin)
        jobs.stepped.connect(self._step)
        jobs.ended.connect(self.hide)
        self.stop.clicked.connect(jobs.cancel)

    def _begin(self, words: str) -> None:
        self._words.setText(f"{words} …")
        self._bar.setRange(0, 0)
        self.show()

    def _step(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
