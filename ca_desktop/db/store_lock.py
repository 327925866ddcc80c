"""One window or writing command at a time per store.

The operating system holds the lock and lets go of it when a program ends, however it ends; the
file beside it only says who has it, so a stale file never stands in the way.
"""

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Self

from ca_desktop.db import store_files
from ca_desktop.db.file_errors import files_in_words
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has a store open."""

    pid: int
    computer: str
    since: str

    @property
    def time(self) -> str:
        """The time on this computer's clock, '14:03'."""
        return datetime.fromisoformat(self.since).astimezone().strftime("%H:%M")


class StoreLock:
    """The lock on one store; a context manager, or `acquire` and `release`."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._file: IO[bytes] | None = None

    @property
    def is_held(self) -> bool:
        """Whether this lock was taken and not let go."""
        return self._file is not None

    def acquire(self) -> Self:
        """Take the lock. Raises StorageError that says where the store is open, since when."""
        path = self._store / store_files.LOCK
        with files_in_words(path):
            path.touch(mode=store_files.PRIVATE_FILE)
            file = path.open("ab")
        if not _try_lock(file):
            file.close()
            raise self._taken()
        self._file = file
        try:
            with files_in_words(path):
                store_files.write_whole(self._store / store_files.LOCK_HOLDER, _here())
        except BaseException:
            self.release()
            raise
        return self

    def release(self) -> None:
        """Let go; nothing happens when the lock isn't held."""
        if self._file is None:
            return
        with suppress(OSError):
            (self._store / store_files.LOCK_HOLDER).unlink(missing_ok=True)
        self._file.close()
        self._file = None

    def __enter__(self) -> Self:
        return self.acquire()

    def __exit__(self, *_error: object) -> None:
        self.release()

    def _taken(self) -> StorageError:
        who = holder(self._store)
        if who is None:
            return StorageError(
                _("This centre is already open. Close the other window and try again.")
            )
        return StorageError(
            _(
                "This centre is open on {computer} since {time}. Close it there and try again.",
                computer=who.computer,
                time=who.time,
            )
        )


def holder(store: Path) -> Holder | None:
    """Who has the store open, as far as can be read."""
    try:
        return Holder(**json.loads((store / store_files.LOCK_HOLDER).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _here() -> bytes:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    who = Holder(pid=os.getpid(), computer=socket.gethostname(), since=since)
    return json.dumps(asdict(who)).encode()


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
