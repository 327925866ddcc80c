"""Backups: one file, proved, put back into an empty folder and equal to what was there."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.db.journal import lines
from ca_desktop.db.tables import TABLES
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.domain.journal import JournalAction
from ca_desktop.services.backups import facts_of, restore
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.builders import OTHER_PASSWORD, PASSWORD, World, a_participant
from tests.stores import session_of


@pytest.fixture
def copy(petra: Session, tmp_path: Path) -> Path:
    """A backup of the filled centre."""
    petra.backups.back_up(tmp_path / "kopie.cacentrum-kopie")
    return tmp_path / "kopie.cacentrum-kopie"


def counts(session: Session) -> dict[str, int]:
    """How many rows each kind of record has."""
    with session.opened.database.read() as uow:
        return {table.name: len(uow.of(kind).ids()) for kind, table in TABLES.items()}


def test_a_backup_is_named_after_the_centre_and_the_day(petra: Session) -> None:
    assert petra.backups.suggested_name() == "reservekopie-de-proef-2026-11-24.cacentrum-kopie"


def test_a_backup_says_what_is_in_it_without_a_password(copy: Path) -> None:
    facts = facts_of(copy)
    assert (facts.participants, facts.entries) == (3, 6)


def test_what_is_put_back_is_what_was_there(petra: Session, copy: Path, tmp_path: Path) -> None:
    before = counts(petra)
    a_participant(petra, "Na", "De Kopie")
    facts = restore(copy, tmp_path / "terug", "petra", PASSWORD)
    assert facts == facts_of(copy)
    opened = StoreDoor.at(tmp_path / "terug").sign_in("jan", OTHER_PASSWORD)
    opened.close()
    again = StoreDoor.at(tmp_path / "terug").sign_in("petra", PASSWORD)
    assert counts(session_of(again)) == before
    assert session_of(again).backups.check() == []
    again.close()


def test_documents_come_back_with_a_backup_as_they_were(
    petra: Session, world: World, tmp_path: Path
) -> None:
    new = replace(petra.documents.new(world.amina), title="Plan", keep_reason="Evaluatie")
    plan = petra.documents.keep(replace(new, file_name="plan.pdf", content=b"%PDF-1.7 plan"))
    petra.backups.back_up(tmp_path / "kopie.cacentrum-kopie")
    petra.documents.destroy(plan.id)
    restore(tmp_path / "kopie.cacentrum-kopie", tmp_path / "terug", "petra", PASSWORD)
    again = StoreDoor.at(tmp_path / "terug").sign_in("petra", PASSWORD)
    assert session_of(again).documents.open(plan.id) == plan
    again.close()


def test_a_backup_is_not_put_back_over_a_centre(petra: Session, copy: Path, tmp_path: Path) -> None:
    before = (petra.opened.store / "store.db").read_bytes()
    with pytest.raises(StorageError, match="niet leeg"):
        restore(copy, petra.opened.store)
    assert (petra.opened.store / "store.db").read_bytes() == before
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").write_text("blijft")
    with pytest.raises(StorageError, match="niet leeg"):
        restore(copy, tmp_path / "vol")
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]


def test_a_wrong_password_puts_nothing_back(copy: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="klopt niet"):
        restore(copy, tmp_path / "terug", "petra", OTHER_PASSWORD)
    assert not (tmp_path / "terug").exists()
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UserError, match="klopt niet"):
        restore(copy, tmp_path / "leeg", "petra", OTHER_PASSWORD)
    assert list((tmp_path / "leeg").iterdir()) == []


def test_a_backup_inside_the_store_is_refused(petra: Session) -> None:
    before = {path.name for path in petra.opened.store.iterdir()}
    for target in (petra.opened.store / "kopie", petra.opened.store / "map" / ".." / "kopie"):
        with pytest.raises(StorageError, match="buiten de map"):
            petra.backups.back_up(target)
    assert {path.name for path in petra.opened.store.iterdir()} == before


def test_a_damaged_backup_is_not_put_back(copy: Path, tmp_path: Path) -> None:
    whole = bytearray(copy.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    copy.write_bytes(whole)
    with pytest.raises(StorageError, match="beschadigd"):
        restore(copy, tmp_path / "terug")
    assert not (tmp_path / "terug").exists()


def test_a_backup_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="geen reservekopie"):
        restore(tmp_path / "weg", tmp_path / "terug")


def test_a_backup_that_is_encrypted_by_another_program_is_refused(
    copy: Path, tmp_path: Path
) -> None:
    whole = bytearray(copy.read_bytes())
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = -1
        while (place := whole.find(mark, place + 1)) >= 0:
            whole[place + flags] |= 1
    copy.write_bytes(whole)
    with pytest.raises(StorageError, match="beschadigd"):
        restore(copy, tmp_path / "terug")
    assert not (tmp_path / "terug").exists()


def test_a_manifest_of_other_kinds_is_refused(copy: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(copy) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    for name in ("counts", "sha256", "made_at", "schema"):
        odd = tmp_path / f"{name}.cacentrum-kopie"
        with zipfile.ZipFile(odd, "w") as archive:
            archive.writestr("manifest.json", json.dumps({**manifest, name: 5}))
        with pytest.raises(StorageError, match="beschadigd"):
            facts_of(odd)


def backups_in_the_journal(session: Session) -> int:
    with session.opened.database.read() as uow:
        return sum(line.action is JournalAction.BACKUP for line in lines(uow.connection))


def test_only_a_backup_that_was_made_stands_in_the_journal(petra: Session, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        petra.backups.back_up(tmp_path / "weg" / "kopie")
    assert backups_in_the_journal(petra) == 0
    petra.backups.back_up(tmp_path / "kopie")
    assert backups_in_the_journal(petra) == 1


def test_a_backup_of_a_damaged_store_names_the_store(petra: Session, tmp_path: Path) -> None:
    data = petra.opened.store / "store.db"
    petra.opened.database.close()
    whole = bytearray(data.read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    data.write_bytes(whole)
    with pytest.raises(StorageError) as refused:
        petra.backups.back_up(tmp_path / "kopie")
    assert str(data) in refused.value.message
    assert not (tmp_path / "kopie").exists()


def test_a_whole_store_has_no_findings(petra: Session) -> None:
    assert petra.backups.check() == []


def test_the_check_finds_a_journal_line_that_was_changed(petra: Session) -> None:
    with petra.opened.database.write(petra.actor, "Knoei") as uow:
        uow.connection.exec_driver_sql("UPDATE journal SET workstation = 'elders' WHERE seq = 3")
    assert any("3" in finding for finding in petra.backups.check())
