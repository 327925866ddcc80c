"""Timing: medians of several runs, and what 'painted' means."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ca_desktop.ui.kit.jobs import Jobs

PATIENCE = 120.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One number and its floor, both in milliseconds (or megabytes); `key` is its budget's."""

    key: str
    value: float
    floor: float

    @property
    def ratio(self) -> float:
        return self.value / self.floor


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(work: Callable[[], object], times: int) -> float:
    """The median of several calls, in milliseconds, after one that doesn't count."""
    work()
    return 1000 * statistics.median(seconds(work) for _time in range(times))


def median_of(works: Iterable[Callable[[], object]]) -> float:
    """The median over different calls, each made once, in milliseconds."""
    return 1000 * statistics.median([seconds(work) for work in works])


class Painted(QObject):
    """Notices when a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() is QEvent.Type.Paint
        return False


def wait_for(paint: Painted, jobs: Jobs | None = None) -> None:
    """Handle events until the widget has been painted and no job runs."""
    before, end = paint.times, time.perf_counter() + PATIENCE
    while paint.times == before or (jobs is not None and jobs.busy):
        QApplication.processEvents()
        assert time.perf_counter() < end, "nothing was painted"
