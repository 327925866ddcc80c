"""The file of an accreditation: steps with letters, work processes by keyboard, students."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.accreditations.page import AccreditationsPage
from ca_desktop.ui.pages.participants.undo_words import undo_words

S = AccreditationState


@pytest.fixture
def kept(session) -> Accreditation:
    service = session.accreditations
    where = service.save_company(replace(service.new_company(), location="Wilmersdorf"))
    new = replace(service.new(where.id), code="25250", name="Assistent bouwen", level=1)
    return service.save(replace(new, state=S.APPLIED, since=date(2026, 3, 2)))


@pytest.fixture
def page(qtbot, session, desk, kept) -> AccreditationsPage:
    made = AccreditationsPage(session, desk)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    made.open_row(kept.id)
    return made


def column(section, place: int) -> list[str]:
    model = section.model
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_a_step_is_recorded_from_the_file_with_its_letter(page, session, kept, tmp_path):
    page.file.take_step()
    section = page.file.section("course")
    form = section.dialog.form
    texts = [form.state.combo.itemText(i) for i in range(1, form.state.combo.count())]
    assert texts == ["Bezoek gepland", "Erkend", "Afgewezen"]
    form.state.value = S.ACCREDITED
    form.state.changed.emit()
    form.on.edit.setText("4-5-2026")
    letter = tmp_path / "besluit.txt"
    letter.write_text("Besluit")
    form.file.take_file(letter)
    form.try_save()
    assert session.accreditations.get(kept.id).since == date(2026, 5, 4)
    assert "verwacht 04-05-2030" in column(section, 0)
    assert column(section, 1)[-2:] == ["Erkend", "Aangevraagd"]
    section.open_letter(section.model.rows[-2])
    assert section.letter_dialog.windowTitle() == "Erkend"
    section.letter_dialog.close()
    section.ask_remove_letter(section.model.rows[-2])
    question = section.findChild(Question)
    next(b for b in question.buttons if b.text() == "Brief verwijderen").click()
    assert section.model.rows[-2].file_name == ""
    assert session.accreditations.get(kept.id).state is S.ACCREDITED


def test_a_planned_day_is_asked_only_where_a_state_has_one(page):
    page.file.take_step()
    form = page.file.section("course").dialog.form
    assert form.state.value is S.VISIT_PLANNED
    assert not form.planned.isHidden()
    assert form.planned.text == "Het bezoek is op"
    form.planned.edit.setText("1-12-2030")
    form.state.value = S.REJECTED
    form.state.changed.emit()
    assert form.planned.isHidden()
    assert form.record().step.planned_on is None
    form.discard()


def test_a_step_in_the_future_is_refused_beside_its_field(page, session, kept):
    page.file.take_step()
    form = page.file.section("course").dialog.form
    form.on.edit.setText("+1d")
    form.on.changed.emit()
    form.try_save()
    assert form.problem_at("on")
    assert session.accreditations.get(kept.id) == kept
    form.discard()


def test_taking_the_last_step_back_is_asked_first(page, session, kept):
    page.open_row(Spot(kept.id, "course", "new"))
    section = page.file.section("course")
    section.dialog.form.try_save()
    assert session.accreditations.get(kept.id).state is S.VISIT_PLANNED
    section.ask_take_back()
    question = page.findChild(Question) or section.findChild(Question)
    next(b for b in question.buttons if b.text() == "Terugnemen").click()
    assert session.accreditations.get(kept.id) == kept
    assert section.back.isHidden()


def test_work_processes_are_pasted_and_ticked_by_space(qtbot, page, session, kept):
    page.file.open_section("processes")
    section = page.file.section("processes")
    section.ask_paste()
    form = section.dialog.form
    form.fields["text"].value = "B1-K1 Bouwt\nB1-K1-W1 Zaagt\nB1-K1-W2 Schuurt"
    form.changed.emit()
    form.try_save()
    assert column(section, 0) == ["B1-K1-W1", "B1-K1-W2"]
    section.table.selectRow(0)
    section.table.setFocus()
    qtbot.keyClick(section.table, Qt.Key.Key_Space)
    assert column(section, 2) == ["ja", "nee"]
    assert "1 van 2 (50 %)" in section.cover.text()
    assert "B1-K1-W2 Schuurt" in section.cover.text()
    section.table.selectAll()
    qtbot.keyClick(section.table, Qt.Key.Key_Space)
    assert column(section, 2) == ["ja", "ja"]
    qtbot.keyClick(section.table, Qt.Key.Key_Space)
    assert column(section, 2) == ["nee", "nee"]


def test_a_line_that_is_not_understood_is_named_and_nothing_typed_is_lost(page, session, kept):
    page.file.open_section("processes")
    section = page.file.section("processes")
    section.ask_paste()
    form = section.dialog.form
    form.fields["text"].value = "B1-K1-W1 Zaagt\nen nog wat"
    form.changed.emit()
    form.try_save()
    assert "en nog wat" in form.problem_at("text")
    assert form.fields["text"].value.endswith("en nog wat")
    assert session.work_processes.of(kept.id).lines == ()
    form.discard()


def test_ctrl_z_says_a_step_in_words(page, session, kept):
    page.file.take_step()
    page.file.section("course").dialog.form.try_save()
    words = undo_words(session)
    assert "Stap van erkenning vastleggen" in words
    assert "Bezoek gepland" in words
    assert "visit_planned" not in words
