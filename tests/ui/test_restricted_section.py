"""The restricted part opens only for whom it was opened, and its history tells no values."""

from dataclasses import dataclass, replace

import pytest

from ca_desktop.ui.kit.saving import Saves
from ca_desktop.ui.pages.participants.restricted import RestrictedSection
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
