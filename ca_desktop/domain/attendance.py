"""Attendance: one line per person, date and half-day. No reason of illness, ever."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import DayPart
from ca_desktop.i18n import _

MINUTES_PER_HALF_DAY = 210


class AttendanceCode(StrEnum):
    """What happened in a half-day; each has one letter for quick entry."""

    PRESENT = "present"
    EXCUSED = "excused"
    SICK = "sick"
    LEAVE = "leave"
    SCHOOL = "school"
    HOLIDAY = "holiday"
    UNKNOWN = "unknown"

    @property
    def letter(self) -> str:
        """The Dutch letter typed in the grid."""
        return {
            AttendanceCode.PRESENT: "A",
            AttendanceCode.EXCUSED: "M",
            AttendanceCode.SICK: "Z",
            AttendanceCode.LEAVE: "V",
            AttendanceCode.SCHOOL: "S",
            AttendanceCode.HOLIDAY: "K",
            AttendanceCode.UNKNOWN: "O",
        }[self]

    @property
    def text(self) -> str:
        return {
            AttendanceCode.PRESENT: _("Present"),
            AttendanceCode.EXCUSED: _("Excused"),
            AttendanceCode.SICK: _("Sick"),
            AttendanceCode.LEAVE: _("Leave"),
            AttendanceCode.SCHOOL: _("School"),
            AttendanceCode.HOLIDAY: _("Holiday"),
            AttendanceCode.UNKNOWN: _("Unknown"),
        }[self]

    @classmethod
    def from_letter(cls, letter: str) -> "AttendanceCode | None":
        return next((code for code in cls if code.letter == letter.upper()), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One half-day of one person; minutes only count when present."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    on: date
    part: DayPart
    code: AttendanceCode
    minutes: int = 0


def problems(attendance: Attendance, today: date) -> Iterator[Problem]:
    """Everything a save of one half-day refuses."""
    if attendance.code is AttendanceCode.PRESENT and attendance.on > today:
        yield Problem(
            "on",
            _("This day is still to come. Record who was present on the day itself or later."),
        )
    if not 0 <= attendance.minutes <= 360:
        yield Problem("minutes", _("A half-day has between 0 and 360 minutes."))
    if attendance.minutes and attendance.code is not AttendanceCode.PRESENT:
        yield Problem("minutes", _("Minutes belong to somebody who was present."))
