"""Undo keeps the rules between records, whatever others did meanwhile."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import World
from tests.stores import session_as


@pytest.fixture
def mo(petra: Session, filled_store: OpenStore) -> Session:
    """A second coordinator at work."""
    account = Account(sign_in_name="mo", full_name="Mo Dekker", role=AccountRole.COORDINATOR)
    return session_as(filled_store, petra.accounts.create(account, *["zachte regen valt"] * 2))


def test_two_fixed_supervisors_at_once_do_not_come_back(
    petra: Session, mo: Session, world: World
) -> None:
    jan = petra.participants.fixed_supervisors(world.amina)[0]
    petra.participants.remove_fixed_supervisor(jan.id)
    mo.participants.save_fixed_supervisor(replace(jan, id=world.els, supervisor_id=world.els))
    with pytest.raises(RuleBroken, match="daarna is veranderd"):
        petra.history.undo_last()
    kept = petra.participants.fixed_supervisors(world.amina)
    assert [one.supervisor_id for one in kept] == [world.els]


def test_placements_that_clash_do_not_come_back(petra: Session, mo: Session, world: World) -> None:
    placed = petra.placements.of(world.amina)[0].placement
    petra.placements.remove(placed.id)
    mo.placements.save(replace(placed, id=world.els))
    with pytest.raises(RuleBroken, match="daarna is veranderd"):
        petra.history.undo_last()
    assert [one.id for one in petra.placements.of(world.amina)] == [world.els]


def test_a_target_group_without_its_trajectory_does_not_come_back(
    petra: Session, mo: Session, world: World
) -> None:
    for trajectory in petra.trajectories.of(world.amina):
        petra.trajectories.remove(trajectory.id)
    plain = {group.code for group in petra.target_groups.recordable(world.amina)}
    partner = petra.partners.all()[0]
    ground = petra.trajectories.save(
        petra.trajectories.new(world.amina, partner.id, LegalRole.WMO_PROVIDER)
    )
    offered = petra.target_groups.recordable(world.amina)
    group = next(group.code for group in offered if group.code not in plain)
    block = petra.target_groups.open(world.amina)
    block = petra.target_groups.save(replace(block, target_group=group))
    petra.target_groups.save(replace(block, target_group=""))
    mo.trajectories.remove(ground.id)
    with pytest.raises(RuleBroken, match="daarna is veranderd"):
        petra.history.undo_last()
    assert petra.target_groups.open(world.amina).target_group == ""


def test_nobody_comes_to_wait_twice_for_a_role(petra: Session, mo: Session, world: World) -> None:
    new = petra.waiting.save(petra.waiting.new(world.amina, world.role))
    petra.waiting.withdraw(new.id)
    mo.waiting.save(mo.waiting.new(world.amina, world.role))
    with pytest.raises(RuleBroken, match="wacht al"):
        petra.history.undo_last()
    assert len(petra.waiting.of(world.amina)) == 1


def test_two_absences_on_one_day_do_not_come_back(
    petra: Session, mo: Session, world: World
) -> None:
    away = petra.absences.save(petra.absences.new(world.jan))
    petra.absences.remove(away.id)
    mo.absences.save(mo.absences.new(world.jan))
    with pytest.raises(RuleBroken, match="al een afwezigheid"):
        petra.history.undo_last()
    assert len(petra.absences.of(world.jan)) == 1


def test_two_holidays_on_the_same_days_do_not_come_back(petra: Session, mo: Session) -> None:
    new = replace(petra.school_holidays.new(), name="Studieweek")
    new = replace(new, starts_on=date(2027, 6, 7), ends_on=date(2027, 6, 11))
    kept = petra.school_holidays.save(new)
    petra.school_holidays.remove(kept.id)
    mo.school_holidays.save(replace(new, id=uuid4(), name="Projectweek"))
    with pytest.raises(RuleBroken, match="daarna is veranderd"):
        petra.history.undo_last()
