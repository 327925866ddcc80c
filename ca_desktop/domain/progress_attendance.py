"""Presence on a progress report, as far as the lens shows it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period, iso_week, week_start
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import DataElement, Lens
from ca_desktop.domain.progress_lines import AttendanceSummary, WeekPresence

NOT_EXPECTED = frozenset({AttendanceCode.SCHOOL, AttendanceCode.HOLIDAY})
_REPORTED = frozenset({AttendanceCode.EXCUSED, AttendanceCode.SICK, AttendanceCode.LEAVE})


def attendance_summary(
    view: Lens,
    lines: Iterable[Attendance],
    placements: Iterable[Placement],
    days: Sequence[Period],
    paused: Sequence[Period] = (),
) -> AttendanceSummary | None:
    """Half-days present and absent on these days, without those on which nobody was expected here
    (school, holiday, `paused`). Planned without a line is counted apart: that is no absence."""
    if not view.shows(DataElement.ATTENDANCE):
        return None
    inside = [one for one in lines if any(period.includes(one.on) for period in days)]
    known = [one for one in inside if one.code not in NOT_EXPECTED]
    codes = Counter(one.code for one in known)
    present = codes[AttendanceCode.PRESENT]
    absent = len(known) - present
    reported = sum(codes[code] for code in _REPORTED)
    shows_reported = view.shows(DataElement.ABSENCE_REPORTED)
    filled = {(one.on, one.part) for one in inside}
    planned = _planned(placements, days, paused)
    first_on = min((one.on for one in inside), default=None)
    return AttendanceSummary(
        recorded=len(known),
        present=present,
        absent=absent,
        not_filled_in=len(planned - filled),
        first_on=first_on,
        starts_late=bool(first_on and planned and first_on > min(planned)[0] + timedelta(days=7)),
        minutes=sum(one.minutes for one in known),
        weeks=_weeks(known),
        reported=reported if shows_reported else None,
        unreported=absent - reported if shows_reported else None,
        sick=codes[AttendanceCode.SICK] if view.shows(DataElement.ABSENCE_SICK) else None,
        per_code=tuple(
            (c, codes[c]) for c in AttendanceCode if codes[c] and c is not AttendanceCode.PRESENT
        )
        if view.shows(DataElement.ABSENCE_REASON)
        else None,
    )


def _planned(
    placements: Iterable[Placement], days: Sequence[Period], paused: Sequence[Period]
) -> set[tuple[date, DayPart]]:
    """The half-days on which somebody was planned."""
    found: set[tuple[date, DayPart]] = set()
    for placement in placements:
        for period in days:
            day, last = max(period.starts_on, placement.starts_on), period.ends_on
            while last is not None and day <= last and placement.period.includes(day):
                found.update((day, part) for part in placement.half_days.on(day))
                day += timedelta(days=1)
    return {slot for slot in found if not any(pause.includes(slot[0]) for pause in paused)}


def _weeks(lines: Sequence[Attendance]) -> tuple[WeekPresence, ...]:
    """A bar per ISO week, from the first with something recorded to the last; a week in which
    nothing was recorded keeps its place.
    """
    if not lines:
        return ()
    recorded = Counter(week_start(one.on) for one in lines)
    present = Counter(week_start(one.on) for one in lines if one.code is AttendanceCode.PRESENT)
    first, last = min(recorded), max(recorded)
    mondays = [first + timedelta(weeks=n) for n in range((last - first).days // 7 + 1)]
    return tuple(
        WeekPresence(week=iso_week(day), recorded=recorded[day], present=present[day])
        for day in mondays
    )
