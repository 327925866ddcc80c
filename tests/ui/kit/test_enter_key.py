"""Enter presses the button that has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.enter_key import EnterPresses


@pytest.mark.parametrize(("role", "pressed"), [("primary", 1), ("", 1), ("danger", 0)])
def test_enter_presses_a_button_unless_it_destroys(
    qtbot: QtBot, qapp: QApplication, role: str, pressed: int
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
    assert len(done) == pressed
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(done) == pressed + 1
    follower.deleteLater()
