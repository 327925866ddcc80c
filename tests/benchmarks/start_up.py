"""The first window and the memory in use, each in fresh processes beside a bare Qt window."""

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.measure import Measured, seconds
from tests.benchmarks.stores import DemoStore


def measures(demo: DemoStore, times: int) -> Iterator[Measured]:
    """Taken in turn, so that a busy moment of the machine strikes both."""
    bare, card = [], []
    for _time in range(times):
        bare.append(seconds(lambda: _show("bare", demo)))
        card.append(seconds(lambda: _show("sign-in", demo)))
    yield Measured(
        key="sign_in_window",
        value=1000 * statistics.median(card),
        floor=1000 * statistics.median(bare),
    )
    yield Measured(key="idle_memory", value=_show("idle", demo), floor=_show("bare", demo))


def _show(kind: str, demo: DemoStore) -> float:
    """Show one window until it is painted; the memory of that process, in MB."""
    words = [sys.executable, "-m", "tests.benchmarks.first_window", kind, str(demo.store)]
    environment = {**os.environ, "CA_DESKTOP_PASSWORD": demo.password}
    said = subprocess.run(
        [*words, demo.name], env=environment, text=True, capture_output=True, check=True
    ).stdout
    return float(said.split()[-1])
