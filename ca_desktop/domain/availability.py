"""When somebody can come: half-days of the week, from one date until another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import Period, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """The half-days on which somebody can come in a period; no reason why not on others."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    half_days: HalfDays = field(default_factory=HalfDays)
    starts_on: date
    ends_on: date | None = None

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


def problems(availability: Availability, others: Iterable[Availability]) -> Iterator[Problem]:
    """Everything a save refuses; periods of one person do not overlap."""
    if not availability.half_days:
        yield Problem("half_days", _("Choose at least one half-day."))
    problem = order_problem("ends_on", availability.starts_on, availability.ends_on)
    if problem:
        yield problem
        return
    if any(
        one.id != availability.id and one.period.overlaps(availability.period) for one in others
    ):
        yield Problem("starts_on", _("There is another line for this period. End that one first."))


def on_day(lines: Iterable[Availability], day: date) -> HalfDays | None:
    """The half-days that hold on a day, or None where nothing was agreed."""
    return next((one.half_days for one in lines if one.period.includes(day)), None)
