"""The vault: who may open the store."""

import json
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

from ca_desktop.db.vault import Vault
from ca_desktop.db.vault_slots import KdfCost
from ca_desktop.domain.errors import StorageError, UserError


@pytest.fixture
def vault_and_key(tmp_path: Path, cost: KdfCost) -> tuple[Vault, bytes]:
    vault, key = Vault.create(tmp_path / "centre", cost)
    vault.set_slot(uuid4(), "petra", "zagen en schuren", key)
    return vault, key


def test_the_sign_in_window_can_read_names_before_anything_heavy_is_there() -> None:
    code = (
        "import sys, ca_desktop.db.vault, ca_desktop.db.store_lock\n"
        "assert not {'sqlalchemy', 'sqlcipher3'} & sys.modules.keys()"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)


def test_name_and_password_give_the_key(vault_and_key: tuple[Vault, bytes]) -> None:
    vault, key = vault_and_key
    unlocked = Vault.load(vault.store).unlock(" Petra ", "zagen en schuren")
    assert unlocked.data_key == key
    assert unlocked.account_id in vault.account_ids()


@pytest.mark.parametrize(("name", "password"), [("petra", "zagen"), ("piet", "zagen en schuren")])
def test_a_wrong_password_or_name_says_so(
    vault_and_key: tuple[Vault, bytes], name: str, password: str
) -> None:
    with pytest.raises(UserError, match="not right"):
        vault_and_key[0].unlock(name, password)


def test_the_key_stands_nowhere_in_the_file(vault_and_key: tuple[Vault, bytes]) -> None:
    vault, key = vault_and_key
    content = (vault.store / "vault.json").read_bytes()
    assert key not in content
    assert key.hex().encode() not in content
    assert b"petra" in content


def test_a_password_is_the_same_however_its_letters_are_composed(
    vault_and_key: tuple[Vault, bytes],
) -> None:
    vault, key = vault_and_key
    vault.set_slot(uuid4(), "jan", "caf\u00e9 aan de haven", key)
    assert vault.unlock("jan", "cafe\u0301 aan de haven").data_key == key


def test_a_new_password_replaces_the_old_one_of_that_account_only(
    vault_and_key: tuple[Vault, bytes],
) -> None:
    vault, key = vault_and_key
    jan = uuid4()
    vault.set_slot(jan, "jan", "eerste", key)
    vault.set_slot(jan, "jan", "tweede", key)
    assert vault.names() == ["jan", "petra"]
    assert vault.unlock("jan", "tweede").account_id == jan
    assert vault.unlock("petra", "zagen en schuren").data_key == key
    with pytest.raises(UserError):
        vault.unlock("jan", "eerste")


def test_two_accounts_can_not_have_one_name(vault_and_key: tuple[Vault, bytes]) -> None:
    vault, key = vault_and_key
    with pytest.raises(UserError, match="PETRA"):
        vault.set_slot(uuid4(), "PETRA", "anders", key)


def test_a_renamed_account_keeps_its_password(vault_and_key: tuple[Vault, bytes]) -> None:
    vault, key = vault_and_key
    petra = vault.account_of("petra")
    assert petra is not None
    vault.rename_slot(petra, "p.boer", key)
    assert Vault.load(vault.store).unlock("p.boer", "zagen en schuren").account_id == petra


def test_a_removed_account_can_not_come_in(vault_and_key: tuple[Vault, bytes]) -> None:
    vault, key = vault_and_key
    jan = uuid4()
    vault.set_slot(jan, "jan", "eerste", key)
    vault.remove_slot(jan, key)
    with pytest.raises(UserError):
        Vault.load(vault.store).unlock("jan", "eerste")


def test_a_slot_with_another_account_in_it_does_not_open(
    vault_and_key: tuple[Vault, bytes],
) -> None:
    vault, _key = vault_and_key
    path = vault.store / "vault.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["slots"][0]["account_id"] = str(uuid4())
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(UserError):
        Vault.load(vault.store).unlock("petra", "zagen en schuren")


