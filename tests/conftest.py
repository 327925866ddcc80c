"""What every test stands on: no screen, one fixed day, Dutch, and folders of its own."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import settings as hypothesis_settings

from ca_desktop.i18n import use_language

if TYPE_CHECKING:
    from ca_desktop.services.stores import OpenStore
    from tests.builders import World
    from tests.stores import Template

TODAY = date(2026, 11, 24)

hypothesis_settings.register_profile("everywhere", deadline=None, max_examples=50)
hypothesis_settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
hypothesis_settings.load_profile("repeatable" if os.environ.get("CI") else "everywhere")


@pytest.fixture
def today() -> date:
    """The one day on which every test takes place."""
    return TODAY


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    use_language("nl")
    yield
    use_language("nl")


@pytest.fixture(autouse=True)
def _folders_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the home folder of whoever runs it."""
    home = tmp_path / "home"
    for variable in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(variable, str(home))
    for variable in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(home / variable.lower()))
    for variable in ("CA_DESKTOP_PASSWORD", "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def store_template(tmp_path_factory: pytest.TempPathFactory) -> "Template":
    """A filled centre that tests copy; see tests/builders.py for who is in it."""
    from tests.stores import make_template

    return make_template(tmp_path_factory.mktemp("template") / "centre")


@pytest.fixture
def world(store_template: "Template") -> "World":
    """Who is who in the filled centre."""
    return store_template.world


@pytest.fixture
def filled_store(store_template: "Template", tmp_path: Path) -> "Iterator[OpenStore]":
    """A copy of the filled centre of the test's own, open for its coordinator."""
    from tests.stores import copied

    with copied(store_template, tmp_path / "centrum") as opened:
        yield opened
