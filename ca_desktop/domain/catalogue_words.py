"""The words of the catalogue that running text about a person is better without.

The names of the fields are the keys in `resources/catalogue/word_watch.toml`.
"""

from dataclasses import dataclass

from ca_desktop.domain.catalogue_entries import Origin, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchReason:
    """Why a kind of word is better left out, and what to write instead."""

    code: str
    name: Text
    why: Text
    instead: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedWords:
    """Words with one reason. A * before or behind a word stands for any letters, a - for a dash,
    a blank or nothing.
    """

    code: str
    name: Text
    reason: str
    words: tuple[str, ...]
    origin: Origin
