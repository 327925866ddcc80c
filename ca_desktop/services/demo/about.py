"""What is known of somebody beside the work: when, which languages, whom to call, what helps."""

from collections.abc import Iterator, Sequence
from uuid import uuid5

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.trajectories import LegalRole, Trajectory

_AIDS = (
    ("Vertaalapp op de tablet", "uitleg in de eigen taal nalezen"),
    ("Zit-stakruk", "afwisselen van zitten en staan"),
    ("Voorleessoftware", "werkbonnen lezen"),
    ("Koptelefoon", "werken in de drukke hal"),
    ("Stappenkaart met foto's", "demonteren in vaste volgorde"),
    ("Kleurtimer", "pauzes op tijd nemen"),
    ("Loeplamp", "kleine onderdelen zien"),
)
_SPOKEN = {"nl": LanguageLevel.B2, "en": LanguageLevel.A2, "pl": LanguageLevel.A2}
_CALLED = {
    LegalRole.TRAINING_COMPANY: ContactRole.SCHOOL,
    LegalRole.WMO_PROVIDER: ContactRole.CASE_MANAGER,
    LegalRole.CARE_SUBCONTRACTOR: ContactRole.CARE,
    LegalRole.REINTEGRATION: ContactRole.CASE_MANAGER,
    LegalRole.UNPAID_HOST: ContactRole.OTHER,
}


def about(
    person: Participant, placements: Sequence[Placement], trajectories: Sequence[Trajectory]
) -> Iterator[object]:
    """Availability of everybody, and of some the rest, by the person's number."""
    half_days = placements[-1].half_days if placements else HalfDays.of("0m", "2m")
    yield Availability(
        id=uuid5(person.id, "available"),
        participant_id=person.id,
        half_days=half_days,
        starts_on=person.starts_on,
        ends_on=person.ended_on,
    )
    yield from _languages(person)
    yield from _whom_to_call(person, trajectories)
    yield from _aid(person)


def _languages(person: Participant) -> Iterator[LanguageSkills]:
    """Dutch, and the language in which somebody reads best where that is another."""
    level = _SPOKEN.get(person.language, LanguageLevel.A1)
    yield LanguageSkills(
        id=uuid5(person.id, "dutch"),
        participant_id=person.id,
        language="nl",
        listening=level,
        conversation=level,
        reading=level if person.number % 2 else None,
        source="Inschatting bij de intake",
    )
    if person.language != "nl":
        yield LanguageSkills(
            id=uuid5(person.id, "own language"),
            participant_id=person.id,
            language=person.language,
            listening=LanguageLevel.C1,
            reading=LanguageLevel.B2,
            conversation=LanguageLevel.C1,
            source="Volgens de deelnemer",
        )


def _whom_to_call(
    person: Participant, trajectories: Sequence[Trajectory]
) -> Iterator[ContactPerson]:
    """Who referred somebody, in the role that goes with the trajectory; family of a few."""
    if person.number % 4 in (0, 1) and person.referrer:
        ground = trajectories[-1].legal_role if trajectories else LegalRole.REINTEGRATION
        yield ContactPerson(
            id=uuid5(person.id, "contact"),
            participant_id=person.id,
            role=_CALLED.get(ground, ContactRole.OTHER),
            name=person.referrer,
            phone=f"06-0000 {2000 + person.number}",
        )
    if person.number % 5 == 3:
        yield ContactPerson(
            id=uuid5(person.id, "family"),
            participant_id=person.id,
            role=ContactRole.FAMILY,
            name=person.contact_name,
            phone=person.contact_phone,
            in_emergency=True,
        )


def _aid(person: Participant) -> Iterator[Aid]:
    if person.number % 4 == 1:
        name, helps_with = _AIDS[person.number // 4 % len(_AIDS)]
        yield Aid(
            id=uuid5(person.id, "aid"),
            participant_id=person.id,
            name=name,
            helps_with=helps_with,
            provided_by="het centrum",
            starts_on=person.starts_on,
            ends_on=person.ended_on,
        )
