"""While a save waits for another writer, nobody's values land in somebody else's record."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QPushButton

from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.saving import Saves
from tests.ui.kit.example import Shed, Tool, ToolForm, ToolsPage


@dataclass
class Writer:
    """Somebody else who is writing, until he is done."""

    is_writing: bool = False

    def finish(self, desk: Desk) -> None:
        self.is_writing = False
        desk.saves.finish()


@pytest.fixture
def writer() -> Writer:
    return Writer()


@pytest.fixture
def desk(writer: Writer):
    made = Desk(saves=Saves(lambda: writer.is_writing))
    yield made
    made.jobs.close()


def the_saw_waits(page: ToolsPage, writer: Writer) -> Tool:
    """The first line is changed and its save waits."""
    page.table.selectRow(0)
    page.detail.name.edit.setText("Accuboor")
    writer.is_writing = True
    page.detail.try_save()
    return page.detail.shown


def questions(page) -> list[Question]:
    return page.findChildren(Question)


def names(shed: Shed) -> set[str]:
    return {tool.name for tool in shed.tools.values()}


def test_another_line_is_shown_once_the_save_is_done(page, shed, desk, writer):
    the_saw_waits(page, writer)
    page.table.selectRow(2)
    assert questions(page) == []
    assert page.detail.name.value == "Accuboor"
    writer.finish(desk)
    assert page.detail.shown.name == page.detail.name.value == "Zaag"
    assert not page.detail.is_dirty
    assert names(shed) == {"Accuboor", "Hamer", "Zaag"}


def test_saving_after_it_touches_only_the_line_that_is_shown(page, shed, desk, writer):
    drill = the_saw_waits(page, writer)
    page.table.selectRow(2)
    writer.finish(desk)
    page.detail.name.edit.setText("Trekzaag")
    page.detail.try_save()
    assert shed.tools[drill.id].name == "Accuboor"
    assert names(shed) == {"Accuboor", "Hamer", "Trekzaag"}


def test_a_refused_save_stays_where_it_is_with_what_was_typed(page, shed, desk, writer):
    page.table.selectRow(0)
    page.detail.name.edit.setText("fout")
    writer.is_writing = True
    page.detail.try_save()
    page.table.selectRow(2)
    writer.finish(desk)
    assert page.detail.name.value == "fout"
    assert page.detail.problem_at("name") == "Deze naam bestaat al."


def test_what_was_typed_while_it_waited_is_asked_about(page, shed, desk, writer):
    the_saw_waits(page, writer)
    page.detail.name.edit.setText("Accuboormachine")
    page.table.selectRow(2)
    writer.finish(desk)
    assert page.detail.name.value == "Accuboormachine"
    (question,) = questions(page)
    next(b for b in question.findChildren(QPushButton) if b.text() == "Bewaren").click()
    assert names(shed) == {"Accuboormachine", "Hamer", "Zaag"}
    assert page.detail.shown.name == "Zaag"


def test_saving_again_while_it_waits_saves_the_last_text(page, shed, desk, writer):
    the_saw_waits(page, writer)
    page.detail.name.edit.setText("Accuboormachine")
    page.detail.try_save()
    writer.finish(desk)
    assert names(shed) == {"Accuboormachine", "Hamer", "Zaag"}
    assert not page.detail.is_dirty


def test_a_form_that_was_shown_something_else_keeps_that(page, shed, desk, writer):
    the_saw_waits(page, writer)
    saw = next(tool for tool in shed.tools.values() if tool.name == "Zaag")
    page.detail.show_record(saw)
    writer.finish(desk)
    assert page.detail.shown == page.detail.record() == saw
    assert not page.detail.is_dirty
    assert page.detail.save_button.isEnabled()
    assert "Accuboor" in names(shed)


def test_a_dialog_closes_by_itself_when_its_save_is_done(qtbot, page, shed, desk, writer):
    dialog = RecordDialog.edit(page, "Nieuw", ToolForm(), Tool(), shed.save, desk.saves)
    dialog.form.name.edit.setText("Vijl")
    writer.is_writing = True
    dialog.form.try_save()
    dialog.reject()
    assert dialog.isVisible()
    assert questions(dialog) == []
    with qtbot.waitSignal(dialog.accepted):
        writer.finish(desk)
    assert "Vijl" in names(shed)
