"""Where the windowed program is put together, by hand, top to bottom; no registry, no globals."""

import sys
from collections.abc import Sequence
from pathlib import Path

from ca_desktop import settings
from ca_desktop.i18n import _, use_language


def main(arguments: Sequence[str]) -> int:
    """Open the window; with a path, on the store of that file. Returns the exit status."""
    chosen = settings.load()
    use_language(chosen.language)
    if not has_screen():
        print(
            _("There is no screen here. Use a command instead: ca-desktop --help"), file=sys.stderr
        )
        return 1
    from ca_desktop.app.program import Program

    program = Program(chosen)
    program.start(Path(arguments[0]) if arguments else None)
    return program.run()


def has_screen() -> bool:
    """Whether a window can be shown; asked before Qt, which would end the program without a
    word.
    """
    import os

    if sys.platform in ("win32", "darwin"):
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)
