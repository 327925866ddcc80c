"""Dates as people type them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.dates import (
    DateKind,
    Period,
    add_months,
    format_date,
    iso_week,
    parse_date,
    week_start,
)
from ca_desktop.domain.errors import RuleBroken

TODAY = date(2026, 11, 24)
plans = st.dates(date(1990, 1, 1), date(2046, 12, 31))
births = st.dates(date(1917, 1, 1), TODAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7-4-26", date(2026, 4, 7)),
        ("070426", date(2026, 4, 7)),
        ("07042026", date(2026, 4, 7)),
        ("7/4/2026", date(2026, 4, 7)),
        ("7.4.2026", date(2026, 4, 7)),
        ("2026-04-07", date(2026, 4, 7)),
        ("vandaag", TODAY),
        ("Morgen", date(2026, 11, 25)),
        ("gisteren", date(2026, 11, 23)),
        ("+2w", date(2026, 12, 8)),
        ("-3d", date(2026, 11, 21)),
        ("+3m", date(2027, 2, 24)),
        ("+1j", date(2027, 11, 24)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, day: date) -> None:
    assert parse_date(typed, today=TODAY) == day


def test_nothing_typed_is_no_date() -> None:
    assert parse_date("  ", today=TODAY) is None


@pytest.mark.parametrize(
    "typed", ["30-2-2026", "29-2-2027", "32-1-2026", "maandag", "7-4", "0-0-0"]
)
def test_what_is_no_date_gets_a_sentence_with_an_example(typed: str) -> None:
    with pytest.raises(RuleBroken, match="7-4-2026"):
        parse_date(typed, today=TODAY)


@pytest.mark.parametrize("typed", ["7-4-1026", "7-4-2206", "1-1-1970"])
def test_an_absurd_year_is_refused_for_a_plan(typed: str) -> None:
    with pytest.raises(RuleBroken):
        parse_date(typed, today=TODAY)


def test_two_digits_go_to_the_past_for_a_birth_and_to_the_near_future_for_a_plan() -> None:
    assert parse_date("7-4-67", today=TODAY, kind=DateKind.BIRTH) == date(1967, 4, 7)
    assert parse_date("7-4-23", today=TODAY, kind=DateKind.BIRTH) == date(2023, 4, 7)
    assert parse_date("7-4-30", today=TODAY, kind=DateKind.BIRTH) == date(1930, 4, 7)
    assert parse_date("7-4-30", today=TODAY) == date(2030, 4, 7)
    assert parse_date("7-4-23", today=TODAY) == date(2023, 4, 7)


@pytest.mark.parametrize("typed", ["25-11-2026", "1-1-1900"])
def test_nobody_is_born_tomorrow_or_a_hundred_and_twenty_years_ago(typed: str) -> None:
    with pytest.raises(RuleBroken):
        parse_date(typed, today=TODAY, kind=DateKind.BIRTH)


@given(plans)
def test_what_is_shown_can_be_typed_back(day: date) -> None:
    assert parse_date(format_date(day), today=TODAY) == day


@given(births)
def test_a_birth_date_shown_can_be_typed_back(day: date) -> None:
    assert parse_date(format_date(day), today=TODAY, kind=DateKind.BIRTH) == day


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_message(typed: str) -> None:
    day = None
    with suppress(RuleBroken):
        day = parse_date(typed, today=TODAY)
    assert day is None or 1990 <= day.year <= 2046


@given(plans, st.integers(-240, 240))
def test_months_on_and_back_stay_within_three_days(day: date, months: int) -> None:
    there = add_months(day, months)
    assert abs((add_months(there, -months) - day).days) <= 3
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months


def test_the_last_day_of_a_month_stays_the_last_day() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2024, 2, 29), 48) == date(2028, 2, 29)
    assert add_months(date(2024, 2, 29), 12) == date(2025, 2, 28)


def test_the_turn_of_the_year_is_in_iso_week_53() -> None:
    assert iso_week(date(2026, 12, 31)) == "2026-W53"
    assert iso_week(date(2027, 1, 3)) == "2026-W53"
    assert iso_week(date(2027, 1, 4)) == "2027-W01"


@given(plans)
def test_a_week_starts_on_monday_at_most_six_days_before(day: date) -> None:
    monday = week_start(day)
    assert monday.weekday() == 0
    assert timedelta() <= day - monday <= timedelta(days=6)


@given(plans, plans, plans, plans)
def test_periods_overlap_when_a_day_lies_in_both(a: date, b: date, c: date, d: date) -> None:
    one = Period(starts_on=min(a, b), ends_on=max(a, b))
    other = Period(starts_on=min(c, d), ends_on=max(c, d))
    shared = max(one.starts_on, other.starts_on)
    assert one.overlaps(other) == (one.includes(shared) and other.includes(shared))
    assert one.overlaps(other) == other.overlaps(one)
