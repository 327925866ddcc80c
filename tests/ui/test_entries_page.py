"""The guidance log: found, read, written, edited for a day, added to after that."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ca_desktop.domain.entries import Entry, Visibility
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.entries.page import EntriesPage
from tests.conftest import TODAY
from tests.ui.conftest import NOW
from tests.ui.people import a_participant


def a_note(session: Session, first: str, text: str, **more: object) -> Entry:
    known = session.participants.find(first)
    person = known[0].id if known else a_participant(session, first).id
    return session.entries.write(replace(session.entries.new(person), text=text, **more))


@pytest.fixture
def page(qtbot, session, desk) -> EntriesPage:
    made = EntriesPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 666)
    with qtbot.waitExposed(made):
        made.show()
    return made


def later(session: Session, days: int) -> None:
    """The session's clock, some days on."""
    for service in session.services():
        service._now = lambda: NOW + timedelta(days=days)


def notes(page: EntriesPage) -> list[str]:
    page.refresh()
    return [page.model.row_at(row).entry.text for row in range(page.model.rowCount())]


def words_on(page: EntriesPage) -> str:
    return "\n".join(x.text() for x in page.reader.note.findChildren(QLabel) if not x.isHidden())


def test_the_newest_note_stands_on_top(page, session):
    a_note(session, "Piet", "Eerst", on=TODAY - timedelta(days=3))
    a_note(session, "Sara", "Laatst")
    assert notes(page) == ["Laatst", "Eerst"]


def test_the_search_looks_at_the_text(qtbot, page, session):
    a_note(session, "Piet", "Ging goed bij het solderen")
    a_note(session, "Sara", "Kwam te laat")
    qtbot.keyClicks(page.pane.search, "solder")
    assert notes(page) == ["Ging goed bij het solderen"]


def test_chips_leave_open_follow_ups_and_a_period(page, session):
    a_note(session, "Piet", "Bellen", follow_up_on=TODAY)
    a_note(session, "Piet", "Oud", on=TODAY - timedelta(days=60))
    a_note(session, "Sara", "Nieuw")
    page.pane.filters.choose("period", 28)
    assert sorted(notes(page)) == ["Bellen", "Nieuw"]
    page.pane.filters.choose("open", True)
    assert notes(page) == ["Bellen"]
    page.pane.clear_search()
    assert len(notes(page)) == 3


def test_a_follow_up_that_is_past_says_so_in_a_word_and_an_icon(page, session):
    day = TODAY - timedelta(days=2)
    a_note(session, "Piet", "Bellen", on=day, follow_up_on=day)
    page.refresh()
    index = page.model.index(0, 3)
    assert index.data() == "22-11 te laat"
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()


def test_a_note_is_read_whole_with_what_was_agreed(page, session):
    note = a_note(session, "Piet", "Regel een\nRegel twee", agreement="Morgen weer")
    page.open_row(note.id)
    assert "Regel een\nRegel twee" in words_on(page)
    assert "Morgen weer" in words_on(page)


def test_a_new_note_takes_two_letters_and_a_text(qtbot, page, session):
    piet = a_participant(session, "Piet")
    page.open_row("new")
    form = page.reader.form
    qtbot.keyClicks(form.person.edit, "pi")
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(form.text.edit, "Ging goed")
    form.save_button.click()
    (line,) = session.entries.lines(session.entries.order(page._chosen()))
    assert (line.entry.participant_id, line.entry.text) == (piet.id, "Ging goed")
    assert not page.reader.is_writing
    assert page.table.current_row().id == line.id


def test_after_the_person_the_keyboard_goes_to_the_text(qtbot, page, session):
    a_participant(session, "Piet")
    page.open_row("new")
    form = page.reader.form
    form.person.edit.setFocus()
    qtbot.keyClicks(form.person.edit, "pi")
    qtbot.keyClick(form.person.edit, Qt.Key.Key_Return)
    assert page.window().focusWidget() is form.text.edit


def test_a_new_note_from_a_file_knows_about_whom_it_is(page, session):
    piet = a_participant(session, "Piet")
    page.open_row(f"new:{piet.id}")
    assert page.reader.form.person.value == piet.id
    assert not page.reader.form.person.control.isEnabled()


