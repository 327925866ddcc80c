"""The smaller rules of the subjects, each with its examples."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.accounts import AccountRole, password_problems
from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.attendance import problems as attendance_problems
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.entries import Entry, GuidanceForm
from ca_desktop.domain.entries import problems as entry_problems
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.participants import (
    FixedSupervisor,
    Participant,
    fixed_supervisor_problems,
)
from ca_desktop.domain.participants import problems as participant_problems
from ca_desktop.domain.permissions import PERMISSIONS, Action, Scope, scope_of
from ca_desktop.domain.signals import Urgency, forecast_urgency, urgency_of
from ca_desktop.domain.supervisors import Certificate, CertificateStatus
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.target_groups import problems as block_problems
from ca_desktop.domain.trajectories import LegalRole

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def a_participant(**changes: object) -> Participant:
    return replace(Participant(number=1, first_name="Ria", starts_on=TODAY), **changes)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"first_name": " "}, "last_name"),
        ({"email": "ria@"}, "email"),
        ({"postcode": "0123 AB"}, "postcode"),
        ({"ended_on": TODAY - timedelta(days=1)}, "ended_on"),
        ({"born_on": TODAY}, "born_on"),
    ],
)
def test_a_participant_is_refused_beside_the_right_field(
    changes: dict[str, object], field: str
) -> None:
    assert [p.field for p in participant_problems(a_participant(**changes))] == [field]


def test_age_counts_whole_years_also_for_a_leap_day() -> None:
    person = a_participant(born_on=date(2008, 2, 29))
    assert person.age(date(2026, 2, 28)) == 17
    assert person.age(date(2026, 3, 1)) == 18


def test_one_fixed_supervisor_at_a_time() -> None:
    first = FixedSupervisor(
        participant_id=uuid4(), supervisor_id=uuid4(), starts_on=TODAY, ends_on=None
    )
    second = replace(first, id=uuid4(), starts_on=TODAY + timedelta(days=30))
    assert [p.field for p in fixed_supervisor_problems(second, (first,))] == ["starts_on"]
    ended = replace(first, ends_on=TODAY + timedelta(days=29))
    assert list(fixed_supervisor_problems(second, (ended,))) == []


def test_minutes_belong_to_somebody_who_was_present() -> None:
    line = Attendance(
        participant_id=uuid4(),
        on=TODAY,
        part=DayPart.MORNING,
        code=AttendanceCode.SICK,
        minutes=30,
    )
    assert [p.field for p in attendance_problems(line, TODAY)] == ["minutes"]
    assert list(attendance_problems(replace(line, minutes=0), TODAY)) == []


def test_nobody_is_present_on_a_day_that_is_still_to_come() -> None:
    line = Attendance(
        participant_id=uuid4(),
        on=TODAY + timedelta(days=1),
        part=DayPart.MORNING,
        code=AttendanceCode.PRESENT,
        minutes=210,
    )
    assert [p.field for p in attendance_problems(line, TODAY)] == ["on"]
    assert list(attendance_problems(line, line.on)) == []
    leave = replace(line, code=AttendanceCode.LEAVE, minutes=0)
    assert list(attendance_problems(leave, TODAY)) == []


def test_every_attendance_code_has_its_own_letter() -> None:
    letters = [code.letter for code in AttendanceCode]
    assert len(set(letters)) == len(letters)
    assert all(AttendanceCode.from_letter(one.letter.lower()) is one for one in AttendanceCode)
    assert AttendanceCode.from_letter("Q") is None


def test_a_note_is_written_after_the_contact_and_followed_up_later() -> None:
    entry = Entry(
        participant_id=uuid4(),
        on=TODAY + timedelta(days=1),
        minutes=15,
        form=GuidanceForm.PHONE,
        text="Gebeld.",
        written_by=uuid4(),
        written_at=NOW,
        follow_up_on=TODAY,
    )
    assert [p.field for p in entry_problems(entry, TODAY)] == ["on", "follow_up_on"]


def test_the_edit_window_closes_to_the_second() -> None:
    entry = Entry(
        participant_id=uuid4(),
        on=TODAY,
        minutes=15,
        form=GuidanceForm.PHONE,
        text="Gebeld.",
        written_by=uuid4(),
        written_at=NOW,
    )
    assert entry.is_open_for_edits(NOW + timedelta(hours=24), 24)
    assert not entry.is_open_for_edits(NOW + timedelta(hours=24, seconds=1), 24)


def test_a_certificate_is_valid_through_its_last_day() -> None:
    paper = Certificate(supervisor_id=uuid4(), kind="bhv", valid_until=TODAY)
    assert paper.status(TODAY, 30) is CertificateStatus.EXPIRING
    assert paper.status(TODAY + timedelta(days=1), 30) is CertificateStatus.EXPIRED
    assert paper.status(TODAY - timedelta(days=30), 30) is CertificateStatus.EXPIRING
    assert paper.status(TODAY - timedelta(days=31), 30) is CertificateStatus.VALID


@pytest.mark.parametrize(
    ("days", "urgency"),
    [
        (-1, Urgency.OVERDUE),
        (0, Urgency.THIS_WEEK),
        (6, Urgency.THIS_WEEK),
        (7, Urgency.SOON),
        (28, Urgency.SOON),
        (29, None),
    ],
)
def test_a_date_becomes_urgent_day_by_day(days: int, urgency: Urgency | None) -> None:
    assert urgency_of(TODAY + timedelta(days=days), TODAY) is urgency


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-900, Urgency.THIS_WEEK), (0, Urgency.THIS_WEEK), (7, Urgency.SOON), (181, None)],
)
def test_what_is_only_expected_is_never_overdue(days: int, urgency: Urgency | None) -> None:
    assert forecast_urgency(TODAY + timedelta(days=days), TODAY, 180) is urgency


def a_block(group: str, *roles: LegalRole) -> list[str]:
    groups = {one.code: one for one in load_catalogue().target_groups}
    block = RestrictedBlock(participant_id=uuid4(), target_group=group, recorded_on=TODAY)
    return [p.field for p in block_problems(block, groups.get(group), roles, TODAY)]


@pytest.mark.parametrize("role", LegalRole)
def test_a_criminal_past_is_never_recorded_under_any_legal_role(role: LegalRole) -> None:
    assert a_block("EX", role) == ["target_group"]


def test_day_activity_is_recorded_only_under_its_own_legal_roles() -> None:
    assert a_block("WM", LegalRole.WMO_PROVIDER) == []
    assert a_block("WM", LegalRole.TRAINING_COMPANY) == ["target_group"]
    assert a_block("WM") == ["target_group"]


def test_an_unknown_group_is_refused() -> None:
    assert a_block("XX", LegalRole.WMO_PROVIDER) == ["target_group"]


@pytest.mark.parametrize(
    ("password", "repeated", "fields"),
    [
        ("kort", "kort", ["password"]),
        ("groene fiets loopt", "groene fiets", ["repeated"]),
        ("aaaaaaaaaaaa", "aaaaaaaaaaaa", ["password"]),
        ("petra-petra", "petra-petra", ["password"]),
        ("groene fiets loopt", "groene fiets loopt", []),
    ],
)
def test_a_password_is_long_and_typed_twice(
    password: str, repeated: str, fields: list[str]
) -> None:
    assert [p.field for p in password_problems(password, repeated, "petra")] == fields


def test_every_role_has_an_answer_for_every_action() -> None:
    assert set(PERMISSIONS) == set(AccountRole)
    assert all(scope_of(AccountRole.COORDINATOR, action) is Scope.ALL for action in Action)
    for role in AccountRole:
        assert all(isinstance(scope_of(role, action), Scope) for action in Action)


def test_the_restricted_block_is_for_coordinators_and_the_fixed_supervisor() -> None:
    for action in (Action.SEE_RESTRICTED, Action.CHANGE_RESTRICTED):
        assert scope_of(AccountRole.SUPERVISOR, action) is Scope.FIXED
        assert scope_of(AccountRole.READER, action) is Scope.NONE
