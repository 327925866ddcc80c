"""A list and its file: side by side, or one at a time where there is little room."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.desk import Desk
from tests.ui.kit.example import Shed, Tool, ToolsPage


@pytest.fixture
def page(qtbot: QtBot) -> ToolsPage:
    made = ToolsPage(Shed(*(Tool(name=name) for name in ("Boor", "Hamer", "Zaag"))), Desk())
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_where_there_is_room_list_and_file_stand_side_by_side(page: ToolsPage) -> None:
    page.resize(1200, 600)
    page.table.selectRow(0)
    assert page.pane.isVisible()
    assert page.detail.isVisible()
    assert not page.panes.back.isVisible()


def test_where_there_is_little_room_what_is_opened_fills_the_page(
    qtbot: QtBot, page: ToolsPage
) -> None:
    assert page.pane.isVisible()
    page.table.setFocus()
    page.table.selectRow(1)
    chosen = page.table.current_row()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not page.pane.isVisible()
    assert page.detail.shown.id == chosen.id
    page.panes.back.click()
    assert page.pane.isVisible()
    assert page.table.current_row().id == chosen.id


def test_a_new_record_stays_new_when_the_list_makes_way(page: ToolsPage) -> None:
    page.table.selectRow(0)
    page.add()
    assert not page.pane.isVisible()
    assert page.detail.shown.name == ""


def test_another_page_opens_the_file_itself(page: ToolsPage) -> None:
    wanted = page.model.row_at(2).id
    page.open_row(wanted)
    assert not page.pane.isVisible()
    assert page.detail.shown.id == wanted
