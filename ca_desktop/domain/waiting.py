"""The waiting list: who waits for which role, since when, on which half-days."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import DayPart, HalfDay, HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One person waits for one role; `ended_on` when placed or no longer waiting."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    role_id: UUID
    half_days: HalfDays = field(default_factory=HalfDays)
    since_on: date
    ended_on: date | None = None
    remarks: str = ""

    @property
    def is_open(self) -> bool:
        return self.ended_on is None


def problems(waiting: Waiting, others: Iterable[Waiting], today: date) -> Iterator[Problem]:
    """Everything a save refuses; somebody waits for a role once."""
    if waiting.since_on > today:
        yield Problem("since_on", _("This day is still to come."))
    problem = order_problem("ended_on", waiting.since_on, waiting.ended_on)
    if problem:
        yield problem
    if waiting.is_open and any(
        one.id != waiting.id and one.role_id == waiting.role_id and one.is_open for one in others
    ):
        yield Problem("role_id", _("This person waits for this role already."))


WORK_WEEK = HalfDays(frozenset(HalfDay(day, part) for day in range(5) for part in DayPart))


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A line of the waiting list with the names that people read."""

    waiting: Waiting
    participant: PersonName
    participant_number: int
    role: str

    @property
    def id(self) -> UUID:
        return self.waiting.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """How many places a role has, and how many people are in each half-day; 0 places: no limit
    was set.
    """

    places: int
    taken: Mapping[HalfDay, int] = field(default_factory=dict)

    @classmethod
    def of(cls, places: int, placed: Iterable[tuple[HalfDays, int]]) -> "Places":
        """From groups of people who have the same half-days."""
        taken: dict[HalfDay, int] = {}
        for half_days, people in placed:
            for slot in half_days:
                taken[slot] = taken.get(slot, 0) + people
        return cls(places=places, taken=taken)

    def free(self, slot: HalfDay) -> int:
        """Places left in this half-day; below 0 where there are too many people."""
        return self.places - self.taken.get(slot, 0)

    def free_for(self, wished: HalfDays) -> HalfDays:
        """The half-days with a place, of those that somebody wishes (none wished: any of the work
        week).
        """
        return HalfDays.from_iterable(s for s in wished or WORK_WEEK if self.free(s) > 0)

    def with_one(self, half_days: HalfDays) -> "Places":
        """The same, with one person more in these half-days."""
        return Places.of(
            self.places,
            [*((HalfDays(frozenset({s})), n) for s, n in self.taken.items()), (half_days, 1)],
        )


def who_can_come(
    waiting: Iterable[Waiting], places: Mapping[UUID, Places]
) -> Iterator[tuple[Waiting, HalfDays]]:
    """For whom there is a place now and in which half-days, who waits longest first.

    Each takes the places from who comes after; a role without a number of places says nothing.
    """
    left = dict(places)
    for one in sorted(waiting, key=lambda w: (w.since_on, w.id)):
        room = left.get(one.role_id)
        if not one.is_open or room is None or not room.places:
            continue
        fits = room.free_for(one.half_days)
        if fits:
            left[one.role_id] = room.with_one(fits if one.half_days else _first(fits))
            yield one, fits


def _first(half_days: HalfDays) -> HalfDays:
    return HalfDays.from_iterable(tuple(half_days)[:1])
