"""Finds the files that travel with the program: fonts, icons, catalogue, locale."""

import sys
from pathlib import Path


def _root() -> Path:
    """The folder `resources`, beside the package in a checkout and inside a built program."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return base / "resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `resource("fonts", "NotoSans-Regular.ttf")`.

    Raises FileNotFoundError when it isn't there: a resource that is missing is a bug, not a choice.
    """
    path = _root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"Not shipped with the program: {'/'.join(parts)}")
    return path
