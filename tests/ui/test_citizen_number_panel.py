"""The BSN in the restricted part: masked, shown for half a minute, gone when the part is left."""

import pytest

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.target_groups import RegisterState
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.citizen_number import CitizenNumberPanel
from ca_desktop.ui.forms.restricted import RestrictedForm
from ca_desktop.ui.kit.desk import Desk
from tests.ui.agreements import a_trajectory, signed_in_as
from tests.ui.people import a_participant

BSN = "111222333"


@pytest.fixture
def person(session: Session, desk: Desk) -> Participant:
    return a_participant(session, "Ria")


def the_form(qtbot, session: Session, person: Participant) -> RestrictedForm:
    form = RestrictedForm(session)
    form.saver = session.target_groups.save
    qtbot.addWidget(form)
    form.show_record(session.target_groups.open(person.id))
    form.show()
    return form


def the_panel(qtbot, session: Session, person: Participant) -> CitizenNumberPanel:
    panel = the_form(qtbot, session, person).citizen_number
    assert panel is not None
    return panel


def test_without_ground_it_is_off_and_says_why(qtbot, session, person) -> None:
    a_trajectory(session, person, LegalRole.TRAINING_COMPANY)
    panel = the_panel(qtbot, session, person)
    assert not panel.change.isVisible()
    assert "staat uit" in panel.notice.text


def test_it_is_recorded_in_a_dialog_and_stands_masked(qtbot, session, person) -> None:
    a_trajectory(session, person, LegalRole.WMO_PROVIDER)
    panel = the_panel(qtbot, session, person)
    panel.change.click()
    assert panel.dialog is not None
    form = panel.dialog.form
    form.fields["number"].value = "123456789"
    form.try_save()
    assert form.problem_at("number") == "Dit is geen BSN. Controleer de negen cijfers."
    form.fields["number"].value = BSN
    form.try_save()
    assert panel.words.text() == "•••••• 333"


def test_it_is_shown_when_asked_and_masked_again_after_its_time(qtbot, session, person) -> None:
    a_trajectory(session, person, LegalRole.WMO_PROVIDER)
    session.citizen_numbers.record(person.id, BSN)
    panel = the_panel(qtbot, session, person)
    panel.look.click()
    assert panel.words.text() == "1112 22 333"
    assert panel.timer.interval() == 30_000
    panel.timer.timeout.emit()
    assert panel.words.text() == "•••••• 333"


def test_it_is_masked_as_soon_as_the_part_is_left(qtbot, session, person) -> None:
    a_trajectory(session, person, LegalRole.WMO_PROVIDER)
    session.citizen_numbers.record(person.id, BSN)
    form = the_form(qtbot, session, person)
    assert form.citizen_number is not None
    form.citizen_number.look.click()
    form.hide()
    assert form.citizen_number.words.text() == "•••••• 333"


def test_a_supervisor_has_no_such_part(qtbot, session, person) -> None:
    assert RestrictedForm(signed_in_as(session, AccountRole.SUPERVISOR)).citizen_number is None


def test_the_register_asks_the_day_only_of_what_was_found(qtbot, session, person) -> None:
    form = the_form(qtbot, session, person)
    assert not form.register_checked_on.isVisible()
    form.register.combo.setCurrentIndex(1)
    assert form.register_checked_on.isVisible()
    form.try_save()
    assert form.problem_at("register_checked_on")
    form.register_checked_on.value = session.today()
    form.try_save()
    kept = session.target_groups.open(person.id)
    assert (kept.register, kept.register_checked_on) == (RegisterState.YES, session.today())
