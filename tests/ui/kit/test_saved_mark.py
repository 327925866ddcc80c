"""After a save a form says so, quietly, until the next change; its button is calm meanwhile."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.record_dialog import RecordDialog
from tests.ui.kit.example import Tool, ToolForm, ToolsPage


def is_calm(form: ToolForm) -> bool:
    return form.save_button.property("idle") == "true"


@pytest.fixture
def form(page: ToolsPage) -> ToolForm:
    """The form of the first tool, on its page."""
    page.table.selectRow(0)
    return page.detail


def test_a_save_is_confirmed_beside_the_button(form: ToolForm) -> None:
    assert not form.saved_mark.isVisible()
    form.name.edit.setText("Accuboor")
    form.try_save()
    assert form.saved_mark.isVisible()


def test_the_sign_goes_at_the_next_change(form: ToolForm, qtbot: QtBot) -> None:
    form.name.edit.setText("Accuboor")
    form.try_save()
    qtbot.keyClicks(form.name.edit, "x")
    assert not form.saved_mark.isVisible()


def test_the_sign_stays_when_the_list_is_read_again(page: ToolsPage, form: ToolForm) -> None:
    form.name.edit.setText("Accuboor")
    form.try_save()
    page.refresh()
    assert form.saved_mark.isVisible()


def test_the_sign_goes_when_the_record_became_another(page, shed, form: ToolForm) -> None:
    form.name.edit.setText("Accuboor")
    form.try_save()
    shed.tools[form.shown.id] = replace(form.shown, name="Teruggezet")
    page.refresh()
    assert not form.saved_mark.isVisible()


def test_another_record_was_not_saved_just_now(page: ToolsPage, form: ToolForm) -> None:
    form.name.edit.setText("Accuboor")
    form.try_save()
    page.table.selectRow(2)
    assert not form.saved_mark.isVisible()


def test_a_refused_save_is_not_called_saved(form: ToolForm) -> None:
    form.name.edit.setText("fout")
    form.try_save()
    assert not form.saved_mark.isVisible()


def test_the_button_is_calm_until_there_is_something_to_save(form: ToolForm, qtbot: QtBot) -> None:
    assert is_calm(form)
    qtbot.keyClicks(form.name.edit, "x")
    assert not is_calm(form)
    form.try_save()
    assert is_calm(form)


def test_saving_leaves_the_keyboard_where_it_is(form: ToolForm, qtbot: QtBot) -> None:
    form.name.edit.setText("Accuboor")
    form.save_button.setFocus()
    qtbot.keyClick(form.save_button, Qt.Key.Key_Space)
    assert form.window().focusWidget() is form.save_button
    assert form.saved_mark.isVisible()


def test_the_button_of_a_dialog_is_never_calm(page: ToolsPage) -> None:
    form = ToolForm()
    RecordDialog.edit(page, "Gereedschap", form, Tool(name="Zaag"), lambda tool: tool)
    assert not is_calm(form)


def test_saving_with_ctrl_s_leaves_the_line_of_the_record_chosen(
    page: ToolsPage, form: ToolForm, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    form.name.edit.setFocus()
    qtbot.keyClicks(form.name.edit, "x")
    qtbot.keyClick(form.name.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form.saved_mark.isVisible()
    assert [tool.id for tool in page.table.selected_rows()] == [form.shown.id]
