"""Enter presses the button that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.enter_key import EnterPresses
from ca_desktop.ui.kit.question import ask_unsaved


@pytest.mark.parametrize("role", ["primary", "", "danger"])
def test_enter_presses_the_button_that_has_the_keyboard(
    qtbot: QtBot, qapp: QApplication, role: str
) -> None:
    follower = EnterPresses(qapp)
    window, button = QWidget(), QPushButton("Bewaren")
    button.setProperty("role", role)
    QVBoxLayout(window).addWidget(button)
    qtbot.addWidget(window)
    done: list[bool] = []
    button.clicked.connect(lambda: done.append(True))
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(done) == 1
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(done) == 2
    follower.deleteLater()


def test_in_a_question_enter_is_for_the_button_with_the_keyboard(
    qtbot: QtBot, qapp: QApplication
) -> None:
    follower = EnterPresses(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    done: list[str] = []
    question = ask_unsaved(window, lambda: done.append("save"), lambda: done.append("discard"))
    qtbot.waitUntil(question.isActiveWindow)
    discard, save, _back = question.buttons
    assert save.isDefault()
    discard.setFocus()
    save.setFocus()
    assert not discard.autoDefault()
    discard.setFocus()
    qtbot.keyClick(discard, Qt.Key.Key_Return)
    assert done == ["discard"]
    follower.deleteLater()
