"""Placements: half-days that clash, dates that can't be, and how full a role is."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.half_days import DayPart, HalfDay, HalfDays
from ca_desktop.domain.placements import (
    Outcome,
    Placement,
    first_shared_day,
    fullest_half_day,
    problems,
)

MONDAY = date(2026, 11, 2)
slots = st.builds(HalfDay, st.integers(0, 6), st.sampled_from(DayPart))
half_days = st.builds(HalfDays, st.frozensets(slots, min_size=1))
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def a_placement(**changes: object) -> Placement:
    placement = Placement(
        participant_id=uuid4(),
        role_id=uuid4(),
        half_days=HalfDays.of("0m", "0a"),
        starts_on=MONDAY,
        review_on=MONDAY + timedelta(weeks=8),
    )
    return replace(placement, **changes)


def fields(placement: Placement, *others: Placement) -> list[str]:
    return [problem.field for problem in problems(placement, others)]


def test_a_sound_placement_has_no_problems() -> None:
    assert fields(a_placement()) == []


def test_a_review_before_the_start_is_refused() -> None:
    assert fields(a_placement(review_on=MONDAY - timedelta(days=1))) == ["review_on"]


def test_an_end_before_the_start_is_refused() -> None:
    early = a_placement(ended_on=MONDAY - timedelta(days=1), outcome=Outcome.STOPPED)
    assert fields(early) == ["ended_on"]


def test_a_placement_needs_a_half_day() -> None:
    assert fields(a_placement(half_days=HalfDays())) == ["half_days"]


def test_an_end_needs_an_outcome() -> None:
    assert fields(a_placement(ended_on=MONDAY)) == ["outcome"]


def test_two_placements_may_overlap_in_time_but_not_in_a_half_day() -> None:
    first = a_placement()
    beside = a_placement(half_days=HalfDays.of("1m"))
    clash = a_placement(half_days=HalfDays.of("0a", "1m"))
    assert fields(beside, first) == []
    assert fields(clash, first) == ["half_days"]


def test_the_message_names_the_half_day_and_the_other_start() -> None:
    (problem,) = problems(a_placement(half_days=HalfDays.of("0a")), [a_placement()])
    assert "ma middag" in problem.message
    assert "02-11-2026" in problem.message


def test_a_placement_that_ended_the_day_before_does_not_clash() -> None:
    ended = a_placement(ended_on=MONDAY + timedelta(days=6), outcome=Outcome.OTHER_ROLE)
    following = a_placement(
        starts_on=MONDAY + timedelta(days=7), review_on=MONDAY + timedelta(weeks=9)
    )
    assert fields(following, ended) == []
    assert fields(replace(following, starts_on=MONDAY), ended) == ["half_days"]


def test_an_overlap_without_that_weekday_in_it_is_no_clash() -> None:
    ended = a_placement(ended_on=MONDAY + timedelta(days=3), outcome=Outcome.OTHER_ROLE)
    tuesday = MONDAY + timedelta(days=1)
    following = a_placement(starts_on=tuesday, review_on=tuesday)
    assert fields(following, ended) == []


@given(days, st.integers(0, 30), days, st.integers(0, 30), half_days)
def test_a_shared_day_is_found_exactly_when_there_is_one(
    a: date, long_a: int, b: date, long_b: int, chosen: HalfDays
) -> None:
    one = Period(starts_on=a, ends_on=a + timedelta(days=long_a))
    other = Period(starts_on=b, ends_on=b + timedelta(days=long_b))
    every = (a + timedelta(days=offset) for offset in range(long_a + 1))
    expected = next((day for day in every if other.includes(day) and chosen.on(day)), None)
    assert first_shared_day(one, other, chosen) == expected


def test_a_placement_ends_once() -> None:
    ended = a_placement().end(Outcome.PAID_WORK, on=MONDAY)
    assert (ended.ended_on, ended.outcome) == (MONDAY, Outcome.PAID_WORK)
    with pytest.raises(RuleBroken):
        ended.end(Outcome.STOPPED, on=MONDAY)


def test_a_review_is_overdue_the_day_after() -> None:
    placement = a_placement(review_on=MONDAY)
    assert not placement.is_review_overdue(MONDAY)
    assert placement.is_review_overdue(MONDAY + timedelta(days=1))
    ended = placement.end(Outcome.STAYS, on=MONDAY)
    assert not ended.is_review_overdue(MONDAY + timedelta(days=1))


def test_a_role_is_as_full_as_its_fullest_half_day() -> None:
    placements = [
        a_placement(half_days=HalfDays.of("0m", "1m")),
        a_placement(half_days=HalfDays.of("0m")),
        a_placement(half_days=HalfDays.of("2a")),
        a_placement(half_days=HalfDays.of("0m"), ended_on=MONDAY, outcome=Outcome.STOPPED),
    ]
    assert fullest_half_day(placements, MONDAY) == 3
    assert fullest_half_day(placements, MONDAY + timedelta(days=1)) == 2
    assert fullest_half_day([], MONDAY) == 0


@given(half_days)
def test_half_days_keep_through_their_codes(chosen: HalfDays) -> None:
    assert HalfDays.of(*chosen.codes) == chosen


def test_a_whole_day_is_said_in_one_word() -> None:
    assert HalfDays.of("0m", "2a", "2m").text == "ma ochtend, wo hele dag"
