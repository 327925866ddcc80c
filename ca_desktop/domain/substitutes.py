"""Who could stand in for a supervisor, per half-day, with the reasons in words: never a score."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.dates import Period, format_date
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _

NONE = HalfDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """One colleague beside the half-days to take over: when he is not at work, when it would be
    too full, and which required papers he lacks for these people. `away` are the days of the
    period on which he is away himself, or has left.
    """

    supervisor_id: UUID
    name: str
    needed: HalfDays
    away: tuple[Period, ...] = ()
    not_there: HalfDays = NONE
    too_full: HalfDays = NONE
    missing: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        return self.supervisor_id

    @property
    def free(self) -> HalfDays:
        """The half-days in which he is there and has the time."""
        return HalfDays(self.needed.slots - self.not_there.slots - self.too_full.slots)

    @property
    def fits(self) -> bool:
        """Nothing stands in the way."""
        return not (self.away or self.not_there or self.too_full or self.missing)

    @property
    def reasons(self) -> tuple[str, ...]:
        """What is for and against, in words."""
        found = [_("Away too: {days}.", days=_days(one)) for one in self.away]
        if not self.needed:
            found.append(_("There are no half-days to take over."))
        else:
            if self.free:
                found.append(_("At work with enough time: {half_days}.", half_days=self.free.text))
            if self.too_full:
                found.append(_("Becomes too full: {half_days}.", half_days=self.too_full.text))
            if self.not_there:
                found.append(_("Not at work: {half_days}.", half_days=self.not_there.text))
        if self.missing:
            papers = ", ".join(self.missing)
            found.append(_("Lacks a required paper: {papers}.", papers=papers))
        return tuple(found)

    @property
    def short(self) -> str:
        """One word or two behind a name in a list."""
        if self.fits:
            return _("can take over")
        if self.away:
            return _("is away too")
        if not self.free:
            return _("can't: not there or too full")
        if self.missing:
            return _("lacks a paper")
        return _("can for a part")


def in_order(found: Collection[Substitute]) -> list[Substitute]:
    """Those whom nothing stands in the way of first, then on name; who is away too comes last."""
    return sorted(
        found,
        key=lambda one: (
            not one.fits,
            bool(one.away),
            not one.free,
            bool(one.missing),
            one.name.casefold(),
        ),
    )


def days_away(
    one: Supervisor, absences: Iterable[SupervisorAbsence], period: Period
) -> Iterator[Period]:
    """The days on which he is away himself or has left, as far as they touch this period."""
    for absence in absences:
        if absence.supervisor_id == one.id and absence.period.overlaps(period):
            yield absence.period
    if one.ended_on is not None:
        left = Period(starts_on=one.ended_on + timedelta(days=1))
        if left.overlaps(period):
            yield left


def _days(period: Period) -> str:
    if period.ends_on is None:
        return _("from {day}", day=format_date(period.starts_on))
    if period.ends_on == period.starts_on:
        return format_date(period.starts_on)
    return _(
        "{start} up to and including {end}",
        start=format_date(period.starts_on),
        end=format_date(period.ends_on),
    )
