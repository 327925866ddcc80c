"""Finds an entry of the catalogue by its code, and the ones that look like what was typed."""

import difflib
from collections.abc import Sequence
from typing import Protocol, TypeVar

from ca_desktop.domain.catalogue_entries import Text
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.folding import fold
from ca_desktop.i18n import _


class Entry(Protocol):
    """What every entry has: a code and a name."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> Text: ...


E = TypeVar("E", bound=Entry)


def known(entries: Sequence[E], code: str) -> E | None:
    """The entry with this code; None for a code of an older catalogue."""
    return next((entry for entry in entries if entry.code == code), None)


def find(entries: Sequence[E], code: str) -> E:
    """The entry with this code. Raises NotFound with the codes whose code or name looks like it."""
    entry = known(entries, code)
    if entry is not None:
        return entry
    raise NotFound(_("“{code}” is not in the catalogue.", code=code), nearest_codes(entries, code))


def nearest_codes(entries: Sequence[Entry], wanted: str) -> tuple[str, ...]:
    """At most three codes, the likeliest first, of entries that look like what was typed."""
    words: dict[str, str] = {}
    for entry in entries:
        for word in (entry.code, entry.name.nl, entry.name.en):
            words.setdefault(fold(word), entry.code)
    close = difflib.get_close_matches(fold(wanted), words, n=6, cutoff=0.5)
    return tuple(dict.fromkeys(words[word] for word in close))[:3]
