"""What stands in an older store stands in it after the update, and is found again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from ca_desktop.db import migrate, search_index
from ca_desktop.db.database import Database
from ca_desktop.db.engine import make_engine, make_file
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.goals import Goal
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage

PERSON, ROLE, GOAL, PLACEMENT, NOTE = (f"{n:032x}" for n in range(1, 6))

ROWS: dict[str, dict[str, Any]] = {
    "participants": {
        "seq": 7, "id": PERSON, "number": 1, "first_name": "Piet", "prefix": "de",
        "last_name": "Boer", "phone": "", "email": "", "address": "", "postcode": "",
        "place": "", "language": "nl", "contact_name": "", "contact_relation": "",
        "contact_phone": "", "referrer": "", "workplace_agreements": "[]",
        "starts_on": "2026-01-05", "sort_key": "boer piet de", "search": "1 piet de boer",
    },
    "roles": {
        "id": ROLE, "number": 1, "key": "sorteren", "is_active": 1, "places": 6, "intensity": 2,
        "language_level": "pre_a1", "icon": "recycle", "qualification_codes": "[]",
        "catalogue_source": "",
    },
    "goals": {
        "id": GOAL, "participant_id": PERSON, "text": "Ik kom op tijd.", "reason": "",
        "competence": "", "set_on": "2026-01-06", "status": "open",
    },
    "placements": {
        "id": PLACEMENT, "participant_id": PERSON, "role_id": ROLE, "half_days": '["0m"]',
        "starts_on": "2026-01-12", "review_on": "2026-03-09", "remarks": "",
    },
    "entries": {
        "seq": 9, "id": NOTE, "participant_id": PERSON, "on": "2026-01-13", "minutes": 15,
        "form": "phone", "text": "Belde over de bus.", "agreement": "", "follow_up_done": 0,
        "visibility": "report", "written_by": PERSON,
        "written_at": "2026-01-13T10:00:00.000000+00:00", "search": "belde over de bus.",
    },
}  # fmt: skip


@pytest.fixture
def old_store(tmp_path: Path, data_key: bytes) -> Path:
    """A store as the first version made it, with a person in it."""
    path = tmp_path / "store.db"
    make_file(path, data_key)
    engine = make_engine(path, data_key, foreign_keys=False)
    with engine.execution_options(writes=True).begin() as connection:
        migrate.upgrade(connection, "0001")
        for table, row in ROWS.items():
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"
            connection.exec_driver_sql(statement, tuple(row.values()))
    engine.dispose()
    return tmp_path


def with_people_who_end(old_store: Path, data_key: bytes) -> None:
    engine = make_engine(old_store / "store.db", data_key, foreign_keys=False)
    with engine.execution_options(writes=True).begin() as connection:
        for number, ended_on in ((2, "2026-02-01"), (3, "9999-01-01")):
            row = ROWS["participants"] | {
                "seq": 7 + number, "id": f"{100 + number:032x}", "number": number,
                "ended_on": ended_on,
            }  # fmt: skip
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            statement = f"INSERT INTO participants ({names}) VALUES ({marks})"
            connection.exec_driver_sql(statement, tuple(row.values()))
    engine.dispose()


def test_who_has_left_is_finished_and_who_will_leave_is_not(
    old_store: Path, data_key: bytes
) -> None:
    with_people_who_end(old_store, data_key)
    migrate.migrate(old_store, data_key)
    database = Database.open(old_store, data_key)
    with database.read() as uow:
        stages = {one.number: one.stage for one in uow.of(Participant).all()}
    database.close()
    assert stages == {1: Stage.ACTIVE, 2: Stage.FINISHED, 3: Stage.ACTIVE}


@pytest.fixture
def updated(old_store: Path, data_key: bytes) -> Iterator[Database]:
    assert migrate.migrate(old_store, data_key) is not None
    database = Database.open(old_store, data_key)
    yield database
    database.close()


def test_every_record_of_an_older_store_is_still_there_after_the_update(updated: Database) -> None:
    with updated.read() as uow:
        [person], [goal] = uow.of(Participant).all(), uow.of(Goal).all()
        [placement], [note] = uow.of(Placement).all(), uow.of(Entry).all()
    assert (person.name.full, goal.text) == ("Piet de Boer", "Ik kom op tijd.")
    assert (placement.half_days.codes, note.text) == (("0m",), "Belde over de bus.")
    assert (goal.trajectory_id, placement.trajectory_id, note.trajectory_id) == (None, None, None)


def test_the_search_finds_after_the_update_what_was_there_and_what_is_changed(
    updated: Database,
) -> None:
    with updated.read() as uow:
        for table, word in (("participants", "boer"), ("entries", "bus")):
            found = search_index.matching_seqs(uow, _table(table), [word])
            assert len(list(found)) == 1
        assert search_index.tables_out_of_step(uow.connection) == []


def test_references_to_a_table_that_was_made_anew_still_hold(
    updated: Database, old_store: Path, data_key: bytes
) -> None:
    updated.close()
    engine = make_engine(old_store / "store.db", data_key)
    with engine.connect() as connection:
        texts = connection.exec_driver_sql("SELECT sql FROM sqlite_master").scalars().all()
        assert not [text for text in texts if text and "_before" in text]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None
    engine.dispose()


def _table(name: str) -> sa.Table:
    from ca_desktop.db.tables import TABLES

    return next(table for table in TABLES.values() if table.name == name)