def test_a_slot_that_was_slipped_in_is_noticed_before_the_next_change(
    vault_and_key: tuple[Vault, bytes],
) -> None:
    vault, key = vault_and_key
    path = vault.store / "vault.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["slots"].append(whole["slots"][0] | {"name": "vreemd"})
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(StorageError, match="changed outside"):
        Vault.load(vault.store).set_slot(uuid4(), "jan", "eerste", key)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "damaged"),
        ("{", "damaged"),
        ("[]", "does not belong"),
        ('{"format": "other"}', "does not belong"),
        ('{"format": "ca-desktop vault", "version": 99}', "newer version"),
        ('{"format": "ca-desktop vault", "version": 1, "slots": [{}], "seal": ""}', "damaged"),
    ],
)
def test_a_vault_that_is_not_one_is_refused_in_words(
    tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "vault.json").write_text(content, encoding="utf-8")
    with pytest.raises(StorageError, match=words):
        Vault.load(tmp_path)


DAMAGE: list[tuple[str, object]] = [
    *[("version", value) for value in ("2", None, 0, -1, True, 1.5, [])],
    *[("slots", value) for value in (None, {}, "x", [None], [[]])],
    *[("seal", value) for value in (None, 5)],
]
SLOT_DAMAGE: list[tuple[str, object]] = [
    *[("memory_kib", value) for value in (None, "x", 0, -5, 2**31, 2**70, 1.5)],
    *[("rounds", value) for value in (None, "3", 0, 2**40)],
    *[("lanes", value) for value in (None, "4", 0, 2**40)],
    *[("salt", value) for value in (None, 5, "@@", "AA==", "é")],
    *[("nonce", value) for value in (None, "AA==", "====")],
    *[(name, "AA==") for name in ("public", "private", "sealed_for", "sealed_nonce", "sealed_key")],
    *[("name", value) for value in (None, 5, "", [])],
    *[("account_id", value) for value in (None, "zz", 5, [])],
    *[("kind", value) for value in (None, "x", [])],
]


@pytest.mark.parametrize(("field", "value"), DAMAGE)
def test_a_vault_with_something_odd_in_it_is_damaged(
    vault_and_key: tuple[Vault, bytes], field: str, value: object
) -> None:
    path = vault_and_key[0].store / "vault.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(whole | {field: value}), encoding="utf-8")
    with pytest.raises(StorageError, match="damaged"):
        Vault.load(path.parent)


@pytest.mark.parametrize(("field", "value"), SLOT_DAMAGE)
def test_a_slot_with_something_odd_in_it_is_damaged(
    vault_and_key: tuple[Vault, bytes], field: str, value: object
) -> None:
    path = vault_and_key[0].store / "vault.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["slots"][0][field] = value
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(StorageError, match="damaged"):
        Vault.load(path.parent)


def test_a_slot_that_no_password_can_open_is_damaged(vault_and_key: tuple[Vault, bytes]) -> None:
    path = vault_and_key[0].store / "vault.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["slots"][0]["sealed_for"] = "A" * 43 + "="
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(StorageError, match="damaged"):
        Vault.load(path.parent).unlock("petra", "zagen en schuren")


def test_a_vault_nested_without_end_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_bytes(b"[" * 100_000)
    with pytest.raises(StorageError, match="damaged"):
        Vault.load(tmp_path)


def test_a_password_of_no_letters_is_only_wrong(vault_and_key: tuple[Vault, bytes]) -> None:
    with pytest.raises(UserError, match="not right"):
        vault_and_key[0].unlock("petra", "\udcff")


def test_a_folder_without_a_centre_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no centre"):
        Vault.load(tmp_path / "nergens")


def test_a_second_centre_in_one_folder_is_refused(vault_and_key: tuple[Vault, bytes]) -> None:
    with pytest.raises(StorageError, match="already"):
        Vault.create(vault_and_key[0].store)


def test_the_recovery_sheet_opens_and_a_new_one_replaces_it(
    vault_and_key: tuple[Vault, bytes],
) -> None:
    vault, key = vault_and_key
    assert not vault.has_recovery
    old = vault.make_recovery(key)
    assert Vault.load(vault.store).unlock_with_recovery(str(old)) == key
    new = vault.make_recovery(key)
    assert vault.unlock_with_recovery(new) == key
    with pytest.raises(UserError, match="older"):
        vault.unlock_with_recovery(old)
