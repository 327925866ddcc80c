"""A real encrypted store for each test, copied from one that is made once."""

import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ca_desktop.db.database import Database
from ca_desktop.db.vault_slots import KdfCost
from ca_desktop.domain.accounts import AccountRole, Actor
from ca_desktop.domain.entries import Entry, GuidanceForm
from ca_desktop.domain.participants import Participant
from ca_desktop.i18n import use_language

CHEAP = KdfCost(memory_kib=64, rounds=1, lanes=1)
NAME = "Quirijntje"


@pytest.fixture(autouse=True)
def _in_english(_in_dutch: None) -> None:
    use_language("en")


@pytest.fixture
def cost() -> KdfCost:
    """A password that costs nothing to try, so that tests are quick."""
    return CHEAP


@pytest.fixture(scope="session")
def data_key() -> bytes:
    return secrets.token_bytes(32)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, data_key: bytes) -> Path:
    store = tmp_path_factory.mktemp("template") / "centre"
    Database.create(store, data_key).close()
    return store


@pytest.fixture
def store(template: Path, tmp_path: Path) -> Path:
    return shutil.copytree(template, tmp_path / "centre")


@pytest.fixture
def database(store: Path, data_key: bytes) -> Iterator[Database]:
    database = Database.open(store, data_key)
    yield database
    database.close()


@pytest.fixture
def actor() -> Actor:
    return an_actor()


def an_actor(account_id: UUID | None = None) -> Actor:
    return Actor(
        account_id=account_id or uuid4(),
        name="petra",
        role=AccountRole.COORDINATOR,
        workstation="laptop",
    )


def a_participant(number: int = 1, **fields: object) -> Participant:
    values: dict[str, object] = {"first_name": NAME, "last_name": "Boer", "starts_on": START}
    return Participant(number=number, **{**values, **fields})


def an_entry(participant_id: UUID, text: str = "Heeft gezaagd.") -> Entry:
    return Entry(
        participant_id=participant_id,
        on=START,
        minutes=15,
        form=GuidanceForm.PHONE,
        text=text,
        written_by=uuid4(),
        written_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    )


START = date(2026, 1, 5)
