"""What the files of the demo centre hold beside the work: stages, what helps, papers, a link."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID, uuid5

from ca_desktop.domain.file_links import FileLink
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.waiting import Waiting
from ca_desktop.services.demo.about import about
from ca_desktop.services.demo.closed_part import citizen_number, with_register
from ca_desktop.services.demo.documents import documents_of
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.skilled import Skilled
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.world import World

FILLED = 300  # people with a filled file; a larger centre is there to measure with
NOT_BEGUN = {  # number: where the file stands, and for how many days
    52: (Stage.SIGNED_UP, 6),
    53: (Stage.WAITING, 24),
    56: (Stage.WAITING, 41),
    58: (Stage.SIGNED_UP, 2),
}
PAUSED = {47: ("Een maand naar familie.", 12), 51: ("Doet eerst een taalcursus.", 30)}
DOES_NOT_COME_BACK = 51  # paused; the last day that was agreed has passed, the file is still open
LINKED = (52, 31)
_ARCHIVED_AFTER = timedelta(days=180)
_AGREED = (
    ("break_after_45",),
    ("quiet_place", "one_task"),
    ("no_lifting_10",),
    ("machines_supervised",),
    ("shown_first", "fixed_days"),
    ("till_not_alone",),
)
_TAGS = (
    ("fietsenhoek",),
    ("wil leren lassen",),
    ("markt in juni", "fietsenhoek"),
    ("rijbewijs",),
    ("helpt bij de kassa",),
)
T = TypeVar("T")


class Files:
    """Fills the files of people, one after another."""

    def __init__(self, texts: DemoTexts, world: World, *, whole: bool) -> None:
        self._papers = texts.documents
        self._world, self._today, self._whole = world, world.today, whole
        self._skilled = Skilled(world)
        self._known: dict[int, UUID] = {}
        self._has_archived = False

    def filled(self, files: Iterable[list[object]]) -> Iterator[list[object]]:
        """Each person's objects, with the rest of the file for the first few hundred; in a whole
        centre some people have only signed up or wait.
        """
        for things in files:
            person = next((one for one in things if isinstance(one, Participant)), None)
            if person is None or person.number > FILLED:
                yield things
                continue
            self._known[person.number] = person.id
            not_begun = NOT_BEGUN.get(person.number) if self._whole else None
            if not_begun is not None:
                yield self._of_who_waits(person, things, *not_begun)
            else:
                yield self._of_who_came(person, things)

    # -- inside ----------------------------------------------------------------------------------

    def _of_who_waits(
        self, person: Participant, things: list[object], stage: Stage, days: int
    ) -> list[object]:
        placements = _of(things, Placement)
        since = open_until(self._today - timedelta(days=days))
        begun = replace(person, stage=stage, starts_on=since, ended_on=None)
        file = [begun, *about(begun, placements, ()), *_waits(begun, placements)]
        return [*file, *self._link(begun)]

    def _of_who_came(self, person: Participant, things: list[object]) -> list[object]:
        number = person.number
        placements, trajectories = _of(things, Placement), _of(things, Trajectory)
        changed, steps = self._stage(person)
        if number % 3 == 0:
            changed = replace(changed, agreement_codes=_AGREED[number // 3 % len(_AGREED)])
        if number % 4 == 3:
            changed = replace(changed, tags=_TAGS[number // 4 % len(_TAGS)])
        return [
            changed,
            *(self._looked_up(one, number) for one in things if one is not person),
            *about(changed, placements, trajectories),
            *citizen_number(changed, trajectories),
            *documents_of(changed, self._papers, self._world),
            *self._skilled.machines(changed, placements),
            *self._skilled.overrules(changed, placements),
            *steps,
        ]

    def _looked_up(self, one: object, number: int) -> object:
        return with_register(one, number, self._today) if isinstance(one, RestrictedBlock) else one

    def _stage(self, person: Participant) -> tuple[Participant, list[object]]:
        """Some are paused; the file of the first who left long ago is archived."""
        if person.number in PAUSED:
            reason, days = PAUSED[person.number]
            on = max(person.starts_on, open_until(self._today - timedelta(days=days)))
            step = _step(person, Stage.ACTIVE, Stage.PAUSED, on, reason)
            last = open_until(self._today - timedelta(days=1))
            ended_on = last if person.number == DOES_NOT_COME_BACK else person.ended_on
            return replace(person, stage=Stage.PAUSED, ended_on=ended_on), [step]
        left = person.ended_on
        if left is not None and left < self._today - _ARCHIVED_AFTER and not self._has_archived:
            self._has_archived = True
            step = _step(person, Stage.FINISHED, Stage.ARCHIVED, open_until(self._today))
            return replace(person, stage=Stage.ARCHIVED), [step]
        return person, []

    def _link(self, person: Participant) -> Iterator[object]:
        mine, other = LINKED
        if person.number == mine and other in self._known:
            yield FileLink(
                id=uuid5(person.id, "link"),
                participant_id=person.id,
                other_id=self._known[other],
                reason="Was hier eerder, onder een andere achternaam.",
                linked_on=self._today - timedelta(days=1),
            )


def _step(
    person: Participant, before: Stage, after: Stage, on: date, reason: str = ""
) -> StageChange:
    return StageChange(
        id=uuid5(person.id, "step"),
        participant_id=person.id,
        before=before,
        after=after,
        on=on,
        reason=reason,
    )


def _waits(person: Participant, placements: Sequence[Placement]) -> Iterator[object]:
    if person.stage is Stage.WAITING and placements:
        yield Waiting(
            id=uuid5(person.id, "waiting"),
            participant_id=person.id,
            role_id=placements[-1].role_id,
            half_days=placements[-1].half_days,
            since_on=person.starts_on,
        )


def _of(things: Iterable[object], kind: type[T]) -> list[T]:
    return [one for one in things if isinstance(one, kind)]
