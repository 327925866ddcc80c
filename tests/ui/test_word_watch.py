"""The word watch in forms: it warns once beside the field, keeps nothing back and loses nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.entries import Entry, EntryFilter
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.entry import EntryForm, blank_entry
from ca_desktop.ui.forms.participant import ParticipantForm
from ca_desktop.ui.forms.watched_words import watched_words
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.watch import WatchNotice, install_watcher
from tests.ui.people import a_participant

TOLD = "Vertelde dat zij PTSS heeft."


@pytest.fixture(autouse=True)
def _watching() -> None:
    install_watcher(watched_words)


@pytest.fixture
def form(qtbot, session: Session, desk: Desk) -> EntryForm:
    made = EntryForm(session, desk)
    made.saver = session.entries.write
    made.saves = desk.saves
    qtbot.addWidget(made)
    made.show_record(blank_entry(session, a_participant(session, "Ria").id))
    made.show()
    return made


def notice(form: EntryForm, name: str = "text") -> WatchNotice:
    return form.watch.notices[name]


def notes(session: Session, form: EntryForm) -> list[Entry]:
    rows = session.entries.order(EntryFilter())
    return [line.entry for line in session.entries.lines(rows)]


def test_a_medical_term_is_said_beside_the_field_before_it_is_kept(
    form: EntryForm, session: Session
) -> None:
    form.text.edit.setPlainText(TOLD)
    form.try_save()
    assert notes(session, form) == []
    assert notice(form).words.startswith("‘PTSS’: Dit zegt iets over gezondheid.")
    assert "pauze na 45 minuten" in notice(form).words
    assert notice(form).isVisibleTo(form.text)


def test_adapting_is_the_default_and_brings_the_keyboard_back_to_the_text(
    form: EntryForm, session: Session, qtbot
) -> None:
    qtbot.waitExposed(form)
    form.text.edit.setPlainText(TOLD)
    form.try_save()
    assert notice(form).adapt.property("role") == "primary"
    qtbot.mouseClick(notice(form).adapt, Qt.MouseButton.LeftButton)
    assert form.watch.notices == {}
    assert form.text.value == TOLD
    form.text.edit.setPlainText("Pauze na 45 minuten.")
    form.try_save()
    assert [one.text for one in notes(session, form)] == ["Pauze na 45 minuten."]


def test_keeping_it_anyway_saves_and_does_not_ask_again(
    form: EntryForm, session: Session, qtbot
) -> None:
    went_on: list[bool] = []
    form.text.edit.setPlainText(TOLD)
    form.try_save(lambda: went_on.append(True))
    qtbot.mouseClick(notice(form).keep, Qt.MouseButton.LeftButton)
    assert [one.text for one in notes(session, form)] == [TOLD]
    assert went_on == [True]
    form.text.edit.setPlainText(f"{TOLD} Zij werkte door.")
    form.try_save()
    assert form.watch.notices == {}
    assert [one.text for one in notes(session, form)] == [f"{TOLD} Zij werkte door."]


def test_saving_again_is_no_answer(form: EntryForm, session: Session) -> None:
    form.text.edit.setPlainText(TOLD)
    form.try_save()
    form.try_save()
    assert notes(session, form) == []
    assert list(form.watch.notices) == ["text"]


def test_every_field_is_answered_by_itself(form: EntryForm, session: Session, qtbot) -> None:
    form.text.edit.setPlainText(TOLD)
    form.fields["agreement"].value = "Belt de reclassering."
    form.try_save()
    qtbot.mouseClick(notice(form).keep, Qt.MouseButton.LeftButton)
    assert notes(session, form) == []
    qtbot.mouseClick(notice(form, "agreement").keep, Qt.MouseButton.LeftButton)
    assert len(notes(session, form)) == 1


def test_the_draft_is_kept_whatever_the_words_are(form: EntryForm, session: Session) -> None:
    form.text.edit.setPlainText(TOLD)
    form.try_save()
    form.hide()
    assert [draft.values["text"] for draft in session.drafts.all()] == [TOLD]


def test_another_record_starts_without_notices(form: EntryForm, session: Session) -> None:
    form.text.edit.setPlainText(TOLD)
    form.try_save()
    form.show_record(blank_entry(session, a_participant(session, "Cor").id))
    assert form.watch.notices == {}


def test_workplace_agreements_are_watched_too(qtbot, session: Session, desk: Desk) -> None:
    form = ParticipantForm(session, desk)
    qtbot.addWidget(form)
    person = a_participant(session, "Ria")
    saved: list[object] = []
    form.saver = saved.append
    form.show_record(replace(person))
    form.agreements.value = ("Heeft epilepsie",)
    form.try_save()
    assert list(form.watch.notices) == ["workplace_agreements"]
    assert saved == []
