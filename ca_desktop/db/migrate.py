"""Bring an older store to the newest schema: on a copy kept first, whole or not at all."""

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from ca_desktop.db import store_files
from ca_desktop.db.database import Database
from ca_desktop.db.engine import check_is_writable, key_opens, make_engine
from ca_desktop.db.storage_errors import in_words
from ca_desktop.db.version import HEAD, read_version, refuse_newer
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _


def needs_migration(store: Path, data_key: bytes) -> bool:
    """Whether the store is older than the program. Raises StorageError for a newer one."""
    version = _version_of(store / store_files.DATABASE, data_key)
    refuse_newer(version)
    return version != HEAD


def migrate(store: Path, data_key: bytes) -> Path | None:
    """Update an older store; returns where the copy of before stands, or None for nothing to do.

    The store must be closed. Raises StorageError; the store is then as it was.
    """
    path = store / store_files.DATABASE
    if not needs_migration(store, data_key):
        return None
    check_is_writable(path)
    copy = _keep_copy(store, data_key)
    engine = make_engine(path, data_key, foreign_keys=False)
    try:
        with in_words(path), engine.execution_options(writes=True).begin() as connection:
            upgrade(connection)
            _refuse_broken_references(connection)
    finally:
        engine.dispose()
    return copy


def upgrade(connection: sa.Connection, to: str = "head") -> None:
    """Run the migrations inside the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _scripts() -> Path:
    return Path(__file__).with_name("migrations")


def _version_of(path: Path, data_key: bytes) -> str:
    engine = make_engine(path, data_key, is_read_only=True)
    try:
        with in_words(path), engine.connect() as connection:
            return read_version(connection)
    finally:
        engine.dispose()


def _keep_copy(store: Path, data_key: bytes) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    copy = store / store_files.COPIES.replace("*", stamp)
    engine = make_engine(store / store_files.DATABASE, data_key)
    source = Database(store, engine)
    try:
        source.copy_to(copy)
        if not key_opens(copy, data_key) or not _is_whole(copy, data_key):
            raise StorageError(_("The copy before the update failed, so nothing was changed."))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    finally:
        source.close()
    return copy


def _is_whole(path: Path, data_key: bytes) -> bool:
    engine = make_engine(path, data_key, is_read_only=True)
    with contextlib.closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA quick_check")
        answer = cursor.fetchone()
    engine.dispose()
    return bool(answer and answer[0] == "ok")


def _refuse_broken_references(connection: sa.Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise StorageError(
            _("The update would break the data, so nothing was changed. Ask for help.")
        )
