"""School years and the ISO weeks that belong to them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.dates import iso_week, week_start
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.school_years import SchoolYear

DAYS = st.dates(min_value=date(1995, 1, 1), max_value=date(2150, 1, 1))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2024, 2, 29), "2023-2024"),
        (date(2025, 12, 31), "2025-2026"),
    ],
)
def test_a_school_year_runs_from_1_august_until_31_july(day: date, name: str) -> None:
    year = SchoolYear.of(day)
    assert year.name == name
    assert year.starts_on <= day <= year.ends_on
    assert SchoolYear.parse(name) == year


@pytest.mark.parametrize(
    ("monday", "name"),
    [
        (date(2026, 7, 27), "2025-2026"),  # Thursday 30 July: five days in July
        (date(2025, 7, 28), "2024-2025"),  # Thursday 31 July
        (date(2024, 7, 29), "2024-2025"),  # Thursday 1 August: four days in August
    ],
)
def test_a_week_across_the_border_belongs_to_the_school_year_of_its_thursday(
    monday: date, name: str
) -> None:
    days = [monday + timedelta(days=number) for number in range(7)]
    assert {SchoolYear.of_week(day).name for day in days} == {name}
    assert len({SchoolYear.of(day) for day in days}) == 2
    holding = [year for year in range(2020, 2030) if monday in SchoolYear(year).mondays]
    assert [SchoolYear(year).name for year in holding] == [name]


def test_iso_week_53_belongs_to_one_school_year() -> None:
    monday = date(2020, 12, 28)
    assert iso_week(monday) == "2020-W53"
    assert SchoolYear.of_week(date(2021, 1, 3)).name == "2020-2021"
    assert monday in SchoolYear(2020).mondays
    assert len(SchoolYear(2020).mondays) == 52


def test_a_school_year_can_have_53_weeks() -> None:
    years = {year: len(SchoolYear(year).mondays) for year in range(2020, 2032)}
    assert set(years.values()) == {52, 53}
    assert years[2024] == 53


@given(day=DAYS)
def test_every_week_belongs_to_exactly_one_school_year(day: date) -> None:
    monday = week_start(day)
    found = [
        year for year in range(day.year - 2, day.year + 2) if monday in SchoolYear(year).mondays
    ]
    assert [SchoolYear(year) for year in found] == [SchoolYear.of_week(day)]


@given(first=st.integers(min_value=1990, max_value=2199))
def test_the_weeks_follow_each_other_over_the_years_without_a_gap(first: int) -> None:
    here, following = SchoolYear(first).mondays, SchoolYear(first + 1).mondays
    assert following[0] - here[-1] == timedelta(weeks=1)
    assert SchoolYear(first).week_period.ends_on == following[0] - timedelta(days=1)


@pytest.mark.parametrize("text", ["2025", "25-26", "2025-2027", "2026-2025", "0001-0002", "", "x"])
def test_what_is_no_school_year_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(RuleBroken):
        SchoolYear.parse(text)


@pytest.mark.parametrize("text", [" 2025-2026 ", "2025/2026", "2025 - 2026", "2025–2026"])
def test_a_school_year_may_be_typed_as_people_write_it(text: str) -> None:
    assert SchoolYear.parse(text).name == "2025-2026"
