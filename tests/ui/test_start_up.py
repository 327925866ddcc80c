"""The first window is there before anything heavy, with a store and without one.

Each test starts a process of its own: what an import loads can't be unloaded here.
"""

import os
import subprocess
import sys
from pathlib import Path

from ca_desktop.__main__ import _is_for_the_window
from tests.ui.conftest import Template

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "pypdfium2", "pikepdf")
START = """
import sys
from pathlib import Path
from ca_desktop.app import program
from ca_desktop.settings import Settings

program._warm_up = lambda: None  # what it imports in a thread is not what the window waits for
started = program.Program(Settings())
started.start(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
card = started.entrance.card
while not card.windowHandle().isExposed():
    started.app.processEvents()
print(type(card.step).__name__, *sorted(name for name in {heavy} if name in sys.modules))
started.jobs.close()
""".replace("{heavy}", repr(HEAVY))


def first_card(*arguments: str) -> list[str]:
    """The step that stands on the first card, and which heavy modules were loaded by then."""
    done = subprocess.run(
        [sys.executable, "-c", START, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_without_a_store_the_program_starts_with_the_first_run_and_nothing_heavy() -> None:
    assert first_card() == ["FirstRun"]


def test_with_a_store_the_program_asks_who_it_is_and_loads_nothing_heavy(
    centre_template: Template,
) -> None:
    assert first_card(str(centre_template.folder)) == ["SignIn"]


def test_a_double_click_on_the_file_in_a_store_opens_that_store(centre_template: Template) -> None:
    assert first_card(str(centre_template.folder / "Openen.cacentrum")) == ["SignIn"]


def test_a_store_that_is_gone_is_said_on_the_first_card(tmp_path: Path) -> None:
    assert first_card(str(tmp_path / "weg")) == ["FirstRun"]


def test_the_warm_up_brings_what_the_store_needs() -> None:
    words = "import sys; from ca_desktop.app import program; program._warm_up()\n"
    words += "import threading; [t.join() for t in threading.enumerate() if t.name == 'warm-up']\n"
    words += "print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "True"


def test_the_folder_of_a_store_is_for_the_window(centre_template: Template, tmp_path: Path) -> None:
    assert _is_for_the_window([str(centre_template.folder)])
    assert not _is_for_the_window([str(tmp_path)])


def test_a_screen_that_does_not_answer_is_said_in_dutch() -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "-m", "ca_desktop"],
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
        cwd=Path(__file__).parents[2],
        env={**bare, "DISPLAY": ":9876"},
    )
    assert (done.returncode, done.stderr) == (1, "Het scherm :9876 is niet te bereiken.\n")
