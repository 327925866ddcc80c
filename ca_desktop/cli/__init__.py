"""The same services without a window; what scripts may rely on stands in docs/commands.md.

Exit status: 0 done, 1 a message that the user can act on, 2 wrong usage.
"""

import io
import os
import sys
from collections.abc import Sequence

from ca_desktop import settings
from ca_desktop.domain.errors import NotFound, UserError
from ca_desktop.i18n import _, use_language


def main(arguments: Sequence[str]) -> int:
    """Run one command; messages for people go to standard error."""
    from ca_desktop.cli.arguments import parser
    from ca_desktop.cli.commands import run

    _speak_utf8()
    use_language(settings.load().language)
    wishes = parser().parse_args(arguments)
    try:
        status = run(wishes)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        _say_no_more()
        return 0
    except UserError as error:
        print(error.message, file=sys.stderr)
        if isinstance(error, NotFound) and error.nearest:
            print(_("Did you mean: {names}?", names=", ".join(error.nearest)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(_("Stopped."), file=sys.stderr)
        return 1


def _say_no_more() -> None:
    """Whoever read the output has enough (`| head`); Python may not complain at its own end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _speak_utf8() -> None:
    """Names have letters that a console's own code page may not have; programs expect UTF-8."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "replace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
