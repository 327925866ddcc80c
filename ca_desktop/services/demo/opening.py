"""When the centre is open: what happens there is dated on those days only."""

from datetime import date, timedelta
from functools import cache

from ca_desktop.domain.public_holidays import is_public_holiday

_SATURDAY = 5
_CHRISTMAS = frozenset((12, day) for day in range(24, 32))
_ONE = timedelta(days=1)


@cache
def is_open(day: date) -> bool:
    """Not on weekends and public holidays, nor between Christmas and New Year."""
    closed = day.weekday() >= _SATURDAY or (day.month, day.day) in _CHRISTMAS
    return not closed and not is_public_holiday(day)


def open_from(day: date) -> date:
    """This day, or the first open day after it."""
    while not is_open(day):
        day += _ONE
    return day


def open_until(day: date) -> date:
    """This day, or the last open day before it."""
    while not is_open(day):
        day -= _ONE
    return day
