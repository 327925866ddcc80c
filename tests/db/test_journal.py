"""The journal: every change, in a chain that shows tampering."""

import json
from dataclasses import replace

import pytest

from ca_desktop.db import journal
from ca_desktop.db.database import Database
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.journal import FIRST_HASH, JournalAction
from ca_desktop.domain.participants import Participant
from tests.db.conftest import NAME, a_participant, an_entry


@pytest.fixture
def person(database: Database, actor: Actor) -> Participant:
    person = a_participant()
    with database.write(actor, "Add participant") as uow:
        uow.save(person)
    with database.write(actor, "Change participant") as uow:
        uow.save(replace(person, place="Zwolle"))
    with database.write(actor, "Add entry") as uow:
        uow.save(an_entry(person.id))
    return person


def problems_after(database: Database, statement: str) -> list[str]:
    with database._writer.begin() as connection:
        connection.exec_driver_sql(statement)
    with database.read() as uow:
        return [finding.message for finding in journal.findings(uow.connection)]


def test_a_change_is_kept_with_before_and_after(
    database: Database, actor: Actor, person: Participant
) -> None:
    with database.read() as uow:
        added, changed = journal.history(uow.connection, person.id)
    assert (added.action, changed.action) == (JournalAction.ADD, JournalAction.CHANGE)
    assert (changed.label, changed.subject) == ("Change participant", "participants")
    assert (changed.account_id, changed.workstation) == (actor.account_id, "laptop")
    assert changed.participant_id == person.id
    assert json.loads(changed.before or "")["place"] == ""
    assert json.loads(changed.after or "")["place"] == "Zwolle"
    assert added.before is None
    assert added.previous_hash == FIRST_HASH


def test_everything_about_one_participant_is_found(database: Database, person: Participant) -> None:
    with database.read() as uow:
        about = journal.of_participant(uow.connection, person.id)
    assert [line.subject for line in about] == ["participants", "participants", "entries"]


def test_reading_and_printing_are_kept_too(
    database: Database, actor: Actor, person: Participant
) -> None:
    with database.write(actor, "Print") as uow:
        uow.note(JournalAction.PRINT, "participants", person.id, person.id, {"to": "gemeente"})
    with database.read() as uow:
        printed = journal.history(uow.connection, person.id)[-1]
        assert journal.findings(uow.connection) == []
    assert printed.action is JournalAction.PRINT
    assert json.loads(printed.after or "") == {"to": "gemeente"}


def test_an_untouched_journal_is_whole(database: Database, person: Participant) -> None:
    with database.read() as uow:
        assert journal.findings(uow.connection) == []
        assert journal.head(uow.connection)[0] == 3


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE journal SET after = replace(after, 'Zwolle', 'Ede') WHERE seq = 2", "Line 2"),
        ("UPDATE journal SET label = 'Niets' WHERE seq = 1", "Line 1"),
        ("UPDATE journal SET at = replace(at, '20', '19') WHERE seq = 3", "Line 3"),
        ("UPDATE journal SET hash = previous_hash WHERE seq = 1", "Line 1"),
        ("UPDATE journal SET after = NULL WHERE seq = 1", "Line 1"),
        ("DELETE FROM journal WHERE seq = 2", "missing before line 3"),
        ("DELETE FROM journal WHERE seq = 3", "last lines"),
    ],
)
def test_tampering_shows_where(
    database: Database, person: Participant, statement: str, words: str
) -> None:
    assert words in " ".join(problems_after(database, statement))


def test_content_can_be_erased_and_the_chain_stays_whole(
    database: Database, person: Participant
) -> None:
    erase = "UPDATE journal SET salt = NULL, before = NULL, after = NULL"
    assert problems_after(database, erase) == []
    with database.read() as uow:
        left = journal.of_participant(uow.connection, person.id)
    assert all(line.is_erased for line in left)
    assert NAME not in repr(left)


def test_bytes_are_kept_as_a_fingerprint(database: Database, actor: Actor) -> None:
    from tests.db.test_undo import a_centre

    centre = a_centre(logo=b"PNG" * 100)
    with database.write(actor, "Add") as uow:
        uow.save(centre)
    with database.read() as uow:
        [line] = journal.history(uow.connection, centre.id)
        assert uow.of(type(centre)).get(centre.id) == centre
    assert json.loads(line.after or "")["logo"]["length"] == 300
