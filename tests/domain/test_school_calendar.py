"""School holidays of a region: first and last day, the turn of the year and of the school year."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.school_calendar import (
    SchoolCalendar,
    calendar_of,
    in_force,
    overlaps,
    shipped_holiday,
)
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion, problems
from ca_desktop.domain.school_years import SchoolYear

DAY = timedelta(days=1)
SHIPPED = tuple(shipped_holiday(info, "nl") for info in load_catalogue().school_holidays)


def calendar(region: SchoolRegion) -> SchoolCalendar:
    return calendar_of(in_force(SHIPPED, ()), region)


NORTH, MIDDLE, SOUTH = (calendar(region) for region in SchoolRegion)


def a_holiday(starts_on: date, ends_on: date, **more: object) -> SchoolHoliday:
    values: dict[str, object] = {"region": SchoolRegion.SOUTH, "name": "Carnaval", **more}
    return SchoolHoliday(starts_on=starts_on, ends_on=ends_on, **values)


def test_every_region_has_five_holidays_in_each_school_year() -> None:
    years = [(one.region, SchoolYear.of(one.starts_on).first) for one in SHIPPED]
    counted = Counter(year for year in years if year[1] > 2023)
    assert set(counted) == {(r, year) for r in SchoolRegion for year in range(2024, 2028)}
    assert set(counted.values()) == {5}


def test_shipped_holidays_go_from_a_saturday_until_a_sunday_and_never_overlap() -> None:
    for one in SHIPPED:
        assert (one.starts_on.weekday(), one.ends_on.weekday()) == (5, 6), one.code
        assert overlaps(one, SHIPPED) is None, one.code
        weeks = ((one.ends_on - one.starts_on).days + 1) / 7
        assert 1 < weeks < 2.5 or 6 < weeks < 6.5, one.code
        assert one.source
        assert not list(problems(one))


def test_summer_holidays_of_the_regions_never_begin_together() -> None:
    summers = [one for one in SHIPPED if "summer" in one.code]
    assert len({one.starts_on for one in summers}) == len(summers) == 15


@pytest.mark.parametrize(
    ("region", "day", "name"),
    [
        (NORTH, date(2026, 7, 3), None),
        (NORTH, date(2026, 7, 4), "Zomervakantie"),
        (NORTH, date(2026, 7, 31), "Zomervakantie"),
        (NORTH, date(2026, 8, 1), "Zomervakantie"),
        (NORTH, date(2026, 8, 16), "Zomervakantie"),
        (NORTH, date(2026, 8, 17), None),
        (SOUTH, date(2027, 9, 5), "Zomervakantie"),
        (SOUTH, date(2027, 9, 6), None),
        (MIDDLE, date(2026, 12, 31), "Kerstvakantie"),
        (MIDDLE, date(2027, 1, 1), "Kerstvakantie"),
        (MIDDLE, date(2027, 1, 4), None),
        (SOUTH, date(2028, 2, 29), "Voorjaarsvakantie"),
        (NORTH, date(2028, 2, 29), None),
    ],
)
def test_the_first_and_last_day_belong_to_a_holiday(
    region: SchoolCalendar, day: date, name: str | None
) -> None:
    found = region.holiday_on(day)
    assert (found.name if found else None) == name


def test_days_off_are_cut_off_at_both_ends_of_the_period() -> None:
    days = NORTH.days_off(date(2026, 7, 31), date(2026, 8, 1))
    assert days == {date(2026, 7, 31), date(2026, 8, 1)}
    assert NORTH.days_off(date(2026, 9, 1), date(2026, 9, 30)) == frozenset()
    assert NORTH.days_off(date(2026, 8, 2), date(2026, 8, 1)) == frozenset()


def test_a_leap_day_in_a_holiday_is_one_day_more() -> None:
    assert len(SOUTH.days_off(date(2028, 2, 1), date(2028, 3, 31))) == 9
    assert date(2028, 2, 29) in SOUTH.days_off(date(2028, 2, 29), date(2028, 2, 29))


def test_iso_week_53_lies_in_the_christmas_holiday_of_2026() -> None:
    weeks = MIDDLE.school_weeks(date(2026, 12, 7), date(2027, 1, 17))
    assert [day.isocalendar().week for day in weeks] == [50, 51, 1, 2]


def test_a_week_with_one_day_of_school_is_a_week_of_school() -> None:
    off = SchoolCalendar((a_holiday(date(2026, 12, 28), date(2026, 12, 31)),))
    assert off.school_weeks(date(2026, 12, 28), date(2027, 1, 3)) == (date(2026, 12, 28),)
    assert off.school_weeks(date(2026, 12, 28), date(2026, 12, 31)) == ()
    assert off.school_weeks(date(2027, 1, 2), date(2027, 1, 3)) == ()


def test_a_school_year_has_about_forty_weeks_of_school() -> None:
    for year in (2024, 2025, 2026):
        period = SchoolYear(year)
        for region in (NORTH, MIDDLE, SOUTH):
            assert 38 <= len(region.school_weeks(period.starts_on, period.ends_on)) <= 43


def test_a_row_of_the_centre_goes_before_that_of_the_catalogue() -> None:
    spring = next(one for one in SHIPPED if one.code == "2026_spring_south")
    moved = replace(spring, starts_on=date(2027, 2, 6), ends_on=date(2027, 2, 14))
    own = a_holiday(date(2027, 5, 6), date(2027, 5, 7), name="Hemelvaart")
    lines = in_force(SHIPPED, (moved, own))
    assert len(lines) == len(SHIPPED) + 1
    assert [one.holiday for one in lines if one.is_changed] == [moved]
    assert [one.holiday for one in lines if one.is_own] == [own]
    south = calendar_of(lines, SchoolRegion.SOUTH)
    assert south.holiday_on(date(2027, 2, 6)) == moved
    assert south.holiday_on(date(2027, 2, 15)) is None
    assert south.holiday_on(date(2027, 5, 7)) == own
    assert MIDDLE.holiday_on(date(2027, 5, 7)) is None


def test_a_check_alone_moves_no_dates() -> None:
    checked = replace(SHIPPED[0], checked_on=date(2026, 11, 26))
    line = next(one for one in in_force(SHIPPED, (checked,)) if one.holiday.code == checked.code)
    assert (line.is_checked, line.is_changed, line.is_moved) == (True, True, False)


def test_a_code_that_a_later_catalogue_lacks_stays_as_an_own_holiday() -> None:
    old = a_holiday(date(2020, 2, 22), date(2020, 3, 1), code="2019_spring_south")
    assert [one.is_own for one in in_force(SHIPPED, (old,)) if one.holiday == old] == [True]


def test_a_school_year_of_which_nothing_is_listed_is_not_known() -> None:
    assert NORTH.knows(date(2026, 11, 24))
    assert NORTH.knows(date(2024, 8, 1))
    assert not NORTH.knows(date(2024, 7, 31))
    assert NORTH.knows(date(2028, 7, 31))
    assert not NORTH.knows(date(2028, 8, 1))
    assert not calendar_of(in_force(SHIPPED, ()), None).knows(date(2026, 11, 24))


@given(
    st.dates(date(2024, 8, 1), date(2028, 9, 30)),
    st.integers(0, 500),
    st.sampled_from([NORTH, MIDDLE, SOUTH]),
)
def test_weeks_and_days_say_the_same(start: date, length: int, region: SchoolCalendar) -> None:
    end = start + DAY * length
    off = region.days_off(start, end)
    days = [start + DAY * number for number in range(length + 1)]
    assert off == {day for day in days if region.holiday_on(day) is not None}
    school = {week_start(day) for day in days if day.weekday() < 5 and day not in off}
    assert set(region.school_weeks(start, end)) == school
