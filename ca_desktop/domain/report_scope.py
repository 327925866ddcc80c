"""What a report may be about: the days of the recipient's own trajectories, and of what was
recorded only what belongs to those, or to no trajectory in particular.

Purpose limitation (GDPR art. 5(1)(b)): what was agreed with a school is no matter of a
municipality, also when it is the same person in the same week.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.goals import Goal
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.progress_source import ProgressSource
from ca_desktop.domain.trajectories import Trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScope:
    """The days a report covers, and the trajectories it is about; `own` None: it is for the
    participant, who may have everything.
    """

    days: tuple[Period, ...]
    known_since: tuple[Period, ...]
    own: frozenset[UUID] | None

    def covers(self, day: date) -> bool:
        """Whether the report says something about this day."""
        return any(period.includes(day) for period in self.days)

    def concerns(self, trajectory_id: UUID | None) -> bool:
        """Whether something recorded for this trajectory (None: for nobody in particular) is a
        matter of the recipient.
        """
        return self.own is None or trajectory_id is None or trajectory_id in self.own

    def holds(self, entry: Entry) -> bool:
        """Whether this contact is a matter of the recipient."""
        return self.covers(entry.on) and self.concerns(entry.trajectory_id)

    def holds_goal(self, goal: Goal) -> bool:
        """Whether this goal was worked on in these days, for this recipient."""
        worked = Period(starts_on=goal.set_on, ends_on=goal.closed_on)
        return self._overlaps(worked) and self.concerns(goal.trajectory_id)

    def holds_placement(self, placement: Placement) -> bool:
        """Whether this placement ran in these days, for this recipient."""
        return self._overlaps(placement.period) and self.concerns(placement.trajectory_id)

    def _overlaps(self, period: Period) -> bool:
        return any(one.overlaps(period) for one in self.days)


def scope_of(
    trajectories: Iterable[Trajectory], partner_id: UUID | None, period: Period
) -> ReportScope:
    """The scope of a report for this partner (None: the participant) over a closed period."""
    if partner_id is None:
        return ReportScope(days=(period,), known_since=(period,), own=None)
    mine = [one for one in trajectories if one.partner_id == partner_id]
    running = [one.period for one in mine if one.period.overlaps(period)]
    return ReportScope(
        days=_joined(_clipped(one, period) for one in running),
        known_since=tuple(
            Period(starts_on=one.starts_on, ends_on=_earliest(one.ends_on, period.ends_on))
            for one in running
        ),
        own=frozenset(one.id for one in mine),
    )


def limited(source: ProgressSource, scope: ReportScope) -> ProgressSource:
    """The same source without what is no matter of the recipient."""
    if scope.own is None:
        return source
    placements = source.placements
    return replace(
        source,
        attendance=tuple(
            one
            for one in source.attendance
            if scope.covers(one.on) and _is_theirs(one, placements, scope)
        ),
        entries=tuple(one for one in source.entries if scope.holds(one)),
        goals=tuple(one for one in source.goals if scope.holds_goal(one)),
        scores=tuple(
            one
            for one in source.scores
            if any(period.includes(one.on) for period in scope.known_since)
        ),
        placements=tuple(one for one in placements if scope.holds_placement(one)),
    )


def _is_theirs(line: Attendance, placements: Iterable[Placement], scope: ReportScope) -> bool:
    """A half-day planned for another trajectory only is no matter of this recipient."""
    slot = HalfDay(line.on.weekday(), line.part)
    planned = [one for one in placements if one.period.includes(line.on) and slot in one.half_days]
    return not planned or any(scope.concerns(one.trajectory_id) for one in planned)


def _clipped(period: Period, within: Period) -> Period:
    return Period(
        starts_on=max(period.starts_on, within.starts_on),
        ends_on=_earliest(period.ends_on, within.ends_on),
    )


def _joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days, with periods that touch or overlap made one, oldest first."""
    made: list[Period] = []
    for period in sorted(periods, key=lambda one: one.starts_on):
        last = made[-1] if made else None
        if last is None or last.ends_on is None or period.starts_on > _next(last.ends_on):
            made.append(period)
        else:
            later = max(last.ends_on, period.ends_on or last.ends_on)
            made[-1] = Period(starts_on=last.starts_on, ends_on=later)
    return tuple(made)


def _next(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _earliest(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
