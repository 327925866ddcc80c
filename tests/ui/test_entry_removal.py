"""A wrong note goes: its writer removes it at once, a coordinator strikes it later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.entries import Entry, EntryFilter
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.entries.page import EntriesPage
from tests.ui.conftest import NOW
from tests.ui.people import a_participant


@pytest.fixture
def note(session: Session) -> Entry:
    person = a_participant(session, "Piet")
    return session.entries.write(replace(session.entries.new(person.id), text="Ging goed"))


@pytest.fixture
def page(qtbot, session, desk, note) -> EntriesPage:
    made = EntriesPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 666)
    with qtbot.waitExposed(made):
        made.show()
    return made


def left(session: Session) -> int:
    return len(session.entries.order(EntryFilter()))


def test_the_writer_removes_a_note_after_a_question(page, session, note):
    page.open_row(note.id)
    assert page.reader.note.strike.isHidden()
    page.reader.note.remove.click()
    question = page.findChild(Question)
    assert left(session) == 1
    next(b for b in question.findChildren(QPushButton) if b.text() == "Verwijderen").click()
    assert left(session) == 0
    assert page._right.currentIndex() == 0


def test_a_coordinator_strikes_a_late_note_with_a_reason(page, session, note):
    for service in session.services():
        service._now = lambda: NOW + timedelta(days=3)
    page.open_row(note.id)
    assert page.reader.note.remove.isHidden()
    page.reader.note.strike.click()
    form = page.reader.dialog.form
    form.try_save()
    assert left(session) == 1
    form.fields["reason"].value = "Ging over een ander"
    form.try_save()
    assert left(session) == 0
    assert page._right.currentIndex() == 0
