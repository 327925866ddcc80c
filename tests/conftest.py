"""What every test stands on: no screen, one fixed day, Dutch, and folders of its own."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import settings as hypothesis_settings

from ca_desktop.i18n import use_language

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
