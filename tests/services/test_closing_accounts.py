"""Closing an account: the way in is gone at once, and the store gets another key."""

import contextlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ca_desktop.db.engine import open_file
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.services.accounts import AccountService
from ca_desktop.services.recovery_sheets import new_recovery_groups
from ca_desktop.services.stores import NewCentre, OpenStore, StoreDoor, create_centre

PASSWORD = "groene fiets loopt"
OTHER = "blauwe kast kraakt"


def a_centre(folder: Path) -> OpenStore:
    new = NewCentre(
        folder=folder,
        name="De Proef",
        place="",
        full_name="Petra Jansen",
        sign_in_name="petra",
        password=PASSWORD,
        repeated=PASSWORD,
    )
    return create_centre(new, date(2026, 11, 24))


def close_jan(opened: OpenStore) -> bytes:
    """Make an account, let its owner take the key along, and close it. Returns the taken key."""
    accounts = AccountService(opened)
    jan = Account(sign_in_name="jan", full_name="Jan Bos", role=AccountRole.READER)
    accounts.create(jan, OTHER, OTHER)
    taken = Vault.load(opened.store).unlock("jan", OTHER).data_key
    accounts.change(replace(jan, is_active=False))
    return taken


def die(opened: OpenStore) -> None:
    """What is left when the program is killed."""
    opened.database.close()
    opened.lock.release()


def hold_file(store: Path, key: bytes) -> contextlib.closing[Any]:
    """Another program that reads the data, so that the key can't be replaced."""
    connection = open_file(store / "store.db", key)
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM accounts").fetchone()
    return contextlib.closing(connection)


def test_a_kill_before_the_new_key_only_puts_it_off(tmp_path: Path) -> None:
    opened = a_centre(tmp_path / "centrum")
    taken = close_jan(opened)
    die(opened)
    again = StoreDoor.at(opened.store).sign_in("petra", PASSWORD)
    assert again.data_key != taken
    assert again.centre().name == "De Proef"
    AccountService(again).change_own_password(PASSWORD, OTHER, OTHER)
    again.close()
    last = StoreDoor.at(opened.store).sign_in("petra", OTHER)
    assert last.data_key == again.data_key
    last.close()


def test_the_recovery_sheet_opens_a_store_whose_key_was_due(tmp_path: Path) -> None:
    opened = a_centre(tmp_path / "centrum")
    code = " ".join(new_recovery_groups(opened))
    close_jan(opened)
    die(opened)
    StoreDoor.at(opened.store).recover(code, "petra", OTHER, OTHER).close()
    StoreDoor.at(opened.store).sign_in("petra", OTHER).close()


def test_a_key_that_can_not_be_replaced_now_is_replaced_later(tmp_path: Path) -> None:
    opened = a_centre(tmp_path / "centrum")
    taken = close_jan(opened)
    with hold_file(opened.store, taken):
        opened.close()
        opened.close()
        meanwhile = StoreDoor.at(opened.store).sign_in("petra", PASSWORD)
        assert meanwhile.data_key == taken
        die(meanwhile)
    again = StoreDoor.at(opened.store).sign_in("petra", PASSWORD)
    assert again.data_key != taken
    again.close()


def test_closing_again_leaves_a_store_alone_that_somebody_else_opened(tmp_path: Path) -> None:
    opened = a_centre(tmp_path / "centrum")
    opened.close()
    again = StoreDoor.at(opened.store).sign_in("petra", PASSWORD)
    close_jan(again)
    opened.close()
    assert again.centre().name == "De Proef"
    again.close()
    StoreDoor.at(opened.store).sign_in("petra", PASSWORD).close()


def test_a_closed_account_can_not_sign_in_and_an_old_vault_opens_nothing(tmp_path: Path) -> None:
    store = tmp_path / "centrum"
    opened = a_centre(store)
    accounts = AccountService(opened)
    jan = Account(sign_in_name="jan", full_name="Jan Bos", role=AccountRole.READER)
    accounts.create(jan, OTHER, OTHER)
    kept_by_jan = Vault.load(store).unlock("jan", OTHER).data_key

    accounts.change(replace(jan, is_active=False))
    opened.close()

    with pytest.raises(UserError):
        StoreDoor.at(store).sign_in("jan", OTHER)
    again = StoreDoor.at(store).sign_in("petra", PASSWORD)
    assert again.data_key != kept_by_jan
    again.close()


def test_a_closed_account_comes_back_with_a_new_first_password(tmp_path: Path) -> None:
    store = tmp_path / "centrum"
    opened = a_centre(store)
    accounts = AccountService(opened)
    jan = Account(sign_in_name="jan", full_name="Jan Bos", role=AccountRole.READER)
    accounts.create(jan, OTHER, OTHER)
    accounts.change(replace(jan, is_active=False))
    with pytest.raises(RuleBroken, match="gesloten"):
        accounts.reset(jan.id, OTHER + "!", OTHER + "!")
    assert opened.vault.names() == ["petra"]
    accounts.change(replace(jan, is_active=True))
    accounts.reset(jan.id, OTHER + "!", OTHER + "!")
    opened.close()
    back = StoreDoor.at(store).sign_in("jan", OTHER + "!")
    assert back.actor.name == "Jan Bos"
    back.close()


def test_an_account_opens_again_with_a_first_password_in_one_step(tmp_path: Path) -> None:
    store = tmp_path / "centrum"
    opened = a_centre(store)
    accounts = AccountService(opened)
    close_jan(opened)
    jan = next(one for one in accounts.all() if one.sign_in_name == "jan")
    with pytest.raises(RuleBroken):
        accounts.reopen(jan.id, "kort", "kort")
    assert opened.vault.names() == ["petra"]
    accounts.reopen(jan.id, OTHER + "!", OTHER + "!")
    opened.close()
    back = StoreDoor.at(store).sign_in("jan", OTHER + "!")
    assert AccountService(back).own().must_change_password
    back.close()
