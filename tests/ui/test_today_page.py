"""Vandaag: what was begun, what needs somebody now, and the one button for it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.stages import Stage
from ca_desktop.services.recovery_sheets import confirm_recovery
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.pages.today.lines import SHOWN_AT_FIRST
from ca_desktop.ui.pages.today.page import TodayPage
from tests.conftest import TODAY
from tests.services.flow_people import keep


@pytest.fixture
def page(qtbot, session, desk) -> TodayPage:
    confirm_recovery(session.opened)
    made = TodayPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def a_person(session: Session, first: str, last: str) -> Participant:
    new = replace(session.participants.new(), first_name=first, last_name=last)
    return session.participants.take_in(new)


def a_review(session: Session, person: Participant, days: int) -> None:
    placement = session.placements.new(person.id, session.roles.named("sorteren").id)
    session.placements.save(
        replace(
            placement,
            starts_on=TODAY - timedelta(days=60),
            review_on=TODAY + timedelta(days=days),
            half_days=HalfDays.of("0m"),
        )
    )


def headings(page: TodayPage) -> list[str]:
    return [card.heading.text() for card in page.cards if isinstance(card, Card)]


def lines(page: TodayPage) -> list[Line]:
    return [line for card in page.cards for line in card.findChildren(Line)]


def test_the_day_is_said_in_words(page):
    assert page.greeting.text() == "Dag Petra"
    assert page.day.text() == "Dinsdag 24 november 2026"


def test_a_new_centre_hears_what_to_do_first(page, visits):
    assert headings(page) == ["Wat eerst"]
    for line in lines(page):
        line.button.click()
    assert visits.places == [
        ("supervisors", "new"),
        ("partners", "new"),
        ("participants", "new"),
        ("roles", None),
    ]


def test_the_first_steps_go_once_there_is_a_participant(qtbot, page, session):
    a_person(session, "Piet", "Boer")
    qtbot.waitUntil(lambda: headings(page) == ["Deze week (1)"])
    assert "vaste begeleider" in lines(page)[0].accessibleName()


def test_signals_are_grouped_by_urgency_with_their_numbers(page, session):
    for last, days in (("Aal", -3), ("Bos", 2), ("Cox", 20)):
        a_review(session, a_person(session, "An", last), days)
    page.refresh()
    assert headings(page) == ["Over tijd (1)", "Deze week (4)", "Binnenkort (1)"]
    assert page.count() == 5


def test_the_button_and_a_click_on_the_line_go_to_the_place(qtbot, page, session, visits):
    person = a_person(session, "Piet", "Boer")
    page.refresh()
    line = lines(page)[0]
    line.button.click()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert visits.places == [("participants", Spot(person.id, "agreements", "new"))] * 2


def test_a_long_list_is_short_until_somebody_wants_all_of_it(page, session):
    for number in range(SHOWN_AT_FIRST + 4):
        a_person(session, "An", f"Aal{number}")
    page.refresh()
    assert len(lines(page)) == SHOWN_AT_FIRST
    more = next(b for b in page.findChildren(QPushButton) if b.text().startswith("Toon alle"))
    assert more.text() == "Toon alle 12"
    more.click()
    assert len(lines(page)) == SHOWN_AT_FIRST + 4


def test_what_was_begun_can_be_gone_on_with(page, session, visits):
    person = a_person(session, "Piet", "Boer")
    values = {"participant_id": str(person.id), "text": "Piet kwam\nop tijd."}
    session.drafts.keep("entry:1", values)
    page.refresh()
    line = lines(page)[0]
    assert headings(page)[0] == "Begonnen en nog niet bewaard (1)"
    assert line.accessibleName() == "Notitie over Piet Boer: Piet kwam op tijd."
    line.button.click()
    assert visits.last == ("entries", "draft:entry:1")


def test_nothing_to_do_is_said_too(page, session):
    person = a_person(session, "Piet", "Boer")
    first, last = TODAY - timedelta(days=90), TODAY - timedelta(days=60)
    keep(session, replace(person, starts_on=first, ended_on=last, stage=Stage.FINISHED))
    page.refresh()
    assert headings(page) == []


def test_the_quick_buttons_go_where_they_say(page, visits):
    for button in page.quick.values():
        button.click()
    assert visits.places == [("entries", "new"), ("participants", "new"), ("attendance", None)]


def test_the_keyboard_stays_where_it_was_when_nothing_changed(qtbot, page, session):
    a_person(session, "Piet", "Boer")
    page.refresh()
    before = lines(page)
    page.refresh()
    assert lines(page) == before


def test_a_reader_gets_no_buttons_for_what_he_may_not_do(qtbot, session):
    page = TodayPage(session, Desk(is_allowed=lambda action: action == "see_attendance"))
    qtbot.addWidget(page)
    assert list(page.quick) == ["attendance"]
