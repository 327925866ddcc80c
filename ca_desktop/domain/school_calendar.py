"""When schools of a region have holidays: the list of the catalogue, with what the centre changed.

A row of the centre with the code of the catalogue goes before that row; a row without a code is
one of the centre. Saturdays, Sundays and public holidays count apart: see `public_holidays`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from ca_desktop.domain.catalogue_codes import SchoolHolidayInfo
from ca_desktop.domain.dates import Period, week_start
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion
from ca_desktop.domain.school_years import SchoolYear

_SCHOOL_DAYS = 5
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayInForce:
    """A holiday as it holds here; `shipped` is the row of the catalogue behind it, if any."""

    holiday: SchoolHoliday
    shipped: SchoolHoliday | None = None

    @property
    def is_own(self) -> bool:
        """Whether the centre added it itself."""
        return self.shipped is None

    @property
    def is_changed(self) -> bool:
        """Whether the centre's row goes before that of the catalogue."""
        return self.shipped is not None and self.holiday != self.shipped

    @property
    def is_moved(self) -> bool:
        """Whether the dates differ from those of the catalogue."""
        return self.shipped is not None and _dates(self.holiday) != _dates(self.shipped)

    @property
    def is_checked(self) -> bool:
        """Whether somebody compared the dates with the source."""
        return self.holiday.checked_on is not None

    @property
    def school_year(self) -> SchoolYear:
        """The school year in which it begins; a summer holiday closes its year."""
        return SchoolYear.of(self.holiday.starts_on)


def _dates(holiday: SchoolHoliday) -> tuple[date, date]:
    return holiday.starts_on, holiday.ends_on


def shipped_holiday(info: SchoolHolidayInfo, language: str) -> SchoolHoliday:
    """The row of the catalogue as a holiday, always with the same id."""
    return SchoolHoliday(
        id=uuid5(NAMESPACE_URL, f"school_holidays/{info.code}"),
        code=info.code,
        region=info.region,
        name=info.name.in_(language),
        starts_on=info.starts_on,
        ends_on=info.ends_on,
        source=info.origin.source,
        checked_on=info.origin.checked_on,
    )


def in_force(
    shipped: Iterable[SchoolHoliday], own: Iterable[SchoolHoliday]
) -> tuple[HolidayInForce, ...]:
    """The catalogue overlaid by the rows of the centre, the earliest first."""
    rows = tuple(own)
    listed = {one.code: one for one in shipped}
    over = {one.code: one for one in rows if one.code}
    found = [
        HolidayInForce(holiday=over.get(code, one), shipped=one) for code, one in listed.items()
    ]
    found += [HolidayInForce(holiday=one) for one in rows if one.code not in listed]
    return tuple(sorted(found, key=lambda one: (*_dates(one.holiday), one.holiday.region)))


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The holidays of the schools of one region."""

    holidays: tuple[SchoolHoliday, ...] = ()

    def holiday_on(self, day: date) -> SchoolHoliday | None:
        """The holiday on this day; its first and last day belong to it."""
        found = (one for one in self.holidays if one.starts_on <= day <= one.ends_on)
        return next(found, None)

    def days_off(self, starts_on: date, ends_on: date) -> frozenset[date]:
        """Every day of this period, weekends too, on which the schools have holidays."""
        days: set[date] = set()
        for one in self.holidays:
            day, last = max(one.starts_on, starts_on), min(one.ends_on, ends_on)
            while day <= last:
                days.add(day)
                day += _DAY
        return frozenset(days)

    def school_weeks(self, starts_on: date, ends_on: date) -> tuple[date, ...]:
        """The Mondays of the weeks with at least one day of school, Monday to Friday, in this
        period. ISO weeks, so the weeks around New Year and week 53 count as every other.
        """
        off = self.days_off(starts_on, ends_on)
        weeks: list[date] = []
        monday = week_start(starts_on)
        while monday <= ends_on:
            days = (monday + _DAY * number for number in range(_SCHOOL_DAYS))
            if any(starts_on <= day <= ends_on and day not in off for day in days):
                weeks.append(monday)
            monday += _WEEK
        return tuple(weeks)

    def knows(self, day: date) -> bool:
        """Whether the holidays of this school year are in the list; one by itself is no list."""
        year = SchoolYear.of(day)
        return sum(SchoolYear.of(one.starts_on) == year for one in self.holidays) > 1


def calendar_of(lines: Iterable[HolidayInForce], region: SchoolRegion | None) -> SchoolCalendar:
    """The calendar of a region; an empty one for a school of which the region is not known."""
    return SchoolCalendar(tuple(one.holiday for one in lines if one.holiday.region == region))


def overlaps(holiday: SchoolHoliday, others: Iterable[SchoolHoliday]) -> SchoolHoliday | None:
    """Another holiday of the same region on some of the same days."""
    period = Period(starts_on=holiday.starts_on, ends_on=holiday.ends_on)
    return next(
        (
            one
            for one in others
            if one.id != holiday.id
            and one.region is holiday.region
            and period.overlaps(Period(starts_on=one.starts_on, ends_on=one.ends_on))
        ),
        None,
    )
