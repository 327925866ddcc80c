"""Which column of a list from elsewhere fills which field: guessed by its heading, and which
columns are never read in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.heading_guess import bare, guess_columns, known_headings, words_in
from ca_desktop.domain.import_mappings import ImportMapping
from ca_desktop.domain.tables import TableIn
from ca_desktop.i18n import _

_WORDS = "participant_columns.toml"


class ImportField(StrEnum):
    """What a column can fill. Nothing about health, offences or origin is among them."""

    NAME = "name"
    FIRST_NAME = "first_name"
    PREFIX = "prefix"
    LAST_NAME = "last_name"
    BORN_ON = "born_on"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    HOUSE_NUMBER = "house_number"
    HOUSE_ADDITION = "house_addition"
    POSTCODE = "postcode"
    PLACE = "place"
    LANGUAGE = "language"
    CONTACT_NAME = "contact_name"
    CONTACT_RELATION = "contact_relation"
    CONTACT_PHONE = "contact_phone"
    REFERRER = "referrer"
    TAGS = "tags"
    STARTS_ON = "starts_on"
    ENDED_ON = "ended_on"

    @property
    def text(self) -> str:
        """How people call it."""
        return {
            ImportField.NAME: _("Name (all in one)"),
            ImportField.FIRST_NAME: _("First name"),
            ImportField.PREFIX: _("Prefix"),
            ImportField.LAST_NAME: _("Last name"),
            ImportField.BORN_ON: _("Date of birth"),
            ImportField.PHONE: _("Phone"),
            ImportField.EMAIL: _("E-mail"),
            ImportField.ADDRESS: _("Address"),
            ImportField.HOUSE_NUMBER: _("House number"),
            ImportField.HOUSE_ADDITION: _("House number addition"),
            ImportField.POSTCODE: _("Postcode"),
            ImportField.PLACE: _("Place"),
            ImportField.LANGUAGE: _("Language"),
            ImportField.CONTACT_NAME: _("Contact person"),
            ImportField.CONTACT_RELATION: _("Relation of the contact person"),
            ImportField.CONTACT_PHONE: _("Phone of the contact person"),
            ImportField.REFERRER: _("Referrer"),
            ImportField.TAGS: _("Labels"),
            ImportField.STARTS_ON: _("Start"),
            ImportField.ENDED_ON: _("End"),
        }[self]


PHONES = (ImportField.PHONE, ImportField.CONTACT_PHONE)
NAMES = (ImportField.NAME, ImportField.FIRST_NAME, ImportField.LAST_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a column is never read in."""

    kind: str

    @property
    def text(self) -> str:
        """What happened, in words."""
        return {
            "citizen_number": _("Not read in: this is a BSN. A list may not hold it."),
            "health": _("Not read in: this is about health. Write workplace agreements instead."),
            "offence": _("Not read in: this is about offences. We do not keep that."),
            "origin": _("Not read in: this is about origin or group. It is not kept in a list."),
        }[self.kind]


@dataclass(frozen=True, slots=True)
class _Known:
    fields: Mapping[str, ImportField]
    refused: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]


@cache
def _known() -> _Known:
    refused = words_in(_WORDS)["refused"]
    return _Known(
        known_headings(_WORDS, ImportField),
        tuple((one["kind"], tuple(_pattern(word) for word in one["words"])) for one in refused),
    )


def _pattern(word: str) -> re.Pattern[str]:
    end = r"\w*" if word.endswith("*") else ""
    return re.compile(rf"\b{re.escape(bare(word.rstrip('*')))}{end}\b")


def refusals(table: TableIn) -> tuple[Refusal | None, ...]:
    """Per column why it is never read in, or None. A BSN is also known by its numbers."""
    return tuple(_refusal(table, column) for column in range(len(table.headings)))


def _refusal(table: TableIn, column: int) -> Refusal | None:
    heading = bare(table.headings[column])
    for kind, patterns in _known().refused:
        if any(pattern.search(heading) for pattern in patterns):
            return Refusal(kind=kind)
    if _known().fields.get(heading) in PHONES:
        return None
    filled = list(table.values(column))
    numbers = sum(is_bsn(value) for value in filled)
    return Refusal(kind="citizen_number") if numbers and numbers * 2 >= len(filled) else None


def guessed(
    table: TableIn, remembered: ImportMapping | None = None
) -> tuple[ImportField | None, ...]:
    """What each column fills: as the last time for these headings, else by its heading.

    A field is filled by one column; a refused column by none.
    """
    refused = [place for place, one in enumerate(refusals(table)) if one is not None]
    return guess_columns(table.headings, _by_heading, ImportField, remembered, refused)


def _by_heading(heading: str) -> ImportField | None:
    own = {bare(one.text): one for one in ImportField}
    return own.get(heading) or _known().fields.get(heading)


def mapping_problem(columns: Sequence[ImportField | None]) -> str:
    """What is wrong with the choice of columns as a whole, or ''."""
    chosen = [one for one in columns if one is not None]
    if not any(one in NAMES for one in chosen):
        return _("Say which column holds the name.")
    twice = next((one for one in chosen if chosen.count(one) > 1), None)
    if twice is not None:
        return _("Two columns fill “{field}”. Choose one of them.", field=twice.text)
    return ""
