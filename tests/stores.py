"""Real encrypted stores for tests, copied from one that is made once; passwords cost nothing."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from ca_desktop.db import vault
from ca_desktop.db.database import Database
from ca_desktop.db.store_lock import StoreLock
from ca_desktop.db.vault import Vault
from ca_desktop.db.vault_slots import KdfCost
from ca_desktop.domain.accounts import Account, Actor
from ca_desktop.services.entering import actor_of
from ca_desktop.services.session import Session
from ca_desktop.services.stores import NewCentre, OpenStore, create_centre
from tests.builders import PASSWORD, World, fill
from tests.conftest import TODAY

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Template:
    """A filled centre, closed, with what opens it without deriving a key."""

    folder: Path
    data_key: bytes
    actor: Actor
    world: World


@contextmanager
def cheap_keys() -> Iterator[None]:
    """Let new passwords cost next to nothing to try."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "KdfCost", partial(KdfCost, memory_kib=64, rounds=1, lanes=1))
        yield


def new_centre(folder: Path, **fields: str) -> NewCentre:
    """What somebody fills in who begins a centre in this folder."""
    values = {
        "name": "De Proef",
        "place": "Apeldoorn",
        "full_name": "Petra Jansen",
        "sign_in_name": "petra",
        "password": PASSWORD,
        "repeated": fields.get("password", PASSWORD),
    }
    return NewCentre(folder=folder, **{**values, **fields})


def make_template(folder: Path) -> Template:
    """Make and fill the centre that the others are copies of."""
    with cheap_keys():
        opened = create_centre(new_centre(folder), TODAY)
        world = fill(session_of(opened))
        opened.close()
    return Template(folder, opened.data_key, opened.actor, world)


@contextmanager
def copied(template: Template, store: Path) -> Iterator[OpenStore]:
    """A copy of the template, open for its coordinator."""
    shutil.copytree(template.folder, store)
    lock = StoreLock(store).acquire()
    database = Database.open(store, template.data_key)
    opened = OpenStore(store, database, Vault.load(store), template.data_key, template.actor, lock)
    try:
        yield opened
    finally:
        opened.close()


def session_of(opened: OpenStore, now: datetime = NOW) -> Session:
    """The account that opened the store at work, on the day of the tests."""
    return Session(opened, today=lambda: now.date(), now=lambda: now)


def session_as(opened: OpenStore, account: Account, now: datetime = NOW) -> Session:
    """Another account at work on the same store, as after signing in."""
    return session_of(replace(opened, actor=actor_of(account)), now)
