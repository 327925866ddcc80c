"""Reads a list from Excel or CSV into rows of text, whatever program wrote it."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.domain.tables import TableIn
from ca_desktop.exchange.apostrophes import unmarked
from ca_desktop.exchange.separated import separated_rows
from ca_desktop.i18n import _

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 200
_PACKED = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOOKED_AT = 20  # rows among which the headings stand
_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!")


def read_table(path: Path) -> TableIn:
    """The first sheet with something on it. UserError in words when this is no list."""
    content = _content(path)
    if content.startswith((_PACKED, _OLD_OFFICE)):
        rows = _rows_of_book(content)
    else:
        rows = separated_rows(content)
    return _table(path.name, rows)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                _("This file is larger than 20 MB. Split the list and read in each part.")
            )
        return path.read_bytes()
    except OSError as error:
        raise StorageError(
            _(
                "{path} can't be read. Check whether the file is there and whether it is open in "
                "another program.",
                path=path,
            )
        ) from error


def _rows_of_book(content: bytes) -> list[list[str]]:
    if content.startswith(_OLD_OFFICE) and _ENCRYPTED in content:
        raise UserError(
            _("This file is protected with a password. Save it in Excel without a password first.")
        )
    if content.startswith(_PACKED):
        _refuse_bomb(content)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for number in range(len(book.sheet_names)):
            sheet = book.get_sheet_by_index(number)
            if sheet.total_height > MOST_ROWS + _LOOKED_AT:
                raise too_long()
            found = sheet.to_python(skip_empty_area=False)
            if any(cell != "" for row in found for cell in row):
                return [[_as_text(cell) for cell in row] for row in found]
        return []
    except UserError:
        raise
    except CalamineError as error:
        raise _broken() from error
    except BaseException as error:  # a panic of the reader is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise _broken() from error


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _broken() from error
    if unpacked > MOST_UNPACKED:
        raise UserError(_("This file holds too much to read in. Split the list into parts."))


def _broken() -> UserError:
    return UserError(
        _(
            "This file can't be read: it is damaged, protected or not a list. Open it in Excel "
            "and save it again as .xlsx or .csv."
        )
    )


def too_long() -> UserError:
    """What is said of a list that is longer than we read."""
    return UserError(_("This list has more than {rows} rows. Split it into parts.", rows=MOST_ROWS))


def _as_text(cell: Any) -> str:
    if isinstance(cell, bool):
        return _("yes") if cell else _("no")
    if isinstance(cell, float):
        whole = cell == cell and abs(cell) < 1e15 and cell == int(cell)
        return str(int(cell)) if whole else str(cell).replace(".", ",")
    if isinstance(cell, datetime):
        has_time = (cell.hour, cell.minute) != (0, 0)
        return format_date(cell.date()) + (f" {cell:%H:%M}" if has_time else "")
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, timedelta):
        return str(cell)
    text = unmarked(str(cell)).strip()
    return "" if text in _ERRORS else text


def _table(name: str, rows: Sequence[Sequence[str]]) -> TableIn:
    """Headings are the first row that is about as full as the fullest: a title above is no row."""
    filled = [sum(1 for cell in row if cell) for row in rows[:_LOOKED_AT]]
    if not any(filled):
        raise UserError(_("There is nothing in this file."))
    enough = max(1, (max(filled) + 1) // 2)
    top = next(place for place, count in enumerate(filled) if count >= enough)
    kept = list(rows[top + 1 :])
    while kept and not any(kept[-1]):
        kept.pop()
    if len(kept) > MOST_ROWS:
        raise too_long()
    width = _width([rows[top], *kept])
    if width > MOST_COLUMNS:
        raise UserError(_("This list has more than {n} columns.", n=MOST_COLUMNS))
    return TableIn(
        name=name,
        headings=_padded(rows[top], width),
        rows=tuple(_padded(row, width) for row in kept),
        first_row=top + 2,
    )


def _width(rows: Sequence[Sequence[str]]) -> int:
    return max(
        (place + 1 for row in rows for place, cell in enumerate(row) if cell),
        default=0,
    )


def _padded(row: Sequence[str], width: int) -> tuple[str, ...]:
    return tuple(row[:width]) + ("",) * (width - len(row))
