"""Contacts with the school about one student: visits, calls, interim and final talks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class VisitKind(StrEnum):
    """What kind of contact it was."""

    VISIT = "visit"
    CALL = "call"
    INTERIM = "interim"
    FINAL = "final"

    @property
    def text(self) -> str:
        return {
            VisitKind.VISIT: _("School visit"),
            VisitKind.CALL: _("Call or message"),
            VisitKind.INTERIM: _("Interim talk"),
            VisitKind.FINAL: _("Final talk"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolVisit:
    """A contact with the school; `agreed` is what comes out of it, `next_on` the next contact.

    A day to come is a plan; `is_done` says that it took place.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    agreement_id: UUID
    kind: VisitKind
    on: date
    is_done: bool = True
    school_person: str = ""
    supervisor_id: UUID | None = None
    text: str = ""
    agreed: str = ""
    next_on: date | None = None


def problems(visit: SchoolVisit, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if visit.is_done and visit.on > today:
        yield Problem("on", _("This day is still to come. Untick that it took place."))
    if visit.next_on and visit.next_on <= visit.on:
        yield Problem("next_on", _("The next contact comes after this one."))