def test_a_starter_begins_a_sentence_on_a_line_of_its_own(page, session):
    page.open_row("new")
    form = page.reader.form
    first, last = (
        next(b for b in form.findChildren(QPushButton) if b.text() == words)
        for words in ("Ik zag dat …", "We spraken af dat …")
    )
    first.click()
    form.text.insert("hij hielp.")
    last.click()
    assert form.text.edit.toPlainText() == "Ik zag dat hij hielp.\nWe spraken af dat "


def test_who_may_read_it_is_three_plain_choices_with_their_meaning(page, session):
    page.open_row("new")
    field = page.reader.form.fields["visibility"]
    assert [b.text() for b in field.buttons] == [v.text for v in Visibility]
    assert [b.accessibleDescription() for b in field.buttons] == [v.help for v in Visibility]


def test_a_note_without_text_is_refused_beside_the_field(page, session):
    piet = a_participant(session, "Piet")
    page.open_row(f"new:{piet.id}")
    page.reader.form.fields["agreement"].value = "Morgen bellen"
    page.reader.form.try_save()
    assert page.reader.form.problem_at("text") == "Vul dit in."
    assert page.reader.form.fields["agreement"].value == "Morgen bellen"


def test_within_the_window_a_note_is_edited_and_marked(page, session):
    note = a_note(session, "Piet", "Ging goed")
    page.open_row(note.id)
    assert page.reader.note.addition.isHidden()
    page.reader.note.edit.click()
    page.reader.form.text.value = "Ging heel goed"
    page.reader.form.try_save()
    assert session.entries.get(note.id).text == "Ging heel goed"
    assert "Bewerkt" in words_on(page)


def test_after_the_window_only_an_addition_is_possible_and_both_stay(page, session):
    note = a_note(session, "Piet", "Ging goed")
    later(session, 3)
    page.open_row(note.id)
    assert page.reader.note.edit.isHidden()
    page.reader.note.addition.click()
    shown = [x.text() for x in page.reader._original.findChildren(QLabel)]
    assert "Ging goed" in shown
    page.reader.form.text.value = "Hij was eerst bij de tandarts"
    page.reader.form.try_save()
    assert session.entries.get(note.id).text == "Ging goed"
    assert "Dit is een aanvulling op de notitie van 24-11-2026" in words_on(page)
    page.open_row(note.id)
    assert "Hij was eerst bij de tandarts" in words_on(page)


def test_a_follow_up_is_ticked_off_also_after_the_window(page, session):
    note = a_note(session, "Piet", "Bellen", follow_up_on=TODAY)
    later(session, 3)
    page.open_row(note.id)
    page.reader.note.settle.click()
    assert session.entries.get(note.id).follow_up_done
    assert page.reader.note.settle.text() == "Vervolg weer openzetten"


def test_a_draft_goes_on_behind_what_was_typed(qtbot, page, session):
    piet = a_participant(session, "Piet")
    values = {"participant_id": str(piet.id), "text": "Ik zag dat "}
    session.drafts.keep(f"entry:{uuid4()}", values)
    page.open_row(f"draft:{session.drafts.all()[0].key}")
    edit = page.reader.form.text.edit
    assert page.window().focusWidget() is edit
    assert edit.textCursor().atEnd()


def test_leaving_a_half_written_note_asks_first(page, session):
    note = a_note(session, "Piet", "Ging goed")
    page.open_row("new")
    page.reader.form.text.insert("Ik zag")
    page.open_row(note.id)
    assert page.findChild(Question) is not None
    assert page.reader.form.text.value == "Ik zag"


def test_somebody_who_may_only_read_has_no_button_to_write(qtbot, session, desk):
    note = a_note(session, "Piet", "Ging goed")
    reader = replace(desk, is_allowed=lambda _action: False)
    page = EntriesPage(session, reader)
    qtbot.addWidget(page)
    page.open_row(note.id)
    assert page.reader.note.edit.isHidden()
    assert page.reader.note.addition.isHidden()
    assert page.pane.add_button.isHidden()
