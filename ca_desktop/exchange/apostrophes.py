"""A text that a spreadsheet would take for a formula gets an apostrophe in front, as Excel does."""

import re

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")


def marked(text: str) -> str:
    """The text as a cell that no spreadsheet runs."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unmarked(text: str) -> str:
    """The text again, without the apostrophe of `marked`."""
    return text[1:] if _MARKED.match(text) else text
