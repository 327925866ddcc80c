"""The demo centres that are measured: made once, kept outside the repository."""

import json
import os
import shutil
import time
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ca_desktop.db.version import HEAD
from ca_desktop.services.demo.create import create_demo

SEED = 2026
DAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStore:
    """A demo centre, how to get in, and how long making it took (seconds)."""

    folder: Path
    name: str
    password: str
    took: float

    @property
    def store(self) -> Path:
        return self.folder / "store"


def demo_store(participants: int) -> DemoStore:
    """The demo centre of this size, kept under its size, seed and schema."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ca-desktop-bench"
    folder = base / f"demo-{participants}-seed-{SEED}-schema-{HEAD}"
    if not (folder / "access.json").exists():
        _make(folder, participants)
    return DemoStore(folder=folder, **json.loads((folder / "access.json").read_text()))


def _make(folder: Path, participants: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    start = time.perf_counter()

    def say(done: int, of: int) -> None:
        passed = time.perf_counter() - start
        print(f"\rMaking a centre of {of}: {done}, {passed:.0f} s  ", end="", flush=True)

    access = create_demo(folder / "store", participants, SEED, DAY, say)
    print()
    made = DemoStore(
        folder=folder,
        name=access.sign_in_name,
        password=access.password,
        took=round(time.perf_counter() - start, 1),
    )
    kept = {name: value for name, value in asdict(made).items() if name != "folder"}
    (folder / "access.json").write_text(json.dumps(kept))
