"""Guidance as time: the vector of domain.md chapter 9, the colours, the start phase, the sums."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import (
    WHOLE_WEEK,
    WORK_WEEK,
    GuidanceTerms,
    Load,
    LoadState,
    Need,
    PlannedPlacement,
    planned_problems,
)
from ca_desktop.domain.capacity_board import Board, Team, changes, make_board, supply_of
from ca_desktop.domain.centre_settings import setting_values
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind

MONDAY = date(2026, 11, 23)
LONG_AGO = date(2026, 1, 5)
TERMS = GuidanceTerms.of(setting_values(()))
JAN, ELS, BEN = (UUID(int=number) for number in (1, 2, 3))


def a_supervisor(key: UUID, hours: float = 24, **more: object) -> Supervisor:
    return Supervisor(
        id=key,
        number=1,
        first_name="Jan",
        kinds=(SupervisorKind.WORK_SUPERVISOR,),
        weekly_minutes=round(hours * 60),
        starts_on=LONG_AGO,
        **more,
    )


def a_need(supervisor: UUID | None = JAN, *codes: str, **more: object) -> Need:
    values: dict[str, object] = {"role_level": 3, "starts_on": LONG_AGO, **more}
    half_days = HalfDays.of(*codes) if codes else HalfDays.of("0m")
    return Need(half_days=half_days, people={supervisor: 1}, **values)


def board_of(needs: list[Need], team: Team, monday: date = MONDAY) -> Board:
    return make_board(monday, needs, team, TERMS)


def minutes(board: Board, who: UUID | None, code: str = "0m") -> Fraction:
    return board.row(who).cell(HalfDay.from_code(code)).need


def test_six_participants_of_twenty_hours_at_ten_minutes_need_twenty_hours_of_guidance():
    terms = replace(TERMS, half_day_minutes=240)
    five = HalfDays.of("0m", "0a", "1m", "1a", "2m")
    needs = [replace(a_need(), half_days=five, people={JAN: 6})]
    board = make_board(MONDAY, needs, Team.of([a_supervisor(JAN)]), terms)
    assert board.total.need == 1200 == 20 * 60
    assert board.total.supply == 24 * 60
    assert board.total.percent == 83
    assert board.total.state(terms) is LoadState.FITS


@pytest.mark.parametrize(
    ("need", "supply", "state"),
    [
        (0, 0, LoadState.FITS),
        (0, 100, LoadState.FITS),
        (85, 100, LoadState.FITS),
        (Fraction(8501, 100), 100, LoadState.TIGHT),
        (100, 100, LoadState.TIGHT),
        (Fraction(10001, 100), 100, LoadState.OVER),
        (1, 0, LoadState.OVER),
    ],
)
def test_a_load_is_judged_on_the_exact_numbers(need, supply, state):
    assert Load(need=Fraction(need), supply=Fraction(supply)).state(TERMS) is state


def test_a_percent_is_rounded_half_up_and_unknown_without_supply():
    assert Load(need=Fraction(125, 10), supply=Fraction(100)).percent == 13
    assert Load(need=Fraction(10)).percent is None


def test_the_first_eight_weeks_are_one_step_more_intensive_up_to_the_last_day():
    need = a_need(role_level=2, starts_on=date(2026, 9, 28))
    last = date(2026, 9, 28) + timedelta(weeks=8, days=-1)
    assert need.level(last, TERMS) == 3
    assert need.level(last + timedelta(days=1), TERMS) == 2
    assert need.level(last, replace(TERMS, start_phase_weeks=0)) == 2
    assert need.level(last, replace(TERMS, start_phase_step=2)) == 4


def test_no_intensity_goes_above_the_highest_level():
    assert a_need(role_level=5, starts_on=MONDAY).level(MONDAY, TERMS) == 5


@given(st.integers(0, 5), st.integers(0, 5), st.integers(-10, 200))
def test_an_intensity_that_somebody_chose_holds_whatever_the_role_or_the_phase(level, role, days):
    need = a_need(role_level=role, chosen=level, starts_on=MONDAY)
    assert need.level(MONDAY + timedelta(days=days), TERMS) == level


def test_hours_are_spread_over_the_chosen_half_days_or_over_the_work_week():
    slot, other = HalfDay.from_code("0m"), HalfDay.from_code("4a")
    assert supply_of(a_supervisor(JAN, 24))[slot] == 144
    four = a_supervisor(JAN, 16, half_days=HalfDays.of("0m", "0a", "1m", "1a"))
    assert supply_of(four)[slot] == 240
    assert other not in supply_of(four)
    assert sum(supply_of(a_supervisor(JAN, 7.5)).values()) == 450
    assert supply_of(a_supervisor(JAN, 0)) == {}


def test_a_supervisor_who_has_not_begun_or_has_stopped_gives_nothing_on_those_days():
    wednesday = MONDAY + timedelta(days=2)
    board = board_of([], Team.of([a_supervisor(JAN, ended_on=wednesday)]))
    given_in = [slot.code for slot in board.slots if board.row(JAN).cell(slot).supply]
    assert given_in == ["0m", "0a", "1m", "1a", "2m", "2a"]


def test_a_placement_counts_on_its_first_and_its_last_day_also_on_a_leap_day():
    leap = date(2028, 2, 29)
    need = a_need(None, "0m", "1m", "2m", starts_on=leap, ended_on=leap)
    board = board_of([need], Team.of([]), date(2028, 2, 28))
    assert [slot.code for slot in board.slots if board.column(slot).need] == ["1m"]


def test_an_absence_moves_the_need_to_the_substitute_or_to_nobody():
    people = [a_supervisor(JAN), a_supervisor(ELS)]
    away = SupervisorAbsence(supervisor_id=JAN, starts_on=MONDAY, ends_on=MONDAY)
    needs = [a_need(JAN, "0m", "1m")]
    alone = board_of(needs, Team.of(people, [away]))
    assert (minutes(alone, JAN), minutes(alone, None)) == (0, 35)
    assert minutes(alone, JAN, "1m") == 35
    assert HalfDay.from_code("0m") in alone.row(JAN).away
    helped = board_of(needs, Team.of(people, [replace(away, substitute_id=ELS)]))
    assert (minutes(helped, JAN), minutes(helped, ELS), minutes(helped, None)) == (0, 35, 0)


def test_a_substitute_who_is_away_too_hands_it_on_and_a_circle_ends_with_nobody():
    away = SupervisorAbsence(supervisor_id=JAN, starts_on=MONDAY, substitute_id=ELS)
    away_too = SupervisorAbsence(supervisor_id=ELS, starts_on=MONDAY, substitute_id=BEN)
    people = [a_supervisor(key) for key in (JAN, ELS, BEN)]
    assert minutes(board_of([a_need()], Team.of(people, [away, away_too])), BEN) == 35
    circle = replace(away_too, substitute_id=JAN)
    assert minutes(board_of([a_need()], Team.of(people, [away, circle])), None) == 35


def test_the_weekend_is_shown_only_where_something_happens_then():
    assert board_of([], Team.of([a_supervisor(JAN)])).slots == tuple(WORK_WEEK)
    saturday = board_of([a_need(None, "5m")], Team.of([]))
    assert saturday.slots == tuple(WHOLE_WEEK)


def test_a_thought_placement_needs_half_days():
    planned = PlannedPlacement(role_id=JAN, half_days=HalfDays(), starts_on=MONDAY)
    assert [one.field for one in planned_problems(planned)] == ["half_days"]


SLOTS = st.sets(st.sampled_from(sorted(slot.code for slot in WHOLE_WEEK)), min_size=1)
NEEDS = st.builds(
    lambda who, codes, level, chosen, day: a_need(
        who, *codes, role_level=level, chosen=chosen, starts_on=MONDAY + timedelta(days=day)
    ),
    st.sampled_from([JAN, ELS, BEN, None]),
    SLOTS,
    st.integers(0, 5),
    st.none() | st.integers(0, 5),
    st.integers(-90, 9),
)
TEAMS = st.builds(
    lambda hours, away, helper: Team.of(
        [a_supervisor(key, hours) for key in (JAN, ELS, BEN)],
        [
            SupervisorAbsence(supervisor_id=one, starts_on=MONDAY, substitute_id=helper)
            for one in away
        ],
    ),
    st.integers(0, 40),
    st.sets(st.sampled_from([JAN, ELS])),
    st.sampled_from([None, BEN]),
)


@given(st.lists(NEEDS), NEEDS, TEAMS)
def test_one_person_more_never_lowers_a_load(needs, one_more, team):
    before, after = board_of(needs, team), board_of([*needs, one_more], team)
    for change in changes(before, after):
        assert change.after.need > change.before.need
        assert change.after.supply == change.before.supply


@given(st.lists(NEEDS), TEAMS)
def test_the_rows_and_the_columns_both_sum_to_the_board(needs, team):
    board = board_of(needs, team)
    assert sum((row.total for row in board.rows), Load()) == board.total
    assert sum((board.column(slot) for slot in board.slots), Load()) == board.total


@given(st.lists(NEEDS), TEAMS)
def test_an_absence_moves_need_and_loses_none(needs, team):
    without = board_of(needs, Team(team.supervisors))
    assert board_of(needs, team).total.need == without.total.need


@given(st.lists(NEEDS, min_size=1), TEAMS)
def test_a_board_differs_from_itself_in_nothing(needs, team):
    assert changes(board_of(needs, team), board_of(needs, team)) == ()
