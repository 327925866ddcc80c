"""Keys of the window: they work wherever the keyboard is, and each does one thing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.question import Question
from tests.ui.kit.example import ToolsPage
from tests.ui.test_main_window import Centre

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def centre(qapp: QApplication, qtbot: QtBot) -> Iterator[Centre]:
    made = Centre()
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    made.window.navigate("tools")
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    yield made
    made.window._may_close = True
    made.desk.jobs.close()


def the_page(centre: Centre) -> ToolsPage:
    page = centre.window.pages.page("tools")
    page.table.selectRow(0)
    return page


def test_saving_works_from_outside_the_form(qtbot: QtBot, centre: Centre) -> None:
    page = the_page(centre)
    page.detail.name.edit.setText("Accuboor")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_S, CONTROL)
    assert "Accuboor" in {tool.name for tool in centre.shed.tools.values()}


def test_saving_leaves_the_cursor_where_it_was(qtbot: QtBot, centre: Centre) -> None:
    edit = the_page(centre).detail.name.edit
    edit.setFocus()
    edit.setText("Accuboor")
    edit.setCursorPosition(4)
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    assert "Accuboor" in {tool.name for tool in centre.shed.tools.values()}
    assert edit.cursorPosition() == 4


def test_after_saving_undo_in_a_field_is_about_what_was_saved(qtbot: QtBot, centre: Centre) -> None:
    edit = the_page(centre).detail.name.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, Qt.Key.Key_S, CONTROL)
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "xBoor"
    assert [q for q in centre.window.findChildren(Question) if q.isVisible()]


def test_undo_brings_no_search_back(qtbot: QtBot, centre: Centre) -> None:
    search = centre.window.top.search
    search.setFocus()
    qtbot.keyClicks(search, "piet")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.keyClick(search, Qt.Key.Key_Z, CONTROL)
    assert search.text() == ""
