"""Placements: put in, refused beside the field, warned about, ended, removed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.placements import Outcome
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.placements.page import PlacementsPage
from tests.conftest import TODAY
from tests.ui.people import a_participant, a_placement, a_supervisor, say_why, with_places


@pytest.fixture
def page(qtbot, session, desk) -> PlacementsPage:
    made = PlacementsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 666)
    with qtbot.waitExposed(made):
        made.show()
    return made


def people(page: PlacementsPage) -> list[str]:
    return [page.model.row_at(row).participant.first for row in range(page.model.rowCount())]


def answer(page: PlacementsPage, text: str) -> None:
    question = page.findChild(Question)
    next(b for b in question.buttons if b.text() == text).click()


def test_somebody_is_placed_by_two_letters_of_the_name(qtbot, page, session):
    piet = a_participant(session, "Piet")
    role = session.roles.named("sorteren").id
    page.add()
    form = page.form
    qtbot.keyClicks(form.person.edit, "pi")
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Return)
    form.role.value = role
    form.fields["half_days"].value = HalfDays.of("0m", "2a")
    say_why(form)
    form.try_save()
    (line,) = session.placements.of(piet.id)
    assert line.placement.half_days.text == "ma ochtend, wo middag"
    assert page.table.current_row().id == line.id


def test_overlapping_half_days_are_refused_beside_the_field_and_the_form_keeps_them(page, session):
    piet = a_participant(session, "Piet")
    a_placement(session, piet.id, "0m", "1m")
    page.add()
    form = page.form
    form.person.value = piet.id
    form.role.value = session.roles.named("demonteren").id
    form.fields["half_days"].value = HalfDays.of("1m", "3m")
    form.fields["remarks"].value = "Wil graag leren solderen"
    say_why(form)
    form.try_save()
    assert "di ochtend" in form.problem_at("half_days")
    assert form.fields["half_days"].value == HalfDays.of("1m", "3m")
    assert form.fields["remarks"].value == "Wil graag leren solderen"
    assert len(session.placements.of(piet.id)) == 1


def test_a_full_role_warns_but_the_placement_is_kept(page, session):
    role = with_places(session, "sorteren", 1)
    a_placement(session, a_participant(session, "Anna").id, "0m")
    piet = a_participant(session, "Piet")
    page.add()
    page.form.person.value = piet.id
    page.form.role.value = role
    page.form.fields["half_days"].value = HalfDays.of("0m")
    say_why(page.form)
    page.form.try_save()
    assert len(session.placements.of(piet.id)) == 1
    said = [words.text() for words in page.findChild(Question).findChildren(QLabel)]
    assert any("2 mensen in één dagdeel" in words for words in said)


def test_the_choice_of_a_role_says_how_full_it_is(page, session):
    with_places(session, "sorteren", 3)
    a_placement(session, a_participant(session, "Anna").id, "0m")
    page.add()
    texts = [page.form.role.combo.itemText(n) for n in range(page.form.role.combo.count())]
    assert any("1 van 3 plekken bezet" in text for text in texts)


def test_the_fixed_supervisor_is_proposed(page, session):
    piet, jan = a_participant(session, "Piet"), a_supervisor(session)
    session.participants.save_fixed_supervisor(
        FixedSupervisor(participant_id=piet.id, supervisor_id=jan.id, starts_on=TODAY)
    )
    page.add()
    page.form.person.show_person(piet.id, "Piet Boer")
    page.form.person.changed.emit()
    assert page.form.supervisor.value == jan.id


def test_chips_leave_out_who_has_stopped_and_other_roles(page, session):
    stopped = a_placement(session, a_participant(session, "Anna").id, starts_on=date(2026, 1, 5))
    session.placements.end(stopped.id, Outcome.STAYS, date(2026, 6, 1))
    a_placement(session, a_participant(session, "Piet").id)
    a_placement(session, a_participant(session, "Sara").id, role="demonteren")
    page.refresh()
    assert sorted(people(page)) == ["Piet", "Sara"]
    page.pane.filters.choose("role", session.roles.named("demonteren").id)
    assert people(page) == ["Sara"]
    page.pane.clear_search()
    assert sorted(people(page)) == ["Anna", "Piet", "Sara"]


def test_a_review_that_is_past_says_so_in_a_word_and_an_icon(page, session):
    late = TODAY - timedelta(days=3)
    a_placement(session, a_participant(session, "Piet").id, starts_on=late, review_on=late)
    page.refresh()
    index = page.model.index(0, 2)
    assert index.data() == "21-11 te laat"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_ending_asks_the_day_and_how_it_ended(page, session):
    placement = a_placement(session, a_participant(session, "Piet").id)
    page.open_row(placement.id)
    page.end_button.click()
    form = page.ending.form
    form.try_save()
    assert form.problem_at("outcome") == "Kies iets uit de lijst."
    form.fields["outcome"].value = Outcome.STAYS
    form.try_save()
    assert session.placements.get(placement.id).ended_on == TODAY


def test_an_ended_placement_is_found_by_open_row_although_the_list_hides_it(page, session):
    placement = a_placement(session, a_participant(session, "Piet").id)
    session.placements.end(placement.id, Outcome.STOPPED, TODAY)
    page.open_row(str(placement.id))
    assert page.form.shown.id == placement.id


def test_removing_asks_first(page, session):
    placement = a_placement(session, a_participant(session, "Piet").id)
    page.refresh()
    page.ask_remove(page.model.row_at(0))
    answer(page, "Verwijderen")
    assert [line.id for line in session.placements.lines()] == []
    assert placement.id


def test_a_list_that_stops_before_the_end_says_so(page, session, monkeypatch):
    for first in ("Aad", "Bea", "Cor"):
        a_placement(session, a_participant(session, first).id)
    page.refresh()
    assert page.pane.count.text() == "3"
    for module in ("db.queries.placements", "ui.pages.placements.page"):
        monkeypatch.setattr(f"ca_desktop.{module}.MOST_LINES", 2)
    page.refresh()
    assert len(people(page)) == 2
    assert page.pane.count.text() == "De eerste 2 van 3; zoek of filter"
    page.pane.search.setText("bea")
    assert page.pane.count.text() == "1 van 3"


def test_the_review_of_a_new_placement_goes_along_with_its_start(qtbot, page, session):
    weeks = timedelta(weeks=session.centre.get().review_after_weeks)
    page.add()
    form = page.form
    assert form.review_on.value == TODAY + weeks
    form.starts_on.edit.selectAll()
    qtbot.keyClicks(form.starts_on.edit, "4-1-2027")
    assert form.review_on.value == date(2027, 1, 4) + weeks


def test_a_review_that_somebody_chose_stays_where_it_is(qtbot, page):
    page.add()
    form = page.form
    for field, text in ((form.review_on, "1-2-2027"), (form.starts_on, "4-1-2027")):
        field.edit.selectAll()
        qtbot.keyClicks(field.edit, text)
    assert form.review_on.value == date(2027, 2, 1)


def test_what_does_not_fit_comes_into_sight_with_the_keyboard_in_it(qapp, page, session):
    piet = a_participant(session, "Piet")
    page.add()
    form = page.form
    form.person.value = piet.id
    form.role.value = session.roles.named("sorteren").id
    form.fields["half_days"].value = HalfDays.of("0m")
    form.try_save()
    reason = next(line.reason for line in form.explaining.list.lines if line.reason)
    assert form.focusWidget() is reason.control
    for _round in range(3):
        qapp.processEvents()
    top = reason.control.mapTo(form.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < form.area.viewport().height()
