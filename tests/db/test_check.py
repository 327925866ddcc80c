"""The check: says in words what is not whole."""

from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.db.check import check
from ca_desktop.db.database import Database
from ca_desktop.db.engine import make_engine
from ca_desktop.domain.accounts import Actor
from tests.db.conftest import a_participant, an_entry
from tests.journal_compare import rows_by_the_journal, rows_in_the_tables


@pytest.fixture
def filled(database: Database, actor: Actor) -> Database:
    people = [a_participant(number) for number in range(1, 40)]
    with database.write(actor, "Add") as uow:
        uow.save_all([*people, *(an_entry(person.id) for person in people)])
    with database.write(actor, "Change") as uow:
        uow.save_all(replace(person, place="Ede") for person in people[:10])
    extra = a_participant(99)
    with database.write(actor, "Add") as uow:
        uow.save(extra)
    with database.write(actor, "Remove") as uow:
        uow.remove(extra)
    return database


def test_a_whole_store_has_no_findings(filled: Database) -> None:
    assert check(filled) == []


def test_the_journal_says_exactly_what_stands_in_the_tables(filled: Database) -> None:
    with filled.read() as uow:
        assert rows_by_the_journal(uow) == rows_in_the_tables(uow)


def test_a_reference_to_nothing_is_found(filled: Database, store: Path, data_key: bytes) -> None:
    engine = make_engine(store / "store.db", data_key, foreign_keys=False)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM participants WHERE number = 20")
    engine.dispose()
    assert "In entries, a record refers to something that isn't there." in check(filled)


def test_a_changed_journal_is_found(filled: Database) -> None:
    with filled._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET label = 'Iets anders' WHERE seq = 7")
    assert check(filled) == ["Line 7 of the journal was changed afterwards."]


def test_a_damaged_page_is_found(filled: Database, store: Path, data_key: bytes) -> None:
    filled.close()
    path = store / "store.db"
    content = bytearray(path.read_bytes())
    content[-2000] ^= 0xFF
    path.write_bytes(content)
    again = Database.open(store, data_key)
    assert any("pages of the data file" in finding for finding in check(again))
    again.close()
