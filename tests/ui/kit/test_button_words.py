"""Names with an & stand on buttons as people typed them."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton

from ca_desktop.settings import KnownStore
from ca_desktop.ui.kit.filters import Filter, FilterRow
from ca_desktop.ui.sign_in.first_run import FirstRun

NAME = "Hout & Co"


def test_a_chosen_filter_shows_the_and_sign_of_a_partner(qtbot):
    row = FilterRow([Filter(key="partner", text="Partner", options=lambda: [(1, NAME)])])
    qtbot.addWidget(row)
    row.choose("partner", 1)
    button = row.findChild(QToolButton)
    assert button is not None
    assert button.text() == "Partner: Hout && Co ▾"
    assert button.accessibleName() == "Partner: Hout & Co ▾"


def test_a_centre_keeps_its_and_sign_and_takes_no_shortcut(qtbot):
    step = FirstRun("", [KnownStore(path="/nergens", name=NAME)])
    qtbot.addWidget(step)
    assert "Hout && Co" in step.known[0].text()
    assert step.known[0].shortcut() == QKeySequence()
