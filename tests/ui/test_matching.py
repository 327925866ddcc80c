"""Placing with reasons: what fits and what doesn't in the form, and a shortlist both ways."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.conditions import ConditionKind, MatchGroup, Verdict
from ca_desktop.domain.errors import NotAllowed
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.placement import PlacementForm, blank_placement
from ca_desktop.ui.forms.placing import ask_people, ask_roles, place
from ca_desktop.ui.kit.desk import Desk, Spot
from ca_desktop.ui.pages.participants.file import ParticipantFile
from ca_desktop.ui.pages.roles.file import RoleFile
from ca_desktop.ui.pages.supervisors.file import SupervisorFile
from tests.ui.agreements import a_trajectory, signed_in_as
from tests.ui.people import a_participant, a_placement, a_supervisor, say_why, with_places


@pytest.fixture
def piet(session: Session) -> Participant:
    made = a_participant(session, "Piet", born_on=date(1980, 5, 1))
    a_trajectory(session, made, LegalRole.REINTEGRATION)
    return made


@pytest.fixture
def sem(session: Session) -> Participant:
    """Seventeen years old."""
    made = a_participant(session, "Sem", born_on=date(2009, 5, 1))
    a_trajectory(session, made, LegalRole.TRAINING_COMPANY)
    return made


@pytest.fixture
def form(qtbot, session: Session, desk: Desk) -> PlacementForm:
    made = PlacementForm(session, desk)
    made.saver = made.keep
    qtbot.addWidget(made)
    made.resize(640, 900)
    made.show()
    return made


@pytest.fixture
def page_window(qtbot) -> QWidget:
    """A window of 1366 by 768, behind the dialogs."""
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


def fill(form: PlacementForm, session: Session, person: Participant, role: str) -> None:
    form.show_record(blank_placement(session, person.id))
    form.fields["half_days"].value = HalfDays.of("0m")
    form.role.value = session.roles.named(role).id
    form.explaining.explain()


def reasons_asked(form: PlacementForm) -> list[str]:
    return [line.condition.code for line in form.explaining.list.lines if line.reason]


def test_before_enough_is_chosen_the_form_says_what_to_choose(session, piet, form):
    form.show_record(blank_placement(session, piet.id))
    assert "Kies een deelnemer" in form.explaining.list.counts.text()


def test_the_form_counts_what_fits_and_shows_what_does_not_first(session, piet, form):
    fill(form, session, piet, "sorteren")
    words = form.explaining.list.counts.text()
    assert "weten we niet" in words
    assert "past" in words
    verdicts = [line.condition.verdict for line in form.explaining.list.lines]
    assert verdicts == sorted(verdicts, key=["does_not_fit", "unknown", "fits"].index)


def test_a_placement_that_needs_a_reason_is_kept_only_with_one_and_the_reason_stays(
    qtbot, session, form
):
    nobody = a_participant(session, "Sara", born_on=date(1980, 5, 1))  # without a trajectory
    fill(form, session, nobody, "sorteren")
    assert reasons_asked(form) == ["trajectory"]
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert session.placements.of(nobody.id) == []
    say_why(form, "Kennismaken, de gemeente beslist volgende week")
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    [line] = session.placements.of(nobody.id)
    [kept] = session.placements.overrules(line.id)
    assert kept.reason == "Kennismaken, de gemeente beslist volgende week"
    assert "geen traject" in kept.finding


def test_what_the_law_stops_has_no_room_for_a_reason_and_is_never_kept(qtbot, session, sem, form):
    fill(form, session, sem, "upcycling")
    [stopped] = [ln for ln in form.explaining.list.lines if ln.condition.stops]
    assert stopped.reason is None
    assert "mag niet van de wet" in stopped.accessibleName()
    say_why(form)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert session.placements.of(sem.id) == []


def test_undo_takes_back_the_placement_and_its_reason_together(qtbot, session, form):
    nobody = a_participant(session, "Sara", born_on=date(1980, 5, 1))
    fill(form, session, nobody, "sorteren")
    say_why(form)
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    session.history.undo_last()
    assert session.placements.of(nobody.id) == []


def test_a_kept_placement_asks_no_reason_again_until_it_changes(session, piet, form):
    placed = a_placement(session, a_participant(session, "Kees").id, "1m")
    form.show_record(placed)
    assert reasons_asked(form) == []
    form.fields["half_days"].value = HalfDays.of("2m")
    form.explaining.explain()
    assert "trajectory" in reasons_asked(form)


def test_a_typed_reason_stays_when_something_else_is_chosen(session, form):
    nobody = a_participant(session, "Sara", born_on=date(1980, 5, 1))
    fill(form, session, nobody, "sorteren")
    say_why(form, "Zo besproken")
    form.role.value = session.roles.named("demonteren").id
    form.explaining.explain()
    assert form.explaining.list.reasons()["trajectory"] == "Zo besproken"


def test_a_line_leads_to_the_record_behind_it(qtbot, session, piet):
    went: list[tuple[str, object]] = []
    desk = Desk(navigate=lambda page, row: went.append((page, row)))
    form = PlacementForm(session, desk)
    qtbot.addWidget(form)
    form.show()
    fill(form, session, piet, "sorteren")
    [line] = [ln for ln in form.explaining.list.lines if ln.condition.kind == "availability"]
    qtbot.mouseClick(line.link, Qt.MouseButton.LeftButton)
    assert went == [("participants", Spot(piet.id, "person"))]
    desk.jobs.close()


def test_from_a_dialog_a_line_leads_to_the_goal_itself_and_what_was_typed_waits_as_a_draft(
    qtbot, session, desk, visits, piet, page_window
):
    taught = session.roles.profile(session.roles.named("sorteren").id, "nl").developable[0]
    goal = session.goals.new(piet.id)
    session.goals.save(replace(goal, text="Leren sorteren", competence=taught.competence))
    shortlist = ask_roles(page_window, session, desk, piet.id, "Piet Boer")
    shortlist.half_days.value = HalfDays.of("0m")
    shortlist.read()
    match = next(m for m in shortlist.matches if m and m.role == "Sorteren")
    dialog = place(page_window, session, desk, match)
    form = dialog.form
    assert isinstance(form, PlacementForm)
    form.fields["remarks"].edit.setPlainText("Begint met de kleine spullen")
    form.explaining.list.more.click()
    [line] = [ln for ln in form.explaining.list.lines if ln.condition.kind == "growth"]
    qtbot.mouseClick(line.link, Qt.MouseButton.LeftButton)
    assert visits.last == ("participants", Spot(piet.id, "development", goal.id))
    assert not dialog.isVisible()
    [draft] = session.drafts.all()
    assert draft.values["remarks"] == "Begint met de kleine spullen"


def test_each_line_leads_to_a_section_that_its_file_has(qtbot, session, desk, sem):
    jan = a_supervisor(session)
    files = {
        "participants": ParticipantFile(session, desk),
        "roles": RoleFile(session, desk),
        "supervisors": SupervisorFile(session, desk),
    }
    asked = blank_placement(session, sem.id)
    role = session.roles.named("upcycling").id
    for supervisor in (None, jan.id):
        placed = replace(asked, role_id=role, supervisor_id=supervisor, half_days=HalfDays.of("0m"))
        for condition in session.matches.explain(placed):
            record = condition.record
            assert record is not None, condition.code
            sections = [spec.key for spec in files[record.page]._specs]
            assert record.section in sections, condition.code
    for file in files.values():
        qtbot.addWidget(file)


def test_without_a_supervisor_it_says_which_papers_are_asked(session, sem):
    role = session.roles.named("sorteren").id
    asked = replace(blank_placement(session, sem.id), role_id=role, half_days=HalfDays.of("0m"))
    [found] = [c for c in session.matches.explain(asked) if c.kind is ConditionKind.SUPERVISOR]
    assert found.verdict is Verdict.UNKNOWN
    assert "VOG" in found.reason


def test_without_half_days_nobody_says_that_they_fit(session, piet):
    with_places(session, "sorteren", 5)
    can = HalfDays.of("0m")
    session.availability.save(
        Availability(participant_id=piet.id, half_days=can, starts_on=session.today())
    )
    role = session.roles.named("sorteren").id
    asked = replace(blank_placement(session, piet.id), role_id=role)
    found = {c.code: c.verdict for c in session.matches.explain(asked)}
    assert found["availability"] is found["places"] is Verdict.UNKNOWN


def test_roles_for_a_person_stand_in_groups_with_reasons_and_lead_to_the_form(
    qtbot, session, desk, sem, page_window
):
    dialog = ask_roles(page_window, session, desk, sem.id, "Sem Boer")
    named = {m.role: m.group for m in dialog.matches if m}
    assert named["Upcycling"] is MatchGroup.NOT_POSSIBLE
    assert named["Sorteren"] is not MatchGroup.NOT_POSSIBLE
    places = [MatchGroup(m.group) for m in dialog.matches if m]
    assert places == sorted(places, key=list(MatchGroup).index)
    row = next(i for i, m in enumerate(dialog.matches) if m and m.role == "Upcycling")
    dialog.list.setCurrentRow(row)
    assert not dialog.place_button.isEnabled()


def test_people_for_a_role_are_those_without_a_placement(session, desk, page_window, piet):
    busy = a_participant(session, "Anna")
    a_placement(session, busy.id)
    with_places(session, "sorteren", 5)
    dialog = ask_people(page_window, session, desk, session.roles.named("sorteren").id, "Sorteren")
    assert [m.participant.full for m in dialog.matches if m] == ["Piet Boer"]


def test_only_who_may_place_people_gets_a_shortlist(qtbot, session, desk, piet):
    jan = a_supervisor(session)
    his = signed_in_as(session, AccountRole.SUPERVISOR, jan.id)
    with pytest.raises(NotAllowed):
        his.matches.people_for(session.roles.named("sorteren").id, HalfDays.of("0m"))
    form = PlacementForm(his, desk)
    qtbot.addWidget(form)
    form.show()
    assert not form.explaining.list.isVisible()


def test_an_authorisation_is_given_in_the_file_and_counts_in_the_explanation(session, piet, form):
    upcycling = session.roles.named("upcycling")
    jan = a_supervisor(session)
    for machine in upcycling.machines:
        blank = session.machines.new(piet.id)
        session.machines.save(replace(blank, machine=machine, signed_by=jan.id))
    fill(form, session, piet, "upcycling")
    form.explaining.list.more.click()
    [found] = [ln for ln in form.explaining.list.lines if ln.condition.kind == "machines"]
    assert found.condition.verdict == "fits"
