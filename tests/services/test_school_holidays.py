"""The list of school holidays in force: changed, checked, put back and added by the centre."""

from dataclasses import replace
from datetime import date

import pytest

from ca_desktop.domain.errors import NotAllowed, NotFound, RuleBroken
from ca_desktop.domain.school_calendar import HolidayInForce
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion
from ca_desktop.i18n import use_language
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


def line(session: Session, code: str) -> HolidayInForce:
    return next(one for one in session.school_holidays.lines() if one.holiday.code == code)


def moved(session: Session) -> SchoolHoliday:
    spring = line(session, "2026_spring_south").holiday
    wish = replace(spring, starts_on=date(2027, 2, 6), ends_on=date(2027, 2, 14))
    return session.school_holidays.save(wish)


def test_everybody_reads_the_shipped_list_and_only_a_coordinator_changes_it(
    petra: Session, jan: Session, lies: Session, world: World
) -> None:
    assert len(lies.school_holidays.lines()) == len(jan.school_holidays.lines()) == 63
    with pytest.raises(NotAllowed):
        jan.school_holidays.save(line(jan, "2026_spring_south").holiday)
    with pytest.raises(NotAllowed):
        lies.school_holidays.check([line(lies, "2026_spring_south").holiday.id])


def test_a_changed_holiday_counts_at_once_and_is_put_back(petra: Session) -> None:
    kept = moved(petra)
    south = petra.school_holidays.calendar(SchoolRegion.SOUTH)
    assert south.holiday_on(date(2027, 2, 6)) == kept
    assert line(petra, "2026_spring_south").is_moved
    petra.school_holidays.remove(kept.id)
    back = line(petra, "2026_spring_south")
    assert not back.is_changed
    assert back.holiday.starts_on == date(2027, 2, 13)
    with pytest.raises(NotFound, match="niets terug te zetten"):
        petra.school_holidays.remove(back.holiday.id)


def test_a_change_is_taken_back_with_undo(petra: Session) -> None:
    moved(petra)
    petra.history.undo_last()
    assert not line(petra, "2026_spring_south").is_changed


def test_checked_today_notes_the_day_and_moves_nothing(petra: Session) -> None:
    before = line(petra, "2026_spring_south")
    assert not before.is_checked
    assert petra.school_holidays.check([before.holiday.id]) == 1
    after = line(petra, "2026_spring_south")
    assert (after.holiday.checked_on, after.is_moved) == (TODAY, False)


def test_an_own_holiday_on_the_days_of_another_is_refused(petra: Session) -> None:
    new = replace(petra.school_holidays.new(SchoolRegion.NORTH), name="Extra week")
    with pytest.raises(RuleBroken, match="Kerstvakantie"):
        petra.school_holidays.save(
            replace(new, starts_on=date(2027, 1, 3), ends_on=date(2027, 1, 8))
        )
    petra.school_holidays.save(replace(new, starts_on=date(2027, 1, 4), ends_on=date(2027, 1, 8)))
    north = petra.school_holidays.calendar(SchoolRegion.NORTH)
    assert north.holiday_on(date(2027, 1, 8)) is not None


def test_an_end_before_the_start_is_said_beside_the_field(petra: Session) -> None:
    new = replace(petra.school_holidays.new(), name="Extra", ends_on=date(2026, 1, 1))
    with pytest.raises(RuleBroken) as refused:
        petra.school_holidays.save(new)
    assert [one.field for one in refused.value.problems] == ["ends_on"]


def test_names_follow_the_language_as_long_as_nobody_changed_them(petra: Session) -> None:
    use_language("en")
    assert line(petra, "2026_may_north").holiday.name == "May holiday"


def test_dates_as_shipped_are_not_put_back_on_days_that_were_given_away(petra: Session) -> None:
    kept = moved(petra)
    new = petra.school_holidays.new(SchoolRegion.SOUTH)
    petra.school_holidays.save(
        replace(new, name="Stageweek", starts_on=date(2027, 2, 15), ends_on=date(2027, 2, 19))
    )
    with pytest.raises(RuleBroken, match="Stageweek"):
        petra.school_holidays.remove(kept.id)
    assert line(petra, "2026_spring_south").is_moved
