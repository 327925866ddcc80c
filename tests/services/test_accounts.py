"""Accounts: who may sign in, with which password, and that a coordinator always remains."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.errors import RuleBroken, StorageError, UserError
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore, StoreDoor
from tests.builders import OTHER_PASSWORD, PASSWORD, World, an_account
from tests.services.test_papers import full_disk
from tests.stores import session_as, session_of

THIRD = "witte wolk waait weg"


def signs_in(opened: OpenStore, name: str, password: str) -> OpenStore:
    """Close the store and sign in as somebody else."""
    opened.close()
    return StoreDoor.at(opened.store).sign_in(name, password)


def fields_of(refused: pytest.ExceptionInfo[RuleBroken]) -> set[str]:
    return {problem.field for problem in refused.value.problems}


def test_a_new_account_signs_in_and_must_choose_a_password(petra: Session) -> None:
    made = an_account(petra, "mo", "Mo Dekker", AccountRole.READER)
    opened = signs_in(petra.opened, "Mo", OTHER_PASSWORD)
    session = session_as(opened, made)
    assert (opened.actor.name, opened.actor.role) == ("Mo Dekker", AccountRole.READER)
    assert session.accounts.own().must_change_password
    session.accounts.change_own_password(OTHER_PASSWORD, THIRD, THIRD)
    assert not session.accounts.own().must_change_password
    signs_in(opened, "mo", THIRD).close()


@pytest.mark.parametrize("name", ["jan", "JAN"])
def test_a_name_that_exists_is_refused_beside_its_field(petra: Session, name: str) -> None:
    before = petra.accounts.all()
    with pytest.raises(RuleBroken, match="Kies een andere naam") as refused:
        an_account(petra, name, "Jan Anders", AccountRole.READER)
    assert fields_of(refused) == {"sign_in_name"}
    assert petra.accounts.all() == before


def test_the_name_of_a_closed_account_stays_taken(petra: Session, world: World) -> None:
    petra.accounts.change(replace(world.accounts["jan"], is_active=False))
    with pytest.raises(RuleBroken) as refused:
        an_account(petra, "jan", "Jan Anders", AccountRole.READER)
    assert fields_of(refused) == {"sign_in_name"}


def test_an_account_can_not_take_over_a_name(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.accounts.change(replace(world.accounts["els"], sign_in_name="Jan"))
    assert fields_of(refused) == {"sign_in_name"}
    assert set(petra.opened.vault.names()) == {"els", "jan", "lies", "petra"}


def test_an_account_with_another_name_signs_in_by_that_name(petra: Session, world: World) -> None:
    petra.accounts.change(replace(world.accounts["els"], sign_in_name="els.veen"))
    opened = signs_in(petra.opened, "els.veen", OTHER_PASSWORD)
    assert opened.actor.account_id == world.accounts["els"].id
    opened.close()


def test_what_is_wrong_with_a_new_account_stands_beside_each_field(petra: Session) -> None:
    wrong = replace(petra.accounts.new(), sign_in_name="met spatie")
    with pytest.raises(RuleBroken) as refused:
        petra.accounts.create(wrong, "kort", "anders")
    own = {"sign_in_name", "full_name", "supervisor_id"}
    assert fields_of(refused) == {*own, "password", "repeated"}
    assert "met spatie" not in petra.opened.vault.names()


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": AccountRole.READER}])
def test_the_last_coordinator_remains(
    petra: Session, world: World, change: dict[str, object]
) -> None:
    with pytest.raises(RuleBroken, match="minstens één actieve coördinator"):
        petra.accounts.change(replace(world.accounts["petra"], **change))
    assert petra.accounts.own() == world.accounts["petra"]
    signs_in(petra.opened, "petra", PASSWORD).close()


def test_a_coordinator_may_leave_when_another_stays(petra: Session, world: World) -> None:
    petra.accounts.change(replace(world.accounts["els"], role=AccountRole.COORDINATOR))
    petra.accounts.change(replace(world.accounts["petra"], is_active=False))
    opened = signs_in(petra.opened, "els", OTHER_PASSWORD)
    assert opened.actor.role is AccountRole.COORDINATOR
    opened.close()


def test_a_reset_password_works_once_and_must_be_changed(petra: Session, world: World) -> None:
    petra.accounts.reset(world.accounts["jan"].id, THIRD, THIRD)
    store = petra.opened.store
    petra.opened.close()
    with pytest.raises(UserError, match="klopt niet"):
        StoreDoor.at(store).sign_in("jan", OTHER_PASSWORD)
    opened = StoreDoor.at(store).sign_in("jan", THIRD)
    assert session_as(opened, world.accounts["jan"]).accounts.own().must_change_password
    opened.close()


def test_a_reset_that_is_refused_leaves_the_password(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.accounts.reset(world.accounts["jan"].id, "kort", "kort")
    assert fields_of(refused) == {"password"}
    signs_in(petra.opened, "jan", OTHER_PASSWORD).close()


def test_ones_own_password_changes_only_with_the_old_one(jan: Session) -> None:
    with pytest.raises(UserError, match="klopt niet"):
        jan.accounts.change_own_password("iets heel anders", THIRD, THIRD)
    with pytest.raises(RuleBroken):
        jan.accounts.change_own_password(OTHER_PASSWORD, THIRD, THIRD + "x")
    signs_in(jan.opened, "jan", OTHER_PASSWORD).close()


def test_a_reset_of_a_closed_account_does_not_open_the_door(petra: Session, world: World) -> None:
    jan = world.accounts["jan"]
    petra.accounts.change(replace(jan, is_active=False))
    with pytest.raises(RuleBroken, match="Dit account is gesloten"):
        petra.accounts.reset(jan.id, THIRD, THIRD)
    with pytest.raises(UserError, match="klopt niet"):
        signs_in(petra.opened, "jan", THIRD)


def test_who_was_refused_at_the_door_leaves_the_store_free(petra: Session, tmp_path: Path) -> None:
    store = petra.opened.store
    petra.opened.close()
    with pytest.raises(UserError):
        StoreDoor.at(store).sign_in("petra", THIRD)
    StoreDoor.at(store).sign_in("petra", PASSWORD).close()


def test_a_new_password_is_not_the_old_one(petra: Session) -> None:
    with pytest.raises(RuleBroken, match="al hebt") as refused:
        petra.accounts.change_own_password(PASSWORD, PASSWORD, PASSWORD)
    assert fields_of(refused) == {"password"}


def test_a_slot_without_an_account_goes_when_a_coordinator_comes_in(petra: Session) -> None:
    opened = petra.opened
    opened.vault.set_slot(uuid4(), "mo", OTHER_PASSWORD, opened.data_key)
    again = signs_in(opened, "petra", PASSWORD)
    assert "mo" not in again.vault.names()
    an_account(session_of(again), "mo", "Mo Dekker", AccountRole.READER)
    key = again.data_key
    last = signs_in(again, "mo", OTHER_PASSWORD)
    assert last.data_key != key
    last.close()


def test_what_a_crash_left_of_a_change_is_done_when_a_coordinator_comes_in(
    petra: Session, world: World
) -> None:
    jan, els = world.accounts["jan"], world.accounts["els"]
    with petra.opened.database.write(petra.actor, "Change account") as uow:
        uow.save_all([replace(jan, is_active=False), replace(els, sign_in_name="elsje")])
    again = signs_in(petra.opened, "petra", PASSWORD)
    assert again.vault.names() == ["elsje", "lies", "petra"]
    again.close()


def test_a_change_that_is_not_kept_leaves_the_way_in(petra: Session, world: World) -> None:
    with full_disk(2_000), pytest.raises(StorageError):
        petra.accounts.change(replace(world.accounts["jan"], is_active=False))
    assert "jan" in petra.opened.vault.names()


def test_a_supervisors_account_needs_its_supervisor(petra: Session) -> None:
    with pytest.raises(RuleBroken, match="Kies welke begeleider") as refused:
        an_account(petra, "mo", "Mo Dekker", AccountRole.SUPERVISOR)
    assert fields_of(refused) == {"supervisor_id"}
