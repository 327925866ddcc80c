"""The word watch: whole words and inflections, however they are written, and no false alarm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.folding import fold
from ca_desktop.domain.word_watch import word_watch


def found(text: str) -> list[str]:
    return [one.word for one in word_watch().sightings(text)]


@pytest.mark.parametrize(
    "word",
    [
        "diagnose", "Diagnoses", "PTSS", "autisme", "autistische", "ADHD", "medicijn", "medicijnen",
        "psychose", "psychotische", "verslaving", "drugsverslaving", "verslaafd", "detentie",
        "delict", "delicten", "veroordeeld", "veroordeelde", "ex-gedetineerde", "burn-out",
        "burn out", "TBS’er", "verstandelijke beperking", "cocaïne", "depressief",
    ],
)  # fmt: skip
def test_a_watched_word_is_found_as_it_stands_there(word: str) -> None:
    assert found(f"Hij vertelde over {word}, en werkte door.") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "Ze rijdt graag en heeft wat stress. Rijden gaat goed.",
        "Bram Detentsen en Delia Strafman demonteren een wasmachine.",
        "Een verdachte accu apart gelegd; reparatie, depot en straffe wind.",
        "Ga naar huis. Nahid, Tristan en mevrouw Kankarina waren er.",
        "Afspraak op 24-11-2026 om 10 uur, bel 06-12345678 of 055 123 45 67.",
        "",
    ],
)
def test_work_feelings_names_and_dates_give_no_alarm(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("number", ["111222333", "123456782", "1234.56.782", "123 456 782"])
def test_a_citizen_number_in_a_text_is_found(number: str) -> None:
    assert found(f"Zijn nummer is {number}.") == [number]


@pytest.mark.parametrize("number", ["123456789", "1112223334", "A111222333"])
def test_another_number_is_none(number: str) -> None:
    assert found(f"Het nummer is {number}.") == []


def test_a_word_is_named_once_and_in_the_order_of_the_text() -> None:
    assert found("Medicijn na detentie; MEDICIJN.") == ["Medicijn", "detentie"]


def test_each_finding_says_why_and_what_to_write_in_both_languages() -> None:
    for one in word_watch().sightings("adhd detentie 111222333"):
        for language in ("nl", "en"):
            assert one.reason.why.in_(language)
            assert one.reason.instead.in_(language)


@given(
    st.sampled_from(["psychose", "autisme", "delict", "verslaving", "cocaine"]),
    st.lists(st.sampled_from("\u0301\u0308\u0302\u0327"), min_size=12, max_size=12),
    st.lists(st.booleans(), min_size=12, max_size=12),
    st.sampled_from(["NFC", "NFD"]),
)
def test_accents_and_capitals_hide_no_word(
    word: str, marks: list[str], capitals: list[bool], form: str
) -> None:
    signs = [s.upper() if up else s for s, up in zip(word, capitals, strict=False)]
    dressed = "".join(s + mark for s, mark in zip(signs, marks, strict=False))
    written = unicodedata.normalize(form, dressed)
    assert [fold(one) for one in found(f"Zie {written}.")] == [word]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_word_among_any_other_signs_is_found_unless_letters_touch_it(
    before: str, after: str
) -> None:
    assert "ptss" in [fold(one) for one in found(f"{before} ptss {after}")]
    assert found("xptss ptssx") == []


@given(st.text(max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert all(one in text for one in found(text))


@given(st.integers(0, 999_999_999))
def test_a_number_is_found_exactly_when_it_passes_the_test_of_eleven(number: int) -> None:
    digits = f"{number:09d}"
    assert found(digits) == ([digits] if is_bsn(digits) else [])
