"""Where the windowed program is put together, by hand, top to bottom; no registry, no globals."""

import os
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
            _("There is no screen here. Use a command instead: {line}", line=_help_line()),
            file=sys.stderr,
        )
        return 1
    if not _screen_answers():
        print(
            _("The screen {screen} can't be reached.", screen=os.environ["DISPLAY"]),
            file=sys.stderr,
        )
        return 1
    try:
        from ca_desktop.app.program import Program
    except ImportError as error:
        if ".so" not in str(error):
            raise
        print(_missing(error), file=sys.stderr)
        return 1

    program = Program(chosen)
    program.start(Path(arguments[0]) if arguments else None)
    return program.run()


def has_screen() -> bool:
    """Whether a window can be shown; asked before Qt, which would end the program without a
    word.
    """
    if sys.platform in ("win32", "darwin"):
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)


def _help_line() -> str:
    """How somebody who started the program this way asks for its commands."""
    from_checkout = (Path(__file__).parents[2] / "dev.py").is_file()
    return "python3 dev.py run --help" if from_checkout else "ca-desktop --help"


def _missing(error: ImportError) -> str:
    """Which libraries of the computer the window needs; Qt names only the first."""
    return _(
        "The window can't open: {error}\nInstall these (Debian, Ubuntu): {packages}",
        error=error,
        packages="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
        "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0",
    )


def _screen_answers() -> bool:
    """Whether the X screen that DISPLAY names can be reached; Qt would end the program itself."""
    others = ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in others):
        return True
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt will say what is missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
