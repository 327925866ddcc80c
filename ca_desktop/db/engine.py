"""Opens the encrypted file: the key, the pragmas, and errors in plain words."""

import contextlib
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2 as driver
from sqlalchemy.pool import NullPool, QueuePool

from ca_desktop.db import store_files
from ca_desktop.db.file_errors import damaged, files_in_words, from_system, missing
from ca_desktop.db.storage_errors import in_words, raise_in_words
from ca_desktop.db.vault_slots import KEY_BYTES
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

APPLICATION_ID = 0x43414450  # "CADP", in the header of every file of ours
BUSY_SECONDS = 5.0
_PLAIN_HEADER = b"SQLite format 3\x00"
_SMALLEST_FILE = 512


def make_engine(
    path: Path, data_key: bytes, *, is_read_only: bool = False, foreign_keys: bool = True
) -> sa.Engine:
    """An engine on an encrypted file; every connection is opened with the key.

    `BEGIN` is immediate for connections with the execution option `writes`. An engine without
    foreign keys is for migrations and keeps no connections.
    """

    def connect() -> Any:
        return open_file(path, data_key, is_read_only=is_read_only, foreign_keys=foreign_keys)

    engine = sa.create_engine(
        "sqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool if foreign_keys else NullPool,
        hide_parameters=True,
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def open_file(
    path: Path,
    data_key: bytes,
    *,
    is_read_only: bool = False,
    foreign_keys: bool = True,
    create: bool = False,
    alone: bool = False,
) -> Any:
    """One connection of the driver. Raises StorageError when the file can't be used.

    `alone` is refused while another connection has the file open, and keeps others out.
    """
    if len(data_key) != KEY_BYTES:
        raise ValueError("A data key has 32 bytes.")
    if not create:
        check_file(path)
    with in_words(path):
        connection = driver.connect(
            f"{path.absolute().as_uri()}?{_mode(path, is_read_only, create)}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if alone:  # before the first read: later it would no longer keep anybody out
                connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            _prepare(connection, data_key, is_read_only=is_read_only, foreign_keys=foreign_keys)
        except BaseException:
            connection.close()
            raise
    return connection


def check_file(path: Path) -> None:
    """Look at the file without the key. Raises StorageError when it is missing or not ours."""
    try:
        with path.open("rb") as file:
            start = file.read(_SMALLEST_FILE)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise missing(path) from error
    except OSError as error:
        raise from_system(error, path) from error
    if start.startswith(_PLAIN_HEADER):
        raise StorageError(_("{path} does not belong to a centre of this program.", path=path))
    if len(start) < _SMALLEST_FILE:
        raise damaged(path)


def key_opens(path: Path, data_key: bytes) -> bool:
    """Whether this key opens the file; nothing is written. Other errors are raised."""
    check_file(path)
    where = f"{path.absolute().as_uri()}?{_mode(path, is_read_only=True, create=False)}"
    connection = driver.connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _give_key(connection, data_key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.Error as error:
        if "not a database" in str(error):
            return False
        raise_in_words(error, path, error)
    finally:
        connection.close()
    return True


def check_is_writable(path: Path) -> None:
    """Raise StorageError unless the file and its folder can be written."""
    with files_in_words(path), path.open("r+b"):
        pass
    probe = path.with_name(f".{path.name}.probe")
    with files_in_words(path.parent):
        probe.touch()
        probe.unlink()


def _mode(path: Path, is_read_only: bool, create: bool) -> str:
    if create:
        return "mode=rwc"
    if not is_read_only:
        return "mode=rw"
    log = path.with_name(path.name + "-wal")
    has_log = log.exists() and log.stat().st_size > 0
    is_in_use = log.exists() and path.with_name(path.name + "-shm").exists()
    return "mode=ro" if has_log or is_in_use else "mode=ro&immutable=1"


def _give_key(connection: Any, data_key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"").fetchall()


def _prepare(connection: Any, data_key: bytes, *, is_read_only: bool, foreign_keys: bool) -> None:
    _give_key(connection, data_key)
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    pragmas = [
        f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        "synchronous = FULL",
        "cache_size = -65536",
        "temp_store = MEMORY",
        "secure_delete = ON",
        "trusted_schema = ON",
    ]
    if not is_read_only:
        pragmas.append("journal_mode = WAL")
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}").fetchall()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def make_file(path: Path, data_key: bytes) -> None:
    """Make an empty encrypted file that carries our mark. Raises StorageError when it can't."""
    if path.exists():
        raise StorageError(
            _("There already is a centre in {path}. Choose an empty folder.", path=path.parent)
        )
    with in_words(path):
        path.touch(mode=store_files.PRIVATE_FILE)
        with contextlib.closing(open_file(path, data_key, create=True)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}").fetchall()
