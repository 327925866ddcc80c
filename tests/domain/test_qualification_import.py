"""A list of qualifications beside the list in force: new, changed, the same, gone, wrong."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.listed_qualifications import in_force
from ca_desktop.domain.qualification_columns import QualificationField, guessed, mapping_problem
from ca_desktop.domain.qualification_import import compare
from ca_desktop.domain.qualification_rows import Difference, QualificationRow
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.domain.tables import TableIn

TODAY = date(2026, 11, 24)
OWN = Qualification(code="25999", name="Vakman hergebruik", level=3, equivalents=("25888", "25777"))
LISTED = in_force(load_catalogue().qualifications, [OWN], "nl")
F = QualificationField


def table(heads: str, *lines: str) -> TableIn:
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)
    return TableIn(name="lijst.xlsx", headings=tuple(heads.split("|")), rows=rows)


def read(heads: str, *lines: str) -> list[QualificationRow]:
    made = table(heads, *lines)
    return list(compare(made, guessed(made), LISTED, TODAY))


def of_file(rows: Sequence[QualificationRow]) -> list[QualificationRow]:
    return [row for row in rows if row.difference is not Difference.GONE]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Crebo", F.CODE),
        ("CREBOCODE", F.CODE),
        ("Erkende opleidingscode", F.CODE),
        ("Kwalificatie", F.NAME),
        ("Niveau", F.LEVEL),
        ("Startdatum", F.STARTS_ON),
        ("Einddatum", F.ENDS_ON),
        ("Equivalenten", F.EQUIVALENTS),
        ("Equivalente crebo's", F.EQUIVALENTS),
        ("Vervangt", F.EQUIVALENTS),
        ("Leerweg(en)", None),
        ("Leerwegen", F.LEARNING_PATHS),
        ("Programme code", F.CODE),
        ("Level", F.LEVEL),
        ("Valid from", F.STARTS_ON),
        ("Opmerkingen", None),
    ],
)
def test_columns_are_known_by_their_heading(heading: str, field: F | None) -> None:
    assert guessed(table(heading, "x")) == (field,)


def test_a_list_without_codes_or_with_codes_only_can_not_be_compared() -> None:
    assert "code" in mapping_problem((None, F.NAME))
    assert "wat er nog meer" in mapping_problem((F.CODE, None))
    assert "Twee kolommen" in mapping_problem((F.CODE, F.NAME, F.NAME))
    assert mapping_problem((F.CODE, F.EQUIVALENTS)) == ""


def test_a_new_code_needs_a_name_and_a_level() -> None:
    whole, part = of_file(read("Crebo|Naam|Niveau", "26001|Vakman|niveau 3", "26002||2"))
    assert (whole.difference, whole.name) == (Difference.NEW, "Vakman")
    assert whole.qualification is not None
    assert whole.qualification.level == 3
    assert part.difference is Difference.WRONG
    assert "Regel 3" in part.reason
    assert "opleiding" in part.reason or "kwalificatie" in part.reason


def test_what_differs_is_said_field_by_field_and_an_empty_cell_says_nothing() -> None:
    (row,) = of_file(
        read("Crebo|Naam|Niveau|Einddatum|Equivalenten", "25999|Vakman reparatie||31-7-2028|")
    )
    assert row.difference is Difference.CHANGED
    assert [(one.field, one.before, one.after) for one in row.changes] == [
        (F.NAME, "Vakman hergebruik", "Vakman reparatie"),
        (F.ENDS_ON, "", "31-07-2028"),
    ]
    assert row.qualification is not None
    assert row.qualification.equivalents == OWN.equivalents
    assert row.qualification.level == 3


def test_the_order_of_equivalents_and_a_name_in_the_other_language_are_no_difference() -> None:
    (row,) = of_file(read("Crebo|Equivalenten", "25999|25777; 25888"))
    assert row.difference is Difference.SAME
    english = load_catalogue().qualification("25250").name.en
    (row,) = of_file(read("Crebo|Naam", f"25250|{english}"))
    assert row.difference is Difference.SAME


def test_the_name_of_the_catalogue_differs_from_one_that_the_centre_changed() -> None:
    own = replace(LISTED["25250"].qualification, name="Onze naam")
    listed = in_force(load_catalogue().qualifications, [own], "nl")
    made = table("Crebo|Naam", "25250|Assistent bouwen, wonen en onderhoud")
    row = next(compare(made, guessed(made), listed, TODAY))
    assert row.reason.startswith("Kwalificatie: Onze naam → Assistent bouwen")


def test_what_the_file_lacks_is_gone_and_stays() -> None:
    rows = read("Crebo|Naam", "25999|Vakman hergebruik")
    gone = [row for row in rows if row.difference is Difference.GONE]
    assert len(gone) == len(LISTED) - 1
    assert not any(row.may_be_taken for row in gone)


def test_a_table_of_pairs_has_a_row_for_each_equivalent() -> None:
    rows = read(
        "Oude crebo|Naam oud|Nieuwe crebo|Naam nieuw",
        "25250|Assistent bouwen, wonen en onderhoud|25701|Nieuw een",
        "25250|Assistent bouwen, wonen en onderhoud|25702|Nieuw twee",
        "25250||25250|",
    )
    (row,) = of_file(rows)
    assert row.qualification is not None
    assert row.qualification.equivalents == ("25701", "25702")
    assert row.numbers == (2, 3, 4)
    assert row.difference is Difference.CHANGED


def test_rows_that_contradict_each_other_are_wrong_with_both_numbers() -> None:
    (row,) = of_file(read("Crebo|Naam|Niveau", "26001|Vakman|2", "26001|Vakman|3"))
    assert row.difference is Difference.WRONG
    assert "Regel 3" in row.reason
    assert "regel 2" in row.reason


def test_the_same_row_twice_is_one() -> None:
    (row,) = of_file(read("Crebo|Naam|Niveau", "26001|Vakman|2", "26001.0|Vakman|niveau 2"))
    assert (row.difference, row.numbers) == (Difference.NEW, (2, 3))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("abc|Vakman|2|", "vijf cijfers"),
        ("|Vakman|2|", "geen code"),
        ("26001|Vakman|7|", "niveau"),
        ("26001|Vakman|2|31-2-2027", "geen datum"),
        ("25999|Vakman|2|1-1-1900", "jaar"),
    ],
)
def test_what_is_wrong_says_the_row_and_what_to_do(line: str, words: str) -> None:
    (row,) = of_file(read("Crebo|Naam|Niveau|Einddatum", line))
    assert row.difference is Difference.WRONG
    assert words in row.reason
    assert "Regel 2" in row.reason
    assert not row.may_be_taken


def test_an_end_before_the_start_is_wrong_and_the_same_day_is_not() -> None:
    heads = "Crebo|Naam|Niveau|Startdatum|Einddatum"
    (wrong,) = of_file(read(heads, "26001|Vakman|2|1-8-2027|31-7-2027"))
    assert wrong.difference is Difference.WRONG
    (good,) = of_file(read(heads, "26001|Vakman|2|29-2-2028|29-2-2028"))
    assert good.difference is Difference.NEW


@pytest.mark.parametrize("text", ["31-7-2028", "31/07/2028", "2028-07-31", "46965", "31 juli 2028"])
def test_dates_are_read_as_excel_and_people_write_them(text: str) -> None:
    (row,) = of_file(read("Crebo|Naam|Einddatum", f"25999|Vakman hergebruik|{text}"))
    assert row.qualification is not None
    assert row.qualification.ends_on == date(2028, 7, 31)


def test_learning_paths_and_dossier_come_along() -> None:
    (row,) = of_file(read("Crebo|Leerwegen|Kwalificatiedossier", "25999|BBL|23110"))
    assert row.qualification is not None
    assert row.qualification.learning_paths == (LearningPath.BBL,)
    assert row.qualification.dossier == "23110"


def test_an_empty_row_is_no_row() -> None:
    assert of_file(read("Crebo|Naam", "|", "25999|Vakman hergebruik"))[0].numbers == (3,)


@given(
    st.dictionaries(
        st.integers(30_000, 39_999).map(str),
        st.tuples(st.text("abc ", min_size=1).filter(str.strip), st.integers(1, 4)),
        max_size=8,
    )
)
def test_every_new_code_is_read_once_with_what_the_file_says(
    found: dict[str, tuple[str, int]],
) -> None:
    lines = [f"{code}|{name}|{level}" for code, (name, level) in found.items()]
    rows = of_file(read("Crebo|Naam|Niveau", *lines, *reversed(lines)))
    assert [row.code for row in rows] == list(found)
    for row in rows:
        name, level = found[row.code]
        assert row.qualification is not None
        assert (row.qualification.name, row.qualification.level) == (" ".join(name.split()), level)


@given(st.lists(st.lists(st.text(max_size=8), min_size=5, max_size=5), max_size=6))
def test_no_cell_at_all_brings_the_comparison_down(cells: list[list[str]]) -> None:
    heads = ("Crebo", "Naam", "Niveau", "Startdatum", "Equivalenten")
    made = TableIn(name="x", headings=heads, rows=tuple(tuple(row) for row in cells))
    rows = list(compare(made, guessed(made), LISTED, TODAY))
    assert len({row.id for row in rows}) == len(rows)
    assert all(row.reason for row in rows if row.difference is Difference.WRONG)
