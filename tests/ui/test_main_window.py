"""The main window: everywhere by keyboard, and never away from unsaved text unasked."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.menus import MenuEntry
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.kit.theme import Theme, theme
from ca_desktop.ui.main_window import MainWindow, Shell
from tests.ui.kit.example import ToolsPage, a_shed


@dataclass(frozen=True, slots=True)
class Found:
    group: str
    label: str
    detail: str
    page: str
    record_id: object


class Centre:
    """Two pages and what was asked of them."""

    def __init__(self) -> None:
        Theme.install(QApplication.instance())
        self.desk = Desk()
        self.shed = a_shed()
        self.made: list[str] = []
        self.undone: list[bool] = []
        self.looks: list[tuple[str, int]] = []
        self.exported: list[bool] = []
        self.undo_text = "Deelnemer Piet de Boer bewaren"
        zaag = next(tool for tool in self.shed.tools.values() if tool.name == "Zaag")
        self.hits = [
            Found("Gereedschap", "Zaag", "hand", "tools", zaag.id),
            Found("Anders", "Kelder", "", "other", 1),
        ]
        self.window = MainWindow(self.desk, self.pages(), self.shell())

    def pages(self) -> list[PageEntry]:
        return [
            PageEntry(
                key="other",
                title="Vandaag",
                icon="calendar-check",
                keys="Ctrl+1",
                make=lambda: self.make("other", QWidget()),
                count=lambda: 3,
            ),
            PageEntry(
                key="tools",
                title="Gereedschap",
                icon="users",
                keys="Ctrl+2",
                make=lambda: self.make("tools", ToolsPage(self.shed, self.desk)),
            ),
        ]

    def shell(self) -> Shell:
        return Shell(
            centre="De Werf",
            user="Petra",
            is_demo=True,
            search=lambda text: [h for h in self.hits if text in h.label.casefold()],
            undo_text=lambda: self.undo_text,
            undo=lambda: self.undone.append(True),
            look_changed=lambda name, zoom: self.looks.append((name, zoom)),
            menu=[
                MenuEntry(menu="&File", text="Kopie maken …", do=lambda: self.exported.append(True))
            ],
        )

    def make(self, key: str, widget: QWidget) -> QWidget:
        self.made.append(key)
        return widget


@pytest.fixture
def centre(qtbot):
    made = Centre()
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.window.show()
    made.window.navigate("other")
    yield made
    made.window._may_close = True
    made.desk.jobs.close()


def press(qtbot, centre: Centre, text: str) -> None:
    questions = [q for q in centre.window.findChildren(Question) if q.isVisible()]
    button = next(b for b in questions[-1].findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_page_is_made_when_it_is_first_opened(qtbot, centre):
    assert centre.made == ["other"]
    qtbot.keyClick(centre.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert centre.made == ["other", "tools"]
    assert centre.window.rail.buttons["tools"].isChecked()


def test_the_search_opens_a_result_by_keyboard_alone(qtbot, centre):
    qtbot.keyClick(centre.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    box = QApplication.focusWidget()
    assert box is centre.window.top.search
    qtbot.keyClicks(box, "za")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert centre.window.pages.here == "tools"
    assert centre.window.pages.page("tools").detail.name.value == "Zaag"


def test_headings_in_the_results_are_stepped_over(qtbot, centre):
    box = centre.window.top.search
    box.setText("e")
    box.look()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.list.currentItem().text().startswith("Kelder")


def test_nothing_found_is_said(centre):
    box = centre.window.top.search
    box.setText("xyz")
    box.look()
    assert box.list.item(0).text() == "Niets gevonden."


def test_unsaved_text_stops_another_page(qtbot, centre):
    centre.window.navigate("tools")
    page = centre.window.pages.page("tools")
    page.table.selectRow(0)
    page.detail.name.edit.setText("Half")
    centre.window.navigate("other")
    assert centre.window.pages.here == "tools"
    assert centre.window.rail.buttons["tools"].isChecked()
    press(qtbot, centre, "Weggooien")
    assert centre.window.pages.here == "other"


def test_closing_asks_about_unsaved_text(qtbot, centre):
    centre.window.navigate("tools")
    page = centre.window.pages.page("tools")
    page.table.selectRow(0)
    page.detail.name.edit.setText("Accuboor")
    centre.window.close()
    assert centre.window.isVisible()
    with qtbot.waitSignal(centre.window.closed):
        press(qtbot, centre, "Bewaren")
    assert not centre.window.isVisible()
    assert "Accuboor" in {tool.name for tool in centre.shed.tools.values()}


def test_undo_says_in_words_what_it_will_undo(qtbot, centre):
    qtbot.keyClick(centre.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    words = {one.text() for one in centre.window.findChildren(QLabel)}
    assert "Deelnemer Piet de Boer bewaren" in words
    assert centre.undone == []
    press(qtbot, centre, "Ongedaan maken")
    assert centre.undone == [True]


def test_undo_in_a_text_field_is_about_the_text(qtbot, centre):
    centre.window.navigate("tools")
    page = centre.window.pages.page("tools")
    page.table.selectRow(0)
    edit = page.detail.name.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "x")
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.text() == "Boor"
    assert not [q for q in centre.window.findChildren(Question) if q.isVisible()]


def test_nothing_to_undo_is_said(centre):
    centre.undo_text = ""
    centre.window.ask_undo()
    assert centre.undone == []
    assert centre.window.findChildren(Question)


def test_the_lock_key_asks_for_the_lock(qtbot, centre):
    with qtbot.waitSignal(centre.window.lock_asked):
        qtbot.keyClick(centre.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_what_waits_is_counted_and_said(centre):
    centre.window.rail.refresh_counts()
    assert "3" in centre.window.rail.buttons["other"].accessibleName()


def test_the_rail_shows_icons_alone_where_there_is_little_room(centre):
    centre.window.resize(1366, 700)
    wide = centre.window.rail.width()
    centre.window.resize(910, 512)
    assert centre.window.rail.width() < wide / 2
    assert centre.window.rail.buttons["other"].accessibleName()


def test_a_choice_in_the_view_menu_is_remembered(centre):
    view = next(a for a in centre.window.menuBar().actions() if a.text() == "B&eeld").menu()
    next(a for a in view.actions() if a.text() == "Donker").trigger()
    next(a for a in view.actions() if a.text() == "Groter").trigger()
    assert centre.looks == [("dark", 100), ("dark", 110)]
    theme().zoom_by(0)


def test_a_menu_of_the_composer_works(centre):
    menu = next(a for a in centre.window.menuBar().actions() if a.text() == "&Bestand").menu()
    menu.actions()[0].trigger()
    assert centre.exported == [True]


def test_every_control_that_takes_tab_says_its_name(centre):
    centre.window.navigate("tools")
    centre.window.pages.page("tools").table.selectRow(0)
    nameless = [
        widget
        for widget in centre.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert nameless == []
