"""Opening the file: each thing that can be wrong with it has its own message."""

import errno
import os
import secrets
import sqlite3
from pathlib import Path

import pytest

from ca_desktop.db.database import Database
from ca_desktop.db.engine import key_opens, make_engine
from ca_desktop.db.file_errors import from_system
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import StorageError
from tests.db.conftest import a_participant


def test_the_file_is_encrypted(store: Path) -> None:
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(store / "store.db").execute("SELECT * FROM sqlite_master")


def test_another_key_is_refused_and_changes_nothing(store: Path) -> None:
    before = (store / "store.db").read_bytes()
    with pytest.raises(StorageError, match="damaged or belongs to another"):
        Database.open(store, secrets.token_bytes(32))
    assert (store / "store.db").read_bytes() == before


def test_a_key_can_be_tried(store: Path, data_key: bytes) -> None:
    assert key_opens(store / "store.db", data_key)
    assert not key_opens(store / "store.db", secrets.token_bytes(32))


def test_a_missing_store_says_so(tmp_path: Path, data_key: bytes) -> None:
    with pytest.raises(StorageError, match="no centre"):
        Database.open(tmp_path / "nergens", data_key)
    assert not (tmp_path / "nergens").exists()


def test_an_unencrypted_file_is_not_ours(tmp_path: Path, data_key: bytes) -> None:
    plain = sqlite3.connect(tmp_path / "store.db")
    plain.execute("CREATE TABLE t (a)")
    plain.close()
    with pytest.raises(StorageError, match="does not belong"):
        Database.open(tmp_path, data_key)


@pytest.mark.parametrize("size", [0, 100, 512, 5000])
def test_a_cut_off_file_is_damaged(store: Path, data_key: bytes, size: int) -> None:
    path = store / "store.db"
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(StorageError, match="damaged"):
        Database.open(store, data_key)


def test_a_file_with_changed_bytes_is_damaged(store: Path, data_key: bytes, actor: Actor) -> None:
    path = store / "store.db"
    content = bytearray(path.read_bytes())
    for page in range(0, len(content), 4096):
        content[page + 2000] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        Database.open(store, data_key)


def test_a_newer_file_is_refused_unchanged(store: Path, data_key: bytes) -> None:
    engine = make_engine(store / "store.db", data_key)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = (store / "store.db").read_bytes()
    with pytest.raises(StorageError, match="newer version"):
        Database.open(store, data_key)
    assert (store / "store.db").read_bytes() == before


def test_a_file_that_is_not_finished_says_so(store: Path, data_key: bytes) -> None:
    engine = make_engine(store / "store.db", data_key)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    engine.dispose()
    with pytest.raises(StorageError, match="no version"):
        Database.open(store, data_key)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_read_only_folder_says_so(store: Path, data_key: bytes) -> None:
    (store / "store.db").chmod(0o400)
    store.chmod(0o500)
    try:
        with pytest.raises(StorageError, match=r"may not be written|can't be opened"):
            Database.open(store, data_key)
    finally:
        store.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EROFS, "may not be written"),
        (errno.EACCES, "may not be written"),
        (errno.ENOSPC, "full"),
        (errno.EIO, "can't be opened"),
    ],
)
def test_errors_of_the_system_become_words(tmp_path: Path, number: int, words: str) -> None:
    assert words in from_system(OSError(number, ""), tmp_path).message


def test_a_second_store_in_one_folder_is_refused(store: Path, data_key: bytes) -> None:
    before = (store / "store.db").read_bytes()
    with pytest.raises(StorageError, match="already"):
        Database.create(store, data_key)
    assert (store / "store.db").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_the_files(tmp_path: Path, data_key: bytes, actor: Actor) -> None:
    database = Database.create(tmp_path / "nieuw", data_key)
    with database.write(actor, "Add") as uow:
        uow.save(a_participant())
    files = [*(tmp_path / "nieuw").iterdir()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (tmp_path / "nieuw").stat().st_mode & 0o777 == 0o700
    database.close()


@pytest.mark.parametrize(
    ("lost", "open_it"),
    [
        ("vault.json", lambda store, _key: Vault.load(store)),
        ("store.db", lambda store, key: key_opens(store / "store.db", key)),
    ],
)
def test_a_centre_that_lost_one_of_its_files_says_which(tmp_path, lost, open_it):
    store = tmp_path / "centre"
    store.mkdir()
    for name in {"vault.json", "store.db"} - {lost}:
        (store / name).write_bytes(b"x" * 600)
    with pytest.raises(StorageError) as refused:
        open_it(store, bytes(32))
    assert lost in str(refused.value)
    assert "backup" in str(refused.value)
