"""Hours of practice: due to the day, per school year in the bbl, outside holidays in the bol."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.hour_norms import hour_norms, norms_for, per_week
from ca_desktop.domain.intern_profiles import intern_profiles, profile_of
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_hours import HoursState, HoursTarget, due, progress, target_of
from ca_desktop.domain.practice_sheets import PracticeSheet
from tests.practice import filled

DAY = timedelta(days=1)
FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)
BBL = filled(
    uuid4(),
    uuid4(),
    learning_path=LearningPath.BBL,
    starts_on=FIRST,
    planned_end_on=date(2028, 7, 31),
    hours=1220,
    yearly_hours=(610, 610),
)
MONDAY, FRIDAY = date(2026, 9, 7), date(2026, 10, 2)  # four school weeks
BOL = replace(
    BBL,
    learning_path=LearningPath.BOL,
    starts_on=MONDAY,
    planned_end_on=FRIDAY,
    hours=100,
    yearly_hours=(),
)


def minutes_due(agreement, today, off=()):
    found = progress(agreement, today, 0, off=off)
    assert found is not None
    return found.due


def test_610_hours_in_40_weeks_are_15_and_a_quarter_a_week() -> None:
    assert per_week(610, 40) == Fraction(61, 4)
    assert per_week(610, 0) == 0


def test_the_norms_are_those_of_the_law() -> None:
    found = {one.code: (one.guided, one.practice, one.total) for one in hour_norms()}
    assert found == {
        "bbl": (200, 610, 850),
        "bol_entree": (600, 0, 1000),
        "bol_1": (700, 250, 1000),
        "bol_2": (1250, 450, 2000),
        "bol_3": (1800, 900, 3000),
        "bol_4": (2350, 1350, 4000),
    }
    assert [one.practice for one in norms_for(LearningPath.BBL, 3)] == [610]
    assert norms_for(LearningPath.HBO, 0) == []
    assert all(one.origin.source and one.name.nl and one.name.en for one in hour_norms())


def test_the_bbl_is_counted_per_school_year() -> None:
    found = target_of(BBL, date(2026, 11, 24))
    assert found == HoursTarget(starts_on=FIRST, ends_on=LAST, minutes=610 * 60)
    assert target_of(BBL, LAST) == found
    following = target_of(BBL, LAST + DAY)
    assert following is not None
    assert (following.starts_on, following.ends_on) == (date(2027, 8, 1), date(2028, 7, 31))


@pytest.mark.parametrize(
    ("today", "minutes"),
    [
        (FIRST - DAY, 0),
        (FIRST, 0),
        (FIRST + DAY, round(Fraction(610 * 60, 365))),
        (LAST, round(Fraction(610 * 60 * 364, 365))),
    ],
)
def test_a_day_is_due_once_it_is_over(today: date, minutes: int) -> None:
    assert minutes_due(BBL, today) == minutes


def test_on_1_august_the_new_school_year_begins_at_nothing() -> None:
    assert minutes_due(BBL, date(2027, 8, 1)) == 0


def test_in_a_school_year_with_a_leap_day_366_days_share_the_hours() -> None:
    year = replace(
        BBL,
        hours=610,
        yearly_hours=(610,),
        starts_on=date(2027, 8, 1),
        planned_end_on=date(2028, 7, 31),
    )
    assert minutes_due(year, date(2028, 3, 1)) == round(Fraction(610 * 60 * 213, 366))
    assert minutes_due(year, date(2028, 2, 29)) == round(Fraction(610 * 60 * 212, 366))


def test_a_part_of_a_year_asks_its_part_of_the_norm() -> None:
    half = replace(BBL, starts_on=date(2027, 2, 1), planned_end_on=LAST, hours=0, yearly_hours=())
    found = target_of(half, date(2027, 3, 1))
    assert found is not None
    assert found.by_norm
    assert found.minutes == round(Fraction(610 * 60 * 181, 365))


def test_more_hours_than_the_norm_count_as_agreed() -> None:
    busy = replace(BBL, hours=2000, yearly_hours=(1200, 800))
    first, second = target_of(busy, FIRST), target_of(busy, date(2028, 1, 1))
    assert first is not None
    assert second is not None
    assert (first.minutes, second.minutes) == (1200 * 60, 800 * 60)
    assert not first.by_norm


def test_after_the_end_everything_is_due_and_after_a_real_end_nothing_more() -> None:
    assert minutes_due(BOL, FRIDAY + DAY) == 100 * 60
    assert minutes_due(BOL, date(2030, 1, 1)) == 100 * 60
    ended = replace(BOL, ended_on=date(2026, 9, 18))
    assert minutes_due(ended, date(2030, 1, 1)) == 50 * 60
    early = replace(BBL, ended_on=FIRST + 9 * DAY)
    assert minutes_due(early, date(2027, 12, 1)) == round(Fraction(610 * 60 * 10, 365))


def test_in_the_bol_weekends_and_holidays_ask_nothing() -> None:
    assert minutes_due(BOL, MONDAY + 5 * DAY) == 25 * 60
    assert minutes_due(BOL, MONDAY + 7 * DAY) == 25 * 60
    week_off = frozenset(MONDAY + (7 + n) * DAY for n in range(7))
    assert minutes_due(BOL, MONDAY + 7 * DAY, week_off) == 2000
    assert minutes_due(BOL, MONDAY + 14 * DAY, week_off) == 2000
    assert minutes_due(BOL, FRIDAY + DAY, week_off) == 100 * 60


def test_a_practice_in_nothing_but_holidays_counts_every_day() -> None:
    days = (FRIDAY - MONDAY).days + 1
    off = frozenset(MONDAY + n * DAY for n in range(days))
    assert minutes_due(BOL, MONDAY + 13 * DAY, off) == 100 * 60 * 13 // days


def test_iso_week_53_counts_as_any_other_week() -> None:
    four = replace(BOL, starts_on=date(2020, 12, 21), planned_end_on=date(2021, 1, 15))
    assert date(2020, 12, 28).isocalendar().week == 53
    assert minutes_due(four, date(2021, 1, 4)) == 50 * 60


def test_without_agreed_hours_there_is_nothing_to_count_outside_the_bbl() -> None:
    assert progress(replace(BOL, hours=0), MONDAY, 0) is None


@pytest.mark.parametrize(
    ("present", "margin", "state"),
    [
        (25 * 60, 0, HoursState.ON_TRACK),
        (25 * 60 - 1, 0, HoursState.BEHIND),
        (1350, 10, HoursState.ON_TRACK),
        (1349, 10, HoursState.BEHIND),
        (100 * 60, 0, HoursState.ENOUGH),
    ],
)
def test_behind_is_beyond_the_margin(present: int, margin: int, state: HoursState) -> None:
    found = progress(BOL, MONDAY + 7 * DAY, present, margin=margin)
    assert found is not None
    assert found.state is state
    assert bool(state.text)


def test_before_the_first_day_it_has_not_begun() -> None:
    found = progress(BOL, MONDAY - DAY, 0)
    assert found is not None
    assert found.state is HoursState.NOT_BEGUN


def test_hours_of_an_elective_count_in_the_bol_but_not_in_the_bbl() -> None:
    elective = PracticeSheet(
        participant_id=uuid4(),
        agreement_id=BBL.id,
        number=2,
        elective_code="K0067",
        elective_name="Duurzaamheid",
        hours=10,
        starts_on=FIRST,
        planned_end_on=FIRST + 9 * DAY,
    )
    half = progress(BBL, FIRST + 5 * DAY, 600, sheets=(elective,))
    assert half is not None
    assert (half.elective, half.counted) == (300, 300)
    after = progress(BBL, FIRST + 30 * DAY, 600, sheets=(elective,))
    assert after is not None
    assert after.counted == 0
    other = replace(elective, elective_code="", elective_name="")
    plain = progress(BBL, FIRST + 30 * DAY, 600, sheets=(other,))
    assert plain is not None
    assert plain.elective == 0
    bol = progress(BOL, FRIDAY, 600, sheets=(elective,))
    assert bol is not None
    assert bol.elective == 0


@given(
    length=st.integers(1, 800),
    minutes=st.integers(0, 100_000),
    day=st.integers(-5, 900),
    off=st.frozensets(st.integers(0, 800), max_size=60),
)
def test_what_is_due_only_grows_from_nothing_to_all(
    length: int, minutes: int, day: int, off: frozenset[int]
) -> None:
    target = HoursTarget(starts_on=FIRST, ends_on=FIRST + (length - 1) * DAY, minutes=minutes)
    free = frozenset(FIRST + n * DAY for n in off)
    now, later = FIRST + day * DAY, FIRST + (day + 1) * DAY
    for days_off in (None, free):
        assert 0 <= due(target, now, None, days_off) <= due(target, later, None, days_off)
        assert due(target, FIRST, None, days_off) == 0
        assert due(target, target.ends_on + DAY, None, days_off) == minutes


@pytest.mark.parametrize(
    ("path", "level", "code"),
    [
        (LearningPath.BOL, 1, "mbo_1"),
        (LearningPath.THIRD, 4, "mbo_4"),
        (LearningPath.PRO, 0, "school"),
        (LearningPath.WO, 0, "higher"),
    ],
)
def test_path_and_level_give_the_profile(path: LearningPath, level: int, code: str) -> None:
    found = profile_of(path, level)
    assert found is not None
    assert found.code == code
    assert profile_of(LearningPath.BOL, 0) is None


def test_every_profile_speaks_both_languages_and_names_its_source() -> None:
    assert len(intern_profiles()) == 6
    for one in intern_profiles():
        assert one.origin.source
        for text in (one.name, one.assignment, one.demands, one.guidance, one.guided_by):
            assert text.nl
            assert text.en
