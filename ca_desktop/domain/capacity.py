"""Guidance as time: how many minutes participants need in a half-day, how many a supervisor has.

Need is minutes present × minutes of guidance per hour of the intensity. The intensity is what
somebody chose for this person, else the role's; never anything derived from a group.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from ca_desktop.domain.centre_settings import minutes_of_levels
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import DayPart, HalfDay, HalfDays
from ca_desktop.i18n import _

WORK_WEEK = HalfDays(frozenset(HalfDay(day, part) for day in range(5) for part in DayPart))
WHOLE_WEEK = HalfDays(frozenset(HalfDay(day, part) for day in range(7) for part in DayPart))
NO_MINUTES = Fraction(0)


class LoadState(StrEnum):
    """Whether the guidance that is needed fits in the time that there is."""

    FITS = "fits"
    TIGHT = "tight"
    OVER = "over"

    @property
    def text(self) -> str:
        return {
            LoadState.FITS: _("fits"),
            LoadState.TIGHT: _("tight"),
            LoadState.OVER: _("too full"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceTerms:
    """What a centre counts with; every number is a setting of the centre."""

    minutes_of_levels: tuple[int, ...]
    half_day_minutes: int
    start_phase_weeks: int
    start_phase_step: int
    tight_above: int
    over_above: int

    @classmethod
    def of(cls, values: Mapping[str, int]) -> "GuidanceTerms":
        """The terms in the settings of a centre."""
        return cls(
            minutes_of_levels=minutes_of_levels(values),
            half_day_minutes=values["half_day_minutes"],
            start_phase_weeks=values["start_phase_weeks"],
            start_phase_step=values["start_phase_step"],
            tight_above=values["tight_above"],
            over_above=values["over_above"],
        )

    def minutes(self, level: int) -> Fraction:
        """Minutes of guidance that one person at this level needs in one half-day."""
        return Fraction(self.half_day_minutes * self.minutes_of_levels[level], 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Minutes needed and minutes available."""

    need: Fraction = NO_MINUTES
    supply: Fraction = NO_MINUTES

    def __add__(self, other: "Load") -> "Load":
        return Load(need=self.need + other.need, supply=self.supply + other.supply)

    @property
    def is_empty(self) -> bool:
        """Nobody needs guidance and nobody gives it."""
        return not self.need and not self.supply

    @property
    def percent(self) -> int | None:
        """Need as a part of supply, rounded half up; None where there is no supply."""
        if not self.supply:
            return None
        return int(self.need * 100 / self.supply + Fraction(1, 2))

    def state(self, terms: GuidanceTerms) -> LoadState:
        """Judged on the exact numbers, not on the rounded percent."""
        if self.need * 100 > self.supply * terms.over_above or (self.need and not self.supply):
            return LoadState.OVER
        tight = self.need * 100 > self.supply * terms.tight_above
        return LoadState.TIGHT if tight else LoadState.FITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """People whose placements are alike, counted per supervisor: when they come, how much they ask.

    `chosen` is the intensity that somebody chose for the person; the start phase adds to the
    role's intensity only.
    """

    half_days: HalfDays
    starts_on: date
    ended_on: date | None = None
    role_level: int
    chosen: int | None = None
    people: Mapping[UUID | None, int]

    def level(self, day: date, terms: GuidanceTerms) -> int:
        """The intensity that holds on this day."""
        if self.chosen is not None:
            return self.chosen
        starting = self.in_start_phase(day, terms)
        step = terms.start_phase_step if starting else 0
        return min(self.role_level + step, len(terms.minutes_of_levels) - 1)

    def in_start_phase(self, day: date, terms: GuidanceTerms) -> bool:
        """Whether the placement began less than the agreed number of weeks ago."""
        return day < self.starts_on + timedelta(weeks=terms.start_phase_weeks)

    def runs_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ended_on is None or day <= self.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPlacement:
    """A placement that somebody thinks of: nobody in particular yet, in a role, under somebody."""

    role_id: UUID
    half_days: HalfDays
    supervisor_id: UUID | None = None
    starts_on: date


def planned_problems(planned: PlannedPlacement) -> Iterator[Problem]:
    """What has to be known before one can count."""
    if not planned.half_days:
        yield Problem("half_days", _("Choose at least one half-day."))


def sum_of(loads: Iterable[Load]) -> Load:
    """All loads together."""
    found = tuple(loads)
    return Load(
        need=sum((one.need for one in found), NO_MINUTES),
        supply=sum((one.supply for one in found), NO_MINUTES),
    )
