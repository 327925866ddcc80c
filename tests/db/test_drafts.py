"""Drafts: what somebody was typing is there after a restart, and only for them."""

from datetime import UTC, datetime
from pathlib import Path

from ca_desktop.db import journal
from ca_desktop.db.database import Database
from ca_desktop.db.queries.drafts import draft, drafts_of, drop_draft, keep_draft
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.drafts import Draft
from tests.db.conftest import an_actor


def a_draft(actor: Actor, text: str, minute: int = 0, key: str = "entry/new") -> Draft:
    moment = datetime(2026, 11, 24, 10, minute, tzinfo=UTC)
    values = {"text": text, "agreement": "“morgen”"}
    return Draft(account_id=actor.account_id, key=key, values=values, saved_at=moment)


def keep(database: Database, actor: Actor, kept: Draft) -> None:
    with database.write(actor, "Keep draft") as uow:
        keep_draft(uow, kept)


def test_a_draft_is_there_after_a_restart(
    database: Database, actor: Actor, store: Path, data_key: bytes
) -> None:
    kept = a_draft(actor, "Vandaag ging het")
    keep(database, actor, kept)
    database.close()
    again = Database.open(store, data_key)
    with again.read() as uow:
        assert draft(uow, actor.account_id, "entry/new") == kept
        assert drafts_of(uow, an_actor().account_id) == []
    again.close()


def test_a_newer_draft_replaces_the_older_of_the_same_form(
    database: Database, actor: Actor
) -> None:
    keep(database, actor, a_draft(actor, "Vandaag", key="entry/1"))
    keep(database, actor, a_draft(actor, "Vand", 1))
    keep(database, actor, a_draft(actor, "Vandaag", 2))
    with database.read() as uow:
        assert [(d.key, d.values["text"]) for d in drafts_of(uow, actor.account_id)] == [
            ("entry/new", "Vandaag"),
            ("entry/1", "Vandaag"),
        ]


def test_a_dropped_draft_is_gone_and_none_of_it_is_journalled(
    database: Database, actor: Actor
) -> None:
    told: list[frozenset[str]] = []
    database.subscribe(told.append)
    keep(database, actor, a_draft(actor, "Vandaag"))
    with database.write(actor, "Drop draft") as uow:
        drop_draft(uow, actor.account_id, "entry/new")
        drop_draft(uow, actor.account_id, "entry/new")
    with database.read() as uow:
        assert drafts_of(uow, actor.account_id) == []
        assert journal.head(uow.connection)[0] == 0
    assert told == []
