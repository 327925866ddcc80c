"""Participants: the people who work and learn at the centre. No diagnosis, no offence, no
origin.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import email_problem, postcode_problem
from ca_desktop.domain.phones import phone_problem
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import N_, _

SHEET_LANGUAGES = {
    "nl": N_("Dutch"),
    "en": N_("English"),
    "ar": N_("Arabic"),
    "ti": N_("Tigrinya"),
    "uk": N_("Ukrainian"),
    "tr": N_("Turkish"),
    "fa": N_("Persian"),
    "pl": N_("Polish"),
    "so": N_("Somali"),
    "other": N_("Another language"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part; `number` is the short readable number that people use."""

    id: UUID = field(default_factory=uuid4)
    number: int
    first_name: str = ""
    prefix: str = ""
    last_name: str = ""
    born_on: date | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    place: str = ""
    language: str = "nl"
    contact_name: str = ""
    contact_relation: str = ""
    contact_phone: str = ""
    referrer: str = ""
    referrer_partner_id: UUID | None = None
    workplace_agreements: tuple[str, ...] = ()
    agreement_codes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    stage: Stage = Stage.ACTIVE
    starts_on: date
    ended_on: date | None = None

    @property
    def name(self) -> PersonName:
        return PersonName(first=self.first_name, prefix=self.prefix, last=self.last_name)

    @property
    def search_text(self) -> str:
        """What the search index holds: number, name both ways, place. Nothing restricted."""
        return fold(f"{self.number} {self.first_name} {self.prefix} {self.last_name} {self.place}")

    @property
    def sort_key(self) -> str:
        """Folded name, on the last name first."""
        return self.name.sort_key

    def is_active(self, today: date) -> bool:
        """Whether somebody takes part today: by the stage of the file, and by its dates."""
        return (
            self.stage.is_here
            and self.starts_on <= today
            and (self.ended_on is None or today <= self.ended_on)
        )

    def without_file(self) -> "Participant":
        """Who somebody is and when: all that is shown to whoever may not see the file."""
        return Participant(
            id=self.id,
            number=self.number,
            first_name=self.first_name,
            prefix=self.prefix,
            last_name=self.last_name,
            starts_on=self.starts_on,
            ended_on=self.ended_on,
        )

    def age(self, today: date) -> int | None:
        """Whole years, or None where no date of birth is known."""
        if self.born_on is None:
            return None
        before = (today.month, today.day) < (self.born_on.month, self.born_on.day)
        return today.year - self.born_on.year - before


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedSupervisor:
    """Who is the fixed supervisor of a participant, from and until; this gives the right to the
    file.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    supervisor_id: UUID
    starts_on: date
    ends_on: date | None = None

    def applies_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def problems(participant: Participant) -> Iterator[Problem]:
    """Everything a save of a participant refuses."""
    if not participant.first_name.strip() and not participant.last_name.strip():
        yield Problem("last_name", _("Fill in a first name or a last name."))
    for problem in (
        phone_problem(participant.phone),
        phone_problem(participant.contact_phone, "contact_phone"),
        email_problem(participant.email),
        postcode_problem(participant.postcode),
        order_problem("ended_on", participant.starts_on, participant.ended_on),
    ):
        if problem:
            yield problem
    if participant.born_on and participant.born_on >= participant.starts_on:
        yield Problem("born_on", _("The date of birth lies after the start. Check both dates."))


def fixed_supervisor_problems(
    fixed: FixedSupervisor, others: tuple[FixedSupervisor, ...]
) -> Iterator[Problem]:
    """One fixed supervisor at a time: the periods of one participant do not overlap."""
    problem = order_problem("ends_on", fixed.starts_on, fixed.ends_on)
    if problem:
        yield problem
    for other in others:
        if other.id == fixed.id:
            continue
        starts_before_end = other.ends_on is None or fixed.starts_on <= other.ends_on
        if starts_before_end and (fixed.ends_on is None or other.starts_on <= fixed.ends_on):
            yield Problem(
                "starts_on",
                _("There is another fixed supervisor in this period. End that one first."),
            )
            return


class ParticipantSort(StrEnum):
    """In which order the list stands; a '-' in front of the value turns it around."""

    NAME = "name"
    NUMBER = "number"
    STARTS_ON = "starts_on"
    ENDED_ON = "ended_on"
    NAME_DOWN = "-name"
    NUMBER_DOWN = "-number"
    STARTS_ON_DOWN = "-starts_on"
    ENDED_ON_DOWN = "-ended_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantFilter:
    """What the list shows: everything given must hold."""

    active_only: bool = False
    role_id: UUID | None = None
    supervisor_id: UUID | None = None
    partner_id: UUID | None = None
    stage: Stage | None = None
    tag: str = ""

    @property
    def looks_into_the_file(self) -> bool:
        """Whether it asks for something that only the file tells."""
        return self.partner_id is not None or self.stage is not None or bool(self.tag)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantLine:
    """One line of the list: who, in which roles now, under whom, until when. Nothing restricted.

    The fixed supervisor belongs to the file: '' for whoever may not see that.
    """

    id: UUID
    row: int
    number: int
    name: PersonName
    role_names: tuple[str, ...]
    supervisor: str
    starts_on: date
    ended_on: date | None
    review_on: date | None
