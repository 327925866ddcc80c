"""The ways into a store: each active account has one slot in the vault, and nobody else has.

Accounts stand in the store and slots in the vault, so the two can't change in one transaction.
What a crash leaves between them is mended when a coordinator signs in; a key that somebody took
along is replaced when the store closes, or else when it opens again.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

from ca_desktop.db import store_files
from ca_desktop.db.file_errors import files_in_words
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Account
from ca_desktop.domain.errors import StorageError

_LOG = logging.getLogger(__name__)


def ask_new_key(store: Path) -> None:
    """Note beside the data that the store needs another key; the note survives a crash."""
    with files_in_words(store):
        store_files.write_whole(store / store_files.KEY_IS_DUE, b"")


def needs_new_key(store: Path) -> bool:
    """Whether somebody's way in was taken away since the key was made."""
    return store_files.is_there(store / store_files.KEY_IS_DUE)


def settle(vault: Vault, data_key: bytes) -> None:
    """End a rotation that was cut off; only under the lock."""
    if store_files.is_there(vault.store / store_files.NEXT_VAULT):
        from ca_desktop.db import rotation

        rotation.settle(vault, data_key)


def may_have_changed(vault: Vault) -> bool:
    """Whether somebody is giving the store another key, or did since this vault was read."""
    return store_files.is_there(vault.store / store_files.NEXT_VAULT) or not vault.is_as_on_disk()


def with_new_key(vault: Vault, data_key: bytes) -> bytes:
    """The key of the closed store, replaced when that is due; the vault goes along.

    When it can't be replaced now, the store keeps its key and the note stays for the next time.
    """
    from ca_desktop.db.engine import key_opens
    from ca_desktop.db.rotation import rotate

    if not needs_new_key(vault.store):
        return data_key
    try:
        rotated, new_key = rotate(vault, data_key)
    except StorageError as error:
        _LOG.warning("The store keeps its key for now: %s", error.message)
        if not key_opens(vault.store / store_files.DATABASE, data_key):
            raise
        settle(vault, data_key)
        return data_key
    vault.adopt(rotated)
    with files_in_words(vault.store):
        (vault.store / store_files.KEY_IS_DUE).unlink(missing_ok=True)
    return new_key


def fit(vault: Vault, data_key: bytes, account: Account) -> None:
    """Give the slot of this account the name it has now; a closed account loses its slot."""
    if account.id not in vault.account_ids():
        return
    if not account.is_active:
        ask_new_key(vault.store)
        vault.remove_slot(account.id, data_key)
    elif account.sign_in_name not in vault.names():
        vault.rename_slot(account.id, account.sign_in_name, data_key)


def mend(vault: Vault, data_key: bytes, accounts: Iterable[Account]) -> None:
    """Take away slots without an account, and fit the others to their accounts."""
    known = list(accounts)
    for stray in vault.account_ids() - {account.id for account in known}:
        ask_new_key(vault.store)
        vault.remove_slot(stray, data_key)
    # First the closed ones: their names may have been given to others.
    for account in sorted(known, key=lambda one: one.is_active):
        fit(vault, data_key, account)
