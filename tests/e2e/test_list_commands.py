"""Lists in and out from the command line, as a script would do it."""

from pathlib import Path

from tests.e2e.commands import CommandLine

HEAD = "Naam;Geboortedatum;Plaats"
GOOD = "Zand, Zus van 't;1-2-1990;Epe"
WRONG = "Zout, Zef;31-2-1990;Epe"


def a_list(folder: Path, *lines: str) -> Path:
    file = folder / "lijst.csv"
    file.write_text("\n".join((HEAD, *lines)), encoding="utf-8")
    return file


def found(run: CommandLine, name: str) -> bool:
    return name in run("list", "participants", "--search", name).out


def test_a_list_with_a_problem_stops_everything_until_it_is_left_out(
    run: CommandLine, tmp_path: Path
) -> None:
    file, rest = a_list(tmp_path, GOOD, WRONG), tmp_path / "rest.csv"
    ran = run("import", "participants", file)
    assert ran.status == 1
    assert "Regel 3: “31-2-1990”" in ran.err
    assert not found(run, "Zand")
    ran = run("import", "participants", file, "--leave-out", "problems", "--failed", rest)
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "1 deelnemer is ingelezen.")
    assert found(run, "Zand")
    assert "Zout, Zef" in rest.read_text(encoding="utf-8-sig")


def test_a_dry_run_changes_nothing(run: CommandLine, tmp_path: Path) -> None:
    assert run("import", "participants", a_list(tmp_path, GOOD), "--dry-run").status == 0
    assert run("import", "participants", a_list(tmp_path, WRONG), "--dry-run").status == 1
    assert not found(run, "Zand")


def test_a_list_is_saved_marked_as_a_demo_and_said_to_be_open(
    run: CommandLine, tmp_path: Path
) -> None:
    out = tmp_path / "plaatsingen.csv"
    ran = run("export", "placements", out)
    assert ran.status == 0
    assert "niet versleuteld" in ran.out
    assert out.read_text(encoding="utf-8-sig").startswith("VOORBEELD")
    assert run("export", "attendance", tmp_path / "w.xlsx", "--week", "2026-11-23").status == 0
    wrong = run("export", "partners", tmp_path / "x.pdf")
    assert (wrong.status, ".xlsx" in wrong.err) == (1, True)
    assert run("export", "partners", tmp_path).status == 1


CODES = "Crebo;Kwalificatie;Niveau"
NEW_CODE = "26001;Vakman hergebruik;niveau 3"
NO_LEVEL = "26002;Zonder niveau;"


def codes(folder: Path, *lines: str) -> Path:
    file = folder / "koppeltabel.csv"
    file.write_text("\n".join((CODES, *lines)), encoding="utf-8")
    return file


def listed(run: CommandLine, folder: Path) -> str:
    out = folder / "opleidingen.csv"
    assert run("export", "qualifications", out).status == 0
    return out.read_text(encoding="utf-8-sig")


def test_a_list_of_programmes_says_what_differs_and_is_read_in_whole_or_not(
    run: CommandLine, tmp_path: Path
) -> None:
    file = codes(tmp_path, NEW_CODE, NO_LEVEL)
    ran = run("import", "qualifications", file)
    assert ran.status == 1
    assert "Regel 3" in ran.err
    assert "26001" not in listed(run, tmp_path)
    assert run("import", "qualifications", file, "--dry-run").status == 1
    ran = run("import", "qualifications", file, "--leave-out", "problems", "--checked")
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "1 opleiding is ingelezen.")
    assert "nieuw: 26001 Vakman hergebruik" in ran.out
    assert "26001" in listed(run, tmp_path)
    ran = run("import", "qualifications", codes(tmp_path, NEW_CODE))
    assert (ran.status, ran.out.splitlines()[-1]) == (0, "Er staat niets nieuws in deze lijst.")


def test_a_dry_run_of_programmes_changes_nothing(run: CommandLine, tmp_path: Path) -> None:
    assert run("import", "qualifications", codes(tmp_path, NEW_CODE), "--dry-run").status == 0
    assert "26001" not in listed(run, tmp_path)
