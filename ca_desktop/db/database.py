"""The open store: where transactions begin and end, one writer at a time."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from ca_desktop.db import search_index, store_files
from ca_desktop.db.engine import check_is_writable, make_engine, make_file
from ca_desktop.db.file_errors import files_in_words
from ca_desktop.db.storage_errors import in_words, queries_in_words
from ca_desktop.db.tables import metadata
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.db.version import check_version, stamp
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

_LOG = logging.getLogger(__name__)

Subscriber = Callable[[frozenset[str]], None]


class Database:
    """One store. `read` and `write` are the only ways in; every write is journalled."""

    def __init__(self, store: Path, engine: sa.Engine, *, is_read_only: bool = False) -> None:
        self.store = store
        self.is_read_only = is_read_only
        self._engine = engine
        self._writer = engine.execution_options(writes=True)
        self._write_lock = threading.Lock()
        self._lock_owner: int | None = None
        self._subscribers: list[Subscriber] = []

    @classmethod
    def create(cls, store: Path, data_key: bytes) -> Self:
        """Make an empty store in this folder and open it. Raises StorageError; nothing stays."""
        path = store / store_files.DATABASE
        with in_words(store):
            store_files.make_private_folder(store)
        make_file(path, data_key)
        engine = make_engine(path, data_key)
        try:
            with in_words(path):
                with engine.execution_options(writes=True).begin() as connection:
                    metadata.create_all(connection)
                    search_index.create(connection)
                    stamp(connection)
                store_files.write_whole(store / store_files.OPENER, b"CA Desktop\n")
        except BaseException:
            engine.dispose()
            for leftover in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
                leftover.unlink(missing_ok=True)
            raise
        return cls(store, engine)

    @classmethod
    def open(cls, store: Path, data_key: bytes, *, read_only: bool = False) -> Self:
        """Open a store of this version.

        Raises StorageError, in words, for a store that is missing, foreign, damaged, read-only,
        or of another version (older: run `migrate` first; newer: nothing is touched).
        """
        path = store / store_files.DATABASE
        engine = make_engine(path, data_key, is_read_only=read_only)
        try:
            with in_words(path), engine.connect() as connection:
                check_version(connection)
            if not read_only:
                check_is_writable(path)
        except BaseException:
            engine.dispose()
            raise
        return cls(store, engine, is_read_only=read_only)

    @contextlib.contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A transaction that sees one moment and never commits."""
        with queries_in_words(self._path), self._engine.connect() as connection:
            yield UnitOfWork(connection)

    @contextlib.contextmanager
    def write(self, actor: Actor, label: str) -> Iterator[UnitOfWork]:
        """A transaction of this account, named by a text for the undo button.

        Commits on a clean exit and then tells the subscribers which subjects were written; an
        exception rolls everything back. Writes of other threads wait.
        """
        if self.is_read_only:
            raise StorageError(_("This centre was opened to read only. Nothing was saved."))
        if self._lock_owner == threading.get_ident():
            raise RuntimeError("A transaction can't be opened inside a writing transaction.")
        with self._write_lock:
            self._lock_owner = threading.get_ident()
            try:
                with queries_in_words(self._path), self._writer.begin() as connection:
                    uow = UnitOfWork(connection, actor, label)
                    yield uow
                    uow.flush_journal()
            finally:
                self._lock_owner = None
        if uow.topics:
            self._publish(frozenset(uow.topics))

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is writing at this moment; never waits."""
        return self._write_lock.locked()

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Call `subscriber` with the written subjects after each commit, in the writing thread.

        Returns the function that ends the subscription.
        """
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            with contextlib.suppress(ValueError):
                self._subscribers.remove(subscriber)

        return unsubscribe

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy under the same key to a new file, while others go on working."""
        with files_in_words(path):
            path.touch(mode=store_files.PRIVATE_FILE)
        # What is damaged here is the store, not the copy.
        with (
            queries_in_words(self._path),
            contextlib.closing(self._engine.raw_connection()) as connection,
        ):
            connection.cursor().execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        """Let go of the file; waits for a write that is under way."""
        with self._write_lock:
            self._engine.dispose()

    @property
    def _path(self) -> Path:
        return self.store / store_files.DATABASE

    def _publish(self, topics: frozenset[str]) -> None:
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(topics)
            except Exception:
                # What was saved is saved: whoever can't show it must not make it look refused.
                _LOG.exception("A subscriber failed after a commit")
