"""Closing an account: the way in is gone at once, and the store gets another key."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.errors import UserError
from ca_desktop.services.accounts import AccountService
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
    accounts.change(replace(jan, is_active=True))
    accounts.reset(jan.id, OTHER + "!", OTHER + "!")
    opened.close()
    back = StoreDoor.at(store).sign_in("jan", OTHER + "!")
    assert back.actor.name == "Jan Bos"
    back.close()
