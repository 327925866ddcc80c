"""The name that is proposed to sign in with."""

import pytest

from ca_desktop.domain.accounts import usual_sign_in_name


@pytest.mark.parametrize(
    ("full_name", "proposed"),
    [
        ("Petra de Boer", "petra"),
        ("Łukasz Nowak", "lukasz"),
        ("Marie-José Bos", "mariejose"),
        ("  Jan  ", "jan"),
        ("", ""),
        ("–", ""),
    ],
)
def test_the_first_name_is_what_somebody_signs_in_with(full_name: str, proposed: str) -> None:
    assert usual_sign_in_name(full_name) == proposed


def test_a_name_that_is_taken_gets_letters_of_the_last_name() -> None:
    assert usual_sign_in_name("Jan Bos", ["Jan"]) == "janb"
    assert usual_sign_in_name("Jan Bos", ["jan", "janb"]) == "janbo"


def test_without_a_last_name_nothing_is_proposed_for_a_taken_name() -> None:
    assert usual_sign_in_name("Jan", ["jan"]) == ""
