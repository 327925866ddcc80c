"""The quick choices of a period."""

from collections.abc import Iterable
from datetime import date

from ca_desktop.domain.dates import Period, add_months
from ca_desktop.domain.trajectories import Trajectory

SCHOOL_YEAR_MONTH = 8


def last_three_months(today: date) -> Period:
    """Three months up to and including today."""
    return Period(starts_on=add_months(today, -3), ends_on=today)


def this_school_year(today: date) -> Period:
    """From 1 August up to and including today."""
    year = today.year if today.month >= SCHOOL_YEAR_MONTH else today.year - 1
    return Period(starts_on=date(year, SCHOOL_YEAR_MONTH, 1), ends_on=today)


def since_trajectory(trajectories: Iterable[Trajectory], today: date) -> Period | None:
    """From the first start of these trajectories; None when none has begun."""
    starts = [one.starts_on for one in trajectories if one.starts_on <= today]
    return Period(starts_on=min(starts), ends_on=today) if starts else None
