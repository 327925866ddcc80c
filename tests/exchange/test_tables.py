"""What we write comes back the same, and whatever somebody chooses is read or refused in words."""

import zipfile
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.tables import TableIn, TableOut, Value
from ca_desktop.exchange import tables_in
from ca_desktop.exchange.tables_in import read_table
from ca_desktop.exchange.tables_out import csv_bytes, xlsx_bytes

WRITERS = {"csv": csv_bytes, "xlsx": xlsx_bytes}
LETTERS = st.characters(exclude_categories=("C", "Z"), include_characters=" ;,'\"=+-@")
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(str.strip).filter(bool)
CELLS = st.one_of(WORDS, st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.integers(0, 10**9))
in_a_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(folder: Path, content: bytes, name: str) -> TableIn:
    file = folder / name
    file.write_bytes(content)
    return read_table(file)


def as_text(value: Value) -> str:
    return format_date(value) if isinstance(value, date) else str(value)


@pytest.mark.parametrize("ending", WRITERS)
@in_a_folder
@given(
    headings=st.lists(WORDS.map(lambda w: f"k{w}"), min_size=3, max_size=3),
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6),
)
def test_a_list_that_we_wrote_comes_back_the_same(
    tmp_path: Path, ending: str, headings: list[str], rows: list[tuple[Value, ...]]
) -> None:
    table = TableOut(title="Lijst", headings=tuple(headings), rows=rows)
    back = written(tmp_path, WRITERS[ending](table), f"lijst.{ending}")
    assert back.headings == tuple(headings)
    errors = tables_in._ERRORS
    expected = [tuple(as_text(v) for v in row) for row in rows]
    assert back.rows == tuple(
        tuple("" if ending == "xlsx" and v in errors else v for v in row) for row in expected
    )


@in_a_folder
@given(content=st.binary(max_size=300), start=st.sampled_from((b"", b"PK\x03\x04", b"\xff\xfe")))
def test_no_bytes_make_the_reader_fall_over(tmp_path: Path, content: bytes, start: bytes) -> None:
    with suppress(UserError):
        written(tmp_path, start + content, "lijst.csv")


@in_a_folder
@given(place=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_damaged_excel_file_is_read_or_refused_in_words(
    tmp_path: Path, place: int, byte: int
) -> None:
    table = TableOut(title="L", headings=("Naam", "Start"), rows=[("Piet", date(2026, 1, 1))])
    content = bytearray(xlsx_bytes(table))
    content[place % len(content)] = byte
    with suppress(UserError):
        written(tmp_path, bytes(content), "lijst.xlsx")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_separator_and_letters_are_found_out(tmp_path: Path, separator: str, letters: str) -> None:
    lines = (("Naam", "Plaats"), ("Zoë", "’s-Heerenberg"), ("Ánna", "Epe"))
    text = "\r\n".join(separator.join(line) for line in lines)
    back = written(tmp_path, text.encode(letters), "lijst.csv")
    assert (back.headings, back.rows) == (lines[0], lines[1:])


def test_a_comma_inside_quotation_marks_separates_nothing(tmp_path: Path) -> None:
    content = b'Naam;Plaats\n"Boer, Piet de";"Epe, Vaassen"\n"Bos, Jan";Epe\n'
    assert written(tmp_path, content, "l.csv").rows[0] == ("Boer, Piet de", "Epe, Vaassen")


def test_the_line_of_excel_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    assert written(tmp_path, b"sep=,\r\nNaam,Plaats\r\nPiet,Epe\r\n", "l.csv").rows == (
        ("Piet", "Epe"),
    )


def test_a_title_above_the_headings_is_no_heading_and_rows_keep_their_number(
    tmp_path: Path,
) -> None:
    back = written(
        tmp_path, b"Lijst 2026;;\n;;\nVoornaam;Achternaam;Plaats\nPiet;Bos;Epe\n", "l.csv"
    )
    assert back.headings == ("Voornaam", "Achternaam", "Plaats")
    assert back.first_row == 4


@pytest.mark.parametrize("ending", WRITERS)
def test_a_demo_says_so_on_the_first_line_and_can_still_be_read(
    tmp_path: Path, ending: str
) -> None:
    table = TableOut(title="Deelnemers", headings=("a", "b", "c"), rows=[("1", "2", "3")])
    demo = TableOut(title="Deelnemers", headings=("a", "b", "c"), rows=table.rows, is_demo=True)
    assert demo.first_line.startswith("VOORBEELD")
    assert demo.sheet_name.startswith("VOORBEELD")
    back = written(tmp_path, WRITERS[ending](demo), f"l.{ending}")
    assert (back.headings, back.rows) == (("a", "b", "c"), (("1", "2", "3"),))


def test_the_csv_opens_well_in_dutch_excel() -> None:
    rows: list[tuple[Value, ...]] = [("=1+1", 1.5, date(2026, 2, 1)), ("+31612345678", 2, None)]
    content = csv_bytes(TableOut(title="L", headings=("a", "b", "c"), rows=rows))
    assert content == (b"\xef\xbb\xbfa;b;c\r\n'=1+1;1,5;01-02-2026\r\n'+31612345678;2;\r\n")


def test_the_excel_file_holds_dates_and_no_formula(tmp_path: Path) -> None:
    rows: list[tuple[Value, ...]] = [("=1+1", 1.5, date(2026, 2, 1))]
    file = tmp_path / "l.xlsx"
    file.write_bytes(xlsx_bytes(TableOut(title="L", headings=("a", "b", "c"), rows=rows)))
    with zipfile.ZipFile(file) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "46054" in sheet  # Excel's number of 1 February 2026
    assert read_table(file).rows == (("=1+1", "1,5", "01-02-2026"),)


def test_what_is_too_large_protected_or_no_list_is_said_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le")
    for content, word in (
        (old, "wachtwoord"),
        (b"PK\x03\x04 kapot", "beschadigd"),
        (b"", "niets"),
        (b"\x89PNG\r\n\x1a\n\0\0", "geen lijst"),
    ):
        with pytest.raises(UserError, match=word):
            written(tmp_path, content, "l.xlsx")
    with pytest.raises(UserError, match="niet te lezen"):
        read_table(tmp_path / "weg.csv")
    monkeypatch.setattr(tables_in, "MOST_ROWS", 2)
    with pytest.raises(UserError, match="meer dan 2 regels"):
        written(tmp_path, b"Naam;Plaats\n" + b"Piet;Epe\n" * 3, "l.csv")
    monkeypatch.setattr(tables_in, "MOST_BYTES", 10)
    with pytest.raises(UserError, match="20 MB"):
        written(tmp_path, b"Naam;Plaats\nPiet;Epe\n", "l.csv")
