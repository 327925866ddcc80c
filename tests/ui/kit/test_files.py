"""Files with sections, small lists inside them, dialogs that stay open on a refusal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ca_desktop.ui.kit.file_view import Fact, FileHeader, FileView
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table_model import Column
from tests.ui.kit.example import Tool, ToolForm


class Section(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Tool] = []

    def show_record(self, record: Tool) -> None:
        self.seen.append(record)


class ToolFile(FileView[Tool]):
    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []
        self.add_section("overview", "Overzicht", lambda: self._make("overview", Section()))
        self.add_section("form", "Gegevens", lambda: self._make("form", ToolForm()))
        self.add_section("history", "Geschiedenis", lambda: self._make("history", Section()))

    def _make(self, key: str, widget: QWidget) -> QWidget:
        self.made.append(key)
        return widget

    def header(self, record: Tool) -> FileHeader:
        return FileHeader(
            title=record.name, facts=[Fact(text="Werkbank 3"), Fact(text="Kapot", tone="danger")]
        )


@pytest.fixture
def file(qtbot) -> ToolFile:
    made = ToolFile()
    qtbot.addWidget(made)
    made.show()
    made.show_record(Tool(name="Zaag"))
    return made


@pytest.fixture
def goals(qtbot, desk, shed) -> SubList[Tool]:
    def remove(tool: Tool) -> None:
        del shed.tools[tool.id]

    made = SubList[Tool](
        desk,
        "Onderdelen",
        (Column[Tool]("Naam", text=lambda t: t.name),),
        fetch=shed.all,
        make_form=ToolForm,
        save=shed.save,
        blank=Tool,
        remove=remove,
        name_of=lambda t: t.name,
    )
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


def answer(qtbot, text: str) -> None:
    questions = [w for w in QApplication.topLevelWidgets() if isinstance(w, Question)]
    button = next(
        b
        for q in questions
        if q.isVisible()
        for b in q.findChildren(QPushButton)
        if b.text() == text
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_section_is_made_when_it_is_first_looked_at(file):
    assert file.made == ["overview"]
    file.open_section("history")
    assert file.made == ["overview", "history"]


def test_the_header_says_who_and_what(file):
    assert file.name.text() == "Zaag"
    words = {one.text() for one in file.findChildren(QLabel)}
    assert {"Werkbank 3", "Kapot"} <= words


def test_every_section_shows_the_record_that_is_open(file):
    file.open_section("history")
    file.show_record(Tool(name="Boor"))
    assert file.section("history").seen[-1].name == "Boor"
    file.open_section("overview")
    assert file.section("overview").seen[-1].name == "Boor"


def test_a_section_with_unsaved_text_is_not_left_unasked(qtbot, file):
    file.open_section("form")
    file.section("form").name.edit.setText("Half")
    file.open_section("history")
    assert file.tabs.currentIndex() == 1
    answer(qtbot, "Weggooien")
    assert file.tabs.currentIndex() == 2
    assert not file.is_dirty


def test_a_child_is_added_in_a_dialog(qtbot, goals, shed):
    goals.add()
    form = goals.dialog.form
    form.name.edit.setText("Beitel")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert "Beitel" in {tool.name for tool in goals.model.rows}


def test_a_refused_save_leaves_the_dialog_open_with_its_message(qtbot, goals):
    goals.add()
    form = goals.dialog.form
    form.name.edit.setText("fout")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert goals.dialog.isVisible()
    assert form.problem_at("name") == "Deze naam bestaat al."
    form.discard()
    goals.dialog.reject()


def test_escape_in_a_dialog_asks_about_what_was_typed(qtbot, goals):
    goals.add()
    dialog = goals.dialog
    dialog.form.name.edit.setText("Half")
    dialog.reject()
    assert dialog.isVisible()
    answer(qtbot, "Weggooien")
    assert not dialog.isVisible()


def test_removing_asks_and_names_what_goes(qtbot, goals, shed):
    goals.table.selectRow(0)
    goals.ask_remove(goals.table.current_row())
    question = next(w for w in goals.findChildren(Question))
    assert any("Boor" in one.text() for one in question.findChildren(QLabel))
    answer(qtbot, "Verwijderen")
    assert "Boor" not in {tool.name for tool in shed.tools.values()}


def test_a_changed_child_is_shown_at_once(qtbot, goals):
    goals.table.selectRow(0)
    goals.edit(goals.table.current_row())
    form = goals.dialog.form
    assert form.shown == replace(form.shown)
    form.name.edit.setText("Accuboor")
    form.try_save()
    assert goals.model.rows[0].name == "Accuboor"
