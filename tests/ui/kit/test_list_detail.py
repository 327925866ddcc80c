"""A list page: it filters while typing, keeps its selection and never loses what was typed."""

from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from ca_desktop.ui.kit.question import Question
from tests.ui.kit.example import Kind, Tool, ToolsPage


def names(page: ToolsPage) -> list[str]:
    return [page.model.row_at(row).name for row in range(page.model.rowCount())]


def the_question(page: ToolsPage) -> Question:
    return page.findChildren(Question)[-1]


def press(qtbot, question: Question, text: str) -> None:
    button = next(b for b in question.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_list_filters_while_typing(qtbot, page):
    assert names(page) == ["Boor", "Hamer", "Zaag"]
    qtbot.keyClicks(page.pane.search, "ha")
    assert names(page) == ["Hamer"]
    assert page.pane.count.text() == "1 van 3"


def test_chips_combine_with_the_search(qtbot, page):
    page.pane.filters.choose("kind", Kind.HAND)
    assert names(page) == ["Hamer", "Zaag"]
    qtbot.keyClicks(page.pane.search, "z")
    assert names(page) == ["Zaag"]
    page.pane.clear_search()
    assert len(names(page)) == 3


def test_nothing_found_is_said_and_can_be_undone(qtbot, page):
    qtbot.keyClicks(page.pane.search, "xyz")
    assert page.pane._middle.currentIndex() == 2


def test_an_empty_list_says_what_to_do_first(qtbot, page, shed):
    shed.tools.clear()
    page.refresh()
    assert page.pane._middle.currentIndex() == 1


def test_the_selection_stays_with_its_row_when_the_list_is_sorted(page):
    page.table.selectRow(0)
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.table.current_row().name == "Boor"
    assert page.table.currentIndex().row() == 2


def test_a_jump_with_ctrl_takes_the_selection_along(qtbot, page):
    table, ctrl = page.table, Qt.KeyboardModifier.ControlModifier
    table.selectRow(0)
    for key, name in (
        (Qt.Key.Key_End, "Zaag"),
        (Qt.Key.Key_Up, "Hamer"),
        (Qt.Key.Key_Down, "Zaag"),
        (Qt.Key.Key_Home, "Boor"),
        (Qt.Key.Key_Up, "Boor"),
    ):
        qtbot.keyClick(table, key, ctrl)
        assert table.current_row().name == name
        assert [row.name for row in table.selected_rows()] == [name]


def test_the_selection_survives_a_refresh_with_new_rows(page, shed):
    page.table.selectRow(1)
    new = Tool(name="Aambeeld")
    shed.tools[new.id] = new
    page.refresh()
    assert page.table.current_row().name == "Hamer"
    assert [tool.name for tool in page.table.selected_rows()] == ["Hamer"]


def test_tab_leaves_the_table(page):
    assert not page.table.tabKeyNavigation()


def test_enter_goes_to_the_editor(qtbot, page):
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isAncestorOf(QApplication.focusWidget())


def test_a_save_ends_in_the_list(qtbot, page, shed):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Accuboor")
    assert page.detail.is_dirty
    qtbot.mouseClick(page.detail.save_button, Qt.MouseButton.LeftButton)
    assert names(page) == ["Accuboor", "Hamer", "Zaag"]
    assert not page.detail.is_dirty


def test_a_broken_rule_stands_beside_its_field(qtbot, page):
    page.table.selectRow(0)
    page.detail.name.edit.setText("fout")
    qtbot.mouseClick(page.detail.save_button, Qt.MouseButton.LeftButton)
    assert page.detail.problem_at("name") == "Deze naam bestaat al."
    assert page.detail.notice.text == "Kies anders."
    assert page.detail.name.value == "fout"


def test_a_required_field_is_asked_for_before_the_service(qtbot, page, shed):
    page.add()
    qtbot.mouseClick(page.detail.save_button, Qt.MouseButton.LeftButton)
    assert page.detail.problem_at("name")
    assert len(shed.tools) == 3


def test_a_new_record_is_selected_after_its_save(qtbot, page, shed):
    page.add()
    qtbot.keyClicks(page.detail.name.edit, "Vijl")
    qtbot.mouseClick(page.detail.save_button, Qt.MouseButton.LeftButton)
    assert page.table.current_row().name == "Vijl"


def test_going_elsewhere_with_unsaved_text_asks_first(qtbot, page):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Half")
    page.table.selectRow(2)
    assert page.detail.name.value == "Half"
    assert page.table.current_row().name == "Boor"
    press(qtbot, the_question(page), "Weggooien")
    assert page.detail.name.value == "Zaag"
    assert page.table.current_row().name == "Zaag"


def test_save_in_the_question_saves_and_goes_on(qtbot, page, shed):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Accuboor")
    page.table.selectRow(2)
    press(qtbot, the_question(page), "Bewaren")
    assert "Accuboor" in {tool.name for tool in shed.tools.values()}
    assert page.detail.name.value == "Zaag"


def test_go_back_keeps_everything(qtbot, page):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Half")
    went = []
    page.leave(lambda: went.append(True))
    press(qtbot, the_question(page), "Terug")
    assert went == []
    assert page.detail.name.value == "Half"


def test_escape_in_the_question_keeps_everything(qtbot, page):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Half")
    page.leave(lambda: None)
    qtbot.keyClick(the_question(page), Qt.Key.Key_Escape)
    assert page.detail.name.value == "Half"


def test_enter_in_the_question_never_throws_away(qtbot, page, shed):
    page.table.selectRow(0)
    page.detail.name.edit.setText("Accuboor")
    page.leave(lambda: None)
    qtbot.keyClick(the_question(page), Qt.Key.Key_Return)
    assert "Accuboor" in {tool.name for tool in shed.tools.values()}


def test_a_change_elsewhere_refreshes_the_page(qtbot, page, shed, desk):
    new = Tool(name="Aambeeld")
    shed.tools[new.id] = new
    with qtbot.waitSignal(desk.changes.happened):
        desk.changes.publish({"tools"})
    assert "Aambeeld" in names(page)


def test_a_change_elsewhere_leaves_unsaved_text_alone(qtbot, page, shed, desk):
    page.table.selectRow(0)
    boor = page.table.current_row()
    page.detail.name.edit.setText("Half")
    shed.tools[boor.id] = replace(boor, name="Anders")
    with qtbot.waitSignal(desk.changes.happened):
        desk.changes.publish({"tools"})
    assert page.detail.name.value == "Half"


def test_another_page_can_point_at_a_row_that_the_search_hides(qtbot, page):
    qtbot.keyClicks(page.pane.search, "ha")
    zaag = next(tool for tool in page.shed.tools.values() if tool.name == "Zaag")
    page.open_row(zaag.id)
    assert page.detail.name.value == "Zaag"


def test_an_action_is_the_same_by_key_and_by_menu(qtbot, page, shed):
    page.table.selectRow(0)
    action = next(a for a in page.table.actions() if a.text() == "Weggooien")
    assert action.shortcut().toString() == "Del"
    action.trigger()
    assert [tool.name for tool in shed.removed] == ["Boor"]


def test_an_unknown_row_is_no_crash(page):
    page.open_row(uuid4())
    assert page._right.currentIndex() == 0


def test_tab_goes_from_the_search_through_the_chips_to_the_list(qtbot, page):
    page.pane.search.setFocus()
    passed = []
    for _time in range(3):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(page.window().focusWidget())
    assert passed == [*page.pane.filters.in_order(), page.table]
