"""Another data key, interrupted at every step."""

import secrets
import shutil
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ca_desktop.db.check import check
from ca_desktop.db.database import Database
from ca_desktop.db.rotation import is_interrupted, rotate, rotation_steps
from ca_desktop.db.vault import Vault
from ca_desktop.db.vault_slots import KdfCost
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.domain.participants import Participant
from tests.db.conftest import a_participant

JAN = UUID(int=7)


@pytest.fixture
def vault(tmp_path: Path, cost: KdfCost, actor: Actor) -> Vault:
    store = tmp_path / "own"
    vault, key = Vault.create(store, cost)
    vault.set_slot(uuid4(), "petra", "zagen", key)
    vault.set_slot(JAN, "jan", "schuren", key)
    database = Database.create(store, key)
    with database.write(actor, "Add") as uow:
        uow.save(a_participant())
    database.close()
    return vault


def is_whole(store: Path, key: bytes) -> bool:
    database = Database.open(store, key)
    try:
        with database.read() as uow:
            return uow.of(Participant).count() == 1 and check(database) == []
    finally:
        database.close()


def test_who_stays_gets_the_new_key_without_typing_a_password(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    code = vault.make_recovery(old)
    rotated, new = rotate(vault, old, without=JAN)
    assert new != old
    assert rotated.unlock("petra", "zagen").data_key == new
    assert rotated.unlock_with_recovery(code) == new
    assert is_whole(vault.store, new)


def test_who_goes_can_not_open_the_new_file_with_the_old_key(vault: Vault) -> None:
    old = vault.unlock("jan", "schuren").data_key
    rotated, _new = rotate(vault, old, without=JAN)
    assert rotated.names() == ["petra"]
    with pytest.raises(StorageError):
        Database.open(vault.store, old)


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_after_a_power_cut_the_store_opens(vault: Vault, steps: int) -> None:
    old = vault.unlock("petra", "zagen").data_key
    new = secrets.token_bytes(32)
    list(islice(rotation_steps(vault, old, new, JAN), steps))
    again = Vault.load(vault.store, vault.cost)
    key = again.unlock("petra", "zagen").data_key
    assert key == (old if steps == 1 else new)
    assert is_whole(vault.store, key)
    assert not is_interrupted(vault.store)
    assert Vault.load(vault.store).unlock("petra", "zagen").data_key == key


def test_after_a_power_cut_who_was_removed_stays_out(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    list(islice(rotation_steps(vault, old, secrets.token_bytes(32), JAN), 2))
    with pytest.raises(UserError):
        Vault.load(vault.store).unlock("jan", "schuren")


def test_a_wrong_password_decides_nothing_after_a_power_cut(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    list(islice(rotation_steps(vault, old, secrets.token_bytes(32), JAN), 2))
    with pytest.raises(UserError, match="not right"):
        Vault.load(vault.store).unlock("petra", "fout")
    assert is_interrupted(vault.store)


def test_a_rotation_can_be_begun_again_after_it_was_cut_off(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    list(islice(rotation_steps(vault, old, secrets.token_bytes(32), JAN), 1))
    again = Vault.load(vault.store, vault.cost)
    _rotated, new = rotate(again, again.unlock("petra", "zagen").data_key, without=JAN)
    assert is_whole(vault.store, new)


def test_the_recovery_sheet_opens_after_a_power_cut(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    code = vault.make_recovery(old)
    new = secrets.token_bytes(32)
    list(islice(rotation_steps(vault, old, new, JAN), 2))
    shutil.copytree(vault.store, vault.store.with_name("copy"))
    assert Vault.load(vault.store).unlock_with_recovery(code) == new
