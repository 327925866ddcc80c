"""Taking people in, placing them, recording attendance, goals and the restricted block."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY, AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import NotFound, RuleBroken, UserError
from ca_desktop.domain.goals import GoalStatus
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.participants import FixedSupervisor, ParticipantFilter, ParticipantSort
from ca_desktop.domain.placements import Outcome, PlacementFilter
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from tests.builders import MONDAY, START, World, a_participant, guide, place
from tests.conftest import TODAY

TUESDAY = MONDAY + timedelta(days=1)


def fields_of(refused: pytest.ExceptionInfo[RuleBroken]) -> set[str]:
    """Beside which fields the refusal stands."""
    return {problem.field for problem in refused.value.problems}


def test_somebody_taken_in_gets_the_next_number(petra: Session) -> None:
    first, second = a_participant(petra, "Dirk", "Prins"), a_participant(petra, "Eva", "Smit")
    assert (first.number, second.number) == (4, 5)
    assert petra.participants.named("4") == first
    assert petra.participants.named("prins, dirk") == first


def test_a_refused_intake_says_why_beside_each_field_and_takes_no_number(petra: Session) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.participants.take_in(
            replace(petra.participants.new(), email="x", postcode="1", born_on=TODAY)
        )
    assert fields_of(refused) == {"last_name", "email", "postcode", "born_on"}
    assert a_participant(petra, "Dirk", "Prins").number == 4


def test_a_name_with_other_letters_is_found_without_them(petra: Session) -> None:
    person = a_participant(petra, "Łukasz", "Brontë")
    assert [line.id for line in petra.participants.find("lukasz bronte")] == [person.id]


def test_an_unknown_name_gives_each_nearest_name_once(petra: Session) -> None:
    with pytest.raises(NotFound, match="Er is geen deelnemer “Vissser”") as missing:
        petra.participants.named("Vissser")
    assert missing.value.nearest == ("2 Bram Visser",)


def test_two_of_one_name_are_told_apart_by_number(petra: Session) -> None:
    a_participant(petra, "Bram", "Visser")
    with pytest.raises(NotFound, match="nummer") as several:
        petra.participants.named("Bram Visser")
    assert set(several.value.nearest) == {"2 Bram Visser", "4 Bram Visser"}


def test_the_list_filters_and_sorts(petra: Session, world: World) -> None:
    def names(sort: ParticipantSort, **chosen: object) -> list[str]:
        wanted = ParticipantFilter(**chosen)
        rows = petra.participants.order(sort, wanted)
        return [line.name.first for line in petra.participants.lines(rows)]

    assert names(ParticipantSort.NAME) == ["Cato", "Bram", "Amina"]
    assert names(ParticipantSort.NUMBER_DOWN) == ["Cato", "Bram", "Amina"]
    assert names(ParticipantSort.NUMBER, supervisor_id=world.jan) == ["Amina", "Cato"]
    assert names(ParticipantSort.NUMBER, partner_id=world.school) == []
    amina = petra.participants.get(world.amina)
    gone = petra.stages.new(amina.id)
    petra.stages.change(
        replace(
            gone,
            after=Stage.FINISHED,
            on=TODAY - timedelta(days=1),
            outcome=Outcome.EDUCATION.value,
        )
    )
    assert names(ParticipantSort.NUMBER, active_only=True) == ["Bram", "Cato"]


def test_a_line_of_the_list_says_role_supervisor_and_review(petra: Session, world: World) -> None:
    line = petra.participants.line(world.amina)
    assert (line.role_names, line.supervisor) == (("Sorteren",), "Jan Bos")
    assert line.review_on == petra.placements.of(world.amina)[0].placement.review_on


def test_only_one_fixed_supervisor_at_a_time(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        guide(petra, world.amina, world.els)
    assert fields_of(refused) == {"starts_on"}
    assert len(petra.participants.fixed_supervisors(world.amina)) == 1


def test_somebody_with_records_is_not_removed_and_somebody_without_is(
    petra: Session, world: World
) -> None:
    with pytest.raises(UserError, match="verwijzen"):
        petra.participants.remove(world.amina)
    assert petra.participants.get(world.amina)
    mistake = a_participant(petra, "Dubbel", "Ingevoerd")
    petra.participants.remove(mistake.id)
    with pytest.raises(NotFound):
        petra.participants.get(mistake.id)


def test_two_placements_on_one_half_day_clash(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken, match="ma ochtend") as refused:
        place(petra, world.amina, petra.roles.lines()[0].id, None, "0m", "3a")
    assert fields_of(refused) == {"half_days"}
    assert len(petra.placements.of(world.amina)) == 1


def test_a_full_role_warns_and_keeps_the_placement(petra: Session, world: World) -> None:
    role = replace(petra.roles.get(world.role), places=2)
    petra.roles.save(role, petra.roles.profile(role.id, "nl"))
    fourth = a_participant(petra, "Dirk", "Prins")
    new = replace(petra.placements.new(fourth.id, role.id), half_days=HalfDays.of("0m"))
    placed = petra.placements.save(new)
    assert "heeft 2 plekken" in placed.warnings[0]
    assert petra.placements.get(placed.placement.id) == placed.placement


def test_a_new_placement_proposes_a_review_and_the_fixed_supervisor(
    petra: Session, world: World
) -> None:
    new = petra.placements.new(world.amina, world.role)
    assert new.supervisor_id == world.jan
    assert new.review_on == TODAY + timedelta(weeks=petra.centre.get().review_after_weeks)


def test_a_placement_ends_once_with_an_outcome(petra: Session, world: World) -> None:
    placement = petra.placements.of(world.amina)[0]
    ended = petra.placements.end(placement.id, Outcome.PAID_WORK, TODAY)
    assert (ended.ended_on, ended.outcome) == (TODAY, Outcome.PAID_WORK)
    with pytest.raises(RuleBroken, match="al beëindigd"):
        petra.placements.end(placement.id, Outcome.STOPPED, TODAY)
    running = petra.placements.lines("yusuf", PlacementFilter(running_only=True))
    assert [line.id for line in running] == [placement.id]


def test_a_placement_can_not_end_before_it_starts(petra: Session, world: World) -> None:
    placement = petra.placements.of(world.amina)[0]
    with pytest.raises(RuleBroken) as refused:
        petra.placements.end(placement.id, Outcome.STOPPED, START - timedelta(days=1))
    assert fields_of(refused) == {"ended_on"}


def test_a_week_is_recorded_as_a_whole_or_not_at_all(petra: Session, world: World) -> None:
    good = (world.amina, TUESDAY, DayPart.MORNING, AttendanceCode.PRESENT, None)
    wrong = (world.bram, TUESDAY, DayPart.MORNING, AttendanceCode.SICK, 30)
    with pytest.raises(RuleBroken) as refused:
        petra.attendance.record_all([good, wrong])
    assert fields_of(refused) == {"minutes"}
    assert petra.attendance.of(world.amina, TUESDAY, TUESDAY) == []
    kept = petra.attendance.record_all([good])
    assert [line.minutes for line in kept if line] == [MINUTES_PER_HALF_DAY]


def test_a_half_day_is_changed_and_wiped(petra: Session, world: World) -> None:
    def record(code: AttendanceCode | None) -> None:
        petra.attendance.record(world.amina, MONDAY, DayPart.MORNING, code)

    record(AttendanceCode.SICK)
    (line,) = petra.attendance.of(world.amina, MONDAY, MONDAY)
    assert (line.code, line.minutes) == (AttendanceCode.SICK, 0)
    record(None)
    record(None)
    assert petra.attendance.of(world.amina, MONDAY, MONDAY) == []


def test_the_week_shows_what_was_planned_and_recorded(petra: Session, world: World) -> None:
    row = next(row for row in petra.attendance.week(TODAY) if row.id == world.amina)
    planned = [(cell.on, cell.part) for cell in row.cells if cell.is_planned]
    assert planned == [
        (MONDAY, DayPart.MORNING),
        (MONDAY + timedelta(days=2), DayPart.AFTERNOON),
    ]
    assert [cell.on for cell in row.cells if cell.recorded] == [MONDAY]
    assert len(row.cells) == 14


def test_a_goal_that_is_reached_says_since_when(petra: Session, world: World) -> None:
    goal = petra.goals.of(world.amina)[0]
    with pytest.raises(RuleBroken) as refused:
        petra.goals.save(replace(goal, status=GoalStatus.REACHED))
    assert fields_of(refused) == {"closed_on"}
    petra.goals.save(replace(goal, status=GoalStatus.REACHED, closed_on=TODAY))
    new = petra.goals.save(replace(petra.goals.new(world.amina), text="Nog een doel"))
    assert [one.id for one in petra.goals.of(world.amina)] == [new.id, goal.id]


def test_several_scores_are_kept_as_a_whole_or_not_at_all(petra: Session, world: World) -> None:
    skill = load_catalogue().work_skills[0].code
    good = replace(petra.goals.new_score(world.amina), skill=skill, value=2)
    with pytest.raises(RuleBroken):
        petra.goals.save_scores([good, replace(good, value=99)])
    assert petra.goals.scores(world.amina) == []
    assert petra.goals.save_scores([good]) == petra.goals.scores(world.amina) == [good]


def test_a_group_is_recorded_only_where_a_trajectory_needs_it(petra: Session, world: World) -> None:
    offered = {group.code for group in petra.target_groups.recordable(world.amina)}
    groups = load_catalogue().target_groups
    refused_group = next(group for group in groups if group.code not in offered)
    block = RestrictedBlock(participant_id=world.amina, recorded_on=date(2020, 1, 1))
    with pytest.raises(RuleBroken) as refused:
        petra.target_groups.save(replace(block, target_group=refused_group.code))
    assert fields_of(refused) == {"target_group"}
    assert petra.target_groups.open(world.amina).target_group == ""
    for code in sorted(offered)[:1]:
        kept = petra.target_groups.save(replace(block, target_group=code))
        assert kept.recorded_on == TODAY
        assert petra.target_groups.open(world.amina) == kept


def test_a_trajectory_starts_with_the_usual_purpose(petra: Session, world: World) -> None:
    new = petra.trajectories.new(world.amina, world.school, LegalRole.TRAINING_COMPANY)
    assert new.purpose
    with pytest.raises(RuleBroken) as refused:
        petra.trajectories.save(replace(new, ends_on=START, half_days_per_week=15))
    assert fields_of(refused) == {"ends_on", "half_days_per_week"}
    kept = petra.trajectories.save(new)
    assert petra.trajectories.of(world.amina)[0] == kept
    petra.trajectories.remove(kept.id)
    assert len(petra.trajectories.of(world.amina)) == 1


def test_a_fixed_supervisor_who_ended_makes_room_for_the_next(petra: Session, world: World) -> None:
    (fixed,) = petra.participants.fixed_supervisors(world.amina)
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY - timedelta(days=1)))
    following = guide(petra, world.amina, world.els, TODAY)
    assert isinstance(following, FixedSupervisor)
    assert petra.participants.line(world.amina).supervisor == "Els Veen"
