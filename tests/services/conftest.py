"""A filled centre for each test, and whoever is at work in it."""

from collections.abc import Iterator

import pytest

from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import World
from tests.stores import cheap_keys, session_as, session_of
from tests.students import Student, a_student


@pytest.fixture(autouse=True)
def _cheap_passwords() -> Iterator[None]:
    with cheap_keys():
        yield


@pytest.fixture
def petra(filled_store: OpenStore) -> Session:
    """The coordinator at work."""
    return session_of(filled_store)


@pytest.fixture
def jan(filled_store: OpenStore, world: World) -> Session:
    """A supervisor at work: Amina is his, Cato works under him."""
    return session_as(filled_store, world.accounts["jan"])


@pytest.fixture
def els(filled_store: OpenStore, world: World) -> Session:
    """Another supervisor at work: Bram and Cato are hers."""
    return session_as(filled_store, world.accounts["els"])


@pytest.fixture
def lies(filled_store: OpenStore, world: World) -> Session:
    """A reader at work."""
    return session_as(filled_store, world.accounts["lies"])


@pytest.fixture
def amina(petra: Session, world: World) -> Student:
    """Amina's bbl year 2025-2026, with an accreditation at one location."""
    return a_student(petra, world)
