"""Programme codes, levels and learning paths as lists write them."""

from contextlib import nullcontext, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.learning_paths import MBO, LearningPath
from ca_desktop.domain.written_codes import read_code, read_codes, read_level, read_paths

CODES = st.integers(10_000, 99_999).map(str)


@pytest.mark.parametrize(
    "text",
    ["25250", " 25250 ", "'25250", "’25250", "25250.0", "25250,00", "25 250", "25.250",
     "crebo 25250", "Crebocode: 25250", "25250\u00a0", '"25250"', "25250-", "(25250)"],
)  # fmt: skip
def test_a_code_is_read_however_it_is_written(text: str) -> None:
    assert read_code(text) == "25250"


@pytest.mark.parametrize(
    "text", ["2525", "252500", "25250.5", "bouw", "25-250", "25250 25251", "-25250x"]
)
def test_what_is_no_code_is_refused_in_words(text: str) -> None:
    with pytest.raises(RuleBroken, match="code"):
        read_code(text)


def test_an_empty_cell_is_no_code() -> None:
    assert read_code("  ") == ""
    assert read_codes(" ;, / ") == ()


@pytest.mark.parametrize(
    "text",
    ["25250,25251", "25250; 25251", "25250/25251", "25250 25251", "25250\n25251",
     "25250 en 25251", "25250.0; 25251.0", "25 250 / 25 251", "25250,0 , 25251,0",
     "25250; 25251; 25250"],
)  # fmt: skip
def test_several_codes_may_be_separated_by_anything(text: str) -> None:
    assert read_codes(text) == ("25250", "25251")


@given(st.lists(CODES, min_size=1, max_size=6, unique=True), st.sampled_from([",", ";", "/", " "]))
def test_every_list_of_codes_is_read_back(codes: list[str], between: str) -> None:
    assert read_codes(between.join(codes)) == tuple(codes)
    assert read_codes(f" {between} ".join(f"{one}.0" for one in codes)) == tuple(codes)


@given(CODES)
def test_a_code_survives_what_a_spreadsheet_does_to_it(code: str) -> None:
    for text in (code, f"'{code}", f"{code}.0", f"{code[:2]} {code[2:]}", f"{code[:2]}.{code[2:]}"):
        assert read_code(text) == code


def is_code(text: str) -> bool:
    """Five plain digits: those are never refused."""
    return len(text) == 5 and text.isascii() and text.isdigit()


@given(st.text(max_size=12))
def test_any_text_is_a_code_or_is_refused(text: str) -> None:
    refused = nullcontext() if is_code(text) else suppress(RuleBroken)
    with refused:
        found = read_code(text)
        assert found == "" or (len(found) == 5 and found.isascii() and found.isdigit())


@pytest.mark.parametrize(
    ("text", "level"),
    [("2", 2), ("niveau 2", 2), ("Niveau 4", 4), ("2.0", 2), ("mbo-3", 3), ("mbo niveau 1", 1),
     ("Entree", 1), ("Vakopleiding (niveau 3)", 3), ("middenkaderopleiding", 4), ("", None),
     ("level 4", 4), ("'3", 3)],
)  # fmt: skip
def test_a_level_is_read_however_it_is_written(text: str, level: int | None) -> None:
    assert read_level(text) == level


@pytest.mark.parametrize("text", ["5", "0", "2 of 3", "12", "hoog", "2,5"])
def test_what_is_no_level_is_refused_in_words(text: str) -> None:
    with pytest.raises(RuleBroken, match="niveau"):
        read_level(text)


@given(st.integers(1, 4), st.sampled_from(["{}", "niveau {}", "Niveau {}", "mbo {}", "{}.0"]))
def test_every_level_is_read_back(level: int, form: str) -> None:
    assert read_level(form.format(level)) == level


@pytest.mark.parametrize(
    ("text", "paths"),
    [("BOL/BBL", ("bol", "bbl")), ("bbl", ("bbl",)), ("bol, derde leerweg", ("bol", "third")),
     ("Beroepsbegeleidende leerweg", ("bbl",)), ("", ())],
)  # fmt: skip
def test_learning_paths_are_read(text: str, paths: tuple[str, ...]) -> None:
    assert read_paths(text) == tuple(LearningPath(one) for one in paths)
    assert set(read_paths(text)) <= set(MBO)


def test_what_is_no_learning_path_is_refused() -> None:
    with pytest.raises(RuleBroken, match="leerweg"):
        read_paths("avond")
