"""A list of qualifications is read in: all the chosen codes or none, and nothing in use changes."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.qualification_columns import QualificationField
from ca_desktop.domain.qualification_rows import Difference
from ca_desktop.domain.tables import TableOut
from ca_desktop.exchange.tables_out import xlsx_bytes
from ca_desktop.services.qualification_import import Comparison
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY

HEAD = "Crebo;Kwalificatie;Niveau;Equivalente crebo's;Einddatum"
LINES = (
    "25250;Assistent bouw;1;25701, 25702;31-7-2028",
    "26001;Vakman hergebruik;niveau 3;;",
    "26002;Zonder niveau;;;",
    "25254;Assistent logistiek;1;;",
)


def write(folder: Path, *lines: str, head: str = HEAD) -> Path:
    file = folder / "koppeltabel.csv"
    file.write_text("\n".join((head, *lines)), encoding="utf-8")
    return file


def look(session: Session, file: Path) -> Comparison:
    service = session.qualification_import
    table = service.read(file)
    return service.preview(table, service.guess(table).columns)


def take(session: Session, file: Path, *codes: str, **more: object) -> int:
    service = session.qualification_import
    table = service.read(file)
    return service.take_in(table, service.guess(table).columns, codes, **more)


def accredit(session: Session, code: str) -> Accreditation:
    company = replace(session.accreditations.new_company(), location="Loods")
    kept = session.accreditations.save_company(company)
    new = session.accreditations.new(kept.id)
    return session.accreditations.save(replace(new, code=code, name="Eigen naam", level=1))


def test_differences_are_said_before_anything_is_kept(petra: Session, tmp_path: Path) -> None:
    rows = {row.id: row for row in look(petra, write(tmp_path, *LINES)).rows}
    kinds = [rows[code].difference for code in ("25250", "26001", "26002", "25254", "25251")]
    assert kinds == [
        Difference.CHANGED, Difference.NEW, Difference.WRONG, Difference.SAME, Difference.GONE,
    ]  # fmt: skip
    assert petra.qualifications.known("26001") is None


def test_only_the_chosen_codes_are_kept_with_source_and_day(petra: Session, tmp_path: Path) -> None:
    file = write(tmp_path, *LINES)
    assert take(petra, file, "25250", "25254", source="SBB, juli 2026", is_checked=True) == 2
    bouw = petra.qualifications.known("25250")
    assert bouw is not None
    assert bouw.qualification.equivalents == ("25701", "25702")
    assert (bouw.qualification.source, bouw.qualification.checked_on) == ("SBB, juli 2026", TODAY)
    assert petra.qualifications.known("26001") is None
    same = petra.qualifications.known("25254")
    assert same is not None
    assert (same.is_checked, same.is_changed) == (True, False)


def test_a_list_that_is_not_of_sbb_leaves_codes_to_be_verified(
    petra: Session, tmp_path: Path
) -> None:
    take(petra, write(tmp_path, *LINES), "26001")
    own = petra.qualifications.known("26001")
    assert own is not None
    assert not own.is_checked
    assert own.qualification.source == "koppeltabel.csv"


def test_a_list_that_says_the_same_takes_no_check_away(petra: Session, tmp_path: Path) -> None:
    petra.qualifications.check(["25254"], "Brief van SBB")
    assert take(petra, write(tmp_path, *LINES), "25250", "25254") == 1
    same = petra.qualifications.known("25254")
    assert same is not None
    assert (same.is_checked, same.qualification.source) == (True, "Brief van SBB")


@pytest.mark.parametrize("codes", [("25250", "26002"), ("25250", "25251"), ("25250", "99999"), ()])
def test_all_of_the_chosen_codes_are_kept_or_none(
    petra: Session, tmp_path: Path, codes: tuple[str, ...]
) -> None:
    with pytest.raises(RuleBroken, match="niets"):
        take(petra, write(tmp_path, *LINES), *codes)
    listed = petra.qualifications.known("25250")
    assert listed is not None
    assert not listed.is_kept_here


def test_reading_in_is_one_step_to_undo(petra: Session, tmp_path: Path) -> None:
    take(petra, write(tmp_path, *LINES), "25250", "26001")
    petra.history.undo_last()
    assert petra.qualifications.known("26001") is None
    bouw = petra.qualifications.known("25250")
    assert bouw is not None
    assert not bouw.is_changed


def test_what_is_in_use_is_shown_apart_and_stays_as_it_is(
    petra: Session, world: World, tmp_path: Path
) -> None:
    before = accredit(petra, "25250")
    file = write(tmp_path, *LINES)
    found = look(petra, file)
    assert "25250" in found.codes_in_use
    (kept,) = found.kept
    assert kept.accreditation_id == before.id
    assert "Eigen naam → Assistent bouw" in kept.reason
    assert "25701, 25702" in kept.reason
    take(petra, file, "25250")
    after = next(line.accreditation for line in petra.accreditations.lines())
    assert after == before


def test_columns_are_remembered_for_a_list_with_the_same_headings(
    petra: Session, tmp_path: Path
) -> None:
    file = write(tmp_path, "26001;Vakman;3", head="Nr;Wat;Hoog")
    service = petra.qualification_import
    table = service.read(file)
    fields = QualificationField
    columns = (fields.CODE, fields.NAME, fields.LEVEL)
    assert service.guess(table).columns == (None, None, None)
    service.take_in(table, columns, ["26001"])
    again = service.guess(table)
    assert (again.columns, again.is_remembered) == (columns, True)


def test_numbers_and_dates_of_excel_are_read(petra: Session, tmp_path: Path) -> None:
    sheet = TableOut(
        title="SBB",
        headings=("Crebo", "Naam", "Niveau", "Startdatum"),
        rows=[(26001.0, "Vakman", 3, TODAY), ("'26003", "Vakman", "Niveau 4", None)],
    )
    file = tmp_path / "sbb.xlsx"
    file.write_bytes(xlsx_bytes(sheet, lambda _done, _total: None))
    assert take(petra, file, "26001", "26003") == 2
    one = petra.qualifications.known("26001")
    assert one is not None
    assert one.qualification.starts_on == TODAY


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "niets in dit bestand"),
        (b"\x89PNG\0\0", "geen lijst"),
        (b"PK\x03\x04damaged", "beschadigd"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(
    petra: Session, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "lijst.xlsx"
    file.write_bytes(content)
    with pytest.raises(UserError, match=words):
        petra.qualification_import.read(file)


def test_a_list_about_something_else_has_no_codes(petra: Session, tmp_path: Path) -> None:
    file = write(tmp_path, "Jan;Bos", head="Voornaam;Achternaam")
    with pytest.raises(RuleBroken, match="code"):
        look(petra, file)


def test_only_a_coordinator_reads_in_a_list(jan: Session, lies: Session, tmp_path: Path) -> None:
    file = write(tmp_path, *LINES)
    for session in (jan, lies):
        with pytest.raises(NotAllowed):
            session.qualification_import.read(file)


def test_five_thousand_codes_are_compared_and_kept_in_seconds(
    petra: Session, tmp_path: Path
) -> None:
    lines = [f"{30_000 + n};Vakman {n};{n % 4 + 1};{40_000 + n}/{50_000 + n};" for n in range(5000)]
    file = write(tmp_path, *lines)
    begun = time.monotonic()
    rows = look(petra, file).rows
    assert sum(row.difference is Difference.NEW for row in rows) == 5000
    assert time.monotonic() - begun < 8
    assert take(petra, file, *(str(30_000 + n) for n in range(5000))) == 5000
