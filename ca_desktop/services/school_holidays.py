"""School holidays per region: the list in force, and what the centre makes of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import NotFound, Problem, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.school_calendar import (
    HolidayInForce,
    SchoolCalendar,
    calendar_of,
    in_force,
    overlaps,
    shipped_holiday,
)
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion, problems
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed


class SchoolHolidayService(Service):
    """What a user can do with school holidays."""

    @allowed(Action.SEE_CENTRE)
    def lines(self) -> Sequence[HolidayInForce]:
        """Every holiday that holds, the earliest first."""
        with self._database.read() as uow:
            return holidays_in(uow)

    @allowed(Action.SEE_CENTRE)
    def calendar(self, region: SchoolRegion | None) -> SchoolCalendar:
        """When the schools of this region have holidays."""
        with self._database.read() as uow:
            return calendar_in(uow, region)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def new(self, region: SchoolRegion = SchoolRegion.MIDDLE) -> SchoolHoliday:
        """A holiday of the centre's own, to fill in."""
        today = self._today()
        return SchoolHoliday(region=region, name="", starts_on=today, ends_on=today)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def save(self, holiday: SchoolHoliday) -> SchoolHoliday:
        """Keep an own holiday, or the centre's dates of one of the catalogue."""
        with self._database.write(self._actor, N_("Save school holiday")) as uow:
            refuse([*problems(holiday), *_overlap_problems(uow, holiday)])
            uow.save(holiday)
        return holiday

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def check(self, holiday_ids: Sequence[UUID]) -> int:
        """Note that somebody compared these with the source today; gives how many."""
        with self._database.write(self._actor, N_("Check school holidays")) as uow:
            wanted = set(holiday_ids)
            found = [one.holiday for one in holidays_in(uow) if one.holiday.id in wanted]
            for holiday in found:
                uow.save(replace(holiday, checked_on=self._today()))
        return len(found)

    @allowed(Action.CHANGE_ACCREDITATIONS)
    def remove(self, holiday_id: UUID) -> None:
        """Take away an own holiday, or put one of the catalogue back as it was shipped."""
        with self._database.write(self._actor, N_("Remove school holiday")) as uow:
            own = uow.of(SchoolHoliday).find(id=holiday_id)
            if own is None:
                raise NotFound(
                    _("This holiday stands as it was shipped: there is nothing to put back.")
                )
            uow.remove(own)
            refuse(holiday_problems(uow, (holiday_id,)))  # the days as shipped may be taken by now


def holidays_in(uow: UnitOfWork) -> tuple[HolidayInForce, ...]:
    """The holidays in force, inside a transaction of another service."""
    language = current_language()
    shipped = [shipped_holiday(info, language) for info in load_catalogue().school_holidays]
    return in_force(shipped, uow.of(SchoolHoliday).all())


def calendar_in(uow: UnitOfWork, region: SchoolRegion | None) -> SchoolCalendar:
    """The calendar of a region, inside a transaction of another service."""
    return calendar_of(holidays_in(uow), region)


def holiday_problems(uow: UnitOfWork, row_ids: Iterable[UUID]) -> Iterator[Problem]:
    """What is wrong between these holidays, as they stand now, and the others of their region."""
    wanted = set(row_ids)
    for one in holidays_in(uow):
        if one.holiday.id in wanted:
            yield from _overlap_problems(uow, one.holiday)


def _overlap_problems(uow: UnitOfWork, holiday: SchoolHoliday) -> Sequence[Problem]:
    """A day is in one holiday of its region: else days would be said to be free twice."""
    if holiday.ends_on < holiday.starts_on:
        return ()
    other = overlaps(holiday, (one.holiday for one in holidays_in(uow)))
    if other is None:
        return ()
    return (
        Problem(
            "starts_on",
            _(
                "{name} ({start} until {end}) is on some of these days. Change that one, or choose "
                "other days.",
                name=other.name,
                start=format_date(other.starts_on),
                end=format_date(other.ends_on),
            ),
        ),
    )
