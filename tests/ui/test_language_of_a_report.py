"""In which language a report is proposed: that of its reader where we know it, otherwise Dutch."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.pages.reports.choice import FOR_SELF, Choice
from tests.ui.agreements import a_partner
from tests.ui.people import a_participant


@pytest.fixture
def choice(qtbot, session: Session, desk: Desk) -> Choice:
    """A report about somebody with a trajectory, who reads English."""
    person = a_participant(session, "Noor", language="en")
    new = session.trajectories.new(person.id, a_partner(session).id, LegalRole.REINTEGRATION)
    session.trajectories.save(replace(new, starts_on=date(2026, 5, 4)))
    made = Choice(session, desk)
    qtbot.addWidget(made)
    made.show_participant(person.id)
    return made


def choose(choice: Choice, recipient: object) -> None:
    """As a person does, in the list."""
    field = choice.recipient
    field.combo.setCurrentIndex(field._values.index(recipient))


def test_a_partner_reads_dutch(choice: Choice) -> None:
    assert choice.recipient.value != FOR_SELF
    assert choice.language.value == "nl"


def test_the_participant_gets_a_language_that_we_have(choice: Choice) -> None:
    choose(choice, FOR_SELF)
    assert choice.language.value == "en"


def test_a_language_without_papers_gives_dutch(choice: Choice, session: Session) -> None:
    choice.show_participant(a_participant(session, "Selam", language="ti").id)
    choose(choice, FOR_SELF)
    assert choice.language.value == "nl"


def test_a_language_that_somebody_chose_stays(choice: Choice) -> None:
    choice.language.combo.setCurrentIndex(choice.language._values.index("nl"))
    choice.language.changed.emit()
    choose(choice, FOR_SELF)
    assert choice.language.value == "nl"
