"""What a thought of change does, in one sentence: it never fits where it was too full already."""

from fractions import Fraction

import pytest

from ca_desktop.domain.capacity import GuidanceTerms, Load, LoadState
from ca_desktop.domain.capacity_board import Change
from ca_desktop.domain.centre_settings import setting_values
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.ui.pages.capacity.words import difference

TERMS = GuidanceTerms.of(setting_values(()))


def a_change(before: int, after: int, supply: int = 100, less: int = 0) -> Change:
    return Change(
        supervisor_id=None,
        slot=HalfDay.from_code("0m"),
        before=Load(need=Fraction(before), supply=Fraction(supply)),
        after=Load(need=Fraction(after), supply=Fraction(supply - less)),
    )


@pytest.mark.parametrize(
    ("change", "words", "state"),
    [
        (a_change(20, 40), "Het past", LoadState.FITS),
        (a_change(40, 130), "1 dagdeel wordt te vol", LoadState.OVER),
        (a_change(130, 160), "1 dagdeel was al te vol en wordt nog voller", LoadState.OVER),
        (a_change(130, 130, less=30), "was al te vol en wordt nog voller", LoadState.OVER),
        (a_change(53, 88, supply=0), "was al te vol en wordt nog voller", LoadState.OVER),
        (a_change(160, 130), "Het past", LoadState.FITS),
    ],
)
def test_the_sentence_says_what_happens(change: Change, words: str, state: LoadState) -> None:
    said, found = difference([change], TERMS)
    assert words in said
    assert found is state


def test_a_tight_half_day_that_gets_fuller_is_named_beside_the_others() -> None:
    tight = TERMS.tight_above + 1
    said, state = difference([a_change(tight, tight + 1), a_change(20, 130)], TERMS)
    assert "1 dagdeel wordt te vol" in said
    assert "1 dagdeel was al krap" in said
    assert state is LoadState.OVER
