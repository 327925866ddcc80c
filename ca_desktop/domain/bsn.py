"""Recognises a Dutch citizen service number (BSN), which may not be recorded as another number."""

import re
from collections.abc import Iterator

_AS_WRITTEN = re.compile(  # at once, or in the groups that people use; a date is none of these
    r"(?<!\w)(?<!\d[\s.-])(?:\d{9}|\d{4}[\s.-]\d{2}[\s.-]\d{3}|\d{3}(?:[\s.-]\d{3}){2})"
    r"(?!\w|[\s.-]\d)",
    re.ASCII,
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def holds_bsn(text: str) -> bool:
    """Whether nine digits in a row, spaces, dots and dashes aside, pass the test of eleven."""
    joined = re.sub(r"(?<=\d)[\s.-]+(?=\d)", "", text)
    return any(_passes(digits) for digits in re.findall(r"\b\d{9}\b", joined))


def bsn_places(text: str) -> Iterator[tuple[int, int]]:
    """Where a number that passes stands in running text, from and until, written as one writes a
    number: the digits of a date and a time together are none.
    """
    for match in _AS_WRITTEN.finditer(text):
        if _passes(re.sub(r"\D", "", match.group())):
            yield match.span()


def is_bsn(text: str) -> bool:
    """Whether the text is one number of nine digits that passes; spaces, dots and dashes aside."""
    digits = digits_of(text)
    return re.fullmatch(r"\d{9}", digits, re.ASCII) is not None and _passes(digits)


def digits_of(text: str) -> str:
    """The number without the blanks, dots and dashes that people write in it."""
    return re.sub(r"[\s.-]", "", text)


def _passes(digits: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0
