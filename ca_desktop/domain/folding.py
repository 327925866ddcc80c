"""Folds text for search, so that 'lukasz' finds Łukasz and 'straße' finds strasse."""

import unicodedata

_WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
)
_FIRST_MARK = "\u0300"


def fold(text: str) -> str:
    """The text in lower case without marks, with single spaces. Folding twice is folding once."""
    bare = text.casefold()
    if not bare.isascii():
        # Taking apart can give a capital again (ᴬ is an A), so the case is folded behind it too.
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", bare).casefold())
        bare = "".join(m for m in apart if m < _FIRST_MARK or not unicodedata.combining(m))
    return " ".join(bare.translate(_WITHOUT_DECOMPOSITION).split())
