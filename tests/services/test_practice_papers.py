"""Papers about a student: what they may say, the bpv reports and the concept statement."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.papers import STUDENT_PAPERS, PaperKind
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from tests.builders import World
from tests.reports.pdf_text import everything, pages
from tests.services.student_papers import BSN, YEAR, all_papers, change, report, solid
from tests.students import (
    AGREED,
    SECRET_INTERNAL,
    SECRET_TEXT,
    VISIT_TEXT,
    Student,
    as_person,
    as_school,
)


def test_no_paper_about_a_student_holds_notes_target_group_or_a_bsn(
    petra: Session, world: World, amina: Student
) -> None:
    def record(uow: UnitOfWork) -> None:
        uow.save(
            RestrictedBlock(
                participant_id=world.amina, target_group="ST", recorded_on=date(2026, 9, 1)
            )
        )

    change(petra, record)
    for paper in all_papers(petra, amina):
        text = everything(paper.content)
        for secret in (SECRET_TEXT, SECRET_INTERNAL, VISIT_TEXT, "Statushouder", "Zaagtalent"):
            assert solid(secret) not in text, (paper.kind, secret)
        for hidden in ("Amina", "Yusuf"):
            assert hidden not in paper.title
            assert hidden.lower() not in paper.file_name


@pytest.mark.parametrize("field", ["situation", "task", "action", "result", "reflection"])
def test_a_bsn_in_the_notes_of_a_statement_stops_the_paper(
    petra: Session, amina: Student, field: str
) -> None:
    def spoil(uow: UnitOfWork) -> None:
        for work in uow.of(PractisedWork).all():
            uow.save(replace(work, **{field: f"BSN {BSN}"}))

    change(petra, spoil)
    with pytest.raises(UserError, match="BSN") as refused:
        petra.practice_papers.statement(amina.agreement.id)
    assert BSN not in refused.value.message


def test_a_bsn_in_what_was_agreed_with_the_school_stops_the_report(
    petra: Session, amina: Student
) -> None:
    def spoil(uow: UnitOfWork) -> None:
        for visit in uow.of(SchoolVisit).all():
            uow.save(replace(visit, agreed=f"Doorgeven: {BSN}"))

    change(petra, spoil)
    with pytest.raises(UserError, match="BSN"):
        report(petra, amina)


def test_the_report_tells_the_school_of_hours_work_and_agreements(
    petra: Session, amina: Student
) -> None:
    text = everything(report(petra, amina).content)
    for words in (
        "Tussenrapport bpv", "Graafschap College", "546 uur", "610 uur", "B1-K1-W1",
        "beheerst het (02-02-2026, Jan Bos)", "K0067", "Mieke Schouten", AGREED, "Handtekening",
        "Richt de winkel in",
    ):  # fmt: skip
        assert solid(words) in text, words
    assert solid("Geboortedatum") not in text


def test_the_final_report_has_its_own_name(petra: Session, amina: Student) -> None:
    whole = Period(starts_on=date(2025, 9, 1), ends_on=date(2026, 7, 10))
    paper = petra.practice_papers.report(amina.agreement.id, PracticeReportKind.FINAL, whole)
    assert paper.title == "Eindrapport bpv · D1"
    assert paper.file_name == "eindrapport-bpv-2025-09-01-tm-2026-07-10-D1.pdf"


def test_a_report_covers_only_the_days_of_the_agreement(petra: Session, amina: Student) -> None:
    wide = Period(starts_on=date(2025, 1, 1), ends_on=date(2026, 11, 24))
    paper = report(petra, amina, wide)
    assert (paper.starts_on, paper.ends_on) == (date(2025, 9, 1), date(2026, 7, 10))


@pytest.mark.parametrize(
    ("period", "error"),
    [
        (Period(starts_on=date(2026, 2, 1), ends_on=date(2026, 1, 1)), RuleBroken),
        (Period(starts_on=date(2026, 2, 1), ends_on=None), RuleBroken),
        (Period(starts_on=date(2026, 2, 1), ends_on=date(2026, 11, 25)), RuleBroken),
        (Period(starts_on=date(2026, 7, 11), ends_on=date(2026, 11, 1)), UserError),
        (Period(starts_on=date(2025, 1, 1), ends_on=date(2025, 8, 31)), UserError),
    ],
)
def test_a_period_that_can_not_be_reported_on_is_refused(
    petra: Session, amina: Student, period: Period, error: type[Exception]
) -> None:
    with pytest.raises(error):
        report(petra, amina, period)


def test_the_last_day_of_the_agreement_belongs_to_the_report(
    petra: Session, amina: Student
) -> None:
    last = date(2026, 7, 10)
    paper = report(petra, amina, Period(starts_on=last, ends_on=date(2026, 8, 1)))
    assert (paper.starts_on, paper.ends_on) == (last, last)


def test_only_a_school_gets_a_bpv_report_or_a_statement(
    petra: Session, world: World, amina: Student
) -> None:
    change(petra, lambda uow: as_school(uow, world, kind=PartnerKind.FUNDER))
    with pytest.raises(UserError):
        report(petra, amina)
    with pytest.raises(UserError):
        petra.practice_papers.statement(amina.agreement.id)


def test_the_statement_holds_what_is_mastered_and_nothing_else(
    petra: Session, world: World, amina: Student
) -> None:
    change(petra, lambda uow: as_school(uow, world, brin="25LH"))
    change(petra, lambda uow: as_person(uow, world, born_on=date(2005, 2, 28)))
    paper = petra.practice_papers.statement(amina.agreement.id)
    text = everything(paper.content)
    for words in (
        "CONCEPT", "28-02-2005", "25LH", "23110", "B1-K1-W1", "02-02-2026", "100077736",
        "Amina maakte drie stapels", "Alleen de school kan", "Handtekening",
    ):  # fmt: skip
        assert solid(words) in text, words
    assert "B1-K1-W2" not in text  # with help
    assert "B1-K2-W1" not in text  # never assessed


def test_concept_stands_on_every_page_of_a_statement(petra: Session, amina: Student) -> None:
    def lengthen(uow: UnitOfWork) -> None:
        for work in uow.of(PractisedWork).all():
            uow.save(replace(work, situation="Een lange dag in de werkplaats. " * 160))

    change(petra, lengthen)
    made = pages(petra.practice_papers.statement(amina.agreement.id).content)
    assert len(made) > 1
    assert all("CONCEPT" in page for page in made)


def test_what_was_mastered_once_and_needs_help_later_is_not_declared(
    petra: Session, world: World, amina: Student
) -> None:
    def fall_back(uow: UnitOfWork) -> None:
        works = uow.of(PractisedWork).all()
        best = next(one for one in works if one.verdict and one.verdict.value == "mastered")
        other = next(one for one in works if one.verdict and one.verdict.value == "with_help")
        uow.save(replace(other, code=best.code, on=best.on + timedelta(days=1)))

    change(petra, fall_back)
    with pytest.raises(UserError, match="beheerst"):
        petra.practice_papers.statement(amina.agreement.id)


def test_a_paper_about_a_student_is_kept_journalled_and_opened_again(
    petra: Session, amina: Student, tmp_path: Path
) -> None:
    made = all_papers(petra, amina)
    kept = [petra.practice_papers.issue(one, tmp_path / one.file_name) for one in made]
    assert {one.kind for one in kept} == STUDENT_PAPERS
    assert [(tmp_path / one.file_name).read_bytes() for one in made] == [
        one.content for one in kept
    ]
    assert {one.id for one in petra.practice_papers.issued(amina.participant)} == {
        one.id for one in kept
    }
    again = petra.papers.issue_again(kept[0].id, tmp_path / "weer.pdf")
    assert (tmp_path / "weer.pdf").read_bytes() == again.content
    about = petra.papers.issued_about(amina.participant)
    assert {one.kind for one in about} >= {PaperKind.PRACTICE_PROOF}


def test_a_supervisor_prints_only_about_his_own_and_a_reader_about_nobody(
    els: Session, jan: Session, lies: Session, petra: Session, amina: Student
) -> None:
    assert jan.practice_papers.proof(amina.participant, YEAR).content
    for ask in (
        lambda: els.practice_papers.proof(amina.participant, YEAR),
        lambda: els.practice_papers.statement(amina.agreement.id),
        lambda: report(els, amina),
        lambda: els.practice_papers.offered(amina.participant),
        lambda: els.practice_papers.issued(amina.participant),
        lambda: lies.practice_papers.proof(amina.participant, YEAR),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_somebody_elses_paper_can_not_be_let_out(
    els: Session, petra: Session, amina: Student
) -> None:
    paper = petra.practice_papers.proof(amina.participant, YEAR)
    with pytest.raises(UserError):
        els.practice_papers.issue(paper)


def test_the_schools_own_number_stands_in_the_name_of_the_file(
    petra: Session, world: World, amina: Student
) -> None:
    new = petra.trajectories.new(world.amina, world.school, LegalRole.TRAINING_COMPANY)
    petra.trajectories.save(replace(new, starts_on=date(2026, 9, 1), partner_number="S-4711"))
    assert report(petra, amina).title.endswith("S-4711")
    assert petra.practice_papers.proof(world.amina, YEAR).title.endswith("D1")


def test_metadata_say_no_name_of_the_student(petra: Session, amina: Student) -> None:
    for paper in all_papers(petra, amina):
        metadata = PdfReader(BytesIO(paper.content)).metadata
        assert metadata is not None
        assert "Yusuf" not in str(dict(metadata))


def test_the_report_says_how_many_hours_were_due_by_the_end_of_its_period(
    petra: Session, amina: Student
) -> None:
    whole = Period(starts_on=date(2025, 9, 1), ends_on=date(2026, 7, 10))
    text = everything(report(petra, amina, whole).content)
    assert solid("Hoort aan het eind van de periode") in text
    assert solid("610 uur") in text
    assert solid("Telt mee sinds 01-09-2025") in text
    assert solid("tellen de uren van een keuzedeel niet mee: 120 uur") in text
