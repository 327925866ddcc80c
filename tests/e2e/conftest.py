"""Passwords that cost nothing to try, and a small demo centre for the command line."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ca_desktop.services.demo.create import create_demo
from tests.e2e.commands import CommandLine, Demo
from tests.stores import cheap_keys


@pytest.fixture(autouse=True)
def _cheap_passwords() -> Iterator[None]:
    with cheap_keys():
        yield


@pytest.fixture(scope="session")
def demo_template(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """A demo centre of eight people that tests copy."""
    store = tmp_path_factory.mktemp("demo") / "centrum"
    with cheap_keys():
        access = create_demo(store, participants=8, seed=7, today=date(2026, 11, 24))
    return Demo(store, access.sign_in_name, access.password)


@pytest.fixture
def run(
    demo_template: Demo,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> CommandLine:
    """The command line on a copy of the demo centre."""
    store = shutil.copytree(demo_template.store, tmp_path / "centrum")
    return CommandLine(demo_template.at(store), capsys, monkeypatch)
