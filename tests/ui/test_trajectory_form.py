"""The form of a trajectory: what it shows follows from role and form, with the term in words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.participants import Participant
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.trajectory import TrajectoryForm, new_trajectory
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import DateField
from ca_desktop.ui.pages.participants.agreements import AgreementsSection
from tests.conftest import TODAY
from tests.ui.agreements import a_partner, a_trajectory
from tests.ui.people import a_participant


@pytest.fixture
def person(session: Session, desk: Desk) -> Participant:
    return a_participant(session, "Ria", born_on=date(1968, 2, 1))


@pytest.fixture
def form(qtbot, session: Session, desk: Desk, person: Participant) -> TrajectoryForm:
    a_partner(session)
    made = TrajectoryForm(session, desk)
    made.saver = session.trajectories.save
    qtbot.addWidget(made)
    made.show_record(new_trajectory(session, person.id))
    made.show()
    return made


def choose(form: TrajectoryForm, role: LegalRole, legal_form: LegalForm | None = None) -> None:
    """As a person does: with the two lists, one after the other."""
    for field, value in ((form.legal_role, role), (form.legal_form, legal_form)):
        if value is not None:
            field.combo.setCurrentIndex(field._values.index(value))


def test_only_forms_that_fit_the_role_are_offered(form: TrajectoryForm) -> None:
    choose(form, LegalRole.WMO_PROVIDER)
    assert form.legal_form._values == [None, LegalForm.WMO_DAY_ACTIVITY]
    choose(form, LegalRole.EMPLOYER)
    assert LegalForm.JOB in form.legal_form._values
    assert LegalForm.VOLUNTEER not in form.legal_form._values


def test_a_form_shows_only_what_it_asks(form: TrajectoryForm) -> None:
    assert not form.number.isVisible()
    assert form.half_days.isVisible()
    choose(form, LegalRole.EMPLOYER, LegalForm.JOB)
    assert form.number.text == "Nummer van het contract"
    assert form.hours.isVisible()
    assert not form.half_days.isVisible()
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert form.number.text == "Nummer van het besluit (beschikking)"
    assert not form.hours.isVisible()


def test_what_was_filled_in_stays_in_sight_under_another_form(form: TrajectoryForm) -> None:
    choose(form, LegalRole.EMPLOYER, LegalForm.JOB)
    form.hours.value = 24
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert form.hours.isVisible()


def test_the_term_stands_beside_the_days_in_words(form: TrajectoryForm) -> None:
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert form.term_help.text().splitlines() == [
        "Nog 24 van 24 maanden; loopt uiterlijk tot en met 23-11-2028.",
        "Met een verlenging tot en met 23-11-2030.",
    ]
    assert form.ends_on.value == date(2027, 11, 22)
    assert form.evaluation_on.value == date(2027, 5, 25)


def test_earlier_unpaid_time_is_said(
    form: TrajectoryForm, session: Session, person: Participant
) -> None:
    earlier = a_trajectory(session, person, LegalRole.UNPAID_HOST)
    days = {"starts_on": date(2025, 6, 24), "ends_on": date(2026, 11, 23)}
    session.trajectories.save(replace(earlier, legal_form=LegalForm.VOLUNTEER, **days))
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    first, _extended, before = form.term_help.text().splitlines()
    assert first == "Nog 7 van 24 maanden; loopt uiterlijk tot en met 23-06-2027."
    assert before == "Eerdere tijd die meetelt: 17 maanden."
    assert form.ends_on.value == date(2027, 6, 23)


def test_an_own_end_is_not_overwritten(form: TrajectoryForm) -> None:
    form.ends_on.value = date(2027, 1, 1)
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert form.ends_on.value == date(2027, 1, 1)


def test_who_is_too_young_is_told_at_once_and_refused_beside_the_form(
    form: TrajectoryForm, session: Session, person: Participant
) -> None:
    session.participants.change(replace(person, born_on=date(2005, 1, 1)))
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert "27 jaar" in form.warning.text
    form.partner.combo.setCurrentIndex(1)
    form.try_save()
    assert "27 jaar" in form.problem_at("legal_form")
    assert session.trajectories.of(person.id) == []


def test_hours_are_kept_as_minutes(form: TrajectoryForm, session: Session, person) -> None:
    choose(form, LegalRole.EMPLOYER, LegalForm.JOB)
    form.partner.combo.setCurrentIndex(1)
    form.hours.value = 15.25
    form.try_save()
    (kept,) = session.trajectories.of(person.id)
    assert kept.minutes_per_week == 915
    form.show_record(kept)
    assert form.hours.edit.text() == "15,25"
    assert not form.is_dirty


def test_a_follow_up_is_made_from_the_list(
    qtbot, session: Session, desk: Desk, person: Participant
) -> None:
    old: Trajectory = a_trajectory(session, person, LegalRole.UNPAID_HOST)
    session.trajectories.save(replace(old, starts_on=date(2026, 9, 1)))
    section = AgreementsSection(session, desk)
    qtbot.addWidget(section)
    section.show_record(person)
    section.trajectories.more_button.click()
    assert section.trajectories.dialog is not None
    form = section.trajectories.dialog.form
    assert isinstance(form, TrajectoryForm)
    assert "Vervolg op" in form.follows.text()
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    form.try_save()
    new, before = session.trajectories.of(person.id)
    assert (new.predecessor_id, new.legal_form) == (before.id, LegalForm.PARTICIPATION_PLACE)
    assert before.ends_on == TODAY
    assert new.starts_on > TODAY


def retype(qtbot, field: DateField, text: str) -> None:
    """Another date over the one that stands there."""
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, text)


def test_a_new_trajectory_is_looked_at_after_the_usual_weeks(qtbot, session, form) -> None:
    weeks = timedelta(weeks=session.centre.get().review_after_weeks)
    assert form.evaluation_on.value == TODAY + weeks
    retype(qtbot, form.starts_on, "1-2-2027")
    assert form.evaluation_on.value == date(2027, 2, 1) + weeks


def test_the_rhythm_of_a_form_goes_before_that_of_the_centre(form: TrajectoryForm) -> None:
    choose(form, LegalRole.EMPLOYER, LegalForm.JOB)
    choose(form, LegalRole.REINTEGRATION, LegalForm.PARTICIPATION_PLACE)
    assert form.evaluation_on.value == TODAY + timedelta(weeks=26)


def test_an_evaluation_that_somebody_chose_stays(qtbot, form) -> None:
    retype(qtbot, form.evaluation_on, "5-1-2027")
    retype(qtbot, form.starts_on, "1-12-2026")
    assert form.evaluation_on.value == date(2027, 1, 5)


def test_a_kept_trajectory_gets_no_evaluation_by_itself(qtbot, session, form, person) -> None:
    kept = replace(new_trajectory(session, person.id), evaluation_on=None)
    form.show_record(replace(kept, partner_id=session.partners.all()[0].id))
    retype(qtbot, form.starts_on, "1-12-2026")
    assert form.evaluation_on.value is None


def test_who_referred_somebody_is_proposed_as_the_partner(qtbot, session, desk) -> None:
    partner = a_partner(session)
    person = a_participant(session, "Bo", referrer_partner_id=partner.id)
    form = TrajectoryForm(session, desk)
    qtbot.addWidget(form)
    form.show_record(new_trajectory(session, person.id))
    assert form.partner.value == partner.id
    assert not form.is_dirty


def test_a_follow_up_is_offered_only_where_there_is_something_to_follow(
    qtbot, session, desk, person
) -> None:
    section = AgreementsSection(session, desk)
    qtbot.addWidget(section)
    section.show_record(person)
    assert section.trajectories.more_button.isHidden()
    a_trajectory(session, person, LegalRole.EMPLOYER)
    section.show_record(person)
    assert not section.trajectories.more_button.isHidden()
