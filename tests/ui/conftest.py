"""A session on a real encrypted store, copied from one that is made once; a desk that notes where
it was sent.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ca_desktop.db.database import Database
from ca_desktop.db.store_lock import StoreLock
from ca_desktop.db.vault import Vault
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.permissions import Action, may
from ca_desktop.services.session import Session
from ca_desktop.services.stores import NewCentre, OpenStore, create_centre
from ca_desktop.ui.kit.changes import Changes
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.theme import Theme
from ca_desktop.ui.kit.watch import install_watcher
from tests.conftest import TODAY

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Template:
    """A new centre, closed, with what opens it without deriving a key."""

    folder: Path
    data_key: bytes
    actor: Actor


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Windows of a test really go: without an event loop Qt would keep what `deleteLater` asked,
    and every change of theme would repaint the windows of all tests before. Nobody looks at words
    because an earlier test had a window open.
    """
    yield
    install_watcher(None)
    for _round in range(2):
        for widget in QApplication.topLevelWidgets():
            widget.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def centre_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    folder = tmp_path_factory.mktemp("centre") / "store"
    word = "groene fiets loopt"
    opened = create_centre(
        NewCentre(
            folder=folder,
            name="De Proef",
            place="Apeldoorn",
            full_name="Petra Test",
            sign_in_name="petra",
            password=word,
            repeated=word,
        ),
        TODAY,
    )
    opened.close()
    return Template(folder, opened.data_key, opened.actor)


@pytest.fixture
def session(centre_template: Template, tmp_path: Path) -> Iterator[Session]:
    """The coordinator of a new centre at work, on a store of her own."""
    store = tmp_path / "centre"
    shutil.copytree(centre_template.folder, store)
    database = Database.open(store, centre_template.data_key)
    lock = StoreLock(store).acquire()
    opened = OpenStore(
        store, database, Vault.load(store), centre_template.data_key, centre_template.actor, lock
    )
    yield Session(opened, today=lambda: TODAY, now=lambda: NOW)
    opened.close()


@dataclass
class Visits:
    """Where pages asked to go to."""

    places: list[tuple[str, object]] = field(default_factory=list)

    def __call__(self, page: str, row_id: object) -> None:
        self.places.append((page, row_id))

    @property
    def last(self) -> tuple[str, object]:
        return self.places[-1]


@pytest.fixture
def visits() -> Visits:
    return Visits()


@pytest.fixture
def desk(qapp, session: Session, visits: Visits) -> Iterator[Desk]:
    """The desk of the session: what is written reaches the pages, as in the window."""
    Theme.install(qapp)
    changes = Changes()
    unsubscribe = session.opened.database.subscribe(changes.publish)
    made = Desk(
        changes=changes,
        navigate=visits,
        is_allowed=lambda action: may(session.actor.role, Action(str(action))),
        today=session.today,
        shelf=session.filters,
    )
    yield made
    made.jobs.close()
    unsubscribe()
