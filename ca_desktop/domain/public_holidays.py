"""Public holidays in the Netherlands: the days on which nobody is expected at work.

Good Friday is not among them; Liberation Day is a day off once in five years.
"""

from datetime import date, timedelta
from functools import cache

LUSTRUM_YEARS = 5
_SUNDAY = 6


def easter(year: int) -> date:
    """Easter Sunday, by the method of Gauss for the Gregorian calendar."""
    golden, century = year % 19, year // 100
    shift = (8 * century + 13) // 25 - 2
    epact = (19 * golden + century - century // 4 - shift + 15 - 2) % 30
    epact -= epact // 28 * (1 - epact // 28 * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def kings_day(year: int) -> date:
    """27 April, or the day before where that is a Sunday."""
    day = date(year, 4, 27)
    return day - timedelta(days=1) if day.weekday() == _SUNDAY else day


@cache
def public_holidays(year: int) -> frozenset[date]:
    """All of one year."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (0, 1, 39, 49, 50)}
    fixed = {date(year, 1, 1), kings_day(year), date(year, 12, 25), date(year, 12, 26)}
    lustrum = {date(year, 5, 5)} if year % LUSTRUM_YEARS == 0 else set()
    return frozenset(moving | fixed | lustrum)


def is_public_holiday(day: date) -> bool:
    """Whether this is a public holiday."""
    return day in public_holidays(day.year)
