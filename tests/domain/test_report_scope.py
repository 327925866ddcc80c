"""A report is about the recipient's own trajectories and their days, and about nothing else."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.dates import Period
from ca_desktop.domain.report_scope import scope_of
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal

OURS, THEIRS = uuid4(), uuid4()
SPRING = Period(starts_on=date(2026, 3, 1), ends_on=date(2026, 5, 31))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def a_trajectory(
    starts_on: date, ends_on: date | None = None, partner_id: UUID = OURS
) -> Trajectory:
    return Trajectory(
        participant_id=uuid4(),
        partner_id=partner_id,
        legal_role=LegalRole.REINTEGRATION,
        goal=TrajectoryGoal.WORK_RHYTHM,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def test_the_days_are_those_of_the_trajectory_within_the_period() -> None:
    scope = scope_of([a_trajectory(date(2026, 4, 10), date(2026, 9, 1))], OURS, SPRING)
    assert scope.days == (Period(starts_on=date(2026, 4, 10), ends_on=date(2026, 5, 31)),)
    assert not scope.covers(date(2026, 4, 9))
    assert scope.covers(date(2026, 4, 10))


def test_two_trajectories_that_follow_each_other_are_one_stretch_of_days() -> None:
    first = a_trajectory(date(2026, 1, 1), date(2026, 4, 9))
    second = a_trajectory(date(2026, 4, 10))
    assert scope_of([second, first], OURS, SPRING).days == (SPRING,)


def test_a_gap_between_two_trajectories_is_not_told_of() -> None:
    first = a_trajectory(date(2026, 1, 1), date(2026, 3, 31))
    second = a_trajectory(date(2026, 5, 1))
    scope = scope_of([first, second], OURS, SPRING)
    assert [scope.covers(date(2026, month, 15)) for month in (3, 4, 5)] == [True, False, True]


def test_what_belongs_to_another_partner_is_no_matter_of_this_one() -> None:
    mine, other = a_trajectory(date(2026, 1, 1)), a_trajectory(date(2026, 1, 1), None, THEIRS)
    scope = scope_of([mine, other], OURS, SPRING)
    assert scope.concerns(mine.id)
    assert scope.concerns(None)
    assert not scope.concerns(other.id)


def test_the_participant_may_have_everything() -> None:
    other = a_trajectory(date(2026, 1, 1), None, THEIRS)
    scope = scope_of([other], None, SPRING)
    assert scope.days == (SPRING,)
    assert scope.concerns(other.id)


@given(
    st.lists(st.tuples(DAYS, st.none() | DAYS, st.sampled_from([OURS, THEIRS])), max_size=6), DAYS
)
def test_a_day_is_covered_exactly_when_it_lies_in_the_period_and_in_an_own_trajectory(
    spans: list[tuple[date, date | None, UUID]], day: date
) -> None:
    trajectories = [a_trajectory(*span) for span in spans if span[1] is None or span[1] >= span[0]]
    expected = SPRING.includes(day) and any(
        one.partner_id == OURS and one.period.includes(day) for one in trajectories
    )
    assert scope_of(trajectories, OURS, SPRING).covers(day) is expected


@pytest.mark.parametrize("days", [0, 1])
def test_the_last_day_of_a_trajectory_still_counts(days: int) -> None:
    last = date(2026, 4, 30)
    scope = scope_of([a_trajectory(date(2026, 1, 1), last)], OURS, SPRING)
    assert scope.covers(last + timedelta(days=days)) is (days == 0)
