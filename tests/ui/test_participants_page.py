"""The list of participants: found while typing, narrowed by chips, taken in by keyboard only."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from tests.ui.agreements import a_trajectory, fixed_from, signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor

NAME, REVIEW = 1, 6


@pytest.fixture
def page(qtbot, session, desk) -> ParticipantsPage:
    a_participant(session, "Piet", "Boer", prefix="de", place="Apeldoorn")
    a_participant(session, "Łukasz", "Nowak & Zn")
    ayse = a_participant(session, "Ayşe", "Öztürk", starts_on=date(2025, 1, 6))
    end = replace(session.stages.new(ayse.id), after=Stage.FINISHED, on=date(2025, 9, 1))
    session.stages.change(replace(end, outcome="paid_work"))
    made = ParticipantsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 680)
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(page: ParticipantsPage) -> list[str]:
    return [page.model.row_at(row).name.sorted_form for row in range(page.model.rowCount())]


def answer(qtbot, page: ParticipantsPage, text: str) -> None:
    question = page.findChild(Question)
    button = next(b for b in question.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def press_delete(qtbot, page: ParticipantsPage) -> None:
    """Delete on the first line, as somebody with the keyboard in the list does it."""
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.setFocus()
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)


def said(page: ParticipantsPage) -> str:
    return " ".join(
        one.text() for q in page.findChildren(Question) for one in q.findChildren(QLabel)
    )


def test_who_is_here_now_stands_in_the_list_on_last_name(page):
    assert names(page) == ["Boer, Piet de", "Nowak & Zn, Łukasz"]
    assert page.pane.count.text() == "2 van 3"


def test_who_has_left_stands_in_the_list_when_the_chip_is_off(page):
    page.pane.filters.choose("active", None)
    assert names(page) == ["Boer, Piet de", "Nowak & Zn, Łukasz", "Öztürk, Ayşe"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("luk", ["Nowak & Zn, Łukasz"]),
        ("de boer", ["Boer, Piet de"]),
        ("apel", ["Boer, Piet de"]),
        ("2", ["Nowak & Zn, Łukasz"]),
        ("nowak & zn", ["Nowak & Zn, Łukasz"]),
        ("oztur", []),
    ],
)
def test_the_search_narrows_while_typing(qtbot, page, typed, found):
    qtbot.keyClicks(page.pane.search, typed)
    assert names(page) == found


def test_a_search_goes_further_when_the_chip_is_taken_off(qtbot, page):
    qtbot.keyClicks(page.pane.search, "oztur")
    page.pane.filters.choose("active", None)
    assert names(page) == ["Öztürk, Ayşe"]


def test_a_late_review_is_said_with_a_word_and_an_icon(page, session):
    person = session.participants.named("Piet de Boer")
    placement = a_placement(
        session, person.id, starts_on=date(2026, 6, 1), review_on=date(2026, 9, 1)
    )
    page.refresh()
    column = page.model.columns[REVIEW]
    line = page.model.row_at(0)
    assert column.text(line) == "01-09 te laat"
    assert column.icon(line) == "triangle-alert"
    page.pane.filters.choose("role", placement.role_id)
    assert names(page) == ["Boer, Piet de"]


def test_the_partner_chip_leaves_who_is_here_for_that_partner(page, session):
    person = session.participants.named("Piet de Boer")
    trajectory = a_trajectory(session, person, LegalRole.REINTEGRATION)
    page.pane.filters.choose("partner", trajectory.partner_id)
    assert names(page) == ["Boer, Piet de"]


def test_the_list_sorts_on_name_downwards(page):
    page.table.sortByColumn(NAME, Qt.SortOrder.DescendingOrder)
    assert names(page) == ["Nowak & Zn, Łukasz", "Boer, Piet de"]


def test_another_page_opens_a_file_by_id_also_of_who_has_left(page, session):
    person = session.participants.named("Ayşe Öztürk")
    page.open_row(person.id)
    assert page.detail.name.text() == "Ayşe Öztürk"


def test_unsaved_changes_are_asked_about_before_another_file_opens(qtbot, page, session):
    page.open_row(session.participants.named("Piet de Boer").id)
    page.detail.overview.first_name.edit.setText("Pieter")
    page.table.selectRow(1)
    assert page.detail.name.text() == "Piet de Boer"
    answer(qtbot, page, "Bewaren")
    assert session.participants.named("Pieter de Boer").number == 1
    assert page.detail.name.text() == "Łukasz Nowak & Zn"


def test_who_was_entered_by_mistake_is_removed_after_a_question(qtbot, page, session):
    press_delete(qtbot, page)
    assert "Piet de Boer" in said(page)
    answer(qtbot, page, "Verwijderen")
    assert names(page) == ["Nowak & Zn, Łukasz"]


def test_who_has_a_trajectory_is_not_removed(qtbot, page, session):
    person = session.participants.named("Piet de Boer")
    a_trajectory(session, person, LegalRole.REINTEGRATION)
    press_delete(qtbot, page)
    answer(qtbot, page, "Verwijderen")
    assert session.participants.get(person.id) == person
    assert len(page.findChildren(Question)) == 2


def test_an_empty_centre_says_what_to_do_first(qtbot, session, desk):
    page = ParticipantsPage(session, desk)
    qtbot.addWidget(page)
    page.show()
    words = [one.text() for one in page.pane.findChildren(QLabel) if one.isVisible()]
    assert "Voeg de eerste deelnemer toe." in words


def test_a_reader_takes_nobody_in(qtbot, page, session, desk):
    reading = ParticipantsPage(signed_in_as(session, AccountRole.READER), desk)
    qtbot.addWidget(reading)
    reading.refresh()
    reading.add()
    assert not reading.pane.add_button.text()
    assert reading.detail.shown is None


def test_every_control_with_the_keyboard_has_a_name(page, session):
    page.open_row(session.participants.named("Piet de Boer").id)
    nameless = []
    for tab in range(page.detail.tabs.count()):
        page.detail.tabs.setCurrentIndex(tab)
        nameless += [
            f"{page.detail.tabs.tabText(tab)}: {type(one).__name__}"
            for one in page.findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
            and not (one.accessibleName() or getattr(one, "text", str)())
        ]
    assert sorted(set(nameless)) == []


def test_a_reader_sees_no_fixed_supervisor_and_no_warning_about_it(qtbot, session, desk):
    person = a_participant(session, "Aad")
    fixed_from(session, person, a_supervisor(session))
    a_participant(session, "Bea")
    page = ParticipantsPage(signed_in_as(session, AccountRole.READER), desk)
    qtbot.addWidget(page)
    page.refresh()
    assert "Fixed supervisor" not in [column.heading for column in page.model.columns]
    page.open_row(person.id)
    said = [mark.text() for mark in page.detail.findChildren(QLabel)]
    assert not [text for text in said if "egeleider" in text]
