"""A shortlist looks at the very placement that the form begins with, and finds anybody by name."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.placement import PlacementForm
from ca_desktop.ui.forms.placing import ask_people, place
from tests.ui.agreements import a_trajectory
from tests.ui.people import a_participant, a_placement, with_places


@pytest.fixture
def piet(session: Session) -> Participant:
    made = a_participant(session, "Piet", born_on=date(1980, 5, 1))
    a_trajectory(session, made, LegalRole.REINTEGRATION)
    return made


@pytest.fixture
def page_window(qtbot) -> QWidget:
    """A window of 1366 by 768, behind the dialogs."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def test_who_waits_is_looked_at_and_placed_on_the_half_days_that_he_waits_for(
    session, desk, piet, page_window
):
    role = with_places(session, "sorteren", 5)
    blank = session.waiting.new(piet.id, role)
    session.waiting.save(replace(blank, half_days=HalfDays.of("3a")))
    dialog = ask_people(page_window, session, desk, role, "Sorteren")
    [match] = [m for m in dialog.matches if m]
    row = dialog.matches.index(match)
    assert "do middag" in dialog.list.item(row).text()
    form = place(page_window, session, desk, match).form
    assert form.fields["half_days"].value == HalfDays.of("3a")


def test_the_shortlist_and_the_form_explain_the_same_placement(session, piet):
    [one, *_] = session.matches.roles_for(piet.id, HalfDays.of("0m"))
    assert session.matches.explain(one.asked) == one.conditions
    usual = session.placements.new(piet.id, one.role_id)
    assert one.asked.review_on == usual.review_on


def test_a_placement_from_a_shortlist_asks_for_which_of_two_partners_it_is(
    session, desk, piet, page_window
):
    a_trajectory(session, piet, LegalRole.WMO_PROVIDER)
    [match, *_] = session.matches.roles_for(piet.id, HalfDays.of("0m"))
    form = place(page_window, session, desk, match).form
    assert isinstance(form, PlacementForm)
    assert form.trajectory.value is None
    assert not form.trajectory.isHidden()


def test_anybody_is_found_by_name_also_who_is_placed_already(
    qtbot, session, desk, page_window, piet
):
    busy = a_participant(session, "Anna", "Zwart")
    a_placement(session, busy.id, "1m")
    dialog = ask_people(page_window, session, desk, session.roles.named("sorteren").id, "Sorteren")
    assert [m.participant.full for m in dialog.matches if m] == ["Piet Boer"]
    dialog.search.edit.setFocus()
    qtbot.keyClicks(dialog.search.edit, "zwart")
    qtbot.waitUntil(lambda: [m.participant.full for m in dialog.matches if m] == ["Anna Zwart"])
    assert dialog.focusWidget() is dialog.search.edit
    qtbot.keyClick(dialog.search.edit, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_shortlist_that_is_too_long_says_so_and_how_to_find_the_others(
    session, desk, page_window, monkeypatch
):
    for module in ("services.matches", "ui.forms.matching"):
        monkeypatch.setattr(f"ca_desktop.{module}.MOST_PEOPLE", 2)
    role = session.roles.named("sorteren").id
    a_participant(session, "Anna")
    dialog = ask_people(page_window, session, desk, role, "Sorteren")
    assert dialog.more.isHidden()
    for name in ("Bert", "Carla"):
        a_participant(session, name)
    dialog.read()
    assert len([m for m in dialog.matches if m]) == 2
    assert dialog.more.isVisible()
    assert "Typ een naam" in dialog.more.text()
