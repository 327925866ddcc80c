"""Names of the files in a store's folder; a crash while writing one leaves the old or the new."""

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

DATABASE = "store.db"
VAULT = "vault.json"
NEXT_VAULT = "vault.next.json"
KEY_IS_DUE = "vault.rotate"
COPIES = "store-before-update-*.db"
OPENER = "Openen.cacentrum"
LOCK = "store.lock"
LOCK_HOLDER = "store.lock.json"

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, force it to disk and put it in place in one step.

    Raises OSError; then `path` is what it was and nothing half-written stays.
    """
    beside = path.with_name(path.name + ".new")
    try:
        with os.fdopen(os.open(beside, _NEW_FILE, PRIVATE_FILE), "wb") as file:
            file.write(content)
            sync_file(file)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def is_there(path: Path) -> bool:
    """Whether there is a file; not when the disk itself is gone."""
    with suppress(OSError):
        return path.exists()
    return False


def sync_file(file: IO[bytes]) -> None:
    """Force what was written to an open file to disk."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to disk, where the system can (Windows can't and needn't)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into; an existing folder is left as it is."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
