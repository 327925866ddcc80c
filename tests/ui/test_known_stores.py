"""The centres of this computer: found again by name, also after a look at the demo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ca_desktop.app.entrance import Entrance
from ca_desktop.app.new_folder import folder_named
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from ca_desktop.settings import KnownStore
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun
from ca_desktop.ui.sign_in.sign_in import SignIn


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    Theme.install(qapp)
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def store(session: Session) -> Path:
    """A centre that nobody has open."""
    session.opened.close()
    return session.opened.store


def an_entrance(qtbot: QtBot, jobs: Jobs, *known: KnownStore) -> Entrance:
    made = Entrance(jobs, known)
    qtbot.addWidget(made.card)
    return made


def words_on(entrance: Entrance) -> list[str]:
    return [one.text() for one in entrance.card.step.findChildren(QLabel)]


def test_the_centres_of_this_computer_are_opened_by_their_name(
    qtbot: QtBot, jobs: Jobs, store: Path, tmp_path: Path
) -> None:
    werf = KnownStore(path=str(store), name="De Werf")
    gone = KnownStore(path=str(tmp_path / "weg"), name="De Stal", is_demo=True)
    entrance = an_entrance(qtbot, jobs, werf, gone)
    entrance.start(None)
    step = entrance.card.step
    assert isinstance(step, FirstRun)
    assert [button.text().strip() for button in step.known] == [
        "De Werf",
        "De Stal  ·  voorbeeld  ·  nu niet gevonden",
    ]
    step.known[0].click()
    assert isinstance(entrance.card.step, SignIn)
    assert "De Werf" in words_on(entrance)


def test_signing_in_says_that_it_is_the_demo(qtbot: QtBot, jobs: Jobs, store: Path) -> None:
    entrance = an_entrance(qtbot, jobs, KnownStore(path=str(store), name="Proef", is_demo=True))
    entrance.start(store)
    assert any("VOORBEELD" in words for words in words_on(entrance))


def test_a_store_that_was_never_opened_here_goes_by_its_folder(
    qtbot: QtBot, jobs: Jobs, store: Path
) -> None:
    entrance = an_entrance(qtbot, jobs)
    entrance.start(store)
    assert store.name in words_on(entrance)


def test_escape_goes_back_to_signing_in(qtbot: QtBot, jobs: Jobs, store: Path) -> None:
    entrance = an_entrance(qtbot, jobs)
    entrance.start(store)
    entrance.card.step.leave.click()
    step = entrance.card.step
    assert isinstance(step, FirstRun)
    assert step.back.isVisible()
    qtbot.keyClick(step, Qt.Key.Key_Escape)
    assert isinstance(entrance.card.step, SignIn)


def test_the_very_first_card_has_nothing_to_go_back_to(qtbot: QtBot, jobs: Jobs) -> None:
    entrance = an_entrance(qtbot, jobs)
    entrance.start(None)
    step = entrance.card.step
    assert not step.back.isVisible()
    qtbot.keyClick(step, Qt.Key.Key_Escape)
    assert entrance.card.step is step


def test_escape_out_of_a_new_centre_asks_about_what_was_filled_in(qtbot: QtBot, jobs: Jobs) -> None:
    entrance = an_entrance(qtbot, jobs)
    entrance.start(None)
    entrance.show_new_centre()
    step = entrance.card.step
    qtbot.keyClicks(step.name.edit, "De Werf")
    qtbot.keyClick(step.name.edit, Qt.Key.Key_Escape)
    assert entrance.card.step is step
    (question,) = entrance.card.findChildren(Question)
    question.buttons[0].click()
    assert isinstance(entrance.card.step, FirstRun)


def test_the_demo_that_is_there_is_offered_before_another_is_made(
    qtbot: QtBot, jobs: Jobs, store: Path
) -> None:
    entrance = an_entrance(qtbot, jobs, KnownStore(path=str(store), name="Proef", is_demo=True))
    entrance.start(None)
    entrance.card.step.demo.click()
    (question,) = entrance.card.findChildren(Question)
    question.buttons[0].click()
    assert isinstance(entrance.card.step, SignIn)
    assert not folder_named("voorbeeldcentrum").exists()


def test_the_demo_opens_with_the_password_that_was_just_shown(qtbot: QtBot, jobs: Jobs) -> None:
    entrance = an_entrance(qtbot, jobs)
    inside: list[OpenStore] = []
    entrance.opened.connect(inside.append)
    entrance.start(None)
    entrance.card.step.demo.click()
    qtbot.waitUntil(lambda: isinstance(entrance.card.step, DemoReady), timeout=30_000)
    entrance.card.step.go_on.click()
    qtbot.waitUntil(lambda: bool(inside), timeout=20_000)
    assert inside[0].centre().is_demo
    inside[0].close()
