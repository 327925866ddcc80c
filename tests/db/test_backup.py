"""The backup: one file that proves itself, put back into a new folder."""

import json
import zipfile
from pathlib import Path
from uuid import uuid4

import pytest

from ca_desktop.db.backup import backup, read_manifest, restore, verify_restored
from ca_desktop.db.check import check
from ca_desktop.db.database import Database
from ca_desktop.db.vault import Vault
from ca_desktop.db.vault_slots import KdfCost
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import StorageError
from ca_desktop.domain.participants import Participant
from tests.db.conftest import NAME, a_participant, an_entry


class Centre:
    """A centre with a vault, some people and a place for backups."""

    def __init__(self, folder: Path, cost: KdfCost, actor: Actor) -> None:
        self.vault, self.key = Vault.create(folder / "own", cost)
        self.vault.set_slot(uuid4(), "petra", "zagen", self.key)
        self.database = Database.create(folder / "own", self.key)
        person = a_participant()
        with self.database.write(actor, "Add") as uow:
            uow.save_all([person, *(an_entry(person.id, f"{NAME} {n}") for n in range(50))])
        self.target = folder / "backups" / "centrum.cacentrum-kopie"
        self.target.parent.mkdir()

    def backup(self) -> None:
        backup(self.database, self.key, self.target)


@pytest.fixture
def centre(tmp_path: Path, cost: KdfCost, actor: Actor) -> Centre:
    return Centre(tmp_path, cost, actor)


def test_what_was_backed_up_comes_back(centre: Centre, tmp_path: Path) -> None:
    made = backup(centre.database, centre.key, centre.target)
    manifest = restore(centre.target, tmp_path / "new", centre.key)
    assert manifest == made
    assert (manifest.counts["participants"], manifest.counts["entries"]) == (1, 50)
    key = Vault.load(tmp_path / "new").unlock("petra", "zagen").data_key
    database = Database.open(tmp_path / "new", key)
    with database.read() as uow:
        assert uow.of(Participant).count() == 1
    assert check(database) == []
    database.close()


def test_committed_work_that_still_stands_in_the_log_is_in_it(centre: Centre) -> None:
    assert (centre.database.store / "store.db-wal").stat().st_size > 0
    centre.backup()
    assert read_manifest(centre.target).journal_seq == 51


def test_the_manifest_is_readable_without_a_key_and_names_nobody(centre: Centre) -> None:
    centre.backup()
    assert read_manifest(centre.target).counts["participants"] == 1
    assert NAME.encode() not in centre.target.read_bytes()


def test_nothing_but_the_backup_is_left_beside_it(centre: Centre) -> None:
    centre.backup()
    assert [path.name for path in centre.target.parent.iterdir()] == [centre.target.name]


def test_a_restored_copy_is_checked_with_its_own_password(centre: Centre, tmp_path: Path) -> None:
    centre.backup()
    manifest = restore(centre.target, tmp_path / "new")
    key = Vault.load(tmp_path / "new").unlock("petra", "zagen").data_key
    verify_restored(tmp_path / "new", key, manifest)


def test_a_folder_with_something_in_it_is_not_overwritten(centre: Centre) -> None:
    centre.backup()
    before = (centre.database.store / "store.db").read_bytes()
    with pytest.raises(StorageError, match="not empty"):
        restore(centre.target, centre.database.store)
    assert (centre.database.store / "store.db").read_bytes() == before


@pytest.mark.parametrize("where", [0.1, 0.5, 0.9])
def test_a_damaged_backup_is_refused_and_leaves_nothing(
    centre: Centre, tmp_path: Path, where: float
) -> None:
    centre.backup()
    content = bytearray(centre.target.read_bytes())
    content[int(len(content) * where)] ^= 0xFF
    centre.target.write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        restore(centre.target, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_cut_off_backup_is_refused(centre: Centre, tmp_path: Path, size: int) -> None:
    centre.backup()
    centre.target.write_bytes(centre.target.read_bytes()[:size])
    with pytest.raises(StorageError, match="damaged"):
        restore(centre.target, tmp_path / "new")


def test_a_missing_or_foreign_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no backup"):
        read_manifest(tmp_path / "nergens")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("manifest.json", json.dumps({"format": "other"}))
    with pytest.raises(StorageError, match="not a backup"):
        read_manifest(tmp_path / "other.zip")


def test_a_newer_backup_is_refused(tmp_path: Path) -> None:
    whole = {"format": "ca-desktop backup", "version": 1, "schema": "9999"}
    with zipfile.ZipFile(tmp_path / "new.zip", "w") as archive:
        archive.writestr("manifest.json", json.dumps(whole))
    with pytest.raises(StorageError, match="newer"):
        read_manifest(tmp_path / "new.zip")


def test_a_full_disk_leaves_the_older_backup(centre: Centre) -> None:
    resource = pytest.importorskip("resource", reason="a limit on files is Unix' own")
    centre.backup()
    before = centre.target.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
    try:
        with pytest.raises(StorageError):
            centre.backup()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert centre.target.read_bytes() == before
    assert [path.name for path in centre.target.parent.iterdir()] == [centre.target.name]


def test_a_folder_that_is_not_there_is_said(centre: Centre, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="can't be opened"):
        backup(centre.database, centre.key, tmp_path / "nergens" / "x.cacentrum-kopie")
