"""Speed and memory as ratios, each against a floor measured in the same run.

    python3 dev.py bench [--participants 100000] [--quick]

Exit status 1 when a budget of tests/benchmarks/budgets.toml is broken; what the numbers mean is
told in docs/performance.md. The large centre is made once (some ten minutes) and kept in the cache
folder. `--quick` measures a centre of 2 000 and judges only what doesn't depend on the size.
"""

import argparse
import os
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from ca_desktop.i18n import use_language
from tests.benchmarks import long_lists, papers, start_up, window
from tests.benchmarks.measure import Measured
from tests.benchmarks.stores import demo_store
from tests.screens import quiet

BUDGETS = Path(__file__).parent / "benchmarks" / "budgets.toml"
SMALL, LARGE, QUICK = 60, 100_000, 2_000
LINE = "{text:<44}{value:>9}{floor:>9}  {ratio:>7}  {most:>7}  {verdict}"


def main(arguments: list[str]) -> int:
    """Measure and print; 1 when a budget is broken."""
    wish = _wish(arguments)
    budgets = tomllib.loads(BUDGETS.read_text(encoding="utf-8"))
    broken = []
    with tempfile.TemporaryDirectory(prefix="ca-desktop-bench-") as home:
        for variable in ("DATA", "CONFIG", "STATE"):
            os.environ[f"XDG_{variable}_HOME"] = home
        print(_line("", "ms", "floor", "ratio", "budget", ""))
        for measured in _all(wish.participants, 3 if wish.quick else 7):
            budget = budgets[measured.key]
            judged = wish.participants == LARGE or not budget.get("large")
            if not _report(measured, budget, judged=judged):
                broken.append(measured.key)
    print(f"\nOver budget: {', '.join(broken)}" if broken else "\nEverything within its budget.")
    return 1 if broken else 0


def _wish(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--participants", type=int, help=f"size of the large centre ({LARGE})")
    parser.add_argument("--quick", action="store_true", help="a small centre, fewer repeats")
    wish = parser.parse_args(arguments)
    wish.participants = wish.participants or (QUICK if wish.quick else LARGE)
    return wish


def _all(participants: int, times: int) -> Iterator[Measured]:
    use_language("nl")
    quiet.install()
    small = demo_store(SMALL)
    yield from start_up.measures(small, times)
    yield from papers.measures(small, times)
    large = demo_store(participants)
    minutes = large.took / 60
    print(f"A centre of {participants} participants; making it took {minutes:.1f} minutes.")
    with window.opened_window(QApplication(["bench"]), large) as opened:
        yield from window.measures(opened, times)
        yield from long_lists.measures(opened, times)


def _report(measured: Measured, budget: dict[str, Any], *, judged: bool) -> bool:
    """Print one line; whether it is within its budget."""
    within = measured.ratio <= budget["most"] or not judged
    verdict = ("ok" if judged else "not judged") if within else "OVER BUDGET"
    values = (f"{measured.value:.1f}", f"{measured.floor:.2f}", f"{measured.ratio:.1f}×")
    print(_line(budget["text"], *values, f"{budget['most']}×", verdict), flush=True)
    return within


def _line(text: str, value: str, floor: str, ratio: str, most: str, verdict: str) -> str:
    return LINE.format(
        text=text, value=value, floor=floor, ratio=ratio, most=most, verdict=verdict
    ).rstrip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
