"""Signals about students and minors: each once, with the one thing to do, gone when it is done."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import AgreementParty, PracticePhase
from ca_desktop.domain.signals import Signal, SignalKind, Urgency
from ca_desktop.domain.trajectories import LegalForm, LegalRole
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.practice import a_location, an_accreditation, an_agreement
from tests.ui.agreements import signed_in_as

Kind = SignalKind
DAY = timedelta(days=1)


@pytest.fixture
def company(petra: Session) -> UUID:
    made = a_location(petra).id
    an_accreditation(petra, made)
    return made


def found(session: Session, kind: SignalKind, person: UUID | None = None) -> list[Signal]:
    every = [one for one in session.signals.all() if one.kind is kind]
    return [one for one in every if person is None or one.participant_id == person]


def at_school(session: Session, world: World, form: LegalForm, starts_on: date = TODAY) -> UUID:
    new = session.trajectories.new(world.amina, world.school, LegalRole.TRAINING_COMPANY)
    made = replace(new, legal_form=form, starts_on=starts_on, ends_on=date(2027, 7, 1))
    return session.trajectories.save(made).id


@pytest.mark.parametrize(
    "form",
    [LegalForm.INTERNSHIP_BOL, LegalForm.APPRENTICESHIP_BBL, LegalForm.PRACTICAL_LEARNING],
)
def test_education_without_an_agreement_asks_for_one(
    petra: Session, world: World, company: UUID, form: LegalForm
) -> None:
    at_school(petra, world, form, TODAY - DAY)
    (one,) = found(petra, Kind.PRACTICE_AGREEMENT)
    assert (one.section, one.child, one.record_id) == ("practice", "new", world.amina)
    assert one.urgency is Urgency.OVERDUE
    an_agreement(petra, world.amina, world.school, company)
    assert found(petra, Kind.PRACTICE_AGREEMENT) == []


@pytest.mark.parametrize(("days", "count"), [(28, 1), (29, 0)])
def test_four_weeks_before_the_start_an_agreement_is_asked_for(
    petra: Session, world: World, days: int, count: int
) -> None:
    at_school(petra, world, LegalForm.INTERNSHIP_BOL, TODAY + days * DAY)
    assert len(found(petra, Kind.PRACTICE_AGREEMENT)) == count


def test_an_agreement_that_ended_before_does_not_count(
    petra: Session, world: World, company: UUID
) -> None:
    at_school(petra, world, LegalForm.INTERNSHIP_BOL)
    one = an_agreement(petra, world.amina, world.school, company, planned_end_on=TODAY - DAY)
    assert len(found(petra, Kind.PRACTICE_AGREEMENT)) == 1
    petra.practice_agreements.save(replace(one, planned_end_on=TODAY))
    assert found(petra, Kind.PRACTICE_AGREEMENT) == []


def test_an_agreement_without_every_signature_is_told_until_it_is_signed(
    petra: Session, world: World, company: UUID
) -> None:
    school, student = AgreementParty.SCHOOL, AgreementParty.STUDENT
    one = an_agreement(petra, world.amina, world.school, company, signed_by=(school, student))
    (told,) = found(petra, Kind.PRACTICE_AGREEMENT)
    assert told.child == one.id
    whole = replace(one, signed_by=(school, student, AgreementParty.TRAINING_COMPANY))
    petra.practice_agreements.save(whole)
    assert found(petra, Kind.PRACTICE_AGREEMENT) == []
    petra.practice_agreements.save(replace(whole, signed_on=None))
    assert len(found(petra, Kind.PRACTICE_AGREEMENT)) == 1


@pytest.mark.parametrize(("days", "count"), [(0, 0), (1, 1)])
def test_as_long_as_somebody_is_under_18_a_parent_is_asked_to_sign_too(
    petra: Session, world: World, company: UUID, days: int, count: int
) -> None:
    person = petra.participants.get(world.amina)
    petra.participants.change(replace(person, born_on=date(2008, 11, 24) + days * DAY))
    an_agreement(petra, world.amina, world.school, company)
    assert len(found(petra, Kind.PRACTICE_AGREEMENT)) == count


def test_a_code_that_is_not_covered_is_told_with_the_reason(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company, code="25254")
    (told,) = found(petra, Kind.PRACTICE_COVER)
    assert (told.child, told.urgency) == (one.id, Urgency.OVERDUE)
    assert "25254" in told.what
    petra.practice_agreements.save(replace(one, code="25371"))
    assert found(petra, Kind.PRACTICE_COVER) == []


def test_an_equivalent_is_told_as_long_as_the_practice_is_prepared(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company, code="25999")
    (told,) = found(petra, Kind.PRACTICE_COVER)
    assert told.urgency is Urgency.SOON
    petra.practice_agreements.save(replace(one, phase=PracticePhase.CARRYING_OUT))
    assert found(petra, Kind.PRACTICE_COVER) == []


def test_work_that_cannot_be_practised_here_is_named(petra: Session, world: World) -> None:
    company = a_location(petra).id
    accredited = an_accreditation(petra, company)
    codes = ("B1-K1-W1", "B1-K1-W2")
    one = an_agreement(petra, world.amina, world.school, company, process_codes=codes)
    assert found(petra, Kind.PRACTICE_WORK) == []  # nobody filled in yet what can be done here
    for number in (1, 2):
        with petra.opened.database.write(petra.actor, "Werkproces") as uow:
            uow.save(
                WorkProcess(
                    accreditation_id=accredited.id,
                    task_code="B1-K1",
                    task_name="Goederen",
                    code=f"B1-K1-W{number}",
                    name="Werk",
                    is_feasible=number == 1,
                )
            )
    (told,) = found(petra, Kind.PRACTICE_WORK)
    assert told.child == one.id
    assert "B1-K1-W2" in told.what
    assert "B1-K1-W1" not in told.what
    petra.practice_agreements.save(replace(one, process_codes=codes[:1]))
    assert found(petra, Kind.PRACTICE_WORK) == []


def test_a_bbl_student_behind_with_hours_is_told_beyond_the_margin(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra, world.amina, world.school, company, learning_path=LearningPath.BBL, hours=610
    )
    (told,) = found(petra, Kind.PRACTICE_HOURS)
    assert told.child == one.id
    petra.settings.change({"practice_hours_margin": 100})
    assert found(petra, Kind.PRACTICE_HOURS) == []
    petra.settings.reset()
    petra.practice_agreements.save(replace(one, learning_path=LearningPath.BOL))
    assert found(petra, Kind.PRACTICE_HOURS) == []


def test_a_past_week_without_guidance_is_named_and_settled_by_a_confirmation(
    petra: Session, world: World, company: UUID
) -> None:
    monday = date(2026, 11, 16)
    an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        learning_path=LearningPath.BBL,
        starts_on=monday,
        hours=610,
        signed_on=date(2026, 11, 13),
    )
    (told,) = found(petra, Kind.PRACTICE_WEEK)
    assert told.section == "attendance"
    assert "2026-W47" in told.what
    petra.attendance.record(world.amina, monday, DayPart.MORNING, AttendanceCode.PRESENT)
    (told,) = found(petra, Kind.PRACTICE_WEEK)
    assert (told.section, told.child) == ("practice", "week:2026-11-16")
    week = petra.guided_weeks.new(world.amina, monday)
    petra.guided_weeks.save(replace(week, supervisor_id=world.jan))
    assert found(petra, Kind.PRACTICE_WEEK) == []


def test_a_week_of_illness_or_with_a_note_asks_nothing(
    petra: Session, world: World, company: UUID
) -> None:
    monday = date(2026, 11, 9)
    an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        learning_path=LearningPath.BBL,
        starts_on=monday,
        hours=610,
        signed_on=date(2026, 11, 6),
    )
    petra.attendance.record(world.amina, monday, DayPart.MORNING, AttendanceCode.SICK)
    later = monday + 7 * DAY
    petra.attendance.record(world.amina, later, DayPart.MORNING, AttendanceCode.PRESENT)
    note = replace(petra.entries.new(world.amina), text="Samen een band geplakt", on=later + DAY)
    petra.entries.write(note)
    assert found(petra, Kind.PRACTICE_WEEK) == []


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2027, 8, 17), 0),
        (date(2027, 8, 18), 1),
        (date(2027, 9, 15), 1),
        (date(2027, 9, 16), 0),
    ],
)
def test_the_window_of_the_subsidy_is_told_four_weeks_before_it_closes(
    petra: Session, world: World, company: UUID, today: date, count: int
) -> None:
    bbl = LearningPath.BBL
    an_agreement(petra, world.amina, world.school, company, learning_path=bbl, hours=610)
    then = Session(petra.opened, today=lambda: today)
    told = [one for one in found(then, Kind.PRACTICE_WEEK) if one.participant_id is None]
    assert len(told) == count
    assert all("2026-2027" in one.what and one.page == "students" for one in told)


@pytest.mark.parametrize(("days", "count"), [(1, 1), (0, 0)])
def test_a_minor_on_a_machine_needs_agreed_supervision(
    petra: Session, world: World, days: int, count: int
) -> None:
    role = petra.roles.get(world.role)
    profile = petra.roles.profile(world.role, "nl")
    petra.roles.save(replace(role, machines=("band_saw",)), profile)
    person = petra.participants.get(world.amina)
    young = replace(person, born_on=TODAY.replace(year=TODAY.year - 18) + days * DAY)
    petra.participants.change(young)
    told = found(petra, Kind.MINOR, world.amina)
    assert len(told) == count
    assert all(one.page == "placements" for one in told)
    petra.participants.change(replace(young, agreement_codes=("machines_supervised",)))
    assert found(petra, Kind.MINOR, world.amina) == []


def test_a_minor_is_here_at_most_nine_hours_a_day_and_45_a_week(
    petra: Session, world: World
) -> None:
    person = petra.participants.get(world.amina)
    petra.participants.change(replace(person, born_on=date(2010, 1, 1)))
    monday = date(2026, 11, 9)

    def here(day: date, morning: int, afternoon: int) -> None:
        for part, minutes in ((DayPart.MORNING, morning), (DayPart.AFTERNOON, afternoon)):
            petra.attendance.record(world.amina, day, part, AttendanceCode.PRESENT, minutes)

    for number in range(5):
        here(monday + number * DAY, 270, 270)
    assert found(petra, Kind.MINOR) == []  # nine hours a day, 45 a week
    here(monday + 5 * DAY, 30, 0)
    (week,) = found(petra, Kind.MINOR)
    assert "2026-W46" in week.what
    here(monday + 5 * DAY, 0, 0)
    here(monday, 271, 270)
    told = " ".join(one.what for one in found(petra, Kind.MINOR))
    assert "09-11-2026" in told


def test_signals_about_students_keep_to_the_reach(
    petra: Session, jan: Session, els: Session, world: World, company: UUID
) -> None:
    an_agreement(petra, world.amina, world.school, company, code="25254", signed_by=())
    kinds = (Kind.PRACTICE_COVER, Kind.PRACTICE_AGREEMENT)
    assert all(found(jan, kind) for kind in kinds)
    assert not any(found(els, kind) for kind in kinds)
    assert not any(found(signed_in_as(petra, AccountRole.READER), kind) for kind in kinds)
