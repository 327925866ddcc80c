"""What the attendance of one person says: when they were there, when away, and how often."""

from collections.abc import Sequence
from datetime import date, timedelta

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, Attendance, AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.progress_attendance import NOT_EXPECTED

_REPORTED = frozenset({AttendanceCode.EXCUSED, AttendanceCode.SICK})
_FEW = 4


class Register:
    """The lines of one person, oldest first; `whole` where they go back to the first day."""

    def __init__(self, lines: Sequence[Attendance], *, whole: bool) -> None:
        self.whole = whole
        self.present: dict[date, list[DayPart]] = {}
        self.late: set[date] = set()
        away: dict[date, AttendanceCode] = {}
        for line in lines:
            if line.code is AttendanceCode.PRESENT:
                self.present.setdefault(line.on, []).append(line.part)
                if line.minutes < MINUTES_PER_HALF_DAY:
                    self.late.add(line.on)
            else:
                away[line.on] = line.code
        self.away = {day: code for day, code in away.items() if day not in self.present}
        self._lines = lines

    def counts(self, first: date, last: date) -> tuple[int, int]:
        """Half-days present and half-days expected, `last` included, as the report counts them."""
        codes = [line.code for line in self._lines if first <= line.on <= last]
        expected = sum(code not in NOT_EXPECTED for code in codes)
        return codes.count(AttendanceCode.PRESENT), expected

    def share(self, day: date, weeks: int) -> float | None:
        """The share of the half-days present in so many weeks before `day`.

        None where too little is recorded to say so.
        """
        first = day - timedelta(weeks=weeks)
        if not self.whole or not self._lines or self._lines[0].on > first + timedelta(days=7):
            return None
        present, expected = self.counts(first, day - timedelta(days=1))
        return present / expected if expected >= _FEW else None

    def reported(self, day: date, weeks: int) -> int:
        """On how many days before `day` somebody said that they would not come."""
        first = day - timedelta(weeks=weeks)
        return sum(first <= on < day and code in _REPORTED for on, code in self.away.items())
