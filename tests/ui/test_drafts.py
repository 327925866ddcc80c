"""Drafts: what is typed survives, is offered, and goes when it was saved or thrown away."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.entries import EntryFilter
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.entry import EntryForm, blank_entry
from ca_desktop.ui.forms.placement import PlacementForm, blank_placement
from ca_desktop.ui.kit.drafts import KEEP_AFTER_MS
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.pages.entries.page import EntriesPage
from tests.ui.people import a_participant


def open_page(qtbot, session, desk) -> EntriesPage:
    page = EntriesPage(session, desk)
    qtbot.addWidget(page)
    page.refresh()
    return page


def answer(page, text: str) -> None:
    question = page.findChild(Question)
    next(b for b in question.findChildren(QPushButton) if b.text() == text).click()


@pytest.fixture
def page(qtbot, session, desk) -> EntriesPage:
    return open_page(qtbot, session, desk)


def type_note(page: EntriesPage, session: Session, text: str) -> None:
    piet = a_participant(session, "Piet")
    page.open_row("new")
    page.reader.form.person.show_person(piet.id, "Piet Boer")
    page.reader.form.text.insert(text)


def kept(session: Session) -> list[str]:
    return [draft.values["text"] for draft in session.drafts.all()]


def test_what_is_typed_is_kept_within_three_seconds(qtbot, page, session):
    assert KEEP_AFTER_MS < 3000
    type_note(page, session, "Ik zag dat")
    assert kept(session) == []
    qtbot.waitUntil(lambda: kept(session) == ["Ik zag dat"], timeout=3000)


def test_a_draft_survives_the_end_of_the_page_and_is_offered_again(qtbot, page, session, desk):
    type_note(page, session, "Ik zag dat hij hielp")
    page.reader.form.fields["follow_up_on"].edit.setText("+2")
    page.reader.form.drafts.keep_now()
    page.hide()
    again = open_page(qtbot, session, desk)
    assert "Je was bezig met een notitie over Piet Boer" in again.offer.words.text()
    again.offer.go_on.click()
    form = again.reader.form
    assert form.text.value == "Ik zag dat hij hielp"
    assert form.fields["follow_up_on"].edit.text() == "+2"
    form.fields["follow_up_on"].value = None
    form.try_save()
    lines = session.entries.lines(session.entries.order(EntryFilter()))
    assert [line.entry.text for line in lines] == ["Ik zag dat hij hielp"]
    assert session.drafts.all() == []
    assert again.offer.isHidden()


def test_a_draft_is_opened_from_another_page_by_its_key(qtbot, page, session, desk):
    type_note(page, session, "Ik zag dat")
    page.reader.form.drafts.keep_now()
    key = session.drafts.all()[0].key
    again = open_page(qtbot, session, desk)
    again.open_row(f"draft:{key}")
    assert again.reader.form.text.value == "Ik zag dat"
    assert again.reader.is_dirty


def test_thrown_away_means_gone(qtbot, page, session, desk):
    type_note(page, session, "Ik zag dat")
    page.reader.form.drafts.keep_now()
    again = open_page(qtbot, session, desk)
    again.offer.throw_away.click()
    assert session.drafts.all() == []
    assert again.offer.isHidden()


def test_a_refused_save_keeps_the_draft(page, session):
    type_note(page, session, "Ik zag dat")
    page.reader.form.fields["minutes"].value = None
    page.reader.form.drafts.keep_now()
    page.reader.form.try_save()
    assert page.reader.form.problem_at("minutes")
    assert kept(session) == ["Ik zag dat"]


def test_discarding_in_the_question_drops_the_draft(page, session):
    type_note(page, session, "Ik zag dat")
    page.reader.form.drafts.keep_now()
    page.leave(lambda: None)
    answer(page, "Weggooien")
    assert session.drafts.all() == []


def test_hiding_the_window_keeps_at_once(qtbot, page, session):
    with qtbot.waitExposed(page):
        page.show()
    type_note(page, session, "Ik zag dat")
    page.hide()
    assert kept(session) == ["Ik zag dat"]


def test_an_edited_note_comes_back_over_what_was_kept(qtbot, page, session, desk):
    piet = a_participant(session, "Piet")
    note = session.entries.write(replace(session.entries.new(piet.id), text="Ging goed"))
    page.open_row(note.id)
    page.reader.note.edit.click()
    page.reader.form.text.insert("Heel ")
    page.reader.form.drafts.keep_now()
    again = open_page(qtbot, session, desk)
    again.offer.go_on.click()
    again.reader.form.try_save()
    assert session.entries.get(note.id).text == "Heel Ging goed"


def test_a_draft_of_an_addition_stays_an_addition(qtbot, page, session, desk):
    piet = a_participant(session, "Piet")
    note = session.entries.write(replace(session.entries.new(piet.id), text="Ging goed"))
    page.reader.write(session.entries.add_to(note.id))
    page.reader.form.text.insert("Later bleek")
    page.reader.form.drafts.keep_now()
    again = open_page(qtbot, session, desk)
    again.offer.go_on.click()
    again.reader.form.try_save()
    (addition,) = session.entries.additions(note.id)
    assert addition.text == "Later bleek"


def test_escape_out_of_a_dialog_and_discard_drops_its_draft(qtbot, session, desk):
    form = EntryForm(session, desk)
    dialog = RecordDialog.edit(
        None, "Notitie", form, blank_entry(session), session.entries.write, desk.saves
    )
    qtbot.addWidget(dialog)
    form.text.insert("Ik zag dat")
    form.drafts.keep_now()
    dialog.reject()
    answer(dialog, "Weggooien")
    assert session.drafts.all() == []


def test_every_kind_of_field_comes_back_out_of_a_draft(qtbot, session, desk):
    piet = a_participant(session, "Piet")
    form = PlacementForm(session, desk)
    qtbot.addWidget(form)
    form.show_record(blank_placement(session))
    form.person.value = piet.id
    form.role.value = session.roles.named("sorteren").id
    form.fields["half_days"].value = HalfDays.of("0m", "4a")
    form.fields["remarks"].value = "Wil leren solderen"
    form.drafts.keep_now()
    other = PlacementForm(session, desk)
    qtbot.addWidget(other)
    other.show_record(blank_placement(session))
    other.drafts.restore(session.drafts.all()[0])
    assert other.values() == form.values()
    assert other.is_dirty


def test_keeping_a_draft_is_nothing_to_undo(page, session):
    before = session.history.undoable()
    page.open_row("new")
    page.reader.form.text.insert("Ik zag dat")
    page.reader.form.drafts.keep_now()
    assert session.history.undoable() == before


def test_what_was_typed_back_to_what_is_saved_leaves_no_draft(page, session):
    type_note(page, session, "Ik zag dat")
    form = page.reader.form
    form.try_save()
    form.text.insert(" hij hielp")
    form.drafts.keep_now()
    assert kept(session)
    form.text.edit.setPlainText(form.shown.text)
    assert not form.is_dirty
    assert session.drafts.all() == []
