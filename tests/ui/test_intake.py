"""Taking somebody in, step by step: by keyboard, interrupted, and warned about a double."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.stages import Stage
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.today.page import TodayPage
from tests.conftest import TODAY
from tests.ui.people import a_participant

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(qtbot, session, desk) -> ParticipantsPage:
    a_participant(session, "Piet", "Boer", prefix="de", phone="06-1234 5678")
    made = ParticipantsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 680)
    with qtbot.waitExposed(made):
        made.show()
    return made


def everybody(session) -> int:
    return len(session.participants.order(ParticipantSort.NAME, ParticipantFilter()))


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_somebody_is_taken_in_by_keyboard_only(qtbot, page, session):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.add()
    for text in ("Fatima", "el", "Amrani"):
        qtbot.keyClicks(QApplication.focusWidget(), text)
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, ENTER)
    assert page.intake.here == 1
    qtbot.keyClicks(QApplication.focusWidget(), "06-8765 4321")
    press(qtbot, ENTER)
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.intake.here == 1
    for _step in range(3):
        press(qtbot, ENTER)
    assert page.intake.is_last
    assert everybody(session) == 1
    assert "06-8765 4321" in page.intake.summary.text
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = session.participants.named("Fatima el Amrani")
    assert (kept.number, kept.starts_on, kept.stage) == (2, TODAY, Stage.SIGNED_UP)
    assert page.detail.name.text() == "Fatima el Amrani"
    assert session.drafts.all() == []


def test_a_step_is_not_left_with_a_problem_of_its_own(page):
    page.add()
    page.intake.go_on()
    assert page.intake.here == 0
    assert page.intake.problem_at("last_name") == "Vul een voornaam of een achternaam in."
    page.intake.fields["first_name"].value = "Dina"
    page.intake.go_on()
    page.intake.fields["contact_name"].value = "Sara"
    page.intake.fields["contact_emergency"].value = True
    page.intake.go_on()
    assert page.intake.here == 1
    assert page.intake.problem_at("contact_phone")


def test_an_interrupted_intake_goes_on_at_the_step_where_it_was(qtbot, page, session, desk):
    page.add()
    page.intake.fields["first_name"].value = "Dina"
    page.intake.go_on()
    page.intake.fields["phone"].value = "06-8765 4321"
    page.intake.stop()
    assert everybody(session) == 1
    today = TodayPage(session, desk)
    qtbot.addWidget(today)
    today.refresh()
    (draft,) = session.drafts.all()
    assert (draft.key, draft.values["step"]) == ("intake:new", "1")
    page.open_row("new")
    assert page.intake.here == 1
    assert page.intake.fields["first_name"].value == "Dina"
    assert page.intake.fields["phone"].value == "06-8765 4321"


def test_somebody_else_is_taken_in_while_an_intake_waits_and_both_go_on(
    qtbot, page, session, desk, visits
):
    page.add()
    assert page.intake.other.isHidden()
    page.intake.fields["first_name"].value = "Dina"
    page.intake.stop()
    page.add()
    page.intake.other.click()
    assert page.intake.fields["first_name"].value == ""
    page.intake.fields["first_name"].value = "Omar"
    page.intake.stop()
    today = TodayPage(session, desk)
    qtbot.addWidget(today)
    today.refresh()
    buttons = [one for one in today.findChildren(QPushButton) if one.text() == "Verder schrijven"]
    assert len(buttons) == 2
    names = []
    for button in buttons:
        button.click()
        page.open_row(visits.last[1])
        names.append(page.intake.fields["first_name"].value)
    assert sorted(names) == ["Dina", "Omar"]


def test_another_page_keeps_what_was_typed_without_a_question(page, session):
    page.add()
    page.intake.fields["first_name"].value = "Dina"
    gone = []
    page.leave(lambda: gone.append(True))
    assert gone
    assert session.drafts.all()[0].values["first_name"] == "Dina"


def test_what_is_typed_is_kept_within_seconds(qtbot, page, session):
    page.add()
    qtbot.keyClicks(page.intake.fields["first_name"].edit, "Dina")
    qtbot.waitUntil(lambda: bool(session.drafts.all()), timeout=5000)


def test_an_intake_that_is_thrown_away_is_gone(page, session):
    page.add()
    page.intake.fields["first_name"].value = "Dina"
    page.intake.drafts.keep_now()
    page.intake._throw_away()
    assert session.drafts.all() == []
    page.add()
    assert page.intake.fields["first_name"].value == ""


def test_somebody_who_may_be_here_already_is_shown_while_typing(qtbot, page, session):
    page.add()
    qtbot.keyClicks(page.intake.fields["first_name"].edit, "piet")
    qtbot.keyClicks(page.intake.fields["last_name"].edit, "Boer")
    qtbot.waitUntil(lambda: page.intake.likely.is_open, timeout=3000)
    assert "Piet de Boer (1): dezelfde naam" in page.intake.likely.accessibleName()
    page.intake.likely.open_asked.emit(page.intake.likely.found.found[0].participant_id)
    assert page.detail.name.text() == "Piet de Boer"
    assert session.drafts.all()[0].values["first_name"] == "piet"


def test_nobody_is_taken_in_twice_without_saying_that_it_is_somebody_else(page, session):
    page.add()
    page.intake.fields["first_name"].value = "Dirk"
    page.intake.fields["phone"].value = "+31 6 12345678"
    page.intake.go(4)
    page.intake.try_save()
    assert everybody(session) == 1
    page.intake.likely.another.click()
    assert not page.intake.likely.is_open
    page.intake.try_save()
    assert everybody(session) == 2


def test_everything_asked_stands_in_the_file(page, session):
    page.add()
    fields = page.intake.fields
    fields["first_name"].value = "Dina"
    fields["born_on"].value = date(2008, 2, 29)
    fields["contact_name"].value = "Sara"
    fields["agreement_codes"].value = ("no_forklift",)
    fields["tags"].value = ("fietsenhoek",)
    fields["stage"].value = Stage.WAITING
    page.intake.go(4)
    assert "Geen heftruck" in page.intake.summary.text
    page.intake.try_save()
    person = session.participants.named("Dina")
    assert (person.agreement_codes, person.tags) == (("no_forklift",), ("fietsenhoek",))
    assert person.stage is Stage.WAITING
    assert [one.name for one in session.contacts.of(person.id)] == ["Sara"]
    assert replace(person, contact_name="") == person
