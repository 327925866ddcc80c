"""The capacity board on a real store: sums, who sees whom, what may not be worked out, what if."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import PlannedPlacement
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.services.session import Session
from tests.builders import MONDAY, World, place
from tests.conftest import TODAY

MONDAY_MORNING, FRIDAY_MORNING = HalfDay.from_code("0m"), HalfDay.from_code("4m")
NEXT_WEEK = MONDAY + timedelta(weeks=1)


def with_hours(session: Session, supervisor_id, hours: int) -> None:
    jan = session.supervisors.get(supervisor_id)
    session.supervisors.save(replace(jan, weekly_minutes=hours * 60))


def choose_intensity(session: Session, participant_id, level: int) -> None:
    block = RestrictedBlock(participant_id=participant_id, intensity=level, recorded_on=TODAY)
    session.target_groups.save(block)


def need(session: Session, supervisor_id, slot=MONDAY_MORNING, day=TODAY):
    return session.capacity.board(day).board.row(supervisor_id).cell(slot).need


def as_light(session: Session, role_id) -> None:
    role = session.roles.get(role_id)
    session.roles.save(replace(role, intensity=1), session.roles.profile(role_id, "nl"))


def test_a_board_counts_minutes_per_supervisor_and_for_whom_nobody_guides(
    petra: Session, world: World
) -> None:
    as_light(petra, world.role)
    with_hours(petra, world.jan, 20)
    shown = petra.capacity.board(TODAY)
    assert shown.names[world.jan] == "Jan Bos"
    cell = shown.board.row(world.jan).cell(MONDAY_MORNING)
    assert (float(cell.need), cell.supply) == (10.5, 120)
    assert float(shown.board.row(None).cell(MONDAY_MORNING).need) == 10.5
    assert shown.is_complete


def test_a_chosen_intensity_counts_in_place_of_the_roles(petra: Session, world: World) -> None:
    as_light(petra, world.role)
    choose_intensity(petra, world.amina, 5)
    assert need(petra, world.jan) == 210


def test_a_target_group_alone_changes_nothing(petra: Session, world: World) -> None:
    before = petra.capacity.board(TODAY).board
    group = petra.target_groups.recordable(world.amina)[0].code
    petra.target_groups.save(
        RestrictedBlock(participant_id=world.amina, target_group=group, recorded_on=TODAY)
    )
    assert petra.capacity.board(TODAY).board == before


def test_nobody_reads_from_a_sum_what_he_may_not_know_of_a_person(
    petra: Session, jan: Session, els: Session, world: World
) -> None:
    """Cato works under Jan on Friday but is fixed to Els: only her board may hold the choice."""
    as_light(petra, world.role)
    before = jan.capacity.board(TODAY)
    choose_intensity(petra, world.cato, 5)
    assert need(petra, world.jan, FRIDAY_MORNING) == 210
    assert need(els, world.jan, FRIDAY_MORNING) == 210
    after = jan.capacity.board(TODAY)
    assert after == before
    assert not after.is_complete
    planned = PlannedPlacement(
        role_id=world.role, half_days=HalfDays.of("4m"), supervisor_id=world.jan, starts_on=TODAY
    )
    assert jan.capacity.what_if(TODAY, planned).before == before
    choose_intensity(petra, world.amina, 0)
    assert need(jan, world.jan) == 7


def test_the_people_behind_a_cell_are_those_within_reach(
    petra: Session, jan: Session, els: Session, world: World
) -> None:
    mine = jan.capacity.people_behind(TODAY, MONDAY_MORNING, world.jan)
    assert [one.line.participant.first for one in mine.people] == ["Amina"]
    theirs = els.capacity.people_behind(TODAY, MONDAY_MORNING, world.jan)
    assert (theirs.people, theirs.others) == ((), 1)
    nobody = petra.capacity.people_behind(TODAY, MONDAY_MORNING, None)
    assert [one.line.participant.first for one in nobody.people] == ["Cato"]


def test_a_reader_sees_no_board(lies: Session) -> None:
    with pytest.raises(NotAllowed, match="Je account"):
        lies.capacity.board(TODAY)


def test_an_absence_moves_people_to_the_substitute(petra: Session, world: World) -> None:
    away = replace(petra.absences.new(world.jan), starts_on=MONDAY, ends_on=MONDAY)
    petra.absences.save(replace(away, substitute_id=world.els))
    behind = petra.capacity.people_behind(TODAY, MONDAY_MORNING, world.els)
    assert [one.line.participant.first for one in behind.people] == ["Bram", "Amina"]
    assert not petra.capacity.people_behind(TODAY, MONDAY_MORNING, world.jan).people
    assert need(petra, world.jan, day=NEXT_WEEK) > 0


def test_what_if_says_what_changes_and_saves_nothing(petra: Session, world: World) -> None:
    with_hours(petra, world.jan, 20)
    before = petra.capacity.board(TODAY)
    thought = SupervisorAbsence(supervisor_id=world.jan, starts_on=MONDAY, ends_on=MONDAY)
    found = petra.capacity.what_if(TODAY, thought)
    changed = {(one.supervisor_id, one.slot.code) for one in found.changes}
    assert changed == {(world.jan, "0m"), (world.jan, "0a"), (None, "0m")}
    assert petra.capacity.board(TODAY) == before == found.before
    assert not petra.absences.of(world.jan)


def test_a_thought_placement_is_in_its_first_weeks(petra: Session, world: World) -> None:
    as_light(petra, world.role)
    planned = PlannedPlacement(
        role_id=world.role, half_days=HalfDays.of("3a"), supervisor_id=world.jan, starts_on=TODAY
    )
    (change,) = petra.capacity.what_if(TODAY, planned).changes
    assert (change.slot.code, change.before.need, change.after.need) == ("3a", 0, 21)
    with pytest.raises(RuleBroken, match="dagdeel"):
        petra.capacity.what_if(TODAY, replace(planned, half_days=HalfDays()))


def test_a_new_placement_counts_one_step_more_until_its_eighth_week_is_over(
    petra: Session, world: World
) -> None:
    """What is the same within a week is read together; the day that differs may not get lost."""
    as_light(petra, world.role)
    person = petra.placements.get(place(petra, world.bram, world.role, world.jan, "1a", "3a"))
    petra.placements.save(replace(person, starts_on=MONDAY - timedelta(weeks=8, days=-2)))
    slots = HalfDay.from_code("1a"), HalfDay.from_code("3a")
    assert [need(petra, world.jan, slot) for slot in slots] == [21, 10.5]
    week_before = MONDAY - timedelta(weeks=1)
    assert [need(petra, world.jan, slot, week_before) for slot in slots] == [21, 21]


def test_a_setting_changes_the_board_and_goes_back_to_its_default(
    petra: Session, jan: Session, world: World
) -> None:
    as_light(petra, world.role)
    petra.settings.change({"half_day_minutes": 240, "intensity_minutes_1": 5})
    assert need(petra, world.jan) == 20
    with pytest.raises(RuleBroken, match="Een hoger niveau"):
        petra.settings.change({"intensity_minutes_1": 7})
    with pytest.raises(RuleBroken, match="30 en 360"):
        petra.settings.change({"half_day_minutes": None})
    with pytest.raises(RuleBroken, match="krap"):
        petra.settings.change({"over_above": 80})
    with pytest.raises(NotAllowed):
        jan.settings.values()
    assert petra.settings.reset()["half_day_minutes"] == 210
    assert float(need(petra, world.jan)) == 10.5
    petra.history.undo_last()
    assert petra.settings.values()["half_day_minutes"] == 240


def test_every_setting_says_what_it_is_in_both_languages(petra: Session) -> None:
    for one in petra.settings.declared():
        assert all((one.name.nl, one.name.en, one.unit.nl, one.unit.en))
        assert one.least <= one.default <= one.most
        assert one.origin.source


def test_absences_of_one_supervisor_do_not_overlap(petra: Session, world: World) -> None:
    away = replace(petra.absences.new(world.jan), ends_on=TODAY)
    petra.absences.save(away)
    with pytest.raises(RuleBroken, match="24-11-2026"):
        petra.absences.save(petra.absences.new(world.jan))
    with pytest.raises(RuleBroken, match="iemand anders"):
        petra.absences.save(replace(away, substitute_id=world.jan))
    (line,) = petra.absences.of(world.jan)
    assert line.substitute == ""
