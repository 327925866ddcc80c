"""Transactions: whole or not at all, one writer at a time, told afterwards."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.db import journal
from ca_desktop.db.database import Database
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import NotFound, StorageError, UserError
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participants import Participant
from tests.db.conftest import NAME, a_participant, an_entry


def test_what_is_saved_is_there_after_opening_again(
    database: Database, actor: Actor, store: Path, data_key: bytes
) -> None:
    person = a_participant(workplace_agreements=("later beginnen", "rustige plek"))
    with database.write(actor, "Add") as uow:
        uow.save(person)
    database.close()
    again = Database.open(store, data_key)
    with again.read() as uow:
        assert uow.of(Participant).get(person.id) == person
    again.close()


def test_an_exception_takes_everything_back(database: Database, actor: Actor) -> None:
    told: list[frozenset[str]] = []
    database.subscribe(told.append)

    def fail() -> None:
        with database.write(actor, "Add") as uow:
            uow.save(a_participant())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.read() as uow:
        assert uow.of(Participant).count() == 0
        assert journal.head(uow.connection)[0] == 0
    assert told == []
    assert not database.is_writing


def test_a_subscriber_that_fails_leaves_what_was_saved_and_tells_the_others(
    database: Database, actor: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[frozenset[str]] = []

    def fail(_topics: frozenset[str]) -> None:
        raise ZeroDivisionError

    database.subscribe(fail)
    database.subscribe(told.append)
    with database.write(actor, "Add") as uow:
        uow.save(a_participant())
    with database.read() as uow:
        assert uow.of(Participant).count() == 1
    assert told == [frozenset({"participants"})]
    assert "ZeroDivisionError" in caplog.text


def test_subscribers_hear_which_subjects_were_written(database: Database, actor: Actor) -> None:
    told: list[frozenset[str]] = []
    unsubscribe = database.subscribe(told.append)
    person = a_participant()
    with database.write(actor, "Add") as uow:
        uow.save_all([person, an_entry(person.id)])
        assert told == []
    assert told == [frozenset({"participants", "entries"})]
    unsubscribe()
    with database.write(actor, "Change") as uow:
        uow.save(replace(person, place="Zwolle"))
    assert len(told) == 1


def test_saving_an_unchanged_object_writes_nothing(database: Database, actor: Actor) -> None:
    told: list[frozenset[str]] = []
    person = a_participant()
    with database.write(actor, "Add") as uow:
        uow.save(person)
    database.subscribe(told.append)
    with database.write(actor, "Change") as uow:
        uow.save(replace(person))
    assert told == []
    with database.read() as uow:
        assert len(journal.history(uow.connection, person.id)) == 1


def test_one_batch_may_add_and_change_the_same_object(database: Database, actor: Actor) -> None:
    person = a_participant()
    others = [a_participant(number) for number in range(2, 50)]
    with database.write(actor, "Import") as uow:
        uow.save_all([person, *others, replace(person, place="Zwolle")])
    with database.read() as uow:
        assert uow.of(Participant).get(person.id).place == "Zwolle"
        assert uow.of(Participant).count() == 49
        actions = [line.action for line in journal.history(uow.connection, person.id)]
        assert actions == [JournalAction.ADD, JournalAction.CHANGE]
        assert journal.findings(uow.connection) == []


def test_a_large_batch_is_whole(database: Database, actor: Actor) -> None:
    people = [a_participant(number) for number in range(1, 1501)]
    with database.write(actor, "Import") as uow:
        uow.save_all(people)
    with database.read() as uow:
        assert uow.of(Participant).all(order_by="number") == people
        assert journal.findings(uow.connection) == []


def test_removing_what_others_refer_to_is_refused_in_words(
    database: Database, actor: Actor
) -> None:
    person = a_participant()
    with database.write(actor, "Add") as uow:
        uow.save_all([person, an_entry(person.id)])
    with (
        pytest.raises(UserError, match="still refer"),
        database.write(actor, "Remove") as uow,
    ):
        uow.remove(person)


def test_a_number_given_twice_is_refused_in_words(database: Database, actor: Actor) -> None:
    with pytest.raises(UserError, match="already"), database.write(actor, "Add") as uow:
        uow.save_all([a_participant(1), a_participant(1)])


def test_a_record_that_is_gone_says_so(database: Database, actor: Actor) -> None:
    with database.read() as uow, pytest.raises(NotFound):
        uow.of(Participant).get(a_participant().id)
    with pytest.raises(NotFound), database.write(actor, "Remove") as uow:
        uow.remove(a_participant())


def test_a_reading_transaction_can_not_write(database: Database) -> None:
    with database.read() as uow, pytest.raises(RuntimeError):
        uow.save(a_participant())


def test_a_transaction_inside_a_writing_one_is_a_bug_that_is_told(
    database: Database, actor: Actor
) -> None:
    with database.write(actor, "Outer"), pytest.raises(RuntimeError), database.write(actor, "In"):
        pass


def test_readers_go_on_while_somebody_writes(database: Database, actor: Actor) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def write() -> None:
        with database.write(actor, "Add") as uow:
            uow.save(a_participant())
            begun.set()
            may_end.wait(10)

    thread = threading.Thread(target=write)
    thread.start()
    assert begun.wait(10)
    assert database.is_writing
    with database.read() as uow:
        assert uow.of(Participant).count() == 0
    may_end.set()
    thread.join()
    assert not database.is_writing
    with database.read() as uow:
        assert uow.of(Participant).count() == 1


def test_writers_wait_for_each_other_and_all_are_kept(database: Database, actor: Actor) -> None:
    def write(number: int) -> None:
        with database.write(actor, "Add") as uow:
            uow.save(a_participant(uow.next_number("participants")))

    threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as uow:
        numbers = [person.number for person in uow.of(Participant).all(order_by="number")]
        assert numbers == list(range(1, 9))
        assert journal.findings(uow.connection) == []


def test_numbers_go_on_after_those_that_came_with_an_import(
    database: Database, actor: Actor
) -> None:
    with database.write(actor, "Import") as uow:
        uow.reserve_numbers("partners", 41)
        assert uow.next_number("partners") == 42
        assert uow.next_number("supervisors") == 1


def test_a_full_disk_says_so_and_loses_nothing(database: Database, actor: Actor) -> None:
    kept = a_participant()
    with database.write(actor, "Add") as uow:
        uow.save(kept)
    people = [a_participant(n, address="x" * 2000) for n in range(2, 200)]

    def fill() -> None:
        with database.write(actor, "Import") as uow:
            uow.connection.exec_driver_sql("PRAGMA max_page_count = 1")
            uow.save_all(people)

    with pytest.raises(StorageError, match="full"):
        fill()
    with database.read() as uow:
        assert uow.of(Participant).ids() == [kept.id]


def test_an_error_of_somebody_else_is_not_taken_for_the_stores(
    database: Database, actor: Actor, tmp_path: Path
) -> None:
    def fail() -> None:
        with database.write(actor, "Export"):
            (tmp_path / "nergens" / "x").write_text("", encoding="utf-8")

    with pytest.raises(FileNotFoundError):
        fail()


def test_a_store_opened_to_read_refuses_to_write(
    database: Database, store: Path, data_key: bytes, actor: Actor
) -> None:
    with database.write(actor, "Add") as uow:
        uow.save(a_participant())
    reader = Database.open(store, data_key, read_only=True)
    with reader.read() as uow:
        assert uow.of(Participant).count() == 1
    with pytest.raises(StorageError, match="read only"), reader.write(actor, "Add"):
        pass
    reader.close()


def test_no_name_stands_readable_in_any_file(database: Database, store: Path, actor: Actor) -> None:
    person = a_participant()
    with database.write(actor, "Add") as uow:
        uow.save_all([person, *(an_entry(person.id, f"{NAME} zaagt {n}") for n in range(300))])
    files = [path for path in store.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"store.db", "store.db-wal"}
    for path in files:
        content = path.read_bytes().lower()
        assert NAME.lower().encode() not in content, path.name
        assert NAME.lower().encode("utf-16-le") not in content, path.name
