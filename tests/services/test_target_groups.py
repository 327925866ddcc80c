"""The restricted block: a target group needs a trajectory that runs and asks for it by law."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.target_groups import RegisterState, RestrictedBlock
from ca_desktop.domain.trajectories import LegalRole, Trajectory
from ca_desktop.services.session import Session
from tests.builders import World, join
from tests.conftest import TODAY

GROUP = "WM"  # recordable under the Wmo only
YESTERDAY = TODAY - timedelta(days=1)


def _record(session: Session, world: World) -> RestrictedBlock:
    block = session.target_groups.open(world.amina)
    return session.target_groups.save(replace(block, target_group=GROUP))


def _wmo(session: Session, world: World) -> Trajectory:
    return session.trajectories.of(world.amina)[0]


def test_a_trajectory_that_ended_is_no_ground(petra: Session, world: World) -> None:
    petra.trajectories.save(replace(_wmo(petra, world), ends_on=YESTERDAY))
    assert GROUP not in {one.code for one in petra.target_groups.recordable(world.amina)}
    with pytest.raises(RuleBroken, match="traject"):
        _record(petra, world)


def test_a_trajectory_that_starts_later_is_no_ground_yet(petra: Session, world: World) -> None:
    later = replace(_wmo(petra, world), starts_on=TODAY + timedelta(days=1))
    petra.trajectories.save(later)
    with pytest.raises(RuleBroken, match="traject"):
        _record(petra, world)


def test_only_groups_in_use_are_offered(petra: Session, world: World) -> None:
    join(petra, world.amina, world.employer)
    offered = petra.target_groups.recordable(world.amina)
    assert offered
    assert all(group.active for group in offered)


def test_the_ground_of_a_recorded_group_is_not_taken_away(petra: Session, world: World) -> None:
    _record(petra, world)
    wmo = _wmo(petra, world)
    for lost in (
        lambda: petra.trajectories.save(replace(wmo, legal_role=LegalRole.EMPLOYER)),
        lambda: petra.trajectories.save(replace(wmo, ends_on=YESTERDAY)),
        lambda: petra.trajectories.save(replace(wmo, participant_id=world.bram)),
        lambda: petra.trajectories.remove(wmo.id),
    ):
        with pytest.raises(RuleBroken, match="afgeschermde deel"):
            lost()
    assert petra.trajectories.of(world.amina) == [wmo]
    assert petra.target_groups.open(world.amina).target_group == GROUP


def test_another_trajectory_takes_the_ground_over(petra: Session, world: World) -> None:
    _record(petra, world)
    wmo = _wmo(petra, world)
    join(petra, world.amina, world.municipality, TODAY)
    petra.trajectories.remove(wmo.id)
    assert wmo not in petra.trajectories.of(world.amina)


def test_without_a_group_a_trajectory_ends_freely(petra: Session, world: World) -> None:
    petra.target_groups.save(replace(_record(petra, world), target_group=""))
    petra.trajectories.remove(_wmo(petra, world).id)
    assert petra.trajectories.of(world.amina) == []


def test_a_refusal_tells_nothing_of_a_block_that_one_may_not_see(
    petra: Session, jan: Session, world: World
) -> None:
    block = petra.target_groups.open(world.cato)
    petra.target_groups.save(replace(block, target_group=GROUP))
    wmo = jan.trajectories.of(world.cato)[0]
    refusals = (
        lambda: jan.trajectories.save(replace(wmo, ends_on=YESTERDAY)),
        lambda: jan.trajectories.remove(wmo.id),
    )
    for refused in refusals:
        with pytest.raises(RuleBroken) as caught:
            refused()
        said = caught.value.message
        assert said == "Dit kan niet. Vraag het de vaste begeleider of een coördinator."


def test_a_refused_undo_tells_nothing_of_a_block_that_one_may_not_see(
    petra: Session, jan: Session, world: World
) -> None:
    petra.trajectories.remove(petra.trajectories.of(world.cato)[0].id)
    join(jan, world.cato, world.municipality, TODAY)
    block = petra.target_groups.open(world.cato)
    petra.target_groups.save(replace(block, target_group=GROUP))
    with pytest.raises(RuleBroken) as caught:
        jan.history.undo_last()
    assert caught.value.message == "Dit kan niet. Vraag het de vaste begeleider of een coördinator."


@pytest.mark.parametrize(
    ("register", "checked_on", "is_kept"),
    [
        (RegisterState.UNKNOWN, None, True),
        (RegisterState.UNKNOWN, TODAY, False),
        (RegisterState.YES, None, False),
        (RegisterState.NO, None, False),
        (RegisterState.YES, TODAY, True),
        (RegisterState.NO, TODAY + timedelta(days=1), False),
    ],
)
def test_what_stands_about_the_register_was_looked_up_on_a_day(
    petra: Session, world: World, register: RegisterState, checked_on: date | None, is_kept: bool
) -> None:
    block = petra.target_groups.open(world.amina)
    wished = replace(block, register=register, register_checked_on=checked_on)
    if is_kept:
        assert petra.target_groups.save(wished).register is register
        return
    with pytest.raises(RuleBroken) as refused:
        petra.target_groups.save(wished)
    assert [problem.field for problem in refused.value.problems] == ["register_checked_on"]


def test_the_register_is_never_derived_from_the_group(petra: Session, world: World) -> None:
    assert _record(petra, world).register is RegisterState.UNKNOWN
