"""Dutch names: written, sorted and found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName

words = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)


def test_a_name_is_written_in_full_and_sorted_on_the_last_name() -> None:
    name = PersonName(first="Piet", prefix="de", last="Boer")
    assert name.full == "Piet de Boer"
    assert name.sorted_form == "Boer, Piet de"


def test_without_a_first_name_the_prefix_gets_a_capital() -> None:
    assert PersonName(prefix="de", last="Boer").full == "De Boer"
    assert PersonName(prefix="van der", last="Meulen").full == "Van der Meulen"


def test_somebody_with_one_name_is_called_by_it() -> None:
    name = PersonName(first="Selam")
    assert name.full == name.sorted_form == "Selam"


def test_half_the_country_does_not_sort_under_the_v() -> None:
    names = [
        PersonName(first="Jan", prefix="van den", last="Berg"),
        PersonName(first="Anna", last="Visser"),
        PersonName(first="Kees", prefix="de", last="Vries"),
        PersonName(first="Łukasz", last="Zieliński"),
        PersonName(first="Ayşe", last="Çelik"),
    ]
    ordered = sorted(names, key=lambda name: name.sort_key)
    assert [name.last for name in ordered] == ["Berg", "Çelik", "Visser", "Vries", "Zieliński"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("Ayşe", "ayse"),
        ("Sjørs", "sjors"),
        ("Đorđe", "dorde"),
        ("Weiß", "weiss"),
        ("Ægir", "aegir"),
        ("Yıldız", "yildiz"),
        ("José", "jose"),
        ("ÏJSBRAND", "ijsbrand"),
        ("ᴬnna", "anna"),
    ],
)
def test_a_name_is_found_without_its_marks(written: str, typed: str) -> None:
    assert fold(written) == typed


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words, st.sampled_from(["", "de", "van der", "'t"]), words)
def test_no_part_of_a_name_gets_lost(first: str, prefix: str, last: str) -> None:
    name = PersonName(first=first, prefix=prefix, last=last)
    for part in (first, prefix, last):
        assert part in name.full
        assert part in name.sorted_form
