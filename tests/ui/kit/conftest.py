"""What the tests of the kit share."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.theme import Theme
from tests.ui.kit.example import Shed, ToolsPage, a_shed


@pytest.fixture(autouse=True)
def _our_look(qapp) -> Iterator[None]:
    Theme.install(qapp)
    yield
    Theme.install(qapp)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    made.jobs.close()


@pytest.fixture
def shed() -> Shed:
    return a_shed()


@pytest.fixture
def page(qtbot: QtBot, shed: Shed, desk: Desk) -> ToolsPage:
    made = ToolsPage(shed, desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made
