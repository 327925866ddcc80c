"""Papers from the command line: the factsheet and the progress report."""

import json
from pathlib import Path
from typing import Any

import pytest

from ca_desktop.db.journal import lines
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.stores import StoreDoor
from tests.e2e.commands import CommandLine, Ran
from tests.reports.pdf_text import everything

PERIOD = ("--from", "2026-01-01", "--to", "2026-11-24")


@pytest.fixture
def report_for(run: CommandLine) -> tuple[dict[str, Any], str]:
    """Somebody of the demo centre and the partner of that person's first trajectory."""
    opened = StoreDoor.at(run.demo.store).sign_in(run.demo.name, run.demo.password)
    with opened.database.read() as uow:
        partners = {p.id: p for p in uow.of(Partner).all(kind=PartnerKind.MUNICIPALITY)}
        trajectory = next(t for t in uow.of(Trajectory).all() if t.partner_id in partners)
        person = uow.of(Participant).get(trajectory.participant_id)
    opened.close()
    partner = partners[trajectory.partner_id]
    about = {"number": str(person.number), "name": person.name.full, "partner": partner.name}
    return about, str(partner.number)


def progress(run: CommandLine, about: str, *words: object, out: Path) -> Ran:
    """A progress report about somebody over this year."""
    return run("report", "progress", about, *PERIOD, *words, "--out", out)


def printed(run: CommandLine) -> list[str]:
    """What the journal says was printed."""
    opened = StoreDoor.at(run.demo.store).sign_in(run.demo.name, run.demo.password)
    with opened.database.read() as uow:
        found = [line.subject for line in lines(uow.connection) if line.action.value == "print"]
    opened.close()
    return found


@pytest.fixture
def came_with(run: CommandLine) -> int:
    """How many papers the demo centre itself came with."""
    return len(printed(run))


@pytest.mark.parametrize("named", ["sorteren", "Sorteren", "NUMBER", "ENGLISH"])
def test_a_factsheet_is_printed_by_key_number_or_name(
    run: CommandLine, tmp_path: Path, named: str, came_with: int
) -> None:
    role = next(
        row for row in json.loads(run("list", "roles", "--json").out) if row["key"] == "sorteren"
    )
    english = {"NUMBER": role["number"], "ENGLISH": _english_name("sorteren")}
    out = tmp_path / "blad.pdf"
    ran = run("factsheet", english.get(named, named), "--out", out)
    assert (ran.status, ran.err) == (0, "")
    assert str(out) in ran.out
    assert "Sorteren" in everything(out.read_bytes())
    assert "VOORBEELD" in everything(out.read_bytes())
    assert printed(run)[came_with:] == ["issued_papers"]


def _english_name(key: str) -> str:
    return next(role for role in load_catalogue().roles if role.key == key).name.en


