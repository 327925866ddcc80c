"""The command line: what scripts may rely on, as it stands in docs/commands.md."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ca_desktop import settings
from ca_desktop.db.store_lock import StoreLock
from tests.e2e.commands import CommandLine, in_a_process

KEYS = {
    "participants": "number, name, roles, supervisor, starts_on, ended_on, review_on",
    "roles": "number, key, name, active, places, people_now, busiest_half_day",
    "supervisors": "number, name, kinds, participants_now, papers, employer, minutes_a_week, "
    "half_days, languages, crafts, deputy, starts_on, ended_on",
    "placements": "participant_number, participant, role, supervisor, half_days, starts_on, "
    "review_on, ended_on, outcome",
    "partners": "number, name, kind, contact, place, active",
    "accreditations": "code, name, level, state, since, expected_assessment_on, location, "
    "company_id, trainer, may_start, work_processes, feasible, percent, covered_by",
    "entries": "on, participant_number, participant, supervisor, form, minutes, visibility, text, "
    "agreement, follow_up_on",
}


def rows(run: CommandLine, *words: str) -> list[dict[str, Any]]:
    """The rows of a list, as a program reads them."""
    ran = run("list", *words, "--json")
    assert (ran.status, ran.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


@pytest.mark.parametrize("subject", KEYS)
def test_every_list_has_the_keys_that_are_written_down(run: CommandLine, subject: str) -> None:
    found = rows(run, subject)
    assert found
    assert {", ".join(row) for row in found} == {KEYS[subject]}
    documented = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"| {subject} | {KEYS[subject]} |" in documented


@pytest.mark.parametrize("subject", KEYS)
def test_every_list_is_readable_without_json(run: CommandLine, subject: str) -> None:
    ran = run("list", subject)
    heading, *lines = ran.out.splitlines()
    assert heading.split() == KEYS[subject].split(", ")
    assert len(lines) == len(rows(run, subject))


def test_a_list_searches_as_the_window_does(run: CommandLine) -> None:
    first = rows(run, "participants")[0]
    found = rows(run, "participants", "--search", first["name"].upper())
    assert first in found
    assert len(found) < 8
    assert rows(run, "participants", "--search", "xyzzy") == []
    assert [row["key"] for row in rows(run, "roles", "--search", "sorteren")] == ["sorteren"]


def test_the_place_and_account_may_stand_behind_the_command(run: CommandLine) -> None:
    ran = run.bare("list", "roles", "--store", run.demo.store, "--user", run.demo.name, "--json")
    assert (ran.status, json.loads(ran.out)) == (0, rows(run, "roles"))


def test_without_a_store_the_one_used_last_counts(run: CommandLine) -> None:
    ran = run.bare("list", "roles")
    assert (ran.status, ran.out) == (1, "")
    assert "--store" in ran.err
    settings.save(settings.Settings(last_store=str(run.demo.store)))
    assert run.bare("list", "roles").status == 0


def test_the_demo_says_how_to_get_in(run: CommandLine, tmp_path: Path) -> None:
    store = tmp_path / "eigen demo"
    ran = run.bare("demo", store, "--participants", "8")
    assert ran.status == 0
    said = dict(line.split(": ", 1) for line in ran.out.splitlines())
    assert list(said) == ["Voorbeeldcentrum", "Aanmeldnaam", "Wachtwoord"]
    assert said["Voorbeeldcentrum"] == str(store)
    word = tmp_path / "wachtwoord.txt"
    word.write_text(said["Wachtwoord"] + "\n", encoding="utf-8")
    listed = run.bare(
        "--store", store, "--password-file", word, "--user", said["Aanmeldnaam"], "list",
        "participants", "--json",
    )  # fmt: skip
    assert len(json.loads(listed.out)) == 8
    again = run.bare("demo", store, "--participants", "8")
    assert (again.status, again.out) == (1, "")
    assert "staat al een centrum" in again.err


def test_a_wrong_password_and_a_missing_one_say_so(
    run: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = tmp_path / "wachtwoord.txt"
    missing = run("--password-file", word, "list", "roles")
    assert (missing.status, "wachtwoord.txt" in missing.err) == (1, True)
    word.write_text("iets heel anders", encoding="utf-8")
    wrong = run("--password-file", word, "list", "roles")
    assert (wrong.status, wrong.out) == (1, "")
    assert wrong.err == "De naam of het wachtwoord klopt niet. Probeer het opnieuw.\n"
    monkeypatch.delenv("CA_DESKTOP_PASSWORD")
    none = run("list", "roles")
    assert (none.status, "--password-file" in none.err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ("list", "vergunningen"),
        ("factsheet", "sorteren"),
        ("report", "progress", "1", "--from", "2026-01-01", "--to", "2026-02-01", "--out", "x"),
        ("report", "progress", "1", "--partner", "1", "--out", "x.pdf"),
        ("demo", "x", "--participants", "0"),
        ("demo", "x", "--participants", "veel"),
        ("demo", "x", "--seed", "veel"),
        ("list", "roles", "--json=ja"),
        ("list", "roles", "--search"),
        ("verwijder",),
        ("--geen-optie",),
    ],
)
def test_wrong_usage_ends_with_2(run: CommandLine, words: tuple[str, ...]) -> None:
    ran = run.bare(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("gebruik: ca-desktop")
    assert not {"required", "invalid", "argument ", "error:", "unrecognized"} & set(
        re.findall(r"[a-z]+[: ]?", ran.err)
    )


def test_a_store_that_is_missing_or_in_use_ends_with_1_in_dutch(
    run: CommandLine, tmp_path: Path
) -> None:
    missing = run.bare("--store", tmp_path / "weg", "list", "roles")
    assert (missing.status, missing.out) == (1, "")
    assert "staat geen centrum" in missing.err
    with StoreLock(run.demo.store):
        taken = run("backup", tmp_path / "kopie")
    assert (taken.status, taken.out) == (1, "")
    assert "Sluit het daar" in taken.err


def test_the_check_of_a_whole_centre_ends_with_0(run: CommandLine) -> None:
    ran = run("check")
    assert (ran.status, ran.err) == (0, "")
    assert "heel" in ran.out or "in orde" in ran.out


def test_a_backup_comes_back_with_the_same_people(run: CommandLine, tmp_path: Path) -> None:
    before = rows(run, "participants"), rows(run, "entries")
    copy = tmp_path / "kopie.cacentrum-kopie"
    made = run("backup", copy)
    assert made.status == 0
    assert "8 deelnemers" in made.out
    back = run.bare("--user", run.demo.name, "restore", copy, "--to", tmp_path / "terug")
    assert back.status == 0
    restored = run.bare("--store", tmp_path / "terug", "check")
    assert restored.status == 0
    run.demo = run.demo.at(tmp_path / "terug")
    assert (rows(run, "participants"), rows(run, "entries")) == before


def test_a_backup_is_not_put_back_over_something_or_into_the_store(
    run: CommandLine, tmp_path: Path
) -> None:
    inside = run("backup", run.demo.store / "kopie")
    assert (inside.status, "buiten de map" in inside.err) == (1, True)
    copy = tmp_path / "kopie"
    run("backup", copy)
    over = run.bare("restore", copy, "--to", run.demo.store)
    assert (over.status, "niet leeg" in over.err) == (1, True)
    nothing = run.bare("restore", tmp_path / "weg", "--to", tmp_path / "terug")
    assert (nothing.status, "geen reservekopie" in nothing.err) == (1, True)


def test_a_command_runs_in_a_process_without_a_screen(run: CommandLine, tmp_path: Path) -> None:
    ran = in_a_process(
        "--store", run.demo.store, "list", "participants", "--json",
        CA_DESKTOP_PASSWORD=run.demo.password, HOME=str(tmp_path),
    )  # fmt: skip
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == rows(run, "participants")


def test_the_window_without_a_screen_says_so(tmp_path: Path) -> None:
    ran = in_a_process(HOME=str(tmp_path))
    assert (ran.status, ran.out) == (1, "")
    assert "dev.py run --help" in ran.err  # from a checkout there is no ca-desktop to call
    assert "scherm" in ran.err


def test_an_option_counts_only_in_full(run: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text(run.demo.password)
    ran = run("list", "roles", "--password", tmp_path / "geheim")
    assert (ran.status, ran.out) == (2, "")
    assert run("--password", tmp_path / "geheim", "list", "roles").status == 2


def test_the_help_is_in_dutch(run: CommandLine) -> None:
    ran = run.bare("--help")
    assert ran.status == 0
    assert "gebruik: " in ran.out
    assert "toon deze uitleg" in ran.out


def test_a_password_file_may_begin_with_a_mark(run: CommandLine, tmp_path: Path) -> None:
    word = tmp_path / "wachtwoord.txt"
    word.write_text(run.demo.password + "\r\n", encoding="utf-8-sig")
    assert run("--password-file", word, "list", "roles").status == 0


def test_a_folder_is_no_file_to_write(run: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    for words in (("factsheet", "sorteren", "--out", folder), ("backup", folder)):
        ran = run(*words)
        assert (ran.status, ran.out) == (1, "")
        assert f"{folder} is een map" in ran.err
    assert [path.name for path in tmp_path.glob("map*")] == ["map"]
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a pipe that closes is Unix' own")
def test_a_reader_that_has_enough_gets_no_complaint(run: CommandLine, tmp_path: Path) -> None:
    words = ("--store", str(run.demo.store), "list", "entries", "--json")
    with subprocess.Popen(
        [sys.executable, "-m", "ca_desktop", *words],
        cwd=Path(__file__).parents[2],
        env={"HOME": str(tmp_path), "CA_DESKTOP_PASSWORD": run.demo.password},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(1)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="a terminal of its own is Unix' own")
def test_ctrl_d_at_the_password_says_so(run: CommandLine, tmp_path: Path) -> None:
    import pty

    leader, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ca_desktop", "--store", str(run.demo.store), "list", "roles"],
        cwd=Path(__file__).parents[2],
        env={"HOME": str(tmp_path)},
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    ) as child:
        os.close(terminal)
        said = os.read(leader, 1000)
        os.write(leader, b"\x04")
        while "getypt" not in said.decode() and (more := os.read(leader, 1000)):
            said += more
    os.close(leader)
    assert child.returncode == 1
    assert "Traceback" not in said.decode()
