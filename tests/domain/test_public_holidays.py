"""Public holidays in the Netherlands."""

from datetime import date

import pytest

from ca_desktop.domain.public_holidays import (
    easter,
    is_public_holiday,
    kings_day,
    public_holidays,
)


@pytest.mark.parametrize(
    "sunday",
    [date(2000, 4, 23), date(2008, 3, 23), date(2019, 4, 21), date(2024, 3, 31), date(2025, 4, 20),
     date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25), date(2049, 4, 18), date(2076, 4, 19)],
)  # fmt: skip
def test_easter_falls_on_its_sunday(sunday: date) -> None:
    assert easter(sunday.year) == sunday


def test_a_year_has_its_moving_and_its_fixed_days() -> None:
    assert public_holidays(2026) == {
        date(2026, 1, 1),
        date(2026, 4, 5),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 5, 24),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 12, 26),
    }


def test_good_friday_is_a_day_of_work() -> None:
    assert not is_public_holiday(date(2026, 4, 3))


def test_kings_day_gives_way_to_a_sunday() -> None:
    assert kings_day(2025) == date(2025, 4, 26)
    assert kings_day(2026) == date(2026, 4, 27)


@pytest.mark.parametrize(("year", "free"), [(2024, False), (2025, True), (2026, False)])
def test_liberation_day_is_free_once_in_five_years(year: int, free: bool) -> None:
    assert is_public_holiday(date(year, 5, 5)) is free
