"""Reads text with separators; finds out the letters (UTF-8, Windows) and the separator itself."""

import csv
import io
from collections import Counter

from ca_desktop.domain.errors import UserError
from ca_desktop.exchange.apostrophes import unmarked
from ca_desktop.i18n import _

_SEPARATORS = ";\t,"
_LOOKED_AT = 50
_LONGEST_FIELD = 1_000_000


def separated_rows(content: bytes) -> list[list[str]]:
    """The rows of a CSV. UserError when it is no text at all."""
    text = _decoded(content)
    if "\0" in text:
        raise UserError(_("This is not a list. Choose a file that ends in .xlsx or .csv."))
    text, separator = _separator(text)
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UserError(
            _("This list can't be read: somewhere a quotation mark is missing.")
        ) from error
    return [[unmarked(_one_line_end(cell)).strip() for cell in row] for row in found]


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> tuple[str, str]:
    """The text and what separates its cells; `sep=;` on the first line says so itself."""
    first, _end, rest = text.partition("\n")
    said = first.strip().casefold()
    if said.startswith("sep=") and len(said) <= 5:
        return rest, said[4:] or "\t"
    return text, max(_SEPARATORS, key=lambda one: _evenness(text, one))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """How many of the first lines have the same number (not none) of this separator, and which."""
    lines = [_outside_quotes(line) for line in text.splitlines()[:_LOOKED_AT] if line.strip()]
    counts = Counter(count for line in lines if (count := line.count(separator)))
    number, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return times, number


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _one_line_end(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
