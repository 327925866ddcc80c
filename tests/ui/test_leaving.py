"""Filling in when somebody left: the file asks what to do with placements that still run."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.placements import Outcome
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.pages.participants.file import ParticipantFile
from tests.conftest import TODAY
from tests.ui.agreements import fixed_from, signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor


@pytest.fixture
def person(session):
    person = a_participant(session, "Piet", starts_on=date(2026, 1, 5))
    for half_day in ("0m", "1m"):
        a_placement(session, person.id, half_day, starts_on=date(2026, 1, 5))
    return person


def leaves_today(qtbot, session, desk, person) -> ParticipantFile:
    file = ParticipantFile(session, desk)
    qtbot.addWidget(file)
    file.show_record(person)
    file.overview.fields["ended_on"].value = TODAY
    file.overview.try_save()
    return file


def ends(session, person) -> set[date | None]:
    return {line.placement.ended_on for line in session.placements.of(person.id)}


def test_the_end_date_is_kept_and_the_placements_end_once_it_is_agreed(
    qtbot, session, desk, person
):
    file = leaves_today(qtbot, session, desk, person)
    assert session.participants.get(person.id).ended_on == TODAY
    question = file.findChild(Question)
    said = " ".join(mark.text() for mark in question.findChildren(QLabel))
    assert "nog lopende plaatsingen (2)" in said
    assert ends(session, person) == {None}
    question.buttons[0].click()
    dialog = file.window().findChild(RecordDialog)
    assert dialog.form.fields["ended_on"].value == TODAY
    dialog.form.fields["outcome"].value = Outcome.EDUCATION
    dialog.form.try_save()
    assert ends(session, person) == {TODAY}


def test_letting_them_run_changes_nothing(qtbot, session, desk, person):
    leaves_today(qtbot, session, desk, person).findChild(Question).reject()
    assert ends(session, person) == {None}


def test_a_supervisor_hears_to_ask_a_coordinator(qtbot, session, desk, person):
    guide = a_supervisor(session)
    fixed_from(session, person, guide)
    jan = signed_in_as(session, AccountRole.SUPERVISOR, guide.id)
    question = leaves_today(qtbot, jan, desk, person).findChild(Question)
    said = " ".join(mark.text() for mark in question.findChildren(QLabel))
    assert "Vraag een coördinator" in said
    assert [button.text() for button in question.buttons] == ["Sluiten"]


def test_nobody_is_asked_where_nothing_runs_on_or_the_end_stays(qtbot, session, desk, person):
    session.placements.end_all(person.id, Outcome.EDUCATION, TODAY)
    file = leaves_today(qtbot, session, desk, person)
    assert file.findChild(Question) is None
