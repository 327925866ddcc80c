"""Another data key for the whole store, after somebody's way in was taken away.

The vault for the new key is written beside the old one, and both stay until the new key has opened
the file; whichever moment the power fails, one of the two vaults opens the store. Only who holds
the lock of the store rotates and settles; whoever reads beside him tries both vaults.
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
from ca_desktop.domain.errors import StorageError, UserError


def rotate(vault: Vault, data_key: bytes, without: UUID | None = None) -> tuple[Vault, bytes]:
    """Give the store another data key and leave out one account. Returns the new vault and key.

    The store must be closed (dispose the database first) and its lock held. Raises StorageError;
    the store then still opens, with the old or the new vault.
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
    following = vault.write_next(data_key, new_key, without)
    yield "next vault written"
    _rekey(path, data_key, new_key)
    yield "file has the new key"
    if not key_opens(path, new_key):
        raise damaged(path)
    _promote(vault.store, following)
    yield "next vault in place"
    _carry_copies(vault.store, data_key, new_key)


def settle(vault: Vault, data_key: bytes) -> None:
    """After an interrupted rotation: go on with the vault that belongs to the key of the file.

    Only for who holds the lock: somebody else may be in the middle of a rotation.
    """
    path = vault.store / store_files.NEXT_VAULT
    following = next_vault(vault)
    if following is not None and following.is_sealed_with(data_key):
        with files_in_words(path):
            content = path.read_bytes()
        _promote(vault.store, content)
        vault.adopt(following)
    elif vault.is_sealed_with(data_key):
        with files_in_words(path):
            path.unlink(missing_ok=True)


def opened_by_either(vault: Vault, unlock: Callable[[Vault], Unlocked]) -> Unlocked:
    """During a rotation, or after one that was cut off: the key that opens the file now.

    Nothing is changed. Raises UserError when neither vault opens with this password.
    """
    path = vault.store / store_files.DATABASE
    refusal: UserError | None = None
    for candidate in filter(None, (next_vault(vault), vault)):
        try:
            unlocked = unlock(candidate)
        except UserError as error:
            refusal = error
            continue
        if key_opens(path, unlocked.data_key):
            return unlocked
    raise refusal or damaged(path)


def next_vault(vault: Vault) -> Vault | None:
    """The vault of a rotation that is under way, as far as there is one that can be read."""
    try:
        return Vault.load(vault.store, vault.cost, store_files.NEXT_VAULT)
    except StorageError:
        return None


def is_interrupted(store: Path) -> bool:
    """Whether a rotation was begun and not ended; the next sign-in settles it."""
    return (store / store_files.NEXT_VAULT).exists()


def _rekey(path: Path, data_key: bytes, new_key: bytes) -> None:
    """Write the file anew under another key; refused while another program reads it."""
    with in_words(path), contextlib.closing(open_file(path, data_key, alone=True)) as connection:
        log_is_busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if log_is_busy:
            raise busy(path)
        connection.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _promote(store: Path, content: bytes) -> None:
    """Put the next vault in place; its content is at hand, for the key it holds is nowhere else."""
    following, path = store / store_files.NEXT_VAULT, store / store_files.VAULT
    with files_in_words(path):
        try:
            is_there = following.read_bytes() == content
        except FileNotFoundError:
            is_there = False
        if not is_there:
            store_files.write_whole(following, content)
        following.replace(path)
        store_files.sync_folder(store)


def _carry_copies(store: Path, data_key: bytes, new_key: bytes) -> None:
    """Copies kept before an update get the new key too; one that can't would open with the old key
    only, which nobody may have any more.
    """
    for copy in store.glob(store_files.COPIES):
        try:
            _rekey(copy, data_key, new_key)
        except StorageError:
            with files_in_words(copy):
                copy.unlink(missing_ok=True)
