"""On which days somebody is spoken to: days on which they were there, and days for a call."""

from bisect import bisect_right
from collections.abc import Collection
from datetime import date, timedelta

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.opening import is_open
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.texts import When

LONGEST_GAP = 14
FEWEST = 10
_TRIES = 8
_CODES = {When.EXCUSED: AttendanceCode.EXCUSED, When.UNKNOWN: AttendanceCode.UNKNOWN}


class ContactDays:
    """Draws days for one life after another."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance

    def there(
        self, life: Life, register: Register, count: int, taken: Collection[date]
    ) -> list[date]:
        """About `count` days of presence that are not taken yet.

        More where somebody is guided intensively.
        """
        if not register.whole:
            drawn = (self._chance.day_between(life.participant.starts_on, life.last_day)
                     for _n in range(count))  # fmt: skip
            return sorted(last_day_there(life, register, day) for day in drawn)
        able = sorted(register.present.keys() - taken)
        wanted = max(FEWEST, count // 2) if life.person.is_intensive else count
        days = set(self._chance.sample(able, max(0, min(wanted, len(able)))))
        if life.person.is_intensive:
            _fill(days, able, life.participant.starts_on)
        return sorted(days)

    def call(self, life: Life, register: Register, when: When) -> date | None:
        """A day for a telephone call of this kind, or None where there is none."""
        if when is When.LATE:
            return self._one_of(sorted(register.late))
        if when in _CODES:
            code = _CODES[when]
            return self._one_of([day for day, one in register.away.items() if one is code])
        for _try in range(_TRIES):
            day = self._chance.day_between(life.participant.starts_on, life.last_day)
            if is_open(day) and not _is_planned(life, day):
                return day
        return None

    def _one_of(self, days: list[date]) -> date | None:
        return self._chance.one_of(days) if days else None


def last_day_there(life: Life, register: Register, day: date) -> date:
    """The last day up to `day` on which somebody was there or expected; else the first after."""
    if register.whole:
        able = sorted(register.present)
        return able[max(0, bisect_right(able, day) - 1)] if able else life.participant.starts_on
    found = day
    while found > life.participant.starts_on:
        if found not in register.away and is_open(found) and _is_planned(life, found):
            return found
        found -= timedelta(days=1)
    while not (is_open(found) and _is_planned(life, found)) and found < life.last_day:
        found += timedelta(days=1)
    return found


def _is_planned(life: Life, day: date) -> bool:
    weekday = day.weekday()  # not `half_days.on`, which sorts: this is asked a million times
    return any(
        p.starts_on <= day
        and (p.ended_on is None or day <= p.ended_on)
        and any(slot.weekday == weekday for slot in p.half_days.slots)
        for p in life.placements
    )


def _fill(days: set[date], able: list[date], start: date) -> None:
    """Adds days, so that no two weeks pass in which somebody was there and nobody spoke to them."""
    seen = start
    for index, day in enumerate(able):
        follows = able[index + 1] if index + 1 < len(able) else None
        is_last_chance = follows is None or (follows - seen).days > LONGEST_GAP
        if day in days or (is_last_chance and (follows is not None or _is_long(day, seen))):
            days.add(day)
            seen = day


def _is_long(day: date, seen: date) -> bool:
    return (day - seen).days >= LONGEST_GAP
