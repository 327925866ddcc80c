"""Pages that belong together: tabs above the page, one button in the rail."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.page_tabs import PageTabs
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.rail import PageEntry
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.main_window import MainWindow, Shell
from tests.ui.kit.example import ToolsPage, a_shed


@pytest.fixture
def window(qtbot):
    Theme.install(QApplication.instance())
    desk, shed = Desk(), a_shed()
    pages = (
        PageEntry(key="home", title="Begin", icon="home", make=QWidget),
        PageEntry(
            key="tools", title="Gereedschap", icon="wrench", make=lambda: ToolsPage(shed, desk)
        ),
        PageEntry(key="board", title="Bord", icon="list", make=QWidget, beside="tools"),
    )
    made = MainWindow(desk, pages, Shell(centre="De Proef", user="Petra"))
    qtbot.addWidget(made)
    made.navigate("home")
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.pages.leave(lambda: None)
    desk.jobs.close()


def tabs(window):
    return window.tabs.groups["tools"][0]


def test_a_page_by_itself_has_no_tabs(window):
    assert not window.tabs.isVisible()
    assert set(window.rail.buttons) == {"home", "tools"}


def test_its_neighbour_is_a_tab_and_the_rail_shows_the_first(qtbot, window):
    window.navigate("tools")
    assert window.tabs.isVisible()
    qtbot.keyClick(tabs(window), Qt.Key.Key_Right)
    assert window.pages.here == "board"
    assert window.rail.buttons["tools"].isChecked()
    window.navigate("home")
    assert not window.tabs.isVisible()


def test_a_link_from_elsewhere_opens_the_second_tab(window):
    window.navigate("board")
    assert tabs(window).currentIndex() == 1
    window.rail.chosen.emit("tools")
    assert (window.pages.here, tabs(window).currentIndex()) == ("tools", 0)


def test_a_page_with_unsaved_text_keeps_its_tab_until_that_is_settled(window):
    window.navigate("tools")
    page = window.pages.page("tools")
    page.table.selectRow(0)
    page.detail.fields["name"].edit.setText("Andere naam")
    page.detail.fields["name"].edit.textEdited.emit("Andere naam")
    tabs(window).setCurrentIndex(1)
    assert (window.pages.here, tabs(window).currentIndex()) == ("tools", 0)
    question = window.findChild(Question)
    next(one for one in question.buttons if "weg" in one.text().casefold()).click()
    assert (window.pages.here, tabs(window).currentIndex()) == ("board", 1)


def test_where_the_first_page_is_not_allowed_the_second_stands_in_the_rail(qtbot):
    Theme.install(QApplication.instance())
    pages = (PageEntry(key="board", title="Bord", icon="list", make=QWidget, beside="tools"),)
    made = MainWindow(Desk(), pages, Shell(centre="De Proef", user="Petra"))
    qtbot.addWidget(made)
    made.navigate("board")
    assert made.rail.buttons["board"].isChecked()
    assert not made.tabs.isVisible()


def test_tabs_ask_for_the_rows_they_have_and_not_for_all_of_them_under_each_other(qtbot):
    Theme.install(QApplication.instance())
    names = ("Werkplaats", "Gereedschap", "Materialen", "Onderhoud", "Leveranciers", "Voorraad")
    entries = [
        PageEntry(key=name, title=name, icon="list", make=QWidget, beside=names[0] * bool(at))
        for at, name in enumerate(names)
    ]
    tabs = PageTabs(entries, lambda _key: None)
    qtbot.addWidget(tabs)
    tabs.resize(850, 60)
    with qtbot.waitExposed(tabs):
        tabs.show_page(names[0])
        tabs.show()
    row = tabs.groups[names[0]][0]
    assert tabs.minimumSizeHint().height() < 2 * row.heightForWidth(850)
