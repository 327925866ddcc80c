"""The page of students: what is now, in words, and Enter to the file."""

from datetime import date

import pytest

from ca_desktop.app.pages import PLACES
from ca_desktop.domain.students import PracticeTime
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.students.page import StudentsPage
from tests.practice import a_location, a_school, an_accreditation, an_agreement
from tests.ui.people import a_participant


@pytest.fixture
def agreements(session):
    company, school = a_location(session).id, a_school(session).id
    an_accreditation(session, company)
    lotte, joey = a_participant(session, "Lotte"), a_participant(session, "Joey", "Dongen")
    now = an_agreement(session, lotte.id, school, company)
    past = an_agreement(
        session,
        joey.id,
        school,
        company,
        code="25254",
        starts_on=date(2025, 9, 1),
        planned_end_on=date(2026, 7, 1),
        signed_by=(),
    )
    return now, past


@pytest.fixture
def page(qtbot, session, desk, agreements) -> StudentsPage:
    made = StudentsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def shown(page) -> list[str]:
    return [page.model.row_at(row).participant.first for row in range(page.model.rowCount())]


def test_who_is_here_now_stands_there_first(page):
    assert shown(page) == ["Lotte"]
    page.pane.filters.choose("time", PracticeTime.PAST)
    assert shown(page) == ["Joey"]
    page.pane.filters.choose("time", None)
    assert sorted(shown(page)) == ["Joey", "Lotte"]
    page.pane.filters.choose("not_covered", True)
    assert shown(page) == ["Joey"]


def test_the_chosen_student_is_said_in_words(page):
    page.table.selectRow(0)
    assert page.detail.name.text() == "Lotte Boer"
    assert "Erkend voor 25371" in page.detail.now.cover.text()
    assert "uur" in page.detail.now.hours.text()
    assert page.detail.now.meter.accessibleDescription() == page.detail.now.hours.text()


def test_enter_opens_the_very_agreement_in_the_file(page, visits, agreements):
    page.table.selectRow(0)
    page.table.opened.emit(page.table.current_row())
    place, spot = visits.last
    assert place == "participants"
    assert spot == Spot(agreements[0].participant_id, "practice", agreements[0].id)


def test_the_page_stands_beside_the_accreditations():
    (place,) = [one for one in PLACES if one.key == "students"]
    assert place.beside == "accreditations"
