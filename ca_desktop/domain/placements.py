"""Placements: a participant in a role, under a supervisor, on half-days of the week."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Self
from uuid import UUID, uuid4

from ca_desktop.domain.dates import Period, format_date, order_problem
from ca_desktop.domain.errors import Problem, RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.i18n import _


class Outcome(StrEnum):
    """How a placement ended; a lasting place is a good outcome."""

    PAID_WORK = "paid_work"
    SUPPORTED_WORK = "supported_work"
    SHELTERED_WORK = "sheltered_work"
    EDUCATION = "education"
    OTHER_DAY_ACTIVITY = "other_day_activity"
    STAYS = "stays"
    OTHER_ROLE = "other_role"
    STOPPED = "stopped"
    MOVED = "moved"
    ILL_OR_DECEASED = "ill_or_deceased"

    @property
    def text(self) -> str:
        return {
            Outcome.PAID_WORK: _("Paid work"),
            Outcome.SUPPORTED_WORK: _("Paid work with support"),
            Outcome.SHELTERED_WORK: _("Sheltered work"),
            Outcome.EDUCATION: _("Education"),
            Outcome.OTHER_DAY_ACTIVITY: _("Another day activity"),
            Outcome.STAYS: _("Stays in a lasting place"),
            Outcome.OTHER_ROLE: _("Another role in this centre"),
            Outcome.STOPPED: _("Stopped, or not known"),
            Outcome.MOVED: _("Moved house"),
            Outcome.ILL_OR_DECEASED: _("Can no longer come"),
        }[self]

    @property
    def is_leaving(self) -> bool:
        """Whether somebody goes on elsewhere, so that contact afterwards makes sense."""
        return self not in (Outcome.STAYS, Outcome.OTHER_ROLE, Outcome.ILL_OR_DECEASED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Who works where, when, under whom; a review is agreed at the start."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    role_id: UUID
    supervisor_id: UUID | None = None
    trajectory_id: UUID | None = None
    half_days: HalfDays = field(default_factory=HalfDays)
    starts_on: date
    review_on: date
    ended_on: date | None = None
    outcome: Outcome | None = None
    remarks: str = ""

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ended_on)

    def is_running(self, today: date) -> bool:
        return self.period.includes(today)

    def is_review_overdue(self, today: date) -> bool:
        return self.ended_on is None and self.review_on < today

    def without_file(self) -> Self:
        """Without remarks, and without how it ended: all that is shown without the file.

        An outcome left out only where it is 'ill or deceased' would say just that.
        """
        return replace(self, remarks="", outcome=None)

    def end(self, outcome: Outcome, *, on: date) -> Self:
        """This placement, ended; refused when it has ended already."""
        if self.ended_on is not None:
            raise RuleBroken(_("This placement has already ended."))
        return replace(self, ended_on=on, outcome=outcome)


def problems(placement: Placement, others: Iterable[Placement] = ()) -> Iterator[Problem]:
    """Everything a save refuses; `others` are this participant's other placements."""
    if not placement.half_days:
        yield Problem("half_days", _("Choose at least one half-day."))
    if placement.review_on < placement.starts_on:
        yield Problem("review_on", _("The review lies before the start."))
    problem = order_problem("ended_on", placement.starts_on, placement.ended_on)
    if problem:
        yield problem
    if placement.ended_on is not None and placement.outcome is None:
        yield Problem("outcome", _("Choose how the placement ended."))
    yield from _overlap_problems(placement, others)


def _overlap_problems(placement: Placement, others: Iterable[Placement]) -> Iterator[Problem]:
    for other in others:
        shared = placement.half_days & other.half_days
        if other.id == placement.id or not shared:
            continue
        day = first_shared_day(placement.period, other.period, shared)
        if day is not None:
            yield Problem(
                "half_days",
                _(
                    "On {half_days} this person already has another placement (from {start}). "
                    "Choose other half-days or end that placement first.",
                    half_days=shared.text,
                    start=format_date(other.starts_on),
                ),
            )
            return


def first_shared_day(one: Period, other: Period, half_days: HalfDays) -> date | None:
    """The first date on which both periods run and one of these half-days falls, or None."""
    if not one.overlaps(other) or not half_days:
        return None
    start = max(one.starts_on, other.starts_on)
    ends = [end for end in (one.ends_on, other.ends_on) if end is not None]
    last = min([*ends, start + timedelta(days=6)])
    weekdays = {slot.weekday for slot in half_days}
    for offset in range((last - start).days + 1):
        day = start + timedelta(days=offset)
        if day.weekday() in weekdays:
            return day
    return None


def fullest_half_day(placements: Iterable[Placement], day: date) -> int:
    """How many people are in the fullest half-day of the week, counting placements running on
    `day`.
    """
    return fullest_of((p.half_days, 1) for p in placements if p.is_running(day))


def fullest_of(groups: Iterable[tuple[HalfDays, int]]) -> int:
    """The same, from groups of people who have the same half-days."""
    counts: dict[str, int] = {}
    for half_days, people in groups:
        for slot in half_days:
            counts[slot.code] = counts.get(slot.code, 0) + people
    return max(counts.values(), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementFilter:
    """Which placements a list shows: everything given must hold."""

    running_only: bool = True
    participant_id: UUID | None = None
    role_id: UUID | None = None
    supervisor_id: UUID | None = None


MOST_LINES = 2000  # as many placements as a list shows at once


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementLine:
    """A placement with the names that people read."""

    placement: Placement
    participant: PersonName
    participant_number: int
    role: str
    supervisor: str

    @property
    def id(self) -> UUID:
        return self.placement.id
