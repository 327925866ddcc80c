"""The migrations and the tables say the same; an update is whole or not at all."""

import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from ca_desktop.db import migrate, search_index
from ca_desktop.db.database import Database
from ca_desktop.db.engine import make_engine, make_file
from ca_desktop.db.tables import metadata
from ca_desktop.db.version import HEAD
from ca_desktop.domain.errors import StorageError

VERSIONS = Path(migrate.__file__).with_name("migrations") / "versions"


@pytest.fixture
def migrated(tmp_path: Path, data_key: bytes) -> Path:
    path = tmp_path / "migrated.db"
    make_file(path, data_key)
    engine = make_engine(path, data_key, foreign_keys=False)
    with engine.execution_options(writes=True).begin() as connection:
        migrate.upgrade(connection)
    engine.dispose()
    return path


def schema_of(path: Path, data_key: bytes) -> dict[str, str | None]:
    engine = make_engine(path, data_key)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    engine.dispose()
    return {row[0]: row[1] for row in rows}


def test_migrating_gives_the_same_schema_as_making(
    migrated: Path, store: Path, data_key: bytes
) -> None:
    assert schema_of(migrated, data_key) == schema_of(store / "store.db", data_key)


def test_the_newest_migration_agrees_with_the_tables(migrated: Path, data_key: bytes) -> None:
    engine = make_engine(migrated, data_key)
    ours = {"include_name": lambda name, kind, _: not _is_index(name, kind)}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), metadata) == []
    engine.dispose()


def _is_index(name: str | None, kind: str) -> bool:
    return kind == "table" and search_index.is_of_the_index(name or "")


def test_the_migrations_follow_each_other_and_know_nothing_of_the_program() -> None:
    files = sorted(VERSIONS.glob("[0-9]*.py"))
    assert [path.name[:4] for path in files] == [f"{n + 1:04}" for n in range(len(files))]
    assert files[-1].name[:4] == HEAD
    for path in files:
        assert not re.search(r"\bca_desktop\b", path.read_text(encoding="utf-8"))


def test_a_store_of_this_version_is_left_alone(store: Path, data_key: bytes) -> None:
    before = (store / "store.db").read_bytes()
    assert not migrate.needs_migration(store, data_key)
    assert migrate.migrate(store, data_key) is None
    assert (store / "store.db").read_bytes() == before


def set_version(store: Path, data_key: bytes, version: str) -> None:
    engine = make_engine(store / "store.db", data_key)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    engine.dispose()


def test_a_newer_store_is_refused(store: Path, data_key: bytes) -> None:
    set_version(store, data_key, "9999")
    with pytest.raises(StorageError, match="newer"):
        migrate.migrate(store, data_key)


def test_an_update_that_fails_leaves_everything_as_it_was(store: Path, data_key: bytes) -> None:
    engine = make_engine(store / "store.db", data_key)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM alembic_version")
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES ('0000')")
    engine.dispose()
    before = schema_of(store / "store.db", data_key)
    with pytest.raises(Exception, match="0000"):
        migrate.migrate(store, data_key)
    assert schema_of(store / "store.db", data_key) == before
    [copy] = store.glob("store-before-update-*.db")
    assert schema_of(copy, data_key) == before


def test_an_older_store_says_that_it_will_be_updated(store: Path, data_key: bytes) -> None:
    set_version(store, data_key, "0000")
    assert migrate.needs_migration(store, data_key)
    with pytest.raises(StorageError, match="older"):
        Database.open(store, data_key)
