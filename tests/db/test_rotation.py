"""Another data key, interrupted at every step."""

import secrets
import shutil
from itertools import islice
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ca_desktop.db.check import check
from ca_desktop.db.database import Database
from ca_desktop.db.engine import key_opens, make_file
from ca_desktop.db.rotation import is_interrupted, rotate, rotation_steps, settle
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
    settle(again, key)
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


@pytest.mark.parametrize("steps", [1, 2, 3])
def test_who_reads_in_the_middle_of_a_rotation_changes_nothing(vault: Vault, steps: int) -> None:
    old, new = vault.unlock("petra", "zagen").data_key, secrets.token_bytes(32)
    going = rotation_steps(vault, old, new, JAN)
    list(islice(going, steps))
    before = {path.name: path.read_bytes() for path in vault.store.iterdir()}
    key = Vault.load(vault.store, vault.cost).unlock("petra", "zagen").data_key
    assert key == (old if steps == 1 else new)
    assert {path.name: path.read_bytes() for path in vault.store.iterdir()} == before
    list(going)
    assert Vault.load(vault.store).unlock("petra", "zagen").data_key == new
    assert is_whole(vault.store, new)


@pytest.mark.parametrize("steps", [1, 2])
def test_a_next_vault_that_somebody_took_away_is_written_again(vault: Vault, steps: int) -> None:
    old, new = vault.unlock("petra", "zagen").data_key, secrets.token_bytes(32)
    going = rotation_steps(vault, old, new, JAN)
    list(islice(going, steps))
    (vault.store / "vault.next.json").unlink()
    list(going)
    assert Vault.load(vault.store).unlock("petra", "zagen").data_key == new
    assert not is_interrupted(vault.store)


def test_no_other_key_while_somebody_reads(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    writer = Database.open(vault.store, old)
    reader = Database.open(vault.store, old, read_only=True)
    writer.close()
    with pytest.raises(StorageError, match="in use"):
        rotate(vault, old)
    reader.close()
    assert is_whole(vault.store, old)
    rotate(vault, old)


def test_a_next_vault_that_can_not_be_read_stands_in_nobodys_way(vault: Vault) -> None:
    (vault.store / "vault.next.json").write_bytes(b"{")
    key = vault.unlock("petra", "zagen").data_key
    settle(vault, key)
    assert not is_interrupted(vault.store)


def test_a_copy_from_before_an_update_goes_along_to_the_new_key(vault: Vault) -> None:
    old = vault.unlock("petra", "zagen").data_key
    copy = vault.store / "store-before-update-20260101-120000.db"
    stray = vault.store / "store-before-update-20250101-120000.db"
    for path, key in ((copy, old), (stray, secrets.token_bytes(32))):
        make_file(path, key)
    _rotated, new = rotate(vault, old)
    assert key_opens(copy, new)
    assert not key_opens(copy, old)
    assert not stray.exists()
