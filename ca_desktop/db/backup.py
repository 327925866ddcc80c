"""The backup: one file with a consistent encrypted copy, its vault, and what is in it.

The file is a zip without compression. Its manifest is readable without the key, the data is not.
"""

import contextlib
import hashlib
import json
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ca_desktop.db import journal, store_files
from ca_desktop.db.database import Database
from ca_desktop.db.empty_folder import clear, refuse_occupied
from ca_desktop.db.engine import make_engine
from ca_desktop.db.file_errors import damaged, files_in_words
from ca_desktop.db.storage_errors import in_words
from ca_desktop.db.tables import TABLES
from ca_desktop.db.version import read_version, refuse_newer
from ca_desktop.domain.errors import StorageError
from ca_desktop.i18n import _

SUFFIX = ".cacentrum-kopie"
FORMAT = "ca-desktop backup"
FORMAT_VERSION = 1
_MANIFEST = "manifest.json"
_PORTION = 1 << 20
# What a zip can raise that was damaged, encrypted or made by another program.
_NOT_OURS = (zipfile.BadZipFile, zlib.error, struct.error, KeyError, EOFError, RuntimeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup holds: readable without the key, so it names nobody."""

    made_at: datetime
    schema: str
    counts: dict[str, int]
    journal_seq: int
    journal_hash: str
    sha256: dict[str, str]


def backup(database: Database, data_key: bytes, target: Path) -> Manifest:
    """Write a backup to `target` and open it to prove it. Raises StorageError; nothing half stays.

    A file that is there already is replaced only by a proven backup.
    """
    beside = target.with_name(target.name + ".new")
    with _work_folder(target.parent) as folder:
        try:
            manifest = _gather(database, data_key, folder)
            with files_in_words(target):
                _pack(folder, manifest, beside)
                _prove(beside, data_key, folder / "proof", database.store / store_files.DATABASE)
                beside.replace(target)
                store_files.sync_folder(target.parent)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
    return manifest


def read_manifest(source: Path) -> Manifest:
    """What a backup says about itself. Raises StorageError: missing, not ours, damaged, newer."""
    if not source.is_file():
        raise StorageError(_("There is no backup at {path}.", path=source))
    with files_in_words(source), _reading(source) as archive:
        return _parse_manifest(archive, source)


def restore(source: Path, to_store: Path, data_key: bytes | None = None) -> Manifest:
    """Put a backup into a new or empty folder and check it; on a StorageError nothing half stays.

    With the data key (from `Vault.load(to_store)` of the restored vault, or known) the counts are
    compared as well; without it the fingerprints of the files are.
    """
    manifest = read_manifest(source)
    refuse_occupied(to_store)
    made = not to_store.exists()
    with files_in_words(to_store):
        store_files.make_private_folder(to_store)
    try:
        with files_in_words(to_store):
            _unpack(source, manifest, to_store)
            store_files.write_whole(to_store / store_files.OPENER, b"CA Desktop\n")
        if data_key is not None:
            verify_restored(to_store, data_key, manifest)
    except BaseException:
        clear(to_store, made)
        raise
    return manifest


def verify_restored(store: Path, data_key: bytes, manifest: Manifest) -> None:
    """Open a restored store and compare it with its manifest. Raises StorageError."""
    path = store / store_files.DATABASE
    if not _is_same(path, data_key, manifest, path):
        raise _not_whole(path)


def _is_same(path: Path, data_key: bytes, manifest: Manifest, named: Path) -> bool:
    """Whether this file is whole and holds what the manifest says; errors name another file."""
    engine = make_engine(path, data_key, is_read_only=True)
    try:
        with in_words(named), engine.connect() as connection:
            return bool(
                connection.exec_driver_sql("PRAGMA quick_check").scalar() == "ok"
                and _counts(connection) == manifest.counts
                and journal.head(connection)[1] == manifest.journal_hash
            )
    finally:
        engine.dispose()


def _gather(database: Database, data_key: bytes, folder: Path) -> Manifest:
    copy = folder / store_files.DATABASE
    with files_in_words(folder):
        shutil.copyfile(database.store / store_files.VAULT, folder / store_files.VAULT)
    database.copy_to(copy)
    engine = make_engine(copy, data_key, is_read_only=True)
    try:
        with in_words(database.store / store_files.DATABASE), engine.connect() as connection:
            seq, last_hash = journal.head(connection)
            counts, schema = _counts(connection), read_version(connection)
    finally:
        engine.dispose()
    names = (store_files.DATABASE, store_files.VAULT)
    with files_in_words(folder):
        prints = {name: _fingerprint(folder / name) for name in names}
    return Manifest(
        made_at=datetime.now(UTC),
        schema=schema,
        counts=counts,
        journal_seq=seq,
        journal_hash=last_hash,
        sha256=prints,
    )


def _pack(folder: Path, manifest: Manifest, target: Path) -> None:
    target.touch(mode=store_files.PRIVATE_FILE)
    with target.open("r+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            whole = {"format": FORMAT, "version": FORMAT_VERSION, **asdict(manifest)}
            whole["made_at"] = manifest.made_at.isoformat()
            archive.writestr(_MANIFEST, json.dumps(whole, indent=1))
            for name in manifest.sha256:
                archive.write(folder / name, name)
        store_files.sync_file(file)


def _prove(source: Path, data_key: bytes, folder: Path, original: Path) -> None:
    """Open what was packed; what is not right in it stands in the original."""
    folder.mkdir()
    manifest = read_manifest(source)
    _unpack(source, manifest, folder)
    if not _is_same(folder / store_files.DATABASE, data_key, manifest, original):
        raise damaged(original)


def _unpack(source: Path, manifest: Manifest, folder: Path) -> None:
    with _reading(source) as archive:
        for name in (store_files.DATABASE, store_files.VAULT):
            path = folder / name
            path.touch(mode=store_files.PRIVATE_FILE)
            with archive.open(name) as inside, path.open("wb") as file:
                shutil.copyfileobj(inside, file, _PORTION)
                store_files.sync_file(file)
            if _fingerprint(path) != manifest.sha256.get(name):
                raise _not_whole(source)


@contextlib.contextmanager
def _reading(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive
    except _NOT_OURS as error:
        raise _not_whole(source) from error


def _parse_manifest(archive: zipfile.ZipFile, source: Path) -> Manifest:
    try:
        whole: dict[str, Any] = json.loads(archive.read(_MANIFEST))
        if whole.pop("format") != FORMAT:
            raise _not_whole(source)
        version = whole.pop("version")
        refuse_newer(whole["schema"] if version <= FORMAT_VERSION else "9999")
        whole["made_at"] = datetime.fromisoformat(whole["made_at"])
        manifest = Manifest(**whole)
        if not (isinstance(manifest.counts, dict) and isinstance(manifest.sha256, dict)):
            raise _not_whole(source)
        return manifest
    except (ValueError, TypeError, AttributeError) as error:
        raise _not_whole(source) from error


def _counts(connection: sa.Connection) -> dict[str, int]:
    return {
        table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        for table in TABLES.values()
    }


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextlib.contextmanager
def _work_folder(near: Path) -> Iterator[Path]:
    """A folder for the encrypted copy on the disk where the backup goes; it is always removed."""
    with files_in_words(near):
        folder = Path(tempfile.mkdtemp(prefix=".cacentrum-", dir=near))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _not_whole(path: Path) -> StorageError:
    return StorageError(
        _("{path} is damaged or is not a backup of this program. Use another backup.", path=path)
    )
