"""The search index: all words, anywhere in a word from three letters, the beginning before that."""

from dataclasses import replace

import pytest

from ca_desktop.db.check import check
from ca_desktop.db.database import Database
from ca_desktop.db.search_index import matching_ids, matching_seqs, rebuild
from ca_desktop.db.tables import TABLES
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.folding import fold
from ca_desktop.domain.participants import Participant
from tests.db.conftest import a_participant, an_entry

PEOPLE = TABLES[Participant]


@pytest.fixture
def people(database: Database, actor: Actor) -> dict[str, Participant]:
    found = {
        "lukasz": a_participant(1, first_name="Łukasz", last_name="Wójcik", place="Ede"),
        "ayse": a_participant(2, first_name="Ayşe", last_name="Öz", place="Zwolle"),
        "piet": a_participant(30, first_name="Piet", prefix="de", last_name='O"Brien & <co>'),
    }
    with database.write(actor, "Add") as uow:
        uow.save_all(found.values())
    return found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lukasz", {"lukasz"}),
        ("ŁUKA", {"lukasz"}),
        ("ojci", {"lukasz"}),
        ("öz", {"ayse"}),
        ("e", {"lukasz"}),
        ("a z", {"ayse"}),
        ("ayse zwol", {"ayse"}),
        ("ayse ede", set()),
        ("30", {"piet"}),
        ('o"brien', {"piet"}),
        ("& <co>", {"piet"}),
        ("d", {"piet"}),
        ("xyz", set()),
        ("", set()),
        ("& -", set()),
        ("AND OR NOT", set()),
        ("* ^ (", set()),
    ],
)
def test_typed_words_find_who_is_meant(
    database: Database, people: dict[str, Participant], typed: str, found: set[str]
) -> None:
    with database.read() as uow:
        ids = matching_ids(uow, PEOPLE, fold(typed).split())
        seqs = matching_seqs(uow, PEOPLE, fold(typed).split())
    assert set(ids) == {people[name].id for name in found}
    assert len(seqs) == len(found)


def test_a_change_and_a_removal_are_followed(
    database: Database, actor: Actor, people: dict[str, Participant]
) -> None:
    with database.write(actor, "Change") as uow:
        uow.save(replace(people["ayse"], place="Urk"))
        uow.remove(people["piet"])
    with database.read() as uow:
        assert matching_ids(uow, PEOPLE, ["zwolle"]) == []
        assert matching_ids(uow, PEOPLE, ["urk"]) == [people["ayse"].id]
        assert matching_ids(uow, PEOPLE, ["piet"]) == []
    assert check(database) == []


def test_the_text_of_entries_is_found(
    database: Database, actor: Actor, people: dict[str, Participant]
) -> None:
    entry = an_entry(people["ayse"].id, "Werkt zelfstandig aan de lintzaag.")
    with database.write(actor, "Add") as uow:
        uow.save(entry)
    with database.read() as uow:
        assert matching_ids(uow, TABLES[Entry], ["lintz", "ze"]) == [entry.id]


def test_the_index_can_be_rebuilt(database: Database, people: dict[str, Participant]) -> None:
    with database._writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO participants_words(participants_words) VALUES ('delete-all')"
        )
    assert "participants" in " ".join(check(database))
    with database._writer.begin() as connection:
        rebuild(connection)
    assert check(database) == []
    with database.read() as uow:
        assert matching_ids(uow, PEOPLE, ["lukasz"]) == [people["lukasz"].id]
