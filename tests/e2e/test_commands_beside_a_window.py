"""Commands beside an open window, on any console, and for who must choose a password first."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.db.journal import lines
from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from tests.builders import OTHER_PASSWORD, a_participant
from tests.e2e.commands import CommandLine, in_a_process
from tests.e2e.test_commands import KEYS, rows


@pytest.fixture
def window(run: CommandLine) -> Iterator[Session]:
    """The same centre, open in a window meanwhile."""
    opened = StoreDoor.at(run.demo.store).sign_in(run.demo.name, run.demo.password)
    yield Session(opened)
    opened.close()


def journal_of(session: Session) -> int:
    with session.opened.database.read() as uow:
        return len(list(lines(uow.connection)))


@pytest.mark.parametrize("subject", KEYS)
def test_lists_are_read_beside_an_open_window(
    run: CommandLine, window: Session, subject: str
) -> None:
    before = journal_of(window)
    assert rows(run, subject)
    assert journal_of(window) == before


def test_a_list_shows_what_the_window_just_saved(run: CommandLine, window: Session) -> None:
    before = rows(run, "participants")
    a_participant(window, "Łukasz", "Wiśniewski")
    assert len(rows(run, "participants")) == len(before) + 1


def test_the_check_runs_beside_an_open_window(run: CommandLine, window: Session) -> None:
    ran = run("check")
    assert (ran.status, ran.err) == (0, "")
    window.opened.close()
    assert run("check").status == 0


def test_a_console_with_its_own_code_page_gets_utf_8(
    run: CommandLine, window: Session, tmp_path: Path
) -> None:
    a_participant(window, "Łukasz", "Wiśniewski")
    ran = in_a_process(
        "--store", run.demo.store, "--user", run.demo.name, "list", "participants",
        CA_DESKTOP_PASSWORD=run.demo.password, HOME=str(tmp_path),
        PYTHONUTF8="0", PYTHONIOENCODING="cp1252",
    )  # fmt: skip
    assert (ran.status, ran.err) == (0, "")
    assert "Łukasz Wiśniewski" in ran.out


def test_a_first_password_has_to_be_changed_in_the_window_before_commands(
    run: CommandLine, window: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mo = Account(sign_in_name="mo", full_name="Mo Dekker", role=AccountRole.COORDINATOR)
    window.accounts.create(mo, OTHER_PASSWORD, OTHER_PASSWORD)
    window.opened.close()
    run.demo = replace(run.demo, name="mo")
    monkeypatch.setenv("CA_DESKTOP_PASSWORD", OTHER_PASSWORD)
    for words in (("list", "roles"), ("backup", tmp_path / "kopie")):
        ran = run(*words)
        assert (ran.status, ran.out) == (1, "")
        assert "eerst een eigen wachtwoord" in ran.err
    assert not (tmp_path / "kopie").exists()
