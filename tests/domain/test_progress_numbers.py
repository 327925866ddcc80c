"""The numbers of a progress report: what is known counts, what nobody filled in stands apart."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.privacy import RecipientKind, lens
from ca_desktop.domain.progress_lines import AttendanceSummary
from ca_desktop.domain.progress_numbers import attendance_summary

MONDAY = date(2026, 11, 2)


def summary_of(
    *codes: AttendanceCode, recipient: RecipientKind = RecipientKind.MUNICIPALITY
) -> AttendanceSummary:
    """The summary for this reader of one morning per code, from Monday on."""
    lines = [
        Attendance(
            participant_id=uuid4(),
            on=MONDAY + timedelta(days=day),
            part=DayPart.MORNING,
            code=code,
            minutes=210 if code is AttendanceCode.PRESENT else 0,
        )
        for day, code in enumerate(codes)
    ]
    period = Period(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=30))
    made = attendance_summary(lens(recipient), lines, period)
    assert made is not None
    return made


def test_what_nobody_filled_in_is_no_absence() -> None:
    made = summary_of(
        AttendanceCode.PRESENT,
        AttendanceCode.UNKNOWN,
        AttendanceCode.UNKNOWN,
        AttendanceCode.EXCUSED,
    )
    assert (made.recorded, made.present, made.absent, made.unknown) == (2, 1, 1, 2)
    assert (made.reported, made.unreported, made.percentage) == (1, 0, 50)
    assert [(week.recorded, week.present) for week in made.weeks] == [(2, 1)]


def test_the_kinds_of_absence_leave_out_what_nobody_filled_in() -> None:
    codes = (AttendanceCode.SICK, AttendanceCode.UNKNOWN)
    made = summary_of(*codes, recipient=RecipientKind.PARTICIPANT)
    assert made.per_code == ((AttendanceCode.SICK, 1),)
    assert made.unknown == 1


def test_nothing_filled_in_gives_no_percentage() -> None:
    made = summary_of(AttendanceCode.UNKNOWN)
    assert (made.recorded, made.percentage, made.weeks) == (0, None, ())


def test_school_and_holidays_count_nowhere() -> None:
    made = summary_of(AttendanceCode.SCHOOL, AttendanceCode.HOLIDAY, AttendanceCode.PRESENT)
    assert made == replace(summary_of(AttendanceCode.PRESENT), weeks=made.weeks)
