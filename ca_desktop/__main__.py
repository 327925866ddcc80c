"""`python -m ca_desktop`: with a command the command line, without one the window."""

import sys
from collections.abc import Sequence
from pathlib import Path


def main(argv: Sequence[str] | None = None) -> int:
    """Start the window, or the command that the arguments name. Returns the exit status.

    The two are imported only when asked for: a command works where Qt can't load.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if _is_for_the_window(arguments):
        from ca_desktop.app import main as open_window

        return open_window(arguments)
    from ca_desktop.cli import main as run_command

    return run_command(arguments)


def _is_for_the_window(arguments: Sequence[str]) -> bool:
    """No argument opens the window; so does a store: its folder, or its file (a double click)."""
    if not arguments:
        return True
    return len(arguments) == 1 and (
        arguments[0].endswith(".cacentrum") or (Path(arguments[0]) / "vault.json").is_file()
    )


if __name__ == "__main__":
    sys.exit(main())
