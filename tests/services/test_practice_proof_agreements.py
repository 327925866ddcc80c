"""Which agreements a praktijkleren proof rests on, and what of each stands on it."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import AgreementParty
from ca_desktop.domain.practised_work import PractisedWork, WorkVerdict
from ca_desktop.domain.school_visits import SchoolVisit, VisitKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.services.session import Session
from tests.builders import World
from tests.reports.pdf_text import everything
from tests.services.student_papers import YEAR, change, solid
from tests.students import Student, a_student, as_person

EVERYBODY = tuple(AgreementParty)


def proof(session: Session, student: Student, year: SchoolYear = YEAR) -> str:
    return everything(session.practice_papers.proof(student.participant, year).content)


def test_a_parent_signs_only_the_agreement_that_was_signed_under_18(
    petra: Session, world: World
) -> None:
    student = a_student(petra, world, planned_end_on=date(2026, 1, 31), signed_by=EVERYBODY)
    change(petra, lambda uow: as_person(uow, world, born_on=date(2008, 2, 1)))
    grown_up = replace(
        student.agreement,
        id=uuid4(),
        number=2,
        starts_on=date(2026, 2, 1),
        planned_end_on=date(2026, 7, 10),
        signed_on=date(2026, 2, 1),
        signed_by=tuple(one for one in EVERYBODY if one is not AgreementParty.REPRESENTATIVE),
    )
    change(petra, lambda uow: uow.save(grown_up))
    assert solid("niet door iedereen getekend") not in proof(petra, student)
    change(petra, lambda uow: uow.save(replace(grown_up, signed_on=date(2026, 1, 31))))
    assert solid("niet door iedereen getekend") in proof(petra, student)


def test_what_was_done_under_an_agreement_outside_the_bbl_is_no_proof(
    petra: Session, world: World
) -> None:
    student = a_student(petra, world)
    before = proof(petra, student)
    bol = replace(
        student.agreement, id=uuid4(), number=2, learning_path=LearningPath.BOL, signed_by=()
    )
    about = {"participant_id": world.amina, "agreement_id": bol.id}
    work = PractisedWork(
        **about,
        code="B9-K9-W9",
        name="Bakt brood",
        on=date(2026, 3, 2),
        supervisor_id=world.jan,
        verdict=WorkVerdict.MASTERED,
    )
    visit = SchoolVisit(**about, kind=VisitKind.VISIT, on=date(2026, 3, 2), is_done=True)
    change(petra, lambda uow: uow.save_all([bol, work, visit]))
    assert proof(petra, student) == before


@pytest.mark.parametrize(
    ("first", "last", "year", "other"),
    [
        (date(2026, 8, 1), date(2027, 7, 31), SchoolYear(2026), SchoolYear(2025)),  # a Saturday
        (date(2025, 8, 1), date(2026, 7, 31), SchoolYear(2025), SchoolYear(2024)),  # a Friday
        (date(2022, 8, 1), date(2023, 7, 31), SchoolYear(2022), SchoolYear(2023)),  # a Monday
    ],
)
def test_an_agreement_belongs_to_the_school_years_of_its_days_not_to_the_week_across(
    petra: Session, world: World, first: date, last: date, year: SchoolYear, other: SchoolYear
) -> None:
    student = a_student(petra, world, starts_on=first, planned_end_on=last)
    assert solid(year.name) in proof(petra, student, year)
    with pytest.raises(UserError, match=other.name):
        petra.practice_papers.proof(student.participant, other)


def test_a_week_of_which_only_the_sunday_lies_in_the_agreement_may_be_empty(
    petra: Session, world: World
) -> None:
    student = a_student(petra, world, starts_on=date(2025, 8, 31))
    assert solid("geen aanwezigheid is ingevuld") in proof(petra, student)
    assert "2025-W35," not in proof(petra, student)
    change(petra, lambda uow: uow.save(replace(student.agreement, starts_on=date(2025, 8, 29))))
    assert "2025-W35," in proof(petra, student)
