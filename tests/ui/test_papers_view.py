"""SBB en studenten in Rapporten: choose a paper, see it as it prints, let it go."""

from pathlib import Path

import pytest

from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.participants.papers import PapersSection
from ca_desktop.ui.pages.reports.page import ReportsPage
from ca_desktop.ui.pages.reports.papers import PapersView
from ca_desktop.ui.pages.reports.papers_wish import OFFERED
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from tests.builders import World, a_participant, a_partner, a_supervisor
from tests.reports.pdf_text import everything
from tests.students import Student, a_student
from tests.ui.conftest import Visits

ALL_FIELDS = {
    "company", "participant", "agreement", "year", "report", "starts_on", "ends_on", "supervisor",
}  # fmt: skip


@pytest.fixture
def student(session: Session) -> Student:
    """Amina as a bbl student, with Jan as her trainer."""
    jan, els = a_supervisor(session, "Jan", "Bos"), a_supervisor(session, "Els", "Veen")
    school = a_partner(session, "Graafschap College", PartnerKind.SCHOOL)
    amina = a_participant(session, "Amina", "Yusuf")
    role = session.roles.named("sorteren").id
    world = World(
        amina.id, amina.id, amina.id, jan.id, els.id, role, school.id, school.id, school.id, {}
    )
    return a_student(session, world)


@pytest.fixture
def view(qtbot, session: Session, desk: Desk, student: Student) -> PapersView:
    page = ReportsPage(session, desk)
    qtbot.addWidget(page)
    page.resize(1160, 680)
    page.show()
    page.tabs.setCurrentIndex(2)
    assert page.papers is not None
    return page.papers


def shown(qtbot, view: PapersView, words: str) -> bytes:
    """The paper, once it stands in the preview with these words."""

    def is_there() -> bool:
        pdf = view.pane.preview.pdf
        return bool(pdf) and view.pane.save_button.isEnabled() and words in everything(pdf)

    qtbot.waitUntil(is_there, timeout=10_000)
    return view.pane.preview.pdf


def visible(view: PapersView) -> set[str]:
    return {name for name in ALL_FIELDS if view.choice.fields[name].isVisible()}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (PaperKind.SBB_DOSSIER, {"company"}),
        (PaperKind.ACCREDITATION_OVERVIEW, {"company"}),
        (PaperKind.PRACTICE_PROOF, {"participant", "year"}),
        (
            PaperKind.PRACTICE_REPORT,
            {"participant", "agreement", "report", "starts_on", "ends_on"},
        ),
        (PaperKind.PRACTICE_STATEMENT, {"participant", "agreement"}),
        (PaperKind.SUPERVISOR_SHEET, {"supervisor"}),
        (PaperKind.CERTIFICATE_OVERVIEW, set()),
    ],
)
def test_a_paper_asks_only_what_it_needs(
    view: PapersView, kind: PaperKind, fields: set[str]
) -> None:
    view.show_kind(kind)
    assert visible(view) == fields
    assert view.choice.about.text()


def test_every_paper_of_the_centre_and_of_a_student_can_be_chosen() -> None:
    offered = {kind for kind, _group, _help in OFFERED}
    others = {PaperKind.ROLE_FACTSHEET, PaperKind.PROGRESS_REPORT, PaperKind.FLOW_FIGURES}
    assert offered | others == set(PaperKind)
    assert offered.isdisjoint(others)


def test_the_dossier_stands_there_at_once(qtbot, view: PapersView) -> None:
    shown(qtbot, view, "25254")


def test_the_proof_follows_the_student_and_is_issued(
    qtbot, view: PapersView, session: Session, student: Student, tmp_path: Path
) -> None:
    view.show_kind(PaperKind.PRACTICE_PROOF)
    assert view.choice.missing()
    view.show_kind(PaperKind.PRACTICE_PROOF, student.participant)
    view.choice.year.value = SchoolYear(2025)
    view.choice.year.changed.emit()
    pdf = shown(qtbot, view, "2025-2026")
    view.pane.save_to(tmp_path / "bewijs.pdf")
    qtbot.waitUntil(lambda: bool(session.practice_papers.issued(student.participant)))
    assert (tmp_path / "bewijs.pdf").read_bytes() == pdf
    qtbot.waitUntil(view.earlier.isVisible)


def test_what_was_issued_is_shown_as_it_was(
    qtbot, view: PapersView, session: Session, student: Student
) -> None:
    paper = session.practice_papers.statement(student.agreement.id)
    session.practice_papers.issue(paper)
    view.show_kind(PaperKind.PRACTICE_STATEMENT, student.participant)
    (kept,) = session.practice_papers.issued(student.participant)
    view.earlier.value = kept
    view.earlier.changed.emit()
    assert shown(qtbot, view, "CONCEPT") == kept.content


def test_the_report_begins_with_the_days_of_the_agreement(
    qtbot, view: PapersView, student: Student
) -> None:
    view.show_kind(PaperKind.PRACTICE_REPORT, student.participant)
    assert view.choice.starts_on.value == student.agreement.starts_on
    assert view.choice.ends_on.value == student.agreement.planned_end_on
    shown(qtbot, view, "Tussenrapport")
    view.choice.report.value = PracticeReportKind.FINAL
    view.choice.report.changed.emit()
    shown(qtbot, view, "Eindrapport")


def test_why_there_is_no_paper_is_said(
    qtbot, view: PapersView, session: Session, student: Student
) -> None:
    bram = a_participant(session, "Bram", "Visser")
    view.show_kind(PaperKind.PRACTICE_STATEMENT, bram.id)
    qtbot.waitUntil(lambda: "geen praktijkovereenkomst" in view.pane.hint.words.text())
    assert not view.pane.save_button.isEnabled()


def test_another_page_can_open_a_paper_about_somebody(
    qtbot, session: Session, desk: Desk, student: Student
) -> None:
    page = ReportsPage(session, desk)
    qtbot.addWidget(page)
    page.show()
    page.open_row((PaperKind.PRACTICE_PROOF, student.participant))
    assert page.papers is not None
    assert page.papers.isVisible()
    assert page.papers.choice.person() == student.participant


def test_the_file_of_a_student_leads_to_these_papers(
    qtbot, session: Session, desk: Desk, visits: Visits, student: Student
) -> None:
    section = PapersSection(session, desk)
    qtbot.addWidget(section)
    section.show()
    section.show_record(a_participant(session, "Bram", "Visser"))
    assert not section.make_practice.isVisible()
    section.show_record(session.participants.get(student.participant))
    section.make_practice.click()
    assert visits.last == ("reports", (PaperKind.PRACTICE_PROOF, student.participant))


def test_the_lists_of_sbb_and_supervisors_lead_to_their_papers(
    qtbot, session: Session, desk: Desk, visits: Visits
) -> None:
    for page, kinds in (
        (
            AccreditationsPage(session, desk),
            [PaperKind.SBB_DOSSIER, PaperKind.ACCREDITATION_OVERVIEW],
        ),
        (
            SupervisorsPage(session, desk),
            [PaperKind.CERTIFICATE_OVERVIEW, PaperKind.SUPERVISOR_SHEET],
        ),
    ):
        qtbot.addWidget(page)
        for action in page.list_actions()[-2:]:
            action.do()
        assert visits.places[-2:] == [("reports", (kind, None)) for kind in kinds]