def test_a_factsheet_in_english_says_so(run: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert run("factsheet", "sorteren", "--language", "en", "--out", out).status == 0
    assert "".join(_english_name("sorteren").split()) in everything(out.read_bytes())


def test_an_unknown_role_gives_the_nearest_and_writes_nothing(
    run: CommandLine, tmp_path: Path
) -> None:
    ran = run("factsheet", "sorteeren", "--out", tmp_path / "blad.pdf")
    assert (ran.status, ran.out) == (1, "")
    first, second = ran.err.splitlines()
    assert first == "Er is geen functie “sorteeren”."
    assert "sorteren" in second
    assert not (tmp_path / "blad.pdf").exists()


def test_the_message_names_the_file_that_was_written(run: CommandLine, tmp_path: Path) -> None:
    ran = run("factsheet", "sorteren", "--out", tmp_path / "blad")
    assert (tmp_path / "blad.pdf").is_file()
    assert str(tmp_path / "blad.pdf") in ran.out


def test_a_report_is_printed_by_number_and_name_for_a_partner_by_number_and_name(
    run: CommandLine, report_for: tuple[dict[str, Any], str], tmp_path: Path, came_with: int
) -> None:
    about, number = report_for
    one, other = tmp_path / "een.pdf", tmp_path / "ander.pdf"
    first = progress(run, about["number"], "--partner", about["partner"], out=one)
    second = progress(run, about["name"], "--partner", number, out=other)
    assert (first.status, second.status) == (0, 0), first.err + second.err
    for file in (one, other):
        text = everything(file.read_bytes())
        assert "".join(about["name"].split()) in text
        assert "".join(about["partner"].split()) in text
    assert printed(run)[came_with:] == ["issued_papers", "issued_papers"]


def test_the_participants_own_report_is_printed(
    run: CommandLine, report_for: tuple[dict[str, Any], str], tmp_path: Path
) -> None:
    about, _number = report_for
    out = tmp_path / "eigen.pdf"
    ran = progress(run, about["number"], "--recipient", "participant", out=out)
    assert ran.status == 0
    assert "zonder" in ran.err  # nobody wrote a summary, and that is said
    assert "".join(about["name"].split()) in everything(out.read_bytes())


def test_what_is_included_needs_a_reason_and_a_code_that_exists(
    run: CommandLine, report_for: tuple[dict[str, Any], str], tmp_path: Path
) -> None:
    about, number = report_for
    out = tmp_path / "rapport.pdf"

    def including(wish: str) -> Ran:
        return progress(run, about["number"], "--partner", number, "--include", wish, out=out)

    bare, unknown, never = including("birth_date"), including("birthdate=x"), including("bsn=x")
    assert [ran.status for ran in (bare, unknown, never)] == [1, 1, 1]
    assert "reden" in bare.err
    assert "birth_date" in unknown.err
    assert "mag niet" in never.err
    assert not out.exists()
    assert including("birth_date=vraag van de consulent").status == 0
    assert out.exists()


@pytest.mark.parametrize(
    "days",
    [
        ("--from", "gisteren morgen", "--to", "2026-11-24"),
        ("--from", "2026-02-30", "--to", "2026-11-24"),
        ("--from", "", "--to", "2026-11-24"),
        ("--from", "vandaag", "--to", "2026-11-24"),
        ("--from", "7-4-2026", "--to", "2026-11-24"),
        ("--from", "0001-01-01", "--to", "2026-11-24"),
        ("--from", "2026-11-24", "--to", "2026-01-01"),
    ],
)
def test_a_date_that_is_none_or_turned_around_ends_with_1(
    run: CommandLine, tmp_path: Path, days: tuple[str, ...]
) -> None:
    out = tmp_path / "rapport.pdf"
    ran = run("report", "progress", "1", "--recipient", "participant", *days, "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert "datum" in ran.err
    assert "7-4-2026." not in ran.err
    assert not out.exists()


def test_an_unknown_participant_or_partner_gives_the_nearest_names(
    run: CommandLine, report_for: tuple[dict[str, Any], str], tmp_path: Path
) -> None:
    about, number = report_for
    out = tmp_path / "rapport.pdf"
    misspelled = about["name"] + "ee"
    unknown = progress(run, misspelled, "--partner", number, out=out)
    assert unknown.status == 1
    assert f"{about['number']} {about['name']}" in unknown.err
    partner = progress(run, about["number"], "--partner", about["partner"] + "e", out=out)
    assert partner.status == 1
    assert about["partner"] in partner.err
    assert not out.exists()


def test_a_partner_without_a_trajectory_gets_no_report(
    run: CommandLine, report_for: tuple[dict[str, Any], str], tmp_path: Path
) -> None:
    about, number = report_for
    ran = run(
        "report", "progress", about["number"], "--partner", number,
        "--from", "1995-01-01", "--to", "1995-02-01", "--out", tmp_path / "rapport.pdf",
    )  # fmt: skip
    assert (ran.status, ran.out) == (1, "")
    assert "traject" in ran.err


def test_a_paper_that_can_not_be_written_is_not_in_the_journal(
    run: CommandLine, tmp_path: Path, came_with: int
) -> None:
    ran = run("factsheet", "sorteren", "--out", tmp_path / "weg" / "blad.pdf")
    assert (ran.status, ran.out) == (1, "")
    assert "kon niet worden bewaard" in ran.err
    assert printed(run)[came_with:] == []
