"""What was being typed in a file and not saved is there again."""

from datetime import date

import pytest

from ca_desktop.domain.participants import Participant
from ca_desktop.ui.forms.goal import GoalForm
from ca_desktop.ui.kit.action_lines import Line
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.today.page import TodayPage
from tests.ui.people import a_participant


@pytest.fixture
def person(session) -> Participant:
    return a_participant(session, "Łukasz", "Nowak & Zn", starts_on=date(2026, 1, 5))


@pytest.fixture
def file(qtbot, session, desk, person) -> ParticipantFile:
    made = ParticipantFile(session, desk)
    qtbot.addWidget(made)
    made.show_record(person)
    return made


def test_a_goal_that_was_being_typed_is_there_again(file, session, person):
    form = file.section("development")._goal_form()
    form.show_record(session.goals.new(person.id))
    form.text.value = "Ik wil zelf een lamp kunnen maken"
    form.drafts.keep_now()
    again = file.section("development")._goal_form()
    again.show_record(session.goals.new(person.id))
    assert again.text.value == "Ik wil zelf een lamp kunnen maken"
    assert again.is_dirty
    again.discard()
    assert (again.text.value, again.is_dirty) == ("", False)
    assert session.drafts.all() == []


def test_the_draft_of_a_goal_goes_when_the_goal_is_kept(file, session, person):
    form = file.section("development")._goal_form()
    form.saver = session.goals.save
    form.show_record(session.goals.new(person.id))
    form.text.value = "Ik wil zelf een lamp kunnen maken"
    form.drafts.keep_now()
    form.try_save()
    assert [goal.text for goal in session.goals.of(person.id)] == [form.text.value]
    assert session.drafts.all() == []


def test_agreements_that_were_being_typed_are_there_again(file, session, person):
    form = file.overview
    form.fields["workplace_agreements"].value = ("pauze na 45 minuten",)
    form.drafts.keep_now()
    form.show_record(session.participants.get(person.id))
    assert form.fields["workplace_agreements"].value == ("pauze na 45 minuten",)
    form.try_save()
    assert session.participants.get(person.id).workplace_agreements == ("pauze na 45 minuten",)
    assert session.drafts.all() == []


def test_going_on_with_a_goal_from_vandaag_opens_its_dialog(qtbot, session, desk, visits, person):
    form = GoalForm(session, desk)
    qtbot.addWidget(form)
    form.show_record(session.goals.new(person.id))
    form.text.value = "Ik wil zelf een lamp kunnen maken"
    form.drafts.keep_now()
    today = TodayPage(session, desk)
    qtbot.addWidget(today)
    today.refresh()
    line = next(one for one in today.findChildren(Line) if "Doel" in one.accessibleName())
    line.button.click()
    page = ParticipantsPage(session, desk)
    qtbot.addWidget(page)
    page.open_row(visits.last[1])
    goals = page._file.section("development").goals
    assert goals.dialog.form.text.value == "Ik wil zelf een lamp kunnen maken"
