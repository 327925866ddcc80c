"""A list of qualifications from elsewhere beside the list in force: what is new, what differs, what
is wrong. Rows of one code are read together: a table of pairs has one row per equivalent.

An empty cell, or a column that was left out, says nothing: what stood there stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.listed_qualifications import ListedQualification
from ca_desktop.domain.qualification_columns import Columns, QualificationField
from ca_desktop.domain.qualification_rows import (
    Difference,
    FieldChange,
    QualificationRow,
    field_changes,
    shown,
)
from ca_desktop.domain.qualifications import Qualification, problems
from ca_desktop.domain.tables import TableIn
from ca_desktop.domain.written_codes import read_code, read_codes, read_level, read_paths
from ca_desktop.domain.written_values import read_date
from ca_desktop.i18n import _


def compare(
    table: TableIn,
    columns: Columns,
    listed: Mapping[str, ListedQualification],
    today: date,
) -> Iterator[QualificationRow]:
    """Every code of the file in its order, then the codes of the list that the file lacks."""
    grouped, wrong = _grouped(table, columns, today)
    yield from wrong
    for code, cells in grouped.items():
        yield _row(code, cells, listed.get(code))
    for code, one in listed.items():
        if code not in grouped:
            name = one.qualification.name
            yield QualificationRow(code=code, name=name, difference=Difference.GONE)


@dataclass(slots=True)
class _Cells:
    """What the rows of one code say together; `said` keeps in which row a value stood first."""

    numbers: list[int]
    values: dict[str, Any]
    said: dict[str, int]
    problems: list[str]


def _grouped(
    table: TableIn, columns: Columns, today: date
) -> tuple[dict[str, _Cells], list[QualificationRow]]:
    at = {one: place for place, one in enumerate(columns) if one is not None}
    grouped: dict[str, _Cells] = {}
    wrong: list[QualificationRow] = []
    for place, cells in enumerate(table.rows):
        number = table.first_row + place
        if not any(cells[column] for column in at.values()):
            continue
        try:
            code = read_code(cells[at[QualificationField.CODE]])
            if not code:
                raise RuleBroken(_("There is no code in this row. Fill it in, or take it out."))
        except RuleBroken as error:
            name = cells[at[QualificationField.NAME]] if QualificationField.NAME in at else ""
            wrong.append(_unread(number, name, error.message))
            continue
        group = grouped.setdefault(code, _Cells([], {}, {}, []))
        group.numbers.append(number)
        for field, column in at.items():
            if field is not QualificationField.CODE and cells[column]:
                _take(group, field, cells[column], number, today)
    return grouped, wrong


def _unread(number: int, name: str, why: str) -> QualificationRow:
    return QualificationRow(
        code="",
        name=name,
        difference=Difference.WRONG,
        numbers=(number,),
        problems=(_in_row(number, why),),
    )


def _in_row(number: int, why: str) -> str:
    return _("Row {number}: {why}", number=number, why=why)


def _take(group: _Cells, field: QualificationField, text: str, number: int, today: date) -> None:
    """Add one cell to what is known of its code; a second row may not contradict the first."""
    try:
        value = _read(field, text, today)
    except RuleBroken as error:
        group.problems.append(_in_row(number, f"{field.text}. {error.message}"))
        return
    if field is QualificationField.EQUIVALENTS:
        group.values[field] = tuple(dict.fromkeys((*group.values.get(field, ()), *value)))
    elif field in group.values and group.values[field] != value:
        words = _(
            "“{field}” is {this} here and {that} in row {first}. Keep one of the two.",
            field=field.text,
            this=shown(value),
            that=shown(group.values[field]),
            first=group.said[field],
        )
        group.problems.append(_in_row(number, words))
    else:
        group.values[field], group.said[field] = value, number


def _read(field: QualificationField, text: str, today: date) -> Any:
    match field:
        case QualificationField.LEVEL:
            return read_level(text)
        case QualificationField.EQUIVALENTS:
            return read_codes(text)
        case QualificationField.STARTS_ON | QualificationField.ENDS_ON:
            return read_date(text, today=today)
        case QualificationField.LEARNING_PATHS:
            return read_paths(text)
        case _:
            return " ".join(text.split())


def _row(code: str, cells: _Cells, listed: ListedQualification | None) -> QualificationRow:
    before = listed.qualification if listed else None
    values = dict(cells.values)
    if code in values.get("equivalents", ()):  # a list may name the code itself among them
        values["equivalents"] = tuple(one for one in values["equivalents"] if one != code)
    if listed is not None and {listed.qualification.name, values.get("name")} <= set(listed.names):
        del values["name"]  # the name of the catalogue, in the other language
    found = list(cells.problems)
    if before is None and not found:
        missing = [one.text for one in _NEEDED if one not in values]
        if missing:
            words = _(
                "This code is not in the list yet, and the file does not say its {fields}. Add "
                "that to the file, or leave this one out.",
                fields=", ".join(missing).lower(),
            )
            found.append(_in_row(cells.numbers[0], words))
    start = before or Qualification(code=code, name="", level=1)
    after = replace(start, **values) if not found else None
    if after is not None:
        found += [_in_row(cells.numbers[0], one.message) for one in problems(after)]
    changes = field_changes(before, values) if before else ()
    return QualificationRow(
        code=code,
        name=values.get("name") or start.name,
        difference=_difference(before, changes, found),
        numbers=tuple(cells.numbers),
        qualification=None if found else after,
        changes=changes,
        problems=tuple(found),
    )


_NEEDED = (QualificationField.NAME, QualificationField.LEVEL)


def _difference(
    before: Qualification | None, changes: Sequence[FieldChange], found: Sequence[str]
) -> Difference:
    if found:
        return Difference.WRONG
    if before is None:
        return Difference.NEW
    return Difference.CHANGED if changes else Difference.SAME
