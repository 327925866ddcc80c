"""Terms of legal forms: months and days, what counts before, and what the law refuses."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import Period
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.domain.trajectory_terms import (
    Length,
    Term,
    last_day,
    length,
    term_of,
    total,
    usual_days,
)

PERSON, PARTNER = uuid4(), uuid4()
OLD_ENOUGH = date(1990, 5, 5)
DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def a_trajectory(
    form: LegalForm | None, starts_on: date, ends_on: date | None = None, **more: object
) -> Trajectory:
    made = Trajectory(
        participant_id=PERSON,
        partner_id=PARTNER,
        legal_role=LegalRole.REINTEGRATION,
        goal=TrajectoryGoal.WORK_RHYTHM,
        legal_form=form,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return replace(made, **more)


def term(trajectory: Trajectory, *others: Trajectory, born_on: date | None = OLD_ENOUGH) -> Term:
    return term_of(trajectory, [trajectory, *others], born_on, load_catalogue())


@pytest.mark.parametrize(
    ("starts_on", "months", "end"),
    [
        (date(2026, 3, 5), 24, date(2028, 3, 4)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 28)),
        (date(2026, 1, 1), 3, date(2026, 3, 31)),
        (date(2026, 3, 1), 12, date(2027, 2, 28)),
    ],
)
def test_a_term_of_months_ends_on_the_day_before_the_same_day(
    starts_on: date, months: int, end: date
) -> None:
    assert last_day(starts_on, months) == end
    assert length(starts_on, end) == Length(months=months, days=0)


@given(DAYS, st.integers(1, 60))
def test_the_length_of_a_term_is_that_term(starts_on: date, months: int) -> None:
    assert length(starts_on, last_day(starts_on, months)) == Length(months=months)


@given(DAYS, st.integers(0, 1500))
def test_days_that_fill_no_month_stay_days(starts_on: date, days: int) -> None:
    ends_on = starts_on + timedelta(days=days)
    found = length(starts_on, ends_on)
    whole = last_day(starts_on, found.months) if found.months else starts_on - timedelta(days=1)
    assert whole + timedelta(days=found.days) == ends_on
    assert 0 <= found.days <= 31


@given(st.lists(st.tuples(DAYS, st.integers(0, 400)), max_size=5))
def test_a_day_in_two_periods_counts_once(parts: list[tuple[date, int]]) -> None:
    periods = [Period(starts_on=day, ends_on=day + timedelta(days=n)) for day, n in parts]
    assert total(periods * 2) == total(periods)


def test_a_participation_place_lasts_24_months_and_48_with_an_extension() -> None:
    found = term(a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 5)))
    assert (found.ends_by, found.extended_until) == (date(2028, 3, 4), date(2030, 3, 4))
    assert found.months_left(date(2026, 3, 5)) == 24
    assert found.months_left(date(2027, 8, 1)) == 7
    assert found.months_left(date(2028, 3, 5)) == 0


def test_unpaid_time_in_other_forms_counts_and_paid_time_does_not() -> None:
    place = a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 5))
    experience = a_trajectory(LegalForm.WORK_EXPERIENCE, date(2025, 9, 1), date(2026, 2, 28))
    volunteer = a_trajectory(LegalForm.VOLUNTEER, date(2025, 12, 1), date(2026, 2, 14))
    job = a_trajectory(LegalForm.JOB, date(2023, 1, 1), date(2024, 12, 31))
    found = term(place, experience, volunteer, job)
    assert found.before == Length(months=6)
    assert found.ends_by == date(2027, 9, 4)


def test_a_form_that_does_not_add_up_counts_only_itself() -> None:
    trial = a_trajectory(LegalForm.TRIAL_PLACEMENT, date(2026, 3, 1))
    volunteer = a_trajectory(LegalForm.VOLUNTEER, date(2024, 1, 1), date(2026, 2, 28))
    first = a_trajectory(LegalForm.TRIAL_PLACEMENT, date(2026, 1, 1), date(2026, 1, 31))
    assert term(trial, volunteer, first).ends_by == date(2026, 4, 30)


def test_of_a_period_that_runs_on_only_the_days_before_count() -> None:
    place = a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 1))
    volunteer = a_trajectory(LegalForm.VOLUNTEER, date(2026, 2, 19))
    found = term(place, volunteer)
    assert found.before == Length(months=0, days=10)
    assert found.ends_by == date(2028, 2, 29) - timedelta(days=10)


def test_the_day_after_the_extended_term_is_refused_and_its_last_day_is_not() -> None:
    place = a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 5), date(2030, 3, 4))
    assert term(place).refusals == ()
    assert [p.field for p in term(place).warnings] == ["ends_on"]
    longer = replace(place, ends_on=date(2030, 3, 5))
    assert [p.field for p in term(longer).refusals] == ["ends_on"]


def test_a_municipal_term_only_warns() -> None:
    trial = a_trajectory(LegalForm.TRIAL_PLACEMENT, date(2026, 3, 1), date(2026, 6, 1))
    assert term(trial).refusals == ()
    assert [p.field for p in term(trial).warnings] == ["ends_on"]
    assert term(replace(trial, ends_on=date(2026, 5, 31))).warnings == ()


def test_nothing_is_left_when_the_time_was_used_up_before() -> None:
    place = a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 1))
    before = a_trajectory(LegalForm.VOLUNTEER, date(2020, 1, 1), date(2026, 2, 28))
    found = term(place, before)
    assert found.ends_by == date(2026, 2, 28)
    assert found.months_left(date(2026, 3, 1)) == 0
    assert [p.field for p in found.refusals] == ["starts_on"]


@pytest.mark.parametrize(
    ("born_on", "refused", "warned"),
    [
        (date(1999, 3, 5), [], []),
        (date(1999, 3, 6), ["legal_form"], []),
        (None, [], ["legal_form"]),
    ],
)
def test_a_participation_place_is_for_27_years_and_older(
    born_on: date | None, refused: list[str], warned: list[str]
) -> None:
    found = term(a_trajectory(LegalForm.PARTICIPATION_PLACE, date(2026, 3, 5)), born_on=born_on)
    assert [p.field for p in found.refusals] == refused
    assert [p.field for p in found.warnings] == warned


def test_who_was_born_on_a_leap_day_is_27_on_the_last_of_february() -> None:
    born_on = date(2000, 2, 29)
    for day, refused in ((date(2027, 2, 27), ["legal_form"]), (date(2027, 2, 28), [])):
        found = term(a_trajectory(LegalForm.PARTICIPATION_PLACE, day), born_on=born_on)
        assert [p.field for p in found.refusals] == refused


def test_a_wmo_form_under_another_legal_role_is_refused_and_an_unusual_one_warned_of() -> None:
    wmo = term(a_trajectory(LegalForm.WMO_DAY_ACTIVITY, date(2026, 3, 5)))
    assert [p.field for p in wmo.refusals] == ["legal_form"]
    job = term(a_trajectory(LegalForm.JOB, date(2026, 3, 5)))
    assert (job.refusals, [p.field for p in job.warnings]) == ((), ["legal_form"])


def test_without_a_form_there_is_no_term() -> None:
    found = term(a_trajectory(None, date(2026, 3, 5)))
    assert (found.ends_by, found.refusals, found.months_left(date(2026, 3, 5))) == (None, (), None)


def test_the_usual_days_never_pass_the_longest_time() -> None:
    form = load_catalogue().legal_form("participation_place")
    start = date(2026, 3, 5)
    assert usual_days(start, form, None) == (date(2027, 3, 3), date(2026, 9, 3))
    assert usual_days(start, form, date(2026, 5, 1)) == (date(2026, 5, 1), date(2026, 5, 1))
