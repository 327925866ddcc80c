"""What relies on one supervisor: what stops, lacks somebody or goes over when he is not there.

Looked at before it happens: for days away, with or without somebody who takes over, or when he
leaves. Nothing is saved by looking.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import GuidanceTerms, LoadState
from ca_desktop.domain.capacity_board import Board
from ca_desktop.domain.conditions import Record
from ca_desktop.domain.dates import Period, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.domain.supervisors import Certificate, Supervisor
from ca_desktop.i18n import _


class RelianceKind(StrEnum):
    """What relies on a supervisor, in the order in which it is shown."""

    FIXED_SUPERVISOR = "fixed_supervisor"
    PLACEMENT = "placement"
    PRACTICE_AGREEMENT = "practice_agreement"
    QUALIFICATION = "qualification"
    CAPACITY = "capacity"
    PAPER = "paper"
    FOLLOW_UP = "follow_up"
    AFTERCARE = "aftercare"
    ROLE = "role"
    SUBSTITUTE = "substitute"
    DEPUTY = "deputy"
    HAND_OVER = "hand_over"
    ACCOUNT = "account"

    @property
    def text(self) -> str:
        return {
            RelianceKind.FIXED_SUPERVISOR: _("Without fixed supervisor"),
            RelianceKind.PLACEMENT: _("Placement under nobody"),
            RelianceKind.PRACTICE_AGREEMENT: _("Student without trainer"),
            RelianceKind.QUALIFICATION: _("Qualification without trainer"),
            RelianceKind.CAPACITY: _("Half-day too full"),
            RelianceKind.PAPER: _("Nobody else has the paper"),
            RelianceKind.FOLLOW_UP: _("Follow-up still open"),
            RelianceKind.AFTERCARE: _("Aftercare"),
            RelianceKind.ROLE: _("Answers for a role"),
            RelianceKind.SUBSTITUTE: _("Takes over from somebody"),
            RelianceKind.DEPUTY: _("Is a deputy"),
            RelianceKind.HAND_OVER: _("Not handed over"),
            RelianceKind.ACCOUNT: _("Account"),
        }[self]


ORDER = tuple(RelianceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """What somebody thinks of: days away, or leaving with `starts_on` as the first day without him;
    and who would take over his people.
    """

    supervisor_id: UUID
    starts_on: date
    ends_on: date | None = None
    for_good: bool = False
    substitute_id: UUID | None = None

    @property
    def period(self) -> Period:
        """The days without him."""
        return Period(starts_on=self.starts_on, ends_on=None if self.for_good else self.ends_on)

    @property
    def absence(self) -> SupervisorAbsence:
        """The same as the capacity board takes it."""
        return SupervisorAbsence(
            supervisor_id=self.supervisor_id,
            starts_on=self.starts_on,
            ends_on=self.period.ends_on,
            substitute_id=self.substitute_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RelianceLine:
    """One thing that relies on him: of whom or what, why, and the record where it is settled."""

    kind: RelianceKind
    who: str
    what: str
    record: Record

    @property
    def id(self) -> tuple[str, str, str]:
        return self.kind, self.who, self.what


def problems(away: Away) -> Iterator[Problem]:
    """What has to be known before one can look."""
    if not away.for_good:
        problem = order_problem("ends_on", away.starts_on, away.ends_on)
        if problem:
            yield problem
    if away.substitute_id == away.supervisor_id:
        yield Problem("substitute_id", _("Choose somebody else to take over."))


def only_he_has(
    supervisor_id: UUID, certificates: Iterable[Certificate], there: Iterable[UUID], day: date
) -> tuple[Certificate, ...]:
    """His papers that are valid on this day, of a kind of which nobody else who is there then has
    a valid one.
    """
    valid = [one for one in certificates if one.valid_until is None or one.valid_until >= day]
    others, present = set(), set(there) - {supervisor_id}
    for one in valid:
        if one.supervisor_id in present:
            others.add(one.kind)
    mine = {one.kind: one for one in valid if one.supervisor_id == supervisor_id}
    return tuple(one for kind, one in mine.items() if kind not in others)


def at_work(
    team: Iterable[Supervisor], absences: Iterable[SupervisorAbsence], day: date
) -> list[Supervisor]:
    """Who works here on this day and is not away."""
    away = {one.supervisor_id for one in absences if one.period.includes(day)}
    return [one for one in team if one.is_active(day) and one.id not in away]


def becomes_too_full(before: Board, after: Board, terms: GuidanceTerms) -> tuple[HalfDay, ...]:
    """The half-days in which the whole team lacks time with him away, and lacks more than now."""
    found = []
    for slot in after.slots:
        then, now = after.column(slot), before.column(slot)
        more = then.need - then.supply > now.need - now.supply
        if more and then.state(terms) is LoadState.OVER:
            found.append(slot)
    return tuple(found)
