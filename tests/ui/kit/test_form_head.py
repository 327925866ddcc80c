"""A form beside a list says of whom it is, and lets somebody go back from something new."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.form_head import FormHead
from ca_desktop.ui.kit.question import Question
from tests.ui.kit.example import ToolsPage


def head(page: ToolsPage) -> FormHead:
    assert page._head is not None
    return page._head


def test_the_form_of_a_line_carries_its_name(page: ToolsPage) -> None:
    page.table.selectRow(0)
    assert head(page).title.text() == page.model.row_at(0).name
    assert not head(page).back.isVisible()


def test_something_new_says_so_and_can_be_gone_back_from(page: ToolsPage) -> None:
    page.add()
    assert head(page).title.text() == "Nieuw gereedschap"
    head(page).back.click()
    assert page._right.currentIndex() == 0
    assert page.window().focusWidget() is page.pane.search


def test_escape_goes_back_too(page: ToolsPage, qtbot: QtBot) -> None:
    page.add()
    qtbot.keyClick(page.detail.name.edit, Qt.Key.Key_Escape)
    assert page._right.currentIndex() == 0


def test_going_back_asks_about_what_was_typed(page: ToolsPage, qtbot: QtBot) -> None:
    page.add()
    qtbot.keyClicks(page.detail.name.edit, "Zaag")
    head(page).back.click()
    assert page.findChild(Question) is not None
    assert page._right.currentIndex() == 1


def test_after_the_save_there_is_nothing_to_go_back_from(page: ToolsPage) -> None:
    page.add()
    page.detail.name.edit.setText("Zaag")
    page.detail.try_save()
    assert not head(page).back.isVisible()
    assert head(page).title.text() == "Zaag"


def test_a_list_that_gets_the_keyboard_shows_which_line_it_is_on(
    page: ToolsPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.pane.search.setFocus()
    page.table.setFocus()
    assert page.table.selected_rows() == [page.model.row_at(0)]
