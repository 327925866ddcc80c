"""The restricted part opens only for whom it was opened, and its history tells no values."""

from dataclasses import dataclass, replace

import pytest

from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.ui.kit.saving import Saves
from ca_desktop.ui.pages.participants.history import HistorySection
from ca_desktop.ui.pages.participants.restricted import RestrictedSection
from tests.ui.agreements import a_trajectory
from tests.ui.people import a_participant


@dataclass
class Writer:
    is_writing: bool = False


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def section(qtbot, session, desk, writer) -> RestrictedSection:
    made = RestrictedSection(session, replace(desk, saves=Saves(lambda: writer.is_writing)))
    qtbot.addWidget(made)
    return made


def test_a_block_that_waited_does_not_open_on_somebody_elses_file(session, section, writer):
    section.show_record(a_participant(session, "Aad"))
    writer.is_writing = True
    section.open.click()
    section.show_record(a_participant(session, "Bea"))
    section._desk.saves.finish()
    assert not section.is_open
    assert section.form.shown is None


def test_a_block_that_waited_opens_when_its_person_is_still_shown(session, section, writer):
    aad = a_participant(session, "Aad")
    section.show_record(aad)
    writer.is_writing = True
    section.open.click()
    section._desk.saves.finish()
    assert section.is_open
    assert section.form.shown.participant_id == aad.id


def test_the_history_says_that_the_block_changed_but_not_into_what(qtbot, session, desk):
    aad = a_participant(session, "Aad")
    a_trajectory(session, aad, LegalRole.WMO_PROVIDER)
    block = session.target_groups.open(aad.id)
    group = session.target_groups.recordable(aad.id)[0]
    session.target_groups.save(replace(block, target_group=group.code, intensity=4))
    history = HistorySection(session, desk)
    qtbot.addWidget(history)
    history.show_record(aad)
    event = history.table.current_row()
    assert event.line.subject == "restricted_blocks"
    assert event.line.who == "Petra Test"
    assert history.changes.toPlainText() == "Wat in het afgeschermde deel staat, zie je hier niet."
    assert all(
        line.changes == ()
        for line in session.history.of_participant(aad.id)
        if line.subject == "restricted_blocks"
    )
