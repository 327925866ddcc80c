"""A list of participants from elsewhere: what each row would become and what is wrong, in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.contacts import ContactPerson
from ca_desktop.domain.dates import DateKind
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.import_columns import PHONES, ImportField
from ca_desktop.domain.import_contacts import read_contact
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant, problems
from ca_desktop.domain.phones import number_and_words, read_phone
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.tables import TableIn
from ca_desktop.domain.written_names import split_last_name, split_name, tidy, tidy_prefix
from ca_desktop.domain.written_values import (
    read_date,
    read_email,
    read_labels,
    read_language,
    read_postcode,
)
from ca_desktop.i18n import _

Columns = Sequence[ImportField | None]


class RowState(StrEnum):
    """What happens with a row."""

    GOOD = "good"
    DOUBLE = "double"
    PROBLEM = "problem"
    EMPTY = "empty"

    @property
    def text(self) -> str:
        """The word beside the icon."""
        return {
            RowState.GOOD: _("good"),
            RowState.DOUBLE: _("possibly double"),
            RowState.PROBLEM: _("has a problem"),
            RowState.EMPTY: _("empty row"),
        }[self]


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell; `column` -1 is the row as a whole."""

    column: int
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One row of the list: its number in the file, who it would become with whom to call, and what
    is wrong.
    """

    number: int
    cells: tuple[str, ...]
    participant: Participant | None
    contact: ContactPerson | None = None
    problems: tuple[CellProblem, ...] = ()
    doubles: tuple[str, ...] = field(default=())

    @property
    def id(self) -> int:
        return self.number

    @property
    def closing(self) -> StageChange | None:
        """How somebody who had left already became finished; the list does not say how it ended."""
        person = self.participant
        if person is None or person.ended_on is None or not person.stage.is_closed:
            return None
        return StageChange(
            participant_id=person.id,
            before=Stage.ACTIVE,
            after=person.stage,
            on=person.ended_on,
            reason=_("Had left already when the list was read in."),
        )

    @property
    def state(self) -> RowState:
        if not any(self.cells):
            return RowState.EMPTY
        if self.problems:
            return RowState.PROBLEM
        return RowState.DOUBLE if self.doubles else RowState.GOOD

    @property
    def reason(self) -> str:
        """Everything that is said about this row, in sentences."""
        return " ".join([*(one.message for one in self.problems), *self.doubles])


def read_row(
    table: TableIn, place: int, columns: Columns, today: date, without: frozenset[int]
) -> ImportRow:
    """What one row becomes; the columns `without` are refused and never looked at."""
    cells = tuple("" if n in without else cell for n, cell in enumerate(table.rows[place]))
    number = table.first_row + place
    reader = _Reader(cells, columns, today)
    if not any(cells):
        return ImportRow(number=number, cells=cells, participant=None)
    participant = reader.participant()
    contact = reader.contact(participant.id)
    found = list(reader.problems)
    unread = {one.column for one in found}  # an empty field there says nothing more
    ruled = [CellProblem(reader.column_of(one.field), one.message) for one in problems(participant)]
    found += [one for one in ruled if one.column not in unread]
    return ImportRow(
        number=number,
        cells=cells,
        participant=None if found else participant,
        contact=None if found else contact,
        problems=tuple(found),
    )


class _Reader:
    """Reads the cells of one row into the fields of a participant; collects what is wrong."""

    def __init__(self, cells: tuple[str, ...], columns: Columns, today: date) -> None:
        self._today = today
        self._at = {one: place for place, one in enumerate(columns) if one is not None}
        self._cells: Mapping[ImportField, str] = {
            one: " ".join(cells[place].split()) if one is not ImportField.TAGS else cells[place]
            for one, place in self._at.items()
        }
        self.problems: list[CellProblem] = []

    def column_of(self, name: str) -> int:
        """In which column the field of a participant stands; -1 when none fills it."""
        if name in {"first_name", "last_name"}:
            names = (ImportField.LAST_NAME, ImportField.NAME, ImportField.FIRST_NAME)
            return next((self._at[one] for one in names if one in self._at), -1)
        return self._at.get(ImportField(name), -1) if name in set(ImportField) else -1

    def participant(self) -> Participant:
        """Who the row becomes, as far as it can be read."""
        self._refuse_citizen_numbers()
        name = self._name()
        starts_on = self._date(ImportField.STARTS_ON) or self._today
        ended_on = self._date(ImportField.ENDED_ON)
        return replace(
            Participant(number=0, starts_on=starts_on),
            first_name=name.first,
            prefix=name.prefix,
            last_name=name.last,
            born_on=self._date(ImportField.BORN_ON, DateKind.BIRTH),
            phone=self._phone(ImportField.PHONE),
            email=read_email(self._text(ImportField.EMAIL)),
            address=self._address(),
            postcode=read_postcode(self._text(ImportField.POSTCODE)),
            place=tidy(self._text(ImportField.PLACE)),
            referrer=self._text(ImportField.REFERRER),
            tags=read_labels(self._text(ImportField.TAGS)),
            ended_on=ended_on,
            **self._rest(ended_on),
        )

    def contact(self, participant_id: UUID) -> ContactPerson | None:
        """Whom to call about this person, as far as the row says."""
        return read_contact(
            participant_id,
            self._text(ImportField.CONTACT_NAME),
            self._text(ImportField.CONTACT_RELATION),
            self._phone(ImportField.CONTACT_PHONE),
        )

    def _rest(self, ended_on: date | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if self._text(ImportField.LANGUAGE):
            values["language"] = read_language(self._text(ImportField.LANGUAGE))
        if ended_on is not None and ended_on < self._today:
            values["stage"] = Stage.FINISHED
        return values

    def _text(self, wanted: ImportField) -> str:
        return self._cells.get(wanted, "")

    def _name(self) -> PersonName:
        whole = split_name(self._text(ImportField.NAME))
        last = split_last_name(self._text(ImportField.LAST_NAME))
        first = tidy(self._text(ImportField.FIRST_NAME))
        prefix = tidy_prefix(self._text(ImportField.PREFIX))
        return PersonName(
            first=first or last.first or whole.first,
            prefix=prefix or last.prefix or whole.prefix,
            last=last.last or whole.last,
        )

    def _address(self) -> str:
        parts = (ImportField.ADDRESS, ImportField.HOUSE_NUMBER, ImportField.HOUSE_ADDITION)
        return " ".join(text for one in parts if (text := self._text(one)))

    def _date(self, wanted: ImportField, kind: DateKind = DateKind.PLAN) -> date | None:
        try:
            return read_date(self._text(wanted), today=self._today, kind=kind)
        except RuleBroken as error:
            self._say(wanted, error.message)
            return None

    def _phone(self, wanted: ImportField) -> str:
        try:
            return read_phone(self._text(wanted))
        except RuleBroken as error:
            self._say(wanted, error.message)
            return ""

    def _refuse_citizen_numbers(self) -> None:
        for wanted, text in self._cells.items():
            if holds_bsn(number_and_words(text)[1] if wanted in PHONES else text):
                self._say(wanted, _("This cell holds a BSN. A BSN is not read in from a list."))

    def _say(self, wanted: ImportField, message: str) -> None:
        self.problems.append(CellProblem(self._at.get(wanted, -1), message))


def counts(rows: Sequence[ImportRow]) -> dict[RowState, int]:
    """How many rows are in each state."""
    found = dict.fromkeys(RowState, 0)
    for row in rows:
        found[row.state] += 1
    return found


def filled(rows: Iterable[ImportRow]) -> Iterator[ImportRow]:
    """The rows with anything on them."""
    return (row for row in rows if row.state is not RowState.EMPTY)
