"""The citizen number: the vectors of the test of eleven, and when it may be recorded at all."""

from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.citizen_numbers import CitizenNumber, may_be_recorded, problems
from ca_desktop.domain.trajectories import LegalRole


def a_number(number: str) -> CitizenNumber:
    return CitizenNumber(participant_id=uuid4(), number=number, recorded_on=date(2026, 11, 24))


@pytest.mark.parametrize(
    ("number", "passes"),
    [
        ("111222333", True),
        ("123456782", True),
        ("1112.22.333", True),
        ("123456789", False),
        ("000000000", False),
        ("11122233", False),
        ("", False),
    ],
)
def test_the_test_of_eleven(number: str, passes: bool) -> None:
    assert is_bsn(number) is passes
    assert [p.field for p in problems(a_number(number), [LegalRole.WMO_PROVIDER])] == (
        [] if passes else ["number"]
    )


@pytest.mark.parametrize("role", list(LegalRole))
def test_only_a_wmo_provider_may_record_it(role: LegalRole) -> None:
    assert may_be_recorded([role]) is (role is LegalRole.WMO_PROVIDER)


def test_nothing_about_it_shows_more_than_three_digits() -> None:
    number = a_number("123456782")
    assert number.masked == "•••••• 782"
    assert "123456" not in repr(number)
    said = " ".join(p.message for p in problems(a_number("123456789"), []))
    assert "123456" not in said
