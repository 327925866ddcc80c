"""Closing a file: what runs ends on that day, what had not begun goes, what is open is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.goals import Goal, GoalStatus
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.waiting import Waiting
from ca_desktop.i18n import _

_Begun = Placement | Trajectory | FixedSupervisor


class Fate(StrEnum):
    """What closing does with a record."""

    ENDS = "ends"
    GOES = "goes"
    STAYS_OPEN = "stays_open"

    @property
    def text(self) -> str:
        return {
            Fate.ENDS: _("Ends on that day"),
            Fate.GOES: _("Goes, because it had not begun"),
            Fate.STAYS_OPEN: _("Stays open: settle it first, if you can"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingLine:
    """One record that closing touches or leaves open, named as people know it."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What roles, partners and supervisors are called."""

    roles: Mapping[UUID, str] = field(default_factory=dict)
    partners: Mapping[UUID, str] = field(default_factory=dict)
    supervisors: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Everything in one file that has a beginning and may have no end yet."""

    placements: tuple[Placement, ...] = ()
    trajectories: tuple[Trajectory, ...] = ()
    fixed: tuple[FixedSupervisor, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    goals: tuple[Goal, ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What closing writes: records with an end, and records that go."""

    kept: tuple[object, ...]
    removed: tuple[object, ...]


def closed(what: Open, on: date, outcome: Outcome) -> Closed:
    """What runs on this day ends with it; what would begin later goes; the past stays."""
    placements = [replace(p, ended_on=on, outcome=outcome) for p in what.placements if _runs(p, on)]
    trajectories = [replace(t, ends_on=on) for t in what.trajectories if _runs(t, on)]
    fixed = [replace(f, ends_on=on) for f in what.fixed if _runs(f, on)]
    waiting = [replace(w, ended_on=max(on, w.since_on)) for w in what.waiting if w.is_open]
    later: tuple[_Begun, ...] = (*what.placements, *what.fixed, *what.trajectories)
    return Closed(
        kept=(*placements, *trajectories, *fixed, *waiting),
        removed=tuple(one for one in later if one.starts_on > on),
    )


def lines(what: Open, on: date, names: Names) -> Iterator[ClosingLine]:
    """The same in words, with what stays open: goals and follow-ups that were agreed."""
    for placement in what.placements:
        name = _("Placement: {role}", role=names.roles.get(placement.role_id, ""))
        yield from _line(placement, on, name)
    for trajectory in what.trajectories:
        partner = names.partners.get(trajectory.partner_id, "")
        yield from _line(trajectory, on, _("Trajectory with {partner}", partner=partner))
    for fixed in what.fixed:
        name = names.supervisors.get(fixed.supervisor_id, "")
        yield from _line(fixed, on, _("Fixed supervisor: {name}", name=name))
    for waiting in (one for one in what.waiting if one.is_open):
        role = names.roles.get(waiting.role_id, "")
        yield ClosingLine(fate=Fate.ENDS, text=_("Waiting list: {role}", role=role))
    for entry in what.entries:
        if entry.follow_up_on is not None and not entry.follow_up_done:
            day, words = format_date(entry.follow_up_on), entry.agreement
            text = _("Follow-up on {date}: {words}", date=day, words=words)
            yield ClosingLine(fate=Fate.STAYS_OPEN, text=text)
    for goal in (one for one in what.goals if one.status is GoalStatus.OPEN):
        yield ClosingLine(fate=Fate.STAYS_OPEN, text=_("Goal: {goal}", goal=goal.text))


def _line(one: _Begun, on: date, text: str) -> Iterator[ClosingLine]:
    if one.starts_on > on:
        yield ClosingLine(fate=Fate.GOES, text=text)
    elif _runs(one, on):
        yield ClosingLine(fate=Fate.ENDS, text=text)


def _runs(one: _Begun, on: date) -> bool:
    """Whether it began and goes on after this day."""
    until = one.ended_on if isinstance(one, Placement) else one.ends_on
    return one.starts_on <= on and (until is None or until > on)
