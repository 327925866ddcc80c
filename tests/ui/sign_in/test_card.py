"""The card in the middle of the first windows: as tall as what stands on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep
from ca_desktop.ui.sign_in.sign_in import SignIn

GROUPS = ("ABCD123", "EFGH456", "JKMN789", "PQRS012", "TVWX345", "YZ01678")


def test_the_card_grows_with_what_is_asked_on_it(qtbot, tmp_path):
    card = CardWindow()
    qtbot.addWidget(card)
    step = RecoverySheetStep(GROUPS, store=tmp_path / "store", places=(1, 4))
    card.show_step(step)
    card.resize(760, 700)
    with qtbot.waitExposed(card):
        card.show()
    step.ready.click()
    step.go_on.click()
    assert step.typed[1].problem
    area = card.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)


def test_tab_goes_round_on_the_recovery_sheet(qtbot, tmp_path):
    card = CardWindow()
    qtbot.addWidget(card)
    step = RecoverySheetStep(GROUPS, store=tmp_path / "store", places=(1, 4))
    card.show_step(step)
    with qtbot.waitActive(card):
        card.show()
    step.ready.click()
    step.later.setFocus()
    qtbot.keyClick(step.later, Qt.Key.Key_Tab)
    assert step.typed[0].edit.hasFocus()
    step.look_again.click()
    step.later.setFocus()
    qtbot.keyClick(step.later, Qt.Key.Key_Tab)
    assert not step.later.hasFocus()


@pytest.mark.parametrize("height", [480, 720])
def test_the_card_grows_with_a_refused_password(qtbot, height):
    card = CardWindow()
    qtbot.addWidget(card)
    step = SignIn(["petra"], lambda _name, _word: None, Jobs(card), centre="De Proef")
    card.show_step(step)
    card.resize(760, height)
    with qtbot.waitExposed(card):
        card.show()
    step.show_wrong("De naam of het wachtwoord klopt niet. Probeer het opnieuw.")
    area = card.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    assert card.height() == height
