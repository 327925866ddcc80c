"""Attendance of one person: mostly present, now and then away, always with the right code."""

from collections.abc import Iterator
from datetime import date, timedelta

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, Attendance, AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life

_SCHOOL_GROUPS = frozenset({"MB1", "MB2", "MB3", "MB4", "VS"})
_AWAY = (
    AttendanceCode.EXCUSED,
    AttendanceCode.EXCUSED,
    AttendanceCode.LEAVE,
    AttendanceCode.UNKNOWN,
)
_CLOSED = frozenset({(12, day) for day in range(24, 32)} | {(1, 1), (4, 27)})


def attendance(
    chance: Chance, life: Life, today: date, weeks: int, most: int | None
) -> list[Attendance]:
    """The half-days of the last `weeks` weeks up to yesterday; the last `most` where given."""
    slots = list(_slots(life, today - timedelta(weeks=weeks), today))
    if most is not None:
        slots = slots[-most:]
    share = 0.72 if life.person.first == "Youssef" else chance.uniform(0.82, 0.98)
    free_from = today - timedelta(weeks=chance.randint(10, 19))
    free = (free_from, free_from + timedelta(days=chance.one_of((6, 11, 13))))
    sick = _sick_days(chance, [day for day, _part in slots])
    lines: list[Attendance] = []
    for day, part in slots:
        code = _code(chance, life.person.group, day, share, free, sick)
        present = code is AttendanceCode.PRESENT
        short = present and chance.happens(0.05)
        lines.append(
            Attendance(
                id=chance.new_id(),
                participant_id=life.participant.id,
                on=day,
                part=part,
                code=code,
                minutes=(MINUTES_PER_HALF_DAY - 60 * short) if present else 0,
            )
        )
    return lines


def is_closed(day: date) -> bool:
    """Whether the centre is closed: between Christmas and New Year and on King's Day."""
    return (day.month, day.day) in _CLOSED


def _slots(life: Life, first: date, today: date) -> Iterator[tuple[date, DayPart]]:
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


def _sick_days(chance: Chance, days: list[date]) -> set[date]:
    found: set[date] = set()
    for _run in range(chance.one_of((0, 1, 1, 2))):
        if len(days) > 8:
            start = chance.randrange(len(days) - 4)
            found.update(days[start : start + chance.randint(1, 4)])
    return found


def _code(
    chance: Chance, group: str, day: date, share: float, free: tuple[date, date], sick: set[date]
) -> AttendanceCode:
    if free[0] <= day <= free[1] or is_closed(day):
        return AttendanceCode.HOLIDAY
    if day in sick:
        return AttendanceCode.SICK
    if chance.happens(share):
        return AttendanceCode.PRESENT
    if group in _SCHOOL_GROUPS and chance.happens(0.6):
        return AttendanceCode.SCHOOL
    return chance.one_of(_AWAY)
