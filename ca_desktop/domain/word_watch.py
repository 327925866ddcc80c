"""Watches running text for words that say something about health or offences, before it is kept.

It warns and never forbids. Words are found whole, with the inflections that the catalogue gives
(word_watch.toml), however they are accented or written in capitals.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ca_desktop.domain.bsn import bsn_places
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_words import WatchedWords, WatchReason
from ca_desktop.domain.folding import fold

_NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A watched word as it stands in a text, and the reason to leave it out."""

    word: str
    reason: WatchReason


class WordWatch:
    """Finds watched words; made once from the lists of the catalogue."""

    def __init__(self, lists: Iterable[WatchedWords], reasons: Iterable[WatchReason]) -> None:
        self._reasons = {reason.code: reason for reason in reasons}
        by_reason: dict[str, list[str]] = {}
        for group in lists:
            by_reason.setdefault(group.reason, []).extend(group.words)
        self._patterns = [
            (self._reasons[code], re.compile(rf"(?<!\w)(?:{_any_of(words)})(?!\w)"))
            for code, words in by_reason.items()
        ]

    def sightings(self, text: str) -> tuple[Sighting, ...]:
        """Every watched word once, in the order of the text, spelled as it stands there."""
        found: dict[str, tuple[int, Sighting]] = {}
        for start, end, reason in self._places(text):
            word = text[start:end]
            found.setdefault(fold(word), (start, Sighting(word=word, reason=reason)))
        return tuple(sighting for _start, sighting in sorted(found.values(), key=lambda f: f[0]))

    def _places(self, text: str) -> Iterator[tuple[int, int, WatchReason]]:
        folded, origin = _folded(text)
        for reason, pattern in self._patterns:
            for match in pattern.finditer(folded):
                yield origin[match.start()], origin[match.end() - 1] + 1, reason
        if _NUMBER in self._reasons:
            for start, end in bsn_places(text):
                yield start, end, self._reasons[_NUMBER]


@cache
def word_watch() -> WordWatch:
    """The watch over the words of the catalogue."""
    catalogue = load_catalogue()
    return WordWatch(catalogue.watched_words, catalogue.watch_reasons)


def _any_of(words: Iterable[str]) -> str:
    """The longest first: of a word and its inflection the whole inflection is found."""
    return "|".join(_pattern(word) for word in sorted(words, key=len, reverse=True))


def _pattern(word: str) -> str:
    """A word of the list as a pattern: * is any letters, - a dash, a blank or nothing."""
    return "".join(_SIGNS.get(sign, re.escape(sign)) for sign in word)


_SIGNS = {"*": r"\w*", "-": r"[-\s]?", " ": r"\s+", "'": "['’]?"}


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded sign by sign, and for each folded sign its place in the text."""
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(text):
        for one in " " if sign.isspace() else fold(sign):
            signs.append(one)
            origin.append(place)
    return "".join(signs), origin
