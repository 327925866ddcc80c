"""How a partner is reached: phone and postcode."""

import pytest

from ca_desktop.domain.partners import phone_problem, tidy_postcode


@pytest.mark.parametrize(
    "phone", ["", "013-1234567", "+31 6 12345678", "(013) 123 45 67", "06 12345678 (na 17 uur)"]
)
def test_a_phone_number_as_people_write_it_is_kept(phone: str) -> None:
    assert phone_problem(phone) is None


@pytest.mark.parametrize("phone", ["013-abc", "bellen", "06 12 of 13"])
def test_letters_are_no_phone_number(phone: str) -> None:
    problem = phone_problem(phone)
    assert problem is not None
    assert problem.field == "phone"


@pytest.mark.parametrize("typed", ["5038tc", "5038 TC", " 5038 tc "])
def test_a_postcode_is_kept_as_it_is_written_on_a_letter(typed: str) -> None:
    assert tidy_postcode(typed) == "5038 TC"


def test_what_is_no_postcode_stays_for_the_rules_to_refuse() -> None:
    assert tidy_postcode("50 TC") == "50 TC"
