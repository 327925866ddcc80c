"""A command line that explains itself in the user's language, and takes options only in full."""

import argparse
from typing import Any

from ca_desktop.i18n import N_, _, ngettext

# What argparse says to users, marked for our catalogue; it looks them up as it speaks.
_WORDS_OF_ARGPARSE = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at least one argument"),
    N_("expected at most one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid %(type)s value: %(value)r"),
)


class Parser(argparse.ArgumentParser):
    """An option counts only in full: `--password WORD` must not pass for `--password-file`."""

    def __init__(self, **wishes: Any) -> None:
        # argparse has no other place to say in which language it speaks.
        vars(argparse).update(_=_, ngettext=ngettext)
        super().__init__(**{**wishes, "allow_abbrev": False})


def count(text: str) -> int:
    """How many people a demo centre gets."""
    number = whole(text)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(_("choose between 1 and 1 000 000"))
    return number


def whole(text: str) -> int:
    """A whole number."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{text}” is no whole number", text=text)) from None
