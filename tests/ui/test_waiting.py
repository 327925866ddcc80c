"""Waiting for a place: in the role, in the file of the person, and ended by placing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.participants.placed import PlacedSection
from ca_desktop.ui.pages.roles.page import RolesPage
from ca_desktop.ui.pages.settings.guidance import GuidanceSection
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from tests.conftest import TODAY
from tests.ui.people import a_participant, a_placement, a_supervisor, say_why, with_places


@pytest.fixture
def waiting(session):
    role = with_places(session, "sorteren", 1)
    a_placement(session, a_participant(session, "Anna").id, "0m")
    piet = a_participant(session, "Piet")
    new = session.waiting.new(piet.id, role)
    return session.waiting.save(replace(new, half_days=HalfDays.of("0m", "1m")))


@pytest.fixture
def roles(qtbot, session, desk, waiting) -> RolesPage:
    page = RolesPage(session, desk)
    qtbot.addWidget(page)
    page.resize(1160, 666)
    with qtbot.waitExposed(page):
        page.show()
    page.open_row(waiting.id)
    return page


def section(page):
    return page.detail.section("waiting")


def test_a_line_of_the_waiting_list_opens_in_its_role(roles, waiting):
    shown = section(roles)
    assert roles.detail.tabs.tabText(roles.detail.tabs.currentIndex()) == "Plekken en wachtlijst"
    assert shown.list.table.current_row().id == waiting.id
    assert (shown.places.texts["0m"], shown.places.texts["1m"]) == ("vol", "1 vrij")


def test_placing_from_the_list_is_filled_in_and_ends_the_waiting(roles, session, waiting):
    shown = section(roles)
    shown.place_button.click()
    form = shown.dialog.form
    assert form.role.value == waiting.role_id
    assert form.fields["half_days"].value == HalfDays.of("1m")
    assert not form.is_dirty
    say_why(form)
    form.try_save()
    assert not session.waiting.of(waiting.participant_id)
    assert session.placements.of(waiting.participant_id)
    assert shown.list.model.rowCount() == 0
    assert not shown.place_button.isVisible()


def test_somebody_is_taken_off_the_list_after_a_question(roles, session, waiting):
    shown = section(roles)
    shown.ask_withdraw(shown.list.table.current_row())
    answers = shown.findChild(Question).buttons
    next(one for one in answers if one.text() == "Van de lijst halen").click()
    assert not session.waiting.of(waiting.participant_id)


def test_the_file_of_the_person_says_for_what_he_waits(qtbot, session, desk, waiting, visits):
    made = PlacedSection(session, desk)
    qtbot.addWidget(made)
    made.show_record(session.participants.get(waiting.participant_id))
    listed = made.waiting.list
    assert [listed.model.row_at(0).role] == ["Sorteren"]
    listed.add()
    form = listed.dialog.form
    form.fields["since_on"].value = TODAY
    form.role.value = waiting.role_id
    form.try_save()
    assert "al" in form.problem_at("role_id")
    form.role.value = session.roles.named("demonteren").id
    form.try_save()
    assert listed.model.rowCount() == 2


def test_the_half_days_and_absences_of_a_supervisor_are_kept(qtbot, session, desk):
    jan, els = a_supervisor(session), a_supervisor(session, "Els", "Veen")
    page = SupervisorsPage(session, desk)
    qtbot.addWidget(page)
    page.show()
    page.open_row(jan.id)
    page.file.form.fields["half_days"].value = HalfDays.of("0m", "0a")
    page.file.form.try_save()
    assert session.supervisors.get(jan.id).half_days == HalfDays.of("0m", "0a")
    page.file.open_section("absences")
    listed = page.file.section("absences").list
    listed.add()
    form = listed.dialog.form
    names = [form.substitute.combo.itemText(n) for n in range(form.substitute.combo.count())]
    assert names == ["– niemand –", "Veen, Els"]
    form.substitute.value = els.id
    form.try_save()
    assert session.absences.of(jan.id)[0].substitute == "Els Veen"


def test_the_numbers_of_guidance_are_changed_refused_and_put_back(qtbot, session, desk):
    page = GuidanceSection(session, desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    half_day = page.fields["half_day_minutes"]
    assert half_day.value == 210
    assert "Standaard: 210 minuten" in half_day.control.accessibleDescription()
    half_day.value = 240
    page.fields["over_above"].value = 80
    page.try_save()
    assert "krap" in page.problem_at("over_above")
    page.fields["over_above"].value = 110
    page.try_save()
    assert session.settings.values()["half_day_minutes"] == 240
    page.ask_reset()
    question = page.findChild(Question)
    next(one for one in question.buttons if one.text() == "Terug naar standaard").click()
    assert half_day.value == 210
    assert session.settings.values()["over_above"] == 100


def test_a_reader_of_the_list_may_not_place(qtbot, session, desk, waiting):
    page = RolesPage(
        session, replace(desk, is_allowed=lambda action: str(action).startswith("see"))
    )
    qtbot.addWidget(page)
    page.show()
    page.open_row(waiting.id)
    assert not section(page).place_button.isVisible()
    qtbot.keyClick(section(page).list.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert section(page).dialog is None
