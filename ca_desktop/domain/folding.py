"""Folds text for search, so that 'lukasz' finds Łukasz and 'straße' finds strasse."""

import unicodedata

_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)


def fold(text: str) -> str:
    """The text in lower case without marks, with single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return " ".join(bare.translate(_WITHOUT_DECOMPOSITION).split())
