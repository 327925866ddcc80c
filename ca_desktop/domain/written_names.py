"""Names as lists write them: 'Boer, Piet de', 'VAN DER BERG', 'Piet de Boer'; into three parts."""

import tomllib
from functools import cache

from ca_desktop.domain.names import PersonName
from ca_desktop.resources import resource

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})


def split_last_name(text: str) -> PersonName:
    """'van der Berg' gives prefix and last name; so does 'Berg, van der'."""
    if "," in text:
        return split_name(text)
    words = _words(text)
    count = _leading(words)
    return PersonName(prefix=_low(words[:count]), last=tidy(" ".join(words[count:])))


def split_name(text: str) -> PersonName:
    """A whole name in one cell, with or without a comma."""
    last, comma, given = text.partition(",")
    if comma:
        return _with_comma(last, given)
    words = _words(text)
    if len(words) == 1:
        return PersonName(first=tidy(words[0]))
    start = next((n for n, word in enumerate(words[:-1]) if n and _is_prefix(word)), len(words) - 1)
    family = split_last_name(" ".join(words[start:]))
    first = tidy(" ".join(words[:start]))
    return PersonName(first=first, prefix=family.prefix, last=family.last)


def _with_comma(last: str, given: str) -> PersonName:
    family = split_last_name(last)
    parts = [part for part in (_words(one) for one in given.split(",")) if part]
    words = [word for part in parts if not all(map(_is_prefix, part)) for word in part]
    prefix = [word for part in parts if all(map(_is_prefix, part)) for word in part]
    end = len(words)
    while end > 1 and _is_prefix(words[end - 1]):
        end -= 1
    prefix = [*words[end:], *prefix]
    return PersonName(
        first=tidy(" ".join(words[:end])),
        prefix=" ".join(part for part in (_low(prefix), family.prefix) if part),
        last=family.last,
    )


def _leading(words: list[str]) -> int:
    """How many words in front are prefixes; the last word is always the name."""
    count = 0
    while count < len(words) - 1 and _is_prefix(words[count]):
        count += 1
    return count


def _is_prefix(word: str) -> bool:
    return word.casefold() in _prefixes()


@cache
def _prefixes() -> frozenset[str]:
    file = resource("lists", "name_prefixes.toml")
    words: list[str] = tomllib.loads(file.read_text(encoding="utf-8"))["prefixes"]
    return frozenset(words)


def _words(text: str) -> list[str]:
    return text.translate(_APOSTROPHES).split()


def _low(words: list[str]) -> str:
    return " ".join(words).lower()


def tidy_prefix(text: str) -> str:
    """A prefix from a column of its own, in small letters."""
    return _low(_words(text))


def tidy(text: str) -> str:
    """Single spaces; JANSEN and jansen become Jansen, but initials and MacDonald stay."""
    return " ".join(_tidy_word(word) for word in _words(text))


def _tidy_word(word: str) -> str:
    letters = [one for one in word if one.isalpha()]
    is_loud = len(letters) > 2 and word.isupper() and "." not in word
    if not is_loud and not (word.islower() and len(letters) > 1 and not _is_prefix(word)):
        return word
    return "-".join(_capital(part) for part in word.split("-"))


def _capital(part: str) -> str:
    if _is_prefix(part):
        return part.lower()
    low = part.lower()
    start = 2 if low.startswith("ij") else 1
    if low[1:2] == "'" and len(low) > 2:  # d'Arc, O'Brien
        return low[:1].upper() + "'" + low[2:3].upper() + low[3:]
    return low[:start].upper() + low[start:]
