"""Writes a table as Dutch Excel opens it well: real dates in XLSX, ; and a decimal comma in CSV."""

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.tables import TableOut, Value
from ca_desktop.exchange.apostrophes import marked
from ca_desktop.i18n import _

MOST_IN_EXCEL = 200_000  # more would not fit in the memory of an old laptop
LONGEST_CELL = 32_767  # Excel's own limit
_FIRST_DAY_OF_EXCEL = date(1900, 3, 1)  # before it Excel counts a day that never was
_WIDEST, _NARROWEST = 48, 8
_LOOKED_AT = 200
Step = Callable[[int, int], object]


def no_step(_done: int, _total: int) -> None:
    """For whoever does not want to know how far it is."""


def csv_bytes(table: TableOut, step: Step = no_step) -> bytes:
    """Semicolons, CRLF, UTF-8 with the mark by which Excel recognises it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    if table.first_line:
        writer.writerow([table.first_line])
    writer.writerow([marked(_clean(one)) for one in table.headings])
    for done, row in enumerate(table.rows):
        if done % 500 == 0:
            step(done, len(table.rows))
        writer.writerow([_as_text(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(table: TableOut, step: Step = no_step) -> bytes:
    """One sheet with a frozen, filterable heading. UserError when it is longer than Excel likes."""
    import xlsxwriter

    if len(table.rows) > MOST_IN_EXCEL:
        raise UserError(
            _(
                "This list has {rows} rows; Excel gets at most {most}. Filter the list, or save "
                "it as CSV.",
                rows=len(table.rows),
                most=MOST_IN_EXCEL,
            )
        )
    content = io.BytesIO()
    # In memory: a temporary file would hold names on the disk in the clear.
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(table.sheet_name)
    looks = _Looks(book)
    top = 1 if table.first_line else 0
    if top:
        sheet.write_string(0, 0, table.first_line, looks.heading)
    for column, heading in enumerate(table.headings):
        sheet.write_string(top, column, _clean(heading), looks.heading)
        sheet.set_column(column, column, _width(table, column))
    for place, row in enumerate(table.rows):
        if place % 500 == 0:
            step(place, len(table.rows))
        for column, value in enumerate(row):
            looks.write(sheet, top + 1 + place, column, value)
    sheet.freeze_panes(top + 1, 0)
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.headings) - 1)
    book.close()
    return content.getvalue()


class _Looks:
    """How a cell of each kind is written."""

    def __init__(self, book: Any) -> None:
        self.heading = book.add_format({"bold": True, "quote_prefix": False})
        self._day = book.add_format({"num_format": "dd-mm-yyyy"})
        self._quoted = book.add_format({"quote_prefix": True})

    def write(self, sheet: Any, row: int, column: int, value: Value) -> None:
        """Put one value in its cell; nothing stays an empty cell."""
        if value is None or value == "":
            return
        if isinstance(value, date) and value >= _FIRST_DAY_OF_EXCEL:
            sheet.write_datetime(row, column, value, self._day)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value)
        else:
            text = _clean(format_date(value) if isinstance(value, date) else value)
            look = self._quoted if marked(text) != text else None
            sheet.write_string(row, column, _cut(text), look)


def _width(table: TableOut, column: int) -> int:
    texts = [_as_text(row[column]) for row in table.rows[:_LOOKED_AT]]
    longest = max((len(line) for text in texts for line in text.splitlines()), default=0)
    return min(_WIDEST, max(_NARROWEST, longest + 2, len(table.headings[column]) + 4))


def _as_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value)
    if isinstance(value, int | float):
        return str(value).replace(".", ",")
    return marked(_clean(value))


def _clean(text: str) -> str:
    """Without control characters, which no spreadsheet shows; line ends stay."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in whole if one.isprintable() or one in "\n\t \u00a0")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[: LONGEST_CELL - 2]} …"
