"""The entrance: nobody walks past the recovery sheet."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ca_desktop.app.entrance import Entrance
from ca_desktop.app.new_folder import free_folder
from ca_desktop.services.recovery_sheets import confirm_recovery
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep
from ca_desktop.ui.sign_in.sign_in import SignIn
from tests.services.test_papers import full_disk

PASSWORD = "groene fiets loopt"


@pytest.fixture
def entrance(qapp: QApplication, qtbot: QtBot) -> Iterator[Entrance]:
    Theme.install(qapp)
    jobs = Jobs()
    made = Entrance(jobs)
    qtbot.addWidget(made.card)
    yield made
    jobs.close()


def sign_in(qtbot: QtBot, entrance: Entrance, session: Session) -> list[OpenStore]:
    """Sign in on the card; whoever got through to work."""
    session.opened.close()
    inside: list[OpenStore] = []
    entrance.opened.connect(inside.append)
    entrance.start(session.opened.store)
    step = entrance.card.step
    step.password.edit.setText(PASSWORD)
    step.go.click()
    qtbot.waitUntil(lambda: bool(inside) or entrance.card.step is not step, timeout=20_000)
    return inside


def test_a_first_run_that_was_broken_off_goes_on_with_the_recovery_sheet(
    qtbot: QtBot, entrance: Entrance, session: Session
) -> None:
    inside = sign_in(qtbot, entrance, session)
    assert inside == []
    step = entrance.card.step
    assert isinstance(step, RecoverySheetStep)
    step.postponed.emit()
    assert inside[0].centre().recovery_postponed
    inside[0].close()


@pytest.mark.parametrize("postponed", [True, False])
def test_who_checked_or_postponed_the_sheet_goes_to_work(
    qtbot: QtBot, entrance: Entrance, session: Session, postponed: bool
) -> None:
    confirm_recovery(session.opened, postponed=postponed)
    inside = sign_in(qtbot, entrance, session)
    assert len(inside) == 1
    inside[0].close()


def test_a_demo_centre_asks_no_sheet(qtbot: QtBot, entrance: Entrance, session: Session) -> None:
    demo = replace(session.opened.centre(), is_demo=True)
    with session.opened.database.write(session.actor, "Demo") as uow:
        uow.save(demo)
    inside = sign_in(qtbot, entrance, session)
    assert len(inside) == 1
    inside[0].close()


def test_a_damaged_store_is_said_on_the_first_card(entrance: Entrance, session: Session) -> None:
    session.opened.close()
    vault = session.opened.store / "vault.json"
    vault.write_text(vault.read_text().replace('"version": 1', '"version": "2"'))
    entrance.start(session.opened.store)
    assert entrance.card.isVisible()
    assert "beschadigd" in entrance.card.step.notice.text


def test_a_centre_without_room_for_its_sheet_asks_to_sign_in(
    qtbot: QtBot, entrance: Entrance, session: Session
) -> None:
    with full_disk(100):
        entrance._show_recovery_sheet(session.opened)
    step = entrance.card.step
    assert isinstance(step, SignIn)
    assert step.isEnabled()
    (question,) = entrance.card.findChildren(Question)
    question.reject()
    assert not session.opened.lock.is_held


def test_a_long_name_gives_a_folder_that_can_be_made() -> None:
    for name in ("a" * 300, "я" * 300, "日" * 300, "-", "De Proef!"):
        free_folder(name).mkdir(parents=True)
    assert free_folder("De Proef!").name == "de-proef-2"
