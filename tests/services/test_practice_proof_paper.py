"""The praktijkleren proof on paper: what it counts, what it names, and for whom it is not."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.session import Session
from tests.builders import World
from tests.reports.pdf_text import everything, pages
from tests.services.student_papers import YEAR, change, solid
from tests.students import (
    Student,
    a_student,
    as_person,
    as_school,
)


def test_the_proof_counts_weeks_and_amount_and_names_what_is_missing(
    petra: Session, amina: Student
) -> None:
    text = everything(petra.practice_papers.proof(amina.participant, YEAR).content)
    for words in (
        "Amina Yusuf", "2025-2026", "€ 1.957,50", "29 van 40 weken", "2.700,00 bij 40 weken",
        "630 uur", "100077736", "bevestigd door Els Veen", "zonder notitie of bevestigde "
        "begeleiding: 2026-W13", "Register Onderwijsdeelnemers", "rvo.nl", "Vertrouwelijk",
        "door iedereen getekend", "02-06-2026 t/m 15-09-2026",
    ):  # fmt: skip
        assert solid(words) in text, words
    assert "2025-W52" in text
    assert "2026-W01" in text


def test_the_settings_of_the_centre_decide_the_amount(petra: Session, amina: Student) -> None:
    petra.settings.change({"practice_weeks": 42, "practice_maximum": 2000})
    text = everything(petra.practice_papers.proof(amina.participant, YEAR).content)
    assert solid("€ 1.380,95") in text  # 2000 × 29 / 42
    assert solid("29 van 42 weken") in text


def test_a_whole_year_of_weeks_stands_on_two_pages(petra: Session, world: World) -> None:
    student = a_student(petra, world, starts_on=date(2025, 8, 1), planned_end_on=date(2026, 7, 31))
    made = pages(petra.practice_papers.proof(student.participant, YEAR).content)
    assert len(made) == 2
    assert "2026-W31" in made[1]
    assert "2025-W32" in made[1]


def test_the_proof_in_english_is_in_english(petra: Session, amina: Student) -> None:
    text = everything(petra.practice_papers.proof(amina.participant, YEAR, "en").content)
    assert solid("€ 1,957.50") in text
    assert solid("Praktijkleren proof") in text


def test_what_was_noted_for_another_partner_counts_for_nothing(
    petra: Session, world: World, amina: Student
) -> None:
    def of_the_municipality(uow: UnitOfWork) -> None:
        theirs = next(
            one
            for one in uow.of(Trajectory).all(participant_id=world.amina)
            if one.partner_id == world.municipality
        )
        for entry in uow.of(Entry).all(participant_id=world.amina):
            uow.save(replace(entry, trajectory_id=theirs.id))

    change(petra, of_the_municipality)
    text = everything(petra.practice_papers.proof(amina.participant, YEAR).content)
    assert solid("1 van 40 weken") in text  # the confirmed one


def test_a_student_outside_the_bbl_gets_no_proof(petra: Session, world: World) -> None:
    student = a_student(petra, world, learning_path=LearningPath.BOL)
    with pytest.raises(UserError, match="geen praktijkovereenkomst in de bbl"):
        petra.practice_papers.proof(student.participant, YEAR)


def test_the_third_path_is_named_as_a_scheme_of_its_own(petra: Session, world: World) -> None:
    student = a_student(petra, world, learning_path=LearningPath.THIRD)
    with pytest.raises(UserError, match="derde leerweg"):
        petra.practice_papers.proof(student.participant, YEAR)


def test_a_school_year_without_the_agreement_gives_no_proof(petra: Session, amina: Student) -> None:
    with pytest.raises(UserError, match="2027-2028"):
        petra.practice_papers.proof(amina.participant, SchoolYear(2027))


def test_the_school_years_of_an_agreement_are_offered_until_today(
    petra: Session, world: World
) -> None:
    student = a_student(petra, world, starts_on=date(2025, 7, 31), planned_end_on=date(2028, 7, 31))
    offered = petra.practice_papers.offered(student.participant)
    assert [year.name for year in offered.years] == ["2026-2027", "2025-2026", "2024-2025"]
    assert [one.id for one in offered.agreements] == [student.agreement.id]


def test_a_code_that_sbb_does_not_cover_is_named(petra: Session, world: World) -> None:
    student = a_student(petra, world, code="25999")
    text = everything(petra.practice_papers.proof(student.participant, YEAR).content)
    assert solid("niet erkend voor deze opleidingscode") in text


def test_an_unsigned_agreement_of_a_minor_asks_the_parent_or_guardian(
    petra: Session, world: World, amina: Student
) -> None:
    change(petra, lambda uow: as_person(uow, world, born_on=date(2007, 8, 26)))
    text = everything(petra.practice_papers.proof(amina.participant, YEAR).content)
    assert solid("niet door iedereen getekend") in text
    change(petra, lambda uow: as_person(uow, world, born_on=date(2007, 8, 25)))
    text = everything(petra.practice_papers.proof(amina.participant, YEAR).content)
    assert solid("door iedereen getekend") in text
    assert solid("niet door iedereen getekend") not in text


def test_weeks_to_come_do_not_stand_on_the_proof_of_a_running_year(
    petra: Session, world: World
) -> None:
    student = a_student(petra, world, starts_on=date(2026, 8, 1), planned_end_on=date(2027, 7, 31))
    paper = petra.practice_papers.proof(student.participant, SchoolYear(2026))
    text = everything(paper.content)
    assert "2026-W48" in text  # this week, which begins on the Monday before the day of the tests
    assert "2026-W49" not in text
    assert paper.lacks_proof


def test_a_week_of_school_holidays_may_be_empty(
    petra: Session, world: World, amina: Student
) -> None:
    assert "2026-W19" in everything(petra.practice_papers.proof(world.amina, YEAR).content)

    def holidays(uow: UnitOfWork) -> None:
        as_school(uow, world, region=SchoolRegion.NORTH)
        may = (date(2026, 5, 4), date(2026, 5, 10))
        uow.save(
            SchoolHoliday(region=SchoolRegion.NORTH, name="Mei", starts_on=may[0], ends_on=may[1])
        )

    change(petra, holidays)
    text = everything(petra.practice_papers.proof(world.amina, YEAR).content)
    assert solid("2026-W19 04-05-2026 schoolvakantie") in text
    assert "2026-W18,2026-W20" in text or "2026-W17,2026-W20" in text
