"""What the files of the demo centre hold beside the work: stages, contacts, languages, aids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID, uuid5

from ca_desktop.domain.aids import Aid
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson, ContactRole
from ca_desktop.domain.file_links import FileLink
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.waiting import Waiting
from ca_desktop.services.demo.opening import open_until

FILLED = 300  # people with a filled file; a larger centre is there to measure with
NOT_BEGUN = {  # number: where the file stands, and for how many days
    52: (Stage.SIGNED_UP, 6),
    53: (Stage.WAITING, 24),
    56: (Stage.WAITING, 41),
    58: (Stage.SIGNED_UP, 2),
}
PAUSED = {47: ("Een maand naar familie.", 12), 51: ("Doet eerst een taalcursus.", 30)}
LINKED = (52, 31)
_AIDS = (
    ("Koptelefoon", "werken in de drukke hal"),
    ("Stappenkaart met foto's", "demonteren in vaste volgorde"),
    ("Zit-stakruk", "sorteren aan de band"),
    ("Voorleessoftware", "werkbonnen lezen"),
    ("Kleurtimer", "pauzes op tijd nemen"),
)
_AGREED = (
    ("break_after_45",),
    ("quiet_place", "one_task"),
    ("no_lifting_10",),
    ("machines_supervised",),
    ("shown_first", "fixed_days"),
    ("till_not_alone",),
)
_TAGS = (("fietsenhoek",), ("wil leren lassen",), ("markt in juni", "fietsenhoek"))
_SPOKEN = {"nl": LanguageLevel.B2, "en": LanguageLevel.A2, "pl": LanguageLevel.A2}
T = TypeVar("T")


def with_files(
    files: Iterable[list[object]], today: date, *, whole: bool
) -> Iterator[list[object]]:
    """Each person's objects, with the rest of the file for the first few hundred; in a `whole`
    centre some people have only signed up or wait.
    """
    known: dict[int, UUID] = {}
    for things in files:
        person = next((one for one in things if isinstance(one, Participant)), None)
        if person is None or person.number > FILLED:
            yield things
            continue
        known[person.number] = person.id
        not_begun = NOT_BEGUN.get(person.number) if whole else None
        yield _filled(person, things, today, known, not_begun)


def _filled(
    person: Participant,
    things: list[object],
    today: date,
    known: dict[int, UUID],
    not_begun: tuple[Stage, int] | None,
) -> list[object]:
    number = person.number
    placements = _of(things, Placement)
    if not_begun is not None:
        stage, days = not_begun
        since = open_until(today - timedelta(days=days))
        begun = replace(person, stage=stage, starts_on=since, ended_on=None)
        file = [begun, *_about(begun, placements), *_waits(begun, placements)]
        return [*file, *_link(begun, today, known)]
    changed, steps = _stage(person, today)
    if number % 3 == 0:
        changed = replace(changed, agreement_codes=_AGREED[number // 3 % len(_AGREED)])
    if number % 7 == 0:
        changed = replace(changed, tags=_TAGS[number // 7 % len(_TAGS)])
    rest = [one for one in things if one is not person]
    return [changed, *rest, *_about(changed, placements), *steps]


def _stage(person: Participant, today: date) -> tuple[Participant, list[object]]:
    if person.number in PAUSED:
        reason, days = PAUSED[person.number]
        on = max(person.starts_on, open_until(today - timedelta(days=days)))
        step = _step(person, Stage.ACTIVE, Stage.PAUSED, on, reason=reason)
        return replace(person, stage=Stage.PAUSED), [step]
    return person, []


def _step(person: Participant, before: Stage, after: Stage, on: date, **more: str) -> StageChange:
    return StageChange(
        id=_id(person, "step"), participant_id=person.id, before=before, after=after, on=on, **more
    )


def _about(person: Participant, placements: Sequence[Placement]) -> Iterator[object]:
    """Contact person, language, availability and an aid, by the person's number."""
    number, who = person.number, person.id
    half_days = placements[-1].half_days if placements else HalfDays.of("0m", "2m")
    yield Availability(
        id=_id(person, "available"),
        participant_id=who,
        half_days=half_days,
        starts_on=person.starts_on,
        ends_on=person.ended_on,
    )
    level = _SPOKEN.get(person.language, LanguageLevel.A1)
    yield LanguageSkills(
        id=_id(person, "dutch"),
        participant_id=who,
        language="nl",
        listening=level,
        conversation=level,
        reading=level if number % 2 else None,
        source="Inschatting bij de intake",
    )
    if number % 4 == 1:
        yield ContactPerson(
            id=_id(person, "contact"),
            participant_id=who,
            role=ContactRole.CASE_MANAGER if number % 8 == 1 else ContactRole.JOB_COACH,
            name=person.referrer,
            phone=f"06-0000 {2000 + number}",
        )
    if number % 6 == 2:
        name, helps_with = _AIDS[number // 6 % len(_AIDS)]
        yield Aid(
            id=_id(person, "aid"),
            participant_id=who,
            name=name,
            helps_with=helps_with,
            provided_by="het centrum",
            starts_on=person.starts_on,
            ends_on=person.ended_on,
        )


def _waits(person: Participant, placements: Sequence[Placement]) -> Iterator[object]:
    if person.stage is Stage.WAITING and placements:
        yield Waiting(
            id=_id(person, "waiting"),
            participant_id=person.id,
            role_id=placements[-1].role_id,
            half_days=placements[-1].half_days,
            since_on=person.starts_on,
        )


def _link(person: Participant, today: date, known: dict[int, UUID]) -> Iterator[object]:
    mine, other = LINKED
    if person.number == mine and other in known:
        yield FileLink(
            id=_id(person, "link"),
            participant_id=person.id,
            other_id=known[other],
            reason="Was hier eerder, onder een andere achternaam.",
            linked_on=today - timedelta(days=1),
        )


def _of(things: Iterable[object], kind: type[T]) -> list[T]:
    return [one for one in things if isinstance(one, kind)]


def _id(person: Participant, what: str) -> UUID:
    """The same id each time, without touching the chance of the rest."""
    return uuid5(person.id, what)
