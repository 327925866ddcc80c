"""The quick choices of a period."""

from collections.abc import Iterable
from datetime import date, timedelta

from ca_desktop.domain.dates import Period, add_months
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.trajectories import Trajectory


def last_three_months(today: date) -> Period:
    """Three months up to and including today."""
    return Period(starts_on=add_months(today, -3), ends_on=today)


def this_school_year(today: date) -> Period:
    """From 1 August up to and including today."""
    return Period(starts_on=SchoolYear.of(today).starts_on, ends_on=today)


def this_year(today: date) -> Period:
    """The calendar year."""
    return Period(starts_on=date(today.year, 1, 1), ends_on=date(today.year, 12, 31))


def last_year(today: date) -> Period:
    """The calendar year before this one."""
    return this_year(date(today.year - 1, 1, 1))


def school_year(today: date) -> Period:
    """The whole school year, from 1 August until 31 July."""
    return SchoolYear.of(today).period


def this_quarter(today: date) -> Period:
    """The three months of the calendar in which today lies."""
    starts_on = date(today.year, today.month - (today.month - 1) % 3, 1)
    return Period(starts_on=starts_on, ends_on=add_months(starts_on, 3) - timedelta(days=1))


def since_trajectory(trajectories: Iterable[Trajectory], today: date) -> Period | None:
    """From the first start of these trajectories; None when none has begun."""
    starts = [one.starts_on for one in trajectories if one.starts_on <= today]
    return Period(starts_on=min(starts), ends_on=today) if starts else None
