#!/usr/bin/env python3
"""Everything a developer does, one word each. Needs only python3; installs whatever is missing.

    python3 dev.py run [ARGUMENTS]    the program (without arguments: its window)
    python3 dev.py test [ARGUMENTS]   the tests (arguments go to pytest)
    python3 dev.py check              all that must be true before a change goes in
    python3 dev.py texts              renew the catalogue with the texts of the program
    python3 dev.py lock               renew requirements.lock after a change in pyproject.toml
    python3 dev.py screenshots        pictures of every page and dialog of the demo centre
    python3 dev.py bench              speed and memory, as ratios
    python3 dev.py demo STORE         make a fictional centre
    python3 dev.py package            a program that runs where there is no Python, with its proof

On Windows: py dev.py run
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
CALLER = Path.cwd()
os.chdir(ROOT)

if sys.version_info < (3, 11):  # noqa: UP036 - says so in words where an older Python starts this
    sys.exit(f"CA Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from devtools import bare  # noqa: E402 - after the check of the version

CHECKS = {
    "format": ["ruff", "format", "--check", "--quiet", "."],
    "lint": ["ruff", "check", "--quiet", "."],
    "types": ["mypy"],
    "floors": ["devtools.floors"],
    "texts": ["devtools.texts", "--check"],
    "tests": ["pytest"],
}


def module(*words: str) -> int:
    """Run a Python module in the project's environment; its exit status."""
    return _status(subprocess.call([str(bare.python(ROOT)), "-m", *words]))


def program(*words: str) -> int:
    """Run the program where the caller stands: a path on the command line is the caller's."""
    line = [str(bare.python(ROOT)), "-m", "ca_desktop", *words]
    return _status(subprocess.call(line, cwd=CALLER))


def _status(code: int) -> int:
    """As a shell says it: a child that a signal ended has a negative status of Python's own."""
    return 128 - code if code < 0 else code


def check() -> int:
    """Run every check, also after one has failed, and say at the end which did."""
    failed = []
    for name, words in CHECKS.items():
        print(f"── {name}", flush=True)
        if module(*words) != 0:
            failed.append(name)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Do what the first word says; the others are passed on."""
    word, rest = (arguments[0] if arguments else "--help"), arguments[1:]
    commands: dict[str, Callable[[], int]] = {
        "run": lambda: program(*rest),
        "test": lambda: module("pytest", *rest),
        "check": check,
        "texts": lambda: module("devtools.texts"),
        "lock": lambda: module("devtools.lock", *rest),
        "screenshots": lambda: module("tests.screenshots", *rest),
        "bench": lambda: module("tests.bench", *rest),
        "demo": lambda: program("demo", *rest),
        "package": lambda: module("installer.build", *rest),
    }
    if word not in commands:
        print(__doc__)
        return 0 if word in ("--help", "-h", "help") else 2
    try:
        bare.prepare(ROOT)
    except bare.Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    if not bare.texts_are_compiled(ROOT) and module("devtools.texts", "--compile") != 0:
        return 1
    return commands[word]()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
