"""Later sheets (bpv-blad) of a practice agreement: electives, and changes of days or hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

_ELECTIVE = re.compile(r"^K\d{4}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheet:
    """One later sheet; the agreement itself is the first. Only that one has to be signed.

    With an elective (keuzedeel) it may be done at any accredited company; in the bbl its hours do
    not count for the hours of practice.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    agreement_id: UUID
    number: int
    signed_on: date | None = None
    starts_on: date
    planned_end_on: date
    ended_on: date | None = None
    hours: int = 0
    elective_code: str = ""
    elective_name: str = ""
    remarks: str = ""


def problems(sheet: PracticeSheet, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if sheet.elective_code and not _ELECTIVE.match(sheet.elective_code):
        yield Problem("elective_code", _("An elective has a K and four digits, such as K0067."))
    if sheet.elective_code and not sheet.elective_name.strip():
        yield Problem("elective_name", _("Fill in what the elective is called."))
    if sheet.hours < 0:
        yield Problem("hours", _("Hours can't be less than 0."))
    if sheet.signed_on and sheet.signed_on > today:
        yield Problem("signed_on", _("This day is still to come. Fill it in when it is signed."))
    for found in (
        order_problem("planned_end_on", sheet.starts_on, sheet.planned_end_on),
        order_problem("ended_on", sheet.starts_on, sheet.ended_on),
    ):
        if found:
            yield found
