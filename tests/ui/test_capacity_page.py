"""The board in the window: by keyboard, with who is behind a cell, and what if."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.dates import week_start
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.services.session import Session
from ca_desktop.ui.pages.capacity.page import CapacityPage
from ca_desktop.ui.pages.capacity.what_if import Kind
from tests.conftest import TODAY
from tests.ui.people import a_participant, a_placement, a_supervisor

ROOM = 850  # px beside the rail at 150 %


@pytest.fixture
def jan(session: Session):
    jan = a_supervisor(session)
    jan = replace(
        jan,
        starts_on=TODAY - timedelta(365),
        weekly_minutes=600,
        half_days=HalfDays.of("0m", "0a", "1m", "1a", "2m"),
    )
    return session.supervisors.save(jan)


@pytest.fixture
def page(qtbot, session, desk, jan) -> CapacityPage:
    for first in ("Piet", "Anna"):
        person = a_participant(session, first)
        a_placement(
            session, person.id, "0m", "1m", supervisor_id=jan.id, starts_on=TODAY - timedelta(90)
        )
    return opened(qtbot, session, desk)


def opened(qtbot, session, desk, width: int = 1160) -> CapacityPage:
    made = CapacityPage(session, desk)
    qtbot.addWidget(made)
    made.resize(width, 560)
    with qtbot.waitExposed(made):
        made.show()
    settle(qtbot, made)
    return made


def settle(qtbot, page: CapacityPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)


def said(page: CapacityPage, row: int, column: int) -> str:
    return page.model.spoken(page.model.index(row, column))


def test_every_cell_says_minutes_and_a_word(page):
    assert said(page, 0, 0).startswith("Jan Bos, maandag ochtend: ")
    assert said(page, 0, 0).endswith("past")
    assert page.model.index(0, 0).data().endswith("/120")
    assert page.model.headerData(1, Qt.Orientation.Vertical) == "Samen"
    assert page.model.index(0, 10).data().endswith("/10 uur")


def test_the_arrows_walk_and_enter_shows_who_is_behind_and_goes_to_the_file(
    qtbot, page, visits, session
):
    page.grid.setCurrentIndex(page.model.index(0, 1))
    qtbot.keyClick(page.grid, Qt.Key.Key_Left)
    assert page.behind.cell.text() == "Jan Bos, maandag ochtend"
    assert not page.behind.table.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    people = [page.behind.model.row_at(n).line.participant.first for n in range(2)]
    assert people == ["Anna", "Piet"]
    qtbot.keyClick(page.behind.table, Qt.Key.Key_Return)
    where, who = visits.last
    assert where == "participants"
    assert session.participants.get(who).first_name == "Anna"


def test_the_sums_have_nobody_behind_them(qtbot, page):
    page.grid.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert not page.behind.table.isVisible()


def test_an_absence_is_thought_of_and_let_go(qtbot, page, session, jan):
    page.ask_what_if()
    form = page.what_if
    form.save_button.click()
    assert form.problem_at("away") == "Vul dit in."
    form.away.value = jan.id
    form.starts_on.value = week_start(TODAY) + timedelta(weeks=1)
    form.save_button.click()
    settle(qtbot, page)
    assert "te vol" in form.outcome.text
    assert "Zonder begeleider, maandag ochtend: van niets naar" in form.lines.text()
    assert "Er is niets bewaard." in form.lines.text()
    assert page.monday == week_start(TODAY) + timedelta(weeks=1)
    assert page.model.cell(page.model.index(0, 0)).is_away
    page.bar.now.click()
    settle(qtbot, page)
    assert not page.model.cell(page.model.index(0, 0)).is_away
    assert form.outcome.text == ""
    assert not session.absences.of(jan.id)


def test_a_substitute_who_is_himself_away_is_refused_beside_the_field(qtbot, page, jan):
    page.ask_what_if()
    page.what_if.away.value = jan.id
    page.what_if.substitute.value = jan.id
    page.what_if.save_button.click()
    settle(qtbot, page)
    assert "iemand anders" in page.what_if.problem_at("substitute_id")


def test_a_placement_is_thought_of_before_it_is_there(qtbot, page, session, jan):
    form = page.what_if
    page.ask_what_if()
    form.kind.value = Kind.PLACEMENT
    form.kind.changed.emit()
    assert not form.away.isVisible()
    form.role.value = session.roles.named("sorteren").id
    form.supervisor.value = jan.id
    form.half_days.value = HalfDays.of("4a")
    form.save_button.click()
    settle(qtbot, page)
    assert "Jan Bos, vrijdag middag: van niets naar" in form.lines.text()
    assert page.model.cell(page.model.index(0, 9)).is_changed


def test_the_weeks_go_by_keyboard_and_an_absence_shows_in_its_week(qtbot, page, session, jan):
    away = replace(session.absences.new(jan.id), starts_on=TODAY + timedelta(7))
    session.absences.save(replace(away, ends_on=TODAY + timedelta(7)))
    settle(qtbot, page)
    assert "afwezig" not in said(page, 0, 2)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert said(page, 0, 2) == "Jan Bos, dinsdag ochtend: afwezig"


def test_where_there_is_nothing_the_page_says_what_to_do(qtbot, session, desk, visits):
    page = opened(qtbot, session, desk)
    assert page.board.currentIndex() == 1
    assert page.model.is_empty


def test_the_board_fits_on_a_small_screen_and_makes_way_for_the_people(qtbot, page, session, desk):
    small = opened(qtbot, session, desk, ROOM)
    assert small.minimumSizeHint().width() <= ROOM
    assert small.grid.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(small.grid, Qt.Key.Key_Return)
    assert not small.board.isVisible()
    assert small.behind.table.isVisible()
    small.panes.show_list()
    assert small.board.isVisible()
