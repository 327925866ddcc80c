"""Presence on a report: an absence without a word is an absence, a gap is told apart."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import RecipientKind, lens
from ca_desktop.domain.progress_attendance import attendance_summary
from ca_desktop.domain.progress_lines import AttendanceSummary

MONDAY = date(2026, 11, 2)
MORNINGS = HalfDays.of("0m", "1m", "2m", "3m", "4m")


def lines_of(*codes: AttendanceCode, start: date = MONDAY) -> list[Attendance]:
    """One morning per code, from this day on."""
    return [
        Attendance(
            participant_id=uuid4(),
            on=start + timedelta(days=day),
            part=DayPart.MORNING,
            code=code,
            minutes=210 if code is AttendanceCode.PRESENT else 0,
        )
        for day, code in enumerate(codes)
    ]


def summary_of(
    *codes: AttendanceCode,
    recipient: RecipientKind = RecipientKind.MUNICIPALITY,
    half_days: HalfDays = MORNINGS,
    days: int = 30,
    start: date = MONDAY,
) -> AttendanceSummary:
    """The summary for this reader of somebody who is planned on these half-days."""
    placement = Placement(
        participant_id=uuid4(),
        role_id=uuid4(),
        half_days=half_days,
        starts_on=MONDAY,
        review_on=MONDAY,
    )
    period = Period(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=days))
    lines = lines_of(*codes, start=start)
    made = attendance_summary(lens(recipient), lines, [placement], [period])
    assert made is not None
    return made


def test_an_absence_without_a_word_is_an_absence_that_was_not_reported() -> None:
    made = summary_of(
        AttendanceCode.PRESENT,
        AttendanceCode.UNKNOWN,
        AttendanceCode.UNKNOWN,
        AttendanceCode.EXCUSED,
    )
    assert (made.recorded, made.present, made.absent) == (4, 1, 3)
    assert (made.reported, made.unreported, made.percentage) == (1, 2, 25)
    assert [(week.recorded, week.present) for week in made.weeks] == [(4, 1)]


def test_half_days_that_were_planned_but_have_no_line_are_told_apart_from_absence() -> None:
    made = summary_of(AttendanceCode.PRESENT, AttendanceCode.UNKNOWN, days=6)
    assert (made.recorded, made.absent, made.not_filled_in) == (2, 1, 3)


def test_a_day_of_school_or_holiday_is_no_gap_and_counts_nowhere() -> None:
    made = summary_of(AttendanceCode.SCHOOL, AttendanceCode.HOLIDAY, AttendanceCode.PRESENT, days=2)
    assert (made.recorded, made.present, made.not_filled_in) == (1, 1, 0)


def test_the_kinds_of_absence_are_for_the_participant() -> None:
    codes = (AttendanceCode.SICK, AttendanceCode.UNKNOWN)
    own = summary_of(*codes, recipient=RecipientKind.PARTICIPANT)
    assert own.per_code == ((AttendanceCode.SICK, 1), (AttendanceCode.UNKNOWN, 1))
    assert summary_of(*codes).per_code is None


def test_nothing_recorded_gives_no_percentage() -> None:
    made = summary_of()
    assert (made.recorded, made.percentage, made.weeks, made.first_on) == (0, None, (), None)


@pytest.mark.parametrize(("later", "expected"), [(7, False), (8, True)])
def test_a_record_that_begins_after_the_first_week_is_said_to_begin_late(
    later: int, expected: bool
) -> None:
    made = summary_of(AttendanceCode.PRESENT, start=MONDAY + timedelta(days=later))
    assert made.starts_late is expected


def test_a_week_without_a_record_keeps_its_place_in_the_drawing() -> None:
    lines = lines_of(AttendanceCode.PRESENT)
    lines += lines_of(AttendanceCode.PRESENT, start=MONDAY + timedelta(weeks=2))
    period = Period(starts_on=MONDAY, ends_on=MONDAY + timedelta(days=30))
    made = attendance_summary(lens(RecipientKind.SCHOOL), lines, [], [period])
    assert made is not None
    assert [(w.week, w.recorded) for w in made.weeks] == [
        ("2026-W45", 1),
        ("2026-W46", 0),
        ("2026-W47", 1),
    ]


def test_the_week_after_week_53_follows_it_in_the_drawing() -> None:
    lines = lines_of(AttendanceCode.PRESENT, start=date(2026, 12, 28))
    lines += lines_of(AttendanceCode.PRESENT, start=date(2027, 1, 4))
    period = Period(starts_on=date(2026, 12, 1), ends_on=date(2027, 1, 31))
    made = attendance_summary(lens(RecipientKind.SCHOOL), lines, [], [period])
    assert made is not None
    assert [week.week for week in made.weeks] == ["2026-W53", "2027-W01"]
