"""Attendance of one person: mostly present, now and then away, always with the right code."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, Attendance, AttendanceCode
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.half_days import DayPart, HalfDay
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.opening import is_open
from ca_desktop.services.demo.person import Missed

_SCHOOL_GROUPS = frozenset({"MB1", "MB2", "MB3", "MB4", "VS"})
_AWAY = (
    AttendanceCode.EXCUSED,
    AttendanceCode.EXCUSED,
    AttendanceCode.LEAVE,
    AttendanceCode.UNKNOWN,
)
_SLOTS_PER_ILLNESS = 60
_CLOSED = AttendanceCode.HOLIDAY
_SUMMER = (7, 6)

Slot = tuple[date, DayPart]


def attendance(
    chance: Chance, life: Life, today: date, weeks: int | None, most: int | None
) -> list[Attendance]:
    """The half-days up to yesterday: since the start, of the last `weeks` weeks, the last `most`.

    None leaves a limit out.
    """
    since = life.participant.starts_on if weeks is None else today - timedelta(weeks=weeks)
    slots = sorted(_slots(life, since, today), key=lambda slot: slot[0])
    if most is not None:
        slots = slots[-most:]
    code_of = _coder(chance, life, slots, since, today)
    return [
        _line(chance, life, day, part, code_of(day, part) if is_open(day) else _CLOSED)
        for day, part in slots
    ]


def _line(chance: Chance, life: Life, day: date, part: DayPart, code: AttendanceCode) -> Attendance:
    present = code is AttendanceCode.PRESENT
    short = present and chance.happens(0.05)
    return Attendance(
        id=chance.new_id(),
        participant_id=life.participant.id,
        on=day,
        part=part,
        code=code,
        minutes=(MINUTES_PER_HALF_DAY - 60 * short) if present else 0,
    )


def _slots(life: Life, first: date, today: date) -> Iterator[Slot]:
    for placement in life.placements:
        day = max(first, placement.starts_on)
        last = min(placement.ended_on or today, today - timedelta(days=1))
        parts: dict[int, list[DayPart]] = {weekday: [] for weekday in range(7)}
        for slot in placement.half_days:
            parts[slot.weekday].append(slot.part)
        while day <= last:
            for part in parts[day.weekday()]:
                yield day, part
            day += timedelta(days=1)


def _coder(
    chance: Chance, life: Life, slots: list[Slot], since: date, today: date
) -> Callable[[date, DayPart], AttendanceCode]:
    """What happened on a day on which the centre was open."""
    missed, group = life.person.missed, life.person.group
    share = 0.72 if missed else _share(chance)
    free = _free_days(chance, since, today)
    sick = _sick_days(chance, [day for day, _part in slots])

    away: dict[date, AttendanceCode] = {}

    def code_of(day: date, part: DayPart) -> AttendanceCode:
        known = _known(missed, day, part, today) if missed else None
        if known is not None:
            return known
        if day in free:
            return AttendanceCode.HOLIDAY
        if day in sick:
            return AttendanceCode.SICK
        if chance.happens(share):
            return AttendanceCode.PRESENT
        if day not in away:
            at_school = group in _SCHOOL_GROUPS and chance.happens(0.6)
            away[day] = AttendanceCode.SCHOOL if at_school else chance.one_of(_AWAY)
        return away[day]

    return code_of


def _share(chance: Chance) -> float:
    """One in eight comes a good half of the time, the others nearly always."""
    return chance.uniform(0.5, 0.75) if chance.happens(0.12) else chance.uniform(0.82, 0.98)


def _known(missed: Missed, day: date, part: DayPart, today: date) -> AttendanceCode | None:
    """The week that a persona's note tells of, and the week after it, in which it was written."""
    ago = (week_start(today) - week_start(day)).days // 7
    if ago not in (missed.weeks, missed.weeks - 1):
        return None
    away = ago == missed.weeks and HalfDay(day.weekday(), part).code in missed.half_days
    return AttendanceCode.EXCUSED if away else AttendanceCode.PRESENT


def _free_days(chance: Chance, since: date, today: date) -> set[date]:
    """Two or three weeks every summer, and mostly a week in another season."""
    found: set[date] = set()
    for year in range(since.year, today.year + 1):
        summer = date(year, *_SUMMER) + timedelta(days=chance.randint(0, 35))
        _add_days(found, summer, chance.one_of((12, 14, 19)))
        if chance.happens(0.6):
            _add_days(found, chance.day_between(date(year, 1, 8), date(year, 5, 20)), 7)
    return found


def _add_days(found: set[date], first: date, count: int) -> None:
    found.update(first + timedelta(days=offset) for offset in range(count))


def _sick_days(chance: Chance, days: list[date]) -> set[date]:
    found: set[date] = set()
    for _run in range(round(chance.uniform(0, 2) * len(days) / _SLOTS_PER_ILLNESS)):
        if len(days) > 8:
            start = chance.randrange(len(days) - 4)
            found.update(days[start : start + chance.randint(1, 4)])
    return found
