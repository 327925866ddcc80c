"""One rule for phone numbers, whether somebody types them or a list holds them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.phones import phone_digits, phone_problem, read_phone

GOOD = (
    ("06-12 34 56 78", "0612345678"),
    ("+31 (0)6 12345678", "0612345678"),
    ("+31 6 12345678", "0612345678"),
    ("0031612345678", "0612345678"),
    ("612345678", "0612345678"),
    ("013-1234567", "0131234567"),
    ("(013) 123 45 67", "0131234567"),
    ("055 - 555 01 20", "0555550120"),
    ("0800 1234", "08001234"),
    ("14 055", "14055"),
    ("+49 30 901820", "+4930901820"),
    ("06 12345678 (na 17 uur)", "0612345678 (na 17 uur)"),
    ("06-12345678 ( zus )", "0612345678 (zus)"),
)
WRONG = ("onbekend", "bellen", "06", "06 1234567", "06123456789", "12345", "013-abc", "06 12 of 13")


@pytest.mark.parametrize(("text", "kept"), [*GOOD, ("", "")])
def test_a_number_is_read_in_one_way_with_the_words_behind_it(text: str, kept: str) -> None:
    assert read_phone(text) == kept


@pytest.mark.parametrize("text", [text for text, _kept in GOOD])
def test_what_a_list_may_hold_may_be_typed_too(text: str) -> None:
    assert phone_problem(text) is None


def test_no_phone_number_is_no_problem() -> None:
    assert phone_problem("") is None


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_phone_number_is_refused_in_both_ways(text: str) -> None:
    problem = phone_problem(text, "contact_phone")
    assert problem is not None
    assert problem.field == "contact_phone"
    with pytest.raises(RuleBroken, match="telefoonnummer"):
        read_phone(text)


@given(st.text(alphabet="+0123456789 -()abc", max_size=24))
def test_what_was_read_once_reads_the_same_again(text: str) -> None:
    if text.strip() and phone_problem(text) is None:
        assert read_phone(read_phone(text)) == read_phone(text)
        assert phone_digits(read_phone(text)) == phone_digits(text)
