"""The sections of a file: one for somebody new, all of them once it is kept."""

from PySide6.QtWidgets import QApplication, QWidget
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
    assert file.tabs.tabRect(1).width() == 0
    file.show_only_first(False)
    file.show_only_first(False)
    QApplication.processEvents()
    assert all(file.tabs.tabRect(place).width() > 0 for place in range(3))
