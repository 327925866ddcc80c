"""Who may be here already: what counts as the same person, and what does not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.duplicates import Likeness, dialled, likely
from ca_desktop.domain.participants import Participant

BORN = date(1992, 2, 29)


def a_person(number: int = 0, first: str = "", last: str = "", **more: Any) -> Participant:
    return Participant(
        number=number, first_name=first, last_name=last, starts_on=date(2026, 1, 5), **more
    )


def why(new: Participant, known: Participant) -> tuple[Likeness, ...]:
    found = likely(new, [known])
    return found[0].why if found else ()


@pytest.mark.parametrize(
    ("new", "known"),
    [
        (("Łukasz", "Nowak"), ("Lukasz", "nowak")),
        (("Ayşe", "Öztürk"), ("ayse", "OZTURK")),
        (("Nowak", "Łukasz"), ("Łukasz", "Nowak")),
    ],
)
def test_the_same_name_is_seen_through_accents_capitals_and_order(new, known):
    assert why(a_person(0, *new), a_person(7, *known)) == (Likeness.NAME,)


def test_one_shared_name_alone_says_nothing():
    assert why(a_person(0, "Mohammed"), a_person(7, "Mohammed")) == ()
    assert why(a_person(0, "Jan", "Bos"), a_person(7, "Jan", "Boer")) == ()


@pytest.mark.parametrize(
    "known", [("Fatima", "Amrani"), ("Fatma", "El Amrani"), ("Fatima", ""), ("Fatimah", "Amrany")]
)
def test_a_name_that_looks_like_it_counts_with_the_same_date_of_birth(known):
    new = a_person(0, "Fatima", "Amrani", born_on=BORN)
    assert Likeness.BIRTH_DATE in why(new, a_person(7, *known, born_on=BORN))
    assert Likeness.BIRTH_DATE not in why(new, a_person(7, *known, born_on=date(1992, 3, 1)))


def test_another_name_on_the_same_day_is_somebody_else():
    one = a_person(0, "Fatima", "Amrani", born_on=BORN)
    assert why(one, a_person(7, "Bram", "Visser", born_on=BORN)) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "06-1234 5678",
        "+31 6 12345678",
        "0031612345678",
        "0612345678",
        "06 12345678 (na 17 uur)",
    ],
)
def test_a_phone_is_the_same_however_it_is_written(typed):
    assert why(a_person(phone=typed), a_person(7, phone="06 12 34 56 78")) == (Likeness.PHONE,)


def test_half_a_phone_and_no_phone_are_not_the_same():
    assert dialled("06-123") == dialled("") == ""
    assert why(a_person(), a_person(7)) == ()


@given(st.text(alphabet="+0123456789 -()", max_size=20))
def test_a_dialled_number_holds_digits_only_and_stays_itself(typed):
    digits = dialled(typed)
    assert digits == "" or digits.isdecimal()
    assert dialled(digits) in ("", digits)


def test_who_has_most_in_common_stands_first():
    new = a_person(0, "Piet", "Boer", email="Piet@post.example", born_on=BORN)
    name = a_person(3, "Piet", "Boer")
    more = a_person(9, "Piet", "Boer", email="piet@post.example", born_on=BORN)
    assert [one.number for one in likely(new, [name, more, new])] == [9, 3]
