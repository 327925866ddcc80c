"""Another data key for the whole store, after somebody's way in was taken away.

The vault for the new key is written beside the old one, and both stay until the new key has opened
the file; whichever moment the power fails, one of the two vaults opens the store.
"""

import contextlib
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from ca_desktop.db import store_files
from ca_desktop.db.engine import key_opens, open_file
from ca_desktop.db.file_errors import busy, damaged, files_in_words
from ca_desktop.db.storage_errors import in_words
from ca_desktop.db.vault import Unlocked, Vault
from ca_desktop.db.vault_slots import KEY_BYTES
from ca_desktop.domain.errors import UserError


def rotate(vault: Vault, data_key: bytes, without: UUID | None = None) -> tuple[Vault, bytes]:
    """Give the store another data key and leave out one account. Returns the new vault and key.

    The store must be closed (dispose the database first). Raises StorageError; the store then
    still opens, with the old or the new vault.
    """
    new_key = secrets.token_bytes(KEY_BYTES)
    for _step in rotation_steps(vault, data_key, new_key, without):
        pass
    return Vault.load(vault.store, vault.cost), new_key


def rotation_steps(
    vault: Vault, data_key: bytes, new_key: bytes, without: UUID | None
) -> Iterator[str]:
    """The steps of a rotation, so that a test can stop after each of them."""
    path = vault.store / store_files.DATABASE
    vault.write_next(data_key, new_key, without)
    yield "next vault written"
    _rekey(path, data_key, new_key)
    yield "file has the new key"
    if not key_opens(path, new_key):
        raise damaged(path)
    _promote(vault.store)
    yield "next vault in place"


def settle(vault: Vault, unlock: Callable[[Vault], Unlocked]) -> Unlocked:
    """After an interrupted rotation: go on with the vault whose key opens the file.

    Raises UserError when neither vault opens with this password.
    """
    path = vault.store / store_files.DATABASE
    following = Vault.load(vault.store, vault.cost, store_files.NEXT_VAULT)
    refusal: UserError | None = None
    for candidate in (following, vault):
        try:
            unlocked = unlock(candidate)
        except UserError as error:
            refusal = error
            continue
        if key_opens(path, unlocked.data_key):
            _end(vault, candidate, following)
            return unlocked
    raise refusal or damaged(path)


def _end(vault: Vault, right: Vault, following: Vault) -> None:
    if right is following:
        _promote(vault.store)
        vault.adopt(following)
    else:
        with files_in_words(vault.store):
            (vault.store / store_files.NEXT_VAULT).unlink()


def _rekey(path: Path, data_key: bytes, new_key: bytes) -> None:
    with in_words(path), contextlib.closing(open_file(path, data_key)) as connection:
        log_is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if log_is_busy:
            raise busy(path)
        connection.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _promote(store: Path) -> None:
    with files_in_words(store):
        (store / store_files.NEXT_VAULT).replace(store / store_files.VAULT)
        store_files.sync_folder(store)


def is_interrupted(store: Path) -> bool:
    """Whether a rotation was begun and not ended; the next sign-in settles it."""
    return (store / store_files.NEXT_VAULT).exists()
