"""The waiting list: who waits for which role, since when, on which half-days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import HalfDays
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
