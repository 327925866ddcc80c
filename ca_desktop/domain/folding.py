"""Folds text for search, so that 'lukasz' finds Łukasz and 'straße' finds strasse."""

import unicodedata

_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
_FIRST_MARK = "\u0300"


def fold(text: str) -> str:
    """The text in lower case without marks, with single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = decomposed
    if not decomposed.isascii():
        bare = "".join(m for m in decomposed if m < _FIRST_MARK or not unicodedata.combining(m))
    return " ".join(bare.translate(_WITHOUT_DECOMPOSITION).split())
