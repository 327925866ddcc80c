"""For which partner something is recorded: asked only where there is something to choose."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.entry import EntryForm, blank_entry
from ca_desktop.ui.forms.goal import GoalForm
from ca_desktop.ui.forms.placement import PlacementForm, blank_placement
from ca_desktop.ui.forms.trajectory_choice import EVERYONE
from tests.ui.agreements import a_trajectory
from tests.ui.people import a_participant


@pytest.fixture
def piet(session: Session) -> Participant:
    return a_participant(session, "Piet")


@pytest.fixture
def form(qtbot, session, desk) -> EntryForm:
    made = EntryForm(session, desk)
    made.saver = session.entries.write
    qtbot.addWidget(made)
    made.show()
    return made


def written(qtbot, form: EntryForm, session: Session, person: Participant) -> Entry:
    form.text.edit.setPlainText("Ging goed.")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    rows = list(session.entries.matching("ging") or ())
    return session.entries.lines(rows)[0].entry


def test_without_a_trajectory_nothing_is_asked_and_a_note_is_for_every_partner(
    qtbot, session, piet, form
):
    form.show_record(blank_entry(session, piet.id))
    assert form.trajectory.isHidden()
    assert written(qtbot, form, session, piet).trajectory_id is None


def test_with_one_partner_nothing_is_asked_and_a_note_belongs_to_its_trajectory(
    qtbot, session, piet, form
):
    only = a_trajectory(session, piet, LegalRole.REINTEGRATION)
    form.show_record(blank_entry(session, piet.id))
    assert form.trajectory.isHidden()
    assert not form.is_dirty
    assert written(qtbot, form, session, piet).trajectory_id == only.id


def test_with_two_partners_a_note_is_not_kept_before_one_is_chosen(qtbot, session, piet, form):
    first = a_trajectory(session, piet, LegalRole.REINTEGRATION)
    a_trajectory(session, piet, LegalRole.TRAINING_COMPANY)
    form.show_record(blank_entry(session, piet.id))
    assert form.trajectory.isVisible()
    form.text.edit.setPlainText("Ging goed.")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert form.problem_at("trajectory_id")
    form.trajectory.value = first.id
    assert written(qtbot, form, session, piet).trajectory_id == first.id


def test_a_note_can_be_for_every_partner(qtbot, session, piet, form):
    for role in (LegalRole.REINTEGRATION, LegalRole.TRAINING_COMPANY):
        a_trajectory(session, piet, role)
    form.show_record(blank_entry(session, piet.id))
    form.trajectory.value = EVERYONE
    note = written(qtbot, form, session, piet)
    assert note.trajectory_id is None
    form.show_record(note)
    assert form.trajectory.value == EVERYONE


def test_choosing_the_person_in_a_new_note_offers_that_persons_partners(session, piet, form):
    for role in (LegalRole.REINTEGRATION, LegalRole.TRAINING_COMPANY):
        a_trajectory(session, piet, role)
    form.show_record(blank_entry(session))
    assert form.trajectory.isHidden()
    form.person.show_person(piet.id, "Piet Boer")
    form.person.changed.emit()
    assert form.trajectory.isVisible()


def test_a_goal_and_a_placement_ask_the_same(qtbot, session, desk, piet):
    chosen = a_trajectory(session, piet, LegalRole.REINTEGRATION)
    a_trajectory(session, piet, LegalRole.TRAINING_COMPANY)
    goal, placed = GoalForm(session, desk), PlacementForm(session, desk)
    for made in (goal, placed):
        qtbot.addWidget(made)
    goal.show_record(session.goals.new(piet.id))
    placed.show_record(blank_placement(session, piet.id))
    for made in (goal, placed):
        assert not made.trajectory.isHidden()
        assert made.trajectory.value is None
        made.trajectory.value = chosen.id
        assert made.record().trajectory_id == chosen.id


def test_a_trajectory_of_somebody_else_is_refused(session, piet):
    other = a_trajectory(session, a_participant(session, "Sara"), LegalRole.REINTEGRATION)
    goal = session.goals.new(piet.id)
    with pytest.raises(RuleBroken) as refused:
        session.goals.save(replace(goal, trajectory_id=other.id, text="Op tijd"))
    assert [problem.field for problem in refused.value.problems] == ["trajectory_id"]
