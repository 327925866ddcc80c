"""The sections of a file: one for somebody new, all of them once it is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.file_view import FileHeader, FileView


class Section(QWidget):
    def show_record(self, record: str) -> None:
        self.record = record


class ToolFile(FileView[str]):
    def __init__(self) -> None:
        super().__init__()
        for key in ("details", "papers", "history"):
            self.add_section(key, key, Section)

    def header(self, record: str) -> FileHeader:
        return FileHeader(title=record)


def test_all_sections_are_there_again_however_often_it_is_said(qtbot: QtBot) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    file.resize(600, 300)
    file.show_only_first(True)
    file.show_record("Zaag")
    file.show()
    QApplication.processEvents()
    assert not file.tabs.button(1).isVisible()
    file.show_only_first(False)
    file.show_only_first(False)
    QApplication.processEvents()
    assert all(file.tabs.button(place).isVisible() for place in range(3))


def test_in_a_narrow_file_the_sections_go_on_in_a_second_row_and_none_is_cut_off(
    qtbot: QtBot,
) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    file.resize(180, 300)
    file.show_record("Zaag")
    file.show()
    QApplication.processEvents()
    buttons = [file.tabs.button(at) for at in range(3)]
    assert len({button.y() for button in buttons}) > 1
    assert all(file.tabs.rect().contains(button.geometry()) for button in buttons)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_the_arrows_go_round_the_sections_that_are_offered(qtbot: QtBot) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    file.show_record("Zaag")
    file.tabs.setTabVisible(1, False)
    file.show()
    keys = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(file.tabs, key)
        keys.append(file.tabs.currentIndex())
    assert keys == [2, 0, 2, 0]


def test_a_press_on_the_section_that_is_shown_leaves_it_marked_as_shown(qtbot: QtBot) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    file.show_record("Zaag")
    file.show()
    qtbot.mouseClick(file.tabs.button(0), Qt.MouseButton.LeftButton)
    assert file.tabs.button(0).isChecked()
    assert file.tabs.currentIndex() == 0


def test_tab_goes_from_the_buttons_of_the_header_to_the_sections_and_on_into_one(
    qtbot: QtBot,
) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    first, second = QPushButton("Eén"), QPushButton("Twee")
    for button in (first, second):
        file.add_action(button)
    file.show_record("Zaag")
    inside = QPushButton("In het deel", file.section("details"))
    with qtbot.waitExposed(file):
        file.show()
    first.setFocus()
    passed = []
    for _time in range(3):
        qtbot.keyClick(file.focusWidget(), Qt.Key.Key_Tab)
        passed.append(file.focusWidget())
    assert passed == [second, file.tabs, inside]


def test_a_file_that_gets_the_keyboard_hands_it_to_its_sections(qtbot: QtBot) -> None:
    file = ToolFile()
    qtbot.addWidget(file)
    file.show_record("Zaag")
    file.show()
    file.activateWindow()
    qtbot.waitUntil(file.isActiveWindow)
    file.setFocus()
    assert file.focusWidget() is file.tabs
