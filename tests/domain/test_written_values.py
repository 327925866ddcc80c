"""Names, dates and numbers as lists from elsewhere write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.dates import DateKind, format_date
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.written_names import split_last_name, split_name, tidy
from ca_desktop.domain.written_values import read_date
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("text", "first", "prefix", "last"),
    [
        ("Boer, Piet de", "Piet", "de", "Boer"),
        ("Boer, de, Piet", "Piet", "de", "Boer"),
        ("de Boer, Piet", "Piet", "de", "Boer"),
        ("Berg, A.B. van der", "A.B.", "van der", "Berg"),
        ("Piet de Boer", "Piet", "de", "Boer"),
        ("Anna Maria van den Berg", "Anna Maria", "van den", "Berg"),
        ("Anna Maria Jansen", "Anna Maria", "", "Jansen"),
        ("Amina El Amrani", "Amina El", "", "Amrani"),
        ("Sem in ’t Veld", "Sem", "in 't", "Veld"),
        ("Lula", "Lula", "", ""),
        ("YUSUF, AMINA", "Amina", "", "Yusuf"),
    ],
)
def test_a_whole_name_falls_into_its_parts(text: str, first: str, prefix: str, last: str) -> None:
    assert split_name(text) == PersonName(first=first, prefix=prefix, last=last)


@pytest.mark.parametrize(
    ("text", "prefix", "last"),
    [
        ("de Boer", "de", "Boer"),
        ("Van der Berg", "van der", "Berg"),
        ("Berg, van der", "van der", "Berg"),
        ("'t Hart", "'t", "Hart"),
        ("JANSEN-DE BOER", "", "Jansen-de Boer"),
        ("El Amrani", "", "El Amrani"),
        ("IJSSELSTEIN", "", "IJsselstein"),
        ("De", "", "De"),
        ("", "", ""),
    ],
)
def test_a_last_name_gives_its_prefix(text: str, prefix: str, last: str) -> None:
    found = split_last_name(text)
    assert (found.prefix, found.last) == (prefix, last)


@given(st.text(max_size=30))
def test_tidying_twice_is_tidying_once_and_no_name_falls_over(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    split_name(text)


@given(
    st.sampled_from(["Piet", "Anna Maria", "A.B."]),
    st.sampled_from(["", "de", "van der", "in 't"]),
    st.sampled_from(["Boer", "Berg", "Łukasz", "IJssel"]),
)
def test_the_sorted_form_of_a_name_reads_back(first: str, prefix: str, last: str) -> None:
    name = PersonName(first=first, prefix=prefix, last=last)
    assert split_name(name.sorted_form) == name


@pytest.mark.parametrize(
    "text",
    ["1-3-1990", "01-03-90", "1 maart 1990", "1 mrt. 90", "1990-03-01", "1990-03-01T00:00:00",
     "01-03-1990 00:00", "32933", "1/3/1990", "01.03.1990"],
)  # fmt: skip
def test_every_way_to_write_a_day_gives_that_day(text: str) -> None:
    assert read_date(text, today=TODAY, kind=DateKind.BIRTH) == date(1990, 3, 1)


@pytest.mark.parametrize("text", ["vandaag", "+2w", "31-2-1990", "?", "1990", "04/23/1990", "7-7"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(RuleBroken):
        read_date(text, today=TODAY, kind=DateKind.BIRTH)


@given(st.dates(date(1990, 1, 1), date(2046, 1, 1)))
def test_every_date_reads_back_also_as_a_number_of_excel(day: date) -> None:
    serial = str((day - date(1899, 12, 30)).days)
    assert read_date(format_date(day), today=TODAY) == day
    assert read_date(serial, today=TODAY) == day
