"""Undo: the inverse of one's own last transaction, unless something changed since."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.db import journal
from ca_desktop.db.database import Database
from ca_desktop.db.undo import last_undoable, undo
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.participants import Participant
from tests.db.conftest import a_participant, an_actor, an_entry


def a_centre(**fields: object) -> Centre:
    values: dict[str, object] = {"name": "De Werkplaats", "created_on": date(2026, 1, 1)}
    return Centre(**{**values, **fields})


def save(database: Database, actor: Actor, *things: object) -> None:
    with database.write(actor, "Save") as uow:
        uow.save_all(things)


def undo_last(database: Database, actor: Actor) -> None:
    with database.write(actor, "Undo") as uow:
        last = last_undoable(uow, actor.account_id)
        assert last is not None
        undo(uow, last.transaction_id)


def last(database: Database, actor: Actor) -> object:
    with database.read() as uow:
        return last_undoable(uow, actor.account_id)


def test_an_addition_is_taken_away(database: Database, actor: Actor) -> None:
    person = a_participant()
    save(database, actor, person, an_entry(person.id))
    undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Participant).count() == 0
        assert uow.of(Entry).count() == 0
        assert journal.findings(uow.connection) == []


def test_a_change_is_put_back(database: Database, actor: Actor) -> None:
    person = a_participant()
    save(database, actor, person)
    save(database, actor, replace(person, place="Zwolle", ended_on=date(2026, 3, 1)))
    undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Participant).get(person.id) == person


def test_a_removal_is_put_back_as_it_was(database: Database, actor: Actor) -> None:
    person = a_participant(workplace_agreements=("rustige plek",))
    entry = an_entry(person.id)
    save(database, actor, person, entry)
    with database.write(actor, "Remove") as uow:
        uow.remove(entry)
        uow.remove(person)
    undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Participant).get(person.id) == person
        assert uow.of(Entry).get(entry.id) == entry


def test_what_can_be_undone_is_described_for_the_button(database: Database, actor: Actor) -> None:
    person = a_participant()
    with database.write(actor, "Add participant") as uow:
        uow.save(person)
    with database.read() as uow:
        found = last_undoable(uow, actor.account_id)
    assert found is not None
    assert (found.label, found.subjects) == ("Add participant", {"participants"})
    assert (found.participant_ids, found.row_ids) == ({person.id}, {person.id})


def test_after_an_undo_the_one_before_comes_up_and_then_none(
    database: Database, actor: Actor
) -> None:
    person = a_participant()
    save(database, actor, person)
    save(database, actor, replace(person, place="Zwolle"))
    undo_last(database, actor)
    undo_last(database, actor)
    assert last(database, actor) is None
    with database.read() as uow:
        assert uow.of(Participant).count() == 0


def test_undo_is_refused_when_the_record_changed_since(database: Database, actor: Actor) -> None:
    person = a_participant()
    save(database, actor, person)
    other = an_actor()
    save(database, other, replace(person, place="Zwolle"))
    with pytest.raises(UserError, match="changed since"):
        undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Participant).get(person.id).place == "Zwolle"


def test_undo_is_refused_as_a_whole(database: Database, actor: Actor) -> None:
    first, second = a_participant(1), a_participant(2)
    save(database, actor, first, second)
    save(database, an_actor(), replace(first, place="Ede"))
    with pytest.raises(UserError):
        undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Participant).count() == 2


def test_nobody_undoes_what_another_did(database: Database, actor: Actor) -> None:
    save(database, actor, a_participant())
    assert last(database, an_actor()) is None
    with database.read() as uow:
        done = last_undoable(uow, actor.account_id)
    assert done is not None
    with pytest.raises(UserError, match="yourself"), database.write(an_actor(), "Undo") as uow:
        undo(uow, done.transaction_id)


def test_signing_in_leaves_nothing_of_before_to_undo(database: Database, actor: Actor) -> None:
    save(database, actor, a_participant())
    with database.write(actor, "Sign in") as uow:
        uow.note(JournalAction.SIGN_IN, "accounts", actor.account_id)
    assert last(database, actor) is None
    save(database, actor, a_participant(2))
    assert last(database, actor) is not None


def test_the_same_can_not_be_undone_twice(database: Database, actor: Actor) -> None:
    save(database, actor, a_participant())
    with database.read() as uow:
        done = last_undoable(uow, actor.account_id)
    assert done is not None
    undo_last(database, actor)
    with pytest.raises(UserError, match="before"), database.write(actor, "Undo") as uow:
        undo(uow, done.transaction_id)


def test_a_picture_that_stayed_does_not_stand_in_the_way(database: Database, actor: Actor) -> None:
    centre = a_centre(logo=b"PNG")
    save(database, actor, centre)
    save(database, actor, replace(centre, place="Zwolle"))
    undo_last(database, actor)
    with database.read() as uow:
        assert uow.of(Centre).get(centre.id) == centre


def test_a_picture_that_was_replaced_can_not_come_back(database: Database, actor: Actor) -> None:
    centre = a_centre(logo=b"PNG")
    save(database, actor, centre)
    save(database, actor, replace(centre, logo=b"JPG"))
    with pytest.raises(UserError, match="picture"):
        undo_last(database, actor)


def test_only_a_writing_transaction_can_undo(database: Database, actor: Actor) -> None:
    save(database, actor, a_participant())
    with database.read() as uow:
        done = last_undoable(uow, actor.account_id)
        assert done is not None
        with pytest.raises(UserError):
            undo(UnitOfWork(uow.connection), done.transaction_id)
