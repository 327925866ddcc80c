"""How a partner is reached: the postcode."""

import pytest

from ca_desktop.domain.partners import tidy_postcode


@pytest.mark.parametrize("typed", ["5038tc", "5038 TC", " 5038 tc "])
def test_a_postcode_is_kept_as_it_is_written_on_a_letter(typed: str) -> None:
    assert tidy_postcode(typed) == "5038 TC"


def test_what_is_no_postcode_stays_for_the_rules_to_refuse() -> None:
    assert tidy_postcode("50 TC") == "50 TC"
