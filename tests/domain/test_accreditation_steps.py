"""The steps of an accreditation: state and dates follow from them, and from nothing else."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.accreditation_steps import (
    AccreditationStep,
    first_steps,
    in_order,
    path_problems,
    problems,
    standing,
)
from ca_desktop.domain.accreditation_timeline import ExpectedKind, expected_events
from ca_desktop.domain.accreditations import (
    NEXT_STATES,
    Accreditation,
    AccreditationState,
    state_problems,
)

TODAY = date(2026, 11, 25)
S = AccreditationState
HERE = uuid4()
BEGUN = Accreditation(
    training_company_id=HERE, code="25254", name="Assistent", level=1, state=S.ORIENTATION
)


def a_step(state: AccreditationState, on: date, planned_on: date | None = None, **more: str):
    return AccreditationStep(
        accreditation_id=BEGUN.id, state=state, on=on, planned_on=planned_on, **more
    )


def after(*steps: AccreditationStep) -> Accreditation:
    return standing(BEGUN, steps)


def test_accredited_is_since_the_day_of_that_step() -> None:
    now = after(
        a_step(S.ORIENTATION, date(2020, 1, 1)),
        a_step(S.IN_PREPARATION, date(2020, 2, 1)),
        a_step(S.APPLIED, date(2020, 3, 1)),
        a_step(S.ACCREDITED, date(2020, 3, 14)),
    )
    assert (now.state, now.since, now.last_assessed_on) == (S.ACCREDITED, date(2020, 3, 14), None)
    assert now.expected_assessment_on == date(2024, 3, 14)


def test_a_re_assessment_keeps_since_and_moves_the_four_years() -> None:
    first = a_step(S.ACCREDITED, date(2020, 2, 29))
    planned = a_step(S.REASSESSMENT_PLANNED, date(2024, 1, 5), date(2024, 2, 29))
    on_the_way = after(first, planned)
    assert on_the_way.next_assessment_on == date(2024, 2, 29)
    assert on_the_way.since == date(2020, 2, 29)
    done = after(first, planned, a_step(S.ACCREDITED, date(2024, 2, 29)))
    assert (done.since, done.last_assessed_on) == (date(2020, 2, 29), date(2024, 2, 29))
    assert done.next_assessment_on is None
    assert done.expected_assessment_on == date(2028, 2, 29)


def test_a_leap_day_is_followed_by_the_last_of_february_where_there_is_no_leap_day() -> None:
    assert after(a_step(S.ACCREDITED, date(2096, 2, 29))).expected_assessment_on == date(
        2100, 2, 28
    )


def test_a_day_that_sbb_named_goes_before_the_four_years() -> None:
    now = after(a_step(S.ACCREDITED, date(2024, 2, 1), date(2026, 5, 1)))
    assert now.expected_assessment_on == date(2026, 5, 1)


def test_accredited_anew_after_a_withdrawal_counts_from_the_new_letter() -> None:
    steps = [
        a_step(S.ACCREDITED, date(2015, 1, 1)),
        a_step(S.ACCREDITED, date(2019, 1, 1)),
        a_step(S.WITHDRAWN, date(2020, 1, 1)),
    ]
    gone = after(*steps)
    assert (gone.state, gone.since) == (S.WITHDRAWN, date(2015, 1, 1))
    steps += [
        a_step(S.IN_PREPARATION, date(2020, 2, 1)),
        a_step(S.APPLIED, date(2020, 3, 1)),
        a_step(S.ACCREDITED, date(2020, 4, 1)),
    ]
    assert (after(*steps).since, after(*steps).last_assessed_on) == (date(2020, 4, 1), None)


def test_steps_of_one_day_stand_in_the_order_that_the_states_allow() -> None:
    day = date(2026, 3, 2)
    mixed = [
        a_step(S.ACCREDITED, day),
        a_step(S.APPLIED, day),
        a_step(S.IN_PREPARATION, date(2026, 3, 1)),
        a_step(S.VISIT_PLANNED, day, day),
    ]
    assert [one.state for one in in_order(mixed)] == [
        S.IN_PREPARATION,
        S.APPLIED,
        S.VISIT_PLANNED,
        S.ACCREDITED,
    ]
    assert list(path_problems(mixed, TODAY)) == []


def test_a_step_of_today_is_taken_and_one_of_tomorrow_is_refused() -> None:
    assert list(problems(a_step(S.APPLIED, TODAY), [], TODAY)) == []
    (refused,) = problems(a_step(S.APPLIED, TODAY + timedelta(days=1)), [], TODAY)
    assert refused.field == "on"


def test_a_step_never_lies_before_the_one_before_it() -> None:
    before = [a_step(S.APPLIED, date(2026, 3, 2))]
    assert [p.field for p in problems(a_step(S.ACCREDITED, date(2026, 3, 1)), before, TODAY)] == [
        "on"
    ]
    assert not list(problems(a_step(S.ACCREDITED, date(2026, 3, 2)), before, TODAY))


def test_a_planned_day_lies_on_or_after_the_step() -> None:
    day = date(2026, 3, 2)
    early = a_step(S.VISIT_PLANNED, day, day - timedelta(days=1))
    assert [p.field for p in problems(early, [], TODAY)] == ["planned_on"]
    assert not list(problems(a_step(S.VISIT_PLANNED, day, day), [], TODAY))


def test_mending_a_day_past_the_next_step_is_refused() -> None:
    steps = [a_step(S.APPLIED, date(2026, 5, 3)), a_step(S.ACCREDITED, date(2026, 5, 2))]
    assert "on" in {p.field for p in path_problems(steps, TODAY)}


@pytest.mark.parametrize("state", S)
def test_only_the_next_states_are_taken(state: AccreditationState) -> None:
    for following in S:
        refused = bool(list(state_problems(following, state)))
        assert refused == (following not in NEXT_STATES[state])


@given(
    since=st.dates(date(2000, 1, 1), TODAY),
    assessed=st.none() | st.dates(date(2000, 1, 1), TODAY),
    state=st.sampled_from([S.ACCREDITED, S.REASSESSMENT_PLANNED]),
)
def test_what_was_kept_before_there_were_steps_stands_the_same_after_them(
    since: date, assessed: date | None, state: AccreditationState
) -> None:
    if assessed is not None and assessed <= since:
        assessed = None
    old = Accreditation(
        training_company_id=HERE,
        code="25254",
        name="Assistent",
        level=1,
        state=state,
        since=since,
        last_assessed_on=assessed,
        next_assessment_on=date(2030, 1, 1),
    )
    steps = first_steps(old, TODAY)
    assert standing(old, steps) == old
    assert list(path_problems(steps, TODAY)) == []
    assert first_steps(old, TODAY) == steps  # the same ids: they can be pointed at


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 400)), max_size=12), st.randoms())
def test_any_allowed_course_is_read_back_whatever_the_order_of_the_rows(picks, chance) -> None:
    state, day, taken = S.ORIENTATION, date(2020, 1, 1), []
    taken.append(a_step(state, day))
    for pick, days in picks:
        state = sorted(NEXT_STATES[state])[pick % len(NEXT_STATES[state])]
        day += timedelta(days=days + 1)
        taken.append(a_step(state, day))
    mixed = list(taken)
    chance.shuffle(mixed)
    assert list(in_order(mixed)) == taken
    assert standing(BEGUN, mixed) == standing(BEGUN, taken)


# -- what is to be expected ----------------------------------------------------------------------


def expected(now: Accreditation, until: date | None = None, last: AccreditationStep | None = None):
    return {one.kind: one for one in expected_events(now, last, until)}


def test_the_lapse_counts_from_the_last_student_of_the_agreements_or_before_them() -> None:
    now = after(a_step(S.ACCREDITED, date(2020, 3, 14)))
    lapse = ExpectedKind.LAPSE
    assert expected(now)[lapse].on == date(2024, 3, 14)
    assert expected(now, date(2024, 2, 29))[lapse].on == date(2028, 2, 29)
    from_before = standing(BEGUN, [a_step(S.ACCREDITED, date(2020, 3, 14))])
    assert from_before.expected_lapse_on(None) == date(2024, 3, 14)


def test_nothing_is_expected_of_what_is_no_accreditation_any_more() -> None:
    gone = after(a_step(S.ACCREDITED, date(2015, 1, 1)), a_step(S.LAPSED, date(2020, 1, 1)))
    assert expected(gone) == {}


def test_a_planned_visit_is_expected_on_its_day() -> None:
    visit = a_step(S.VISIT_PLANNED, date(2026, 11, 1), date(2026, 12, 1))
    found = expected(standing(BEGUN, [visit]), last=visit)
    assert found[ExpectedKind.VISIT].on == date(2026, 12, 1)
    assert list(found) == [ExpectedKind.VISIT]


def test_a_student_may_start_until_and_on_the_last_day_that_sbb_named() -> None:
    now = Accreditation(
        training_company_id=HERE,
        code="25254",
        name="Assistent",
        level=1,
        state=S.ACCREDITED,
        since=date(2020, 3, 14),
        ends_on=date(2026, 7, 31),
    )
    assert now.may_start_on(date(2020, 3, 14))
    assert now.may_start_on(date(2026, 7, 31))
    assert not now.may_start_on(date(2020, 3, 13))
    assert not now.may_start_on(date(2026, 8, 1))
