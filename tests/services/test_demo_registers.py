"""The lists of the demo centre: something checked, changed, ending and its own; a moved holiday."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.domain.qualifications import problems as qualification_problems
from ca_desktop.domain.school_calendar import in_force, overlaps, shipped_holiday
from ca_desktop.domain.school_holidays import SchoolHoliday
from ca_desktop.domain.school_holidays import problems as holiday_problems
from ca_desktop.services.demo.create import create_demo
from ca_desktop.services.demo.registers import (
    CHANGED,
    CHECKED,
    ENDING,
    OWN,
    REGION,
    registers,
)
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore, StoreDoor
from tests.conftest import TODAY


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    store: Path = tmp_path_factory.mktemp("listed") / "centre"
    access = create_demo(store, 3, today=TODAY)
    opened = StoreDoor.at(store).sign_in(access.sign_in_name, access.password)
    yield opened
    opened.close()


def test_a_small_demo_has_every_state_of_a_programme(opened: OpenStore) -> None:
    lines = {line.id: line for line in Session(opened, today=lambda: TODAY).qualifications.lines()}
    assert (lines[CHECKED].listed.is_checked, lines[CHECKED].listed.is_changed) == (True, False)
    assert (lines[CHANGED].listed.is_checked, lines[CHANGED].listed.is_changed) == (False, True)
    ending = lines[ENDING].listed.qualification
    assert ending.ends_on is not None
    assert ending.ends_on > TODAY
    assert len(ending.equivalents) == 2
    assert (lines[OWN].listed.is_own, lines[OWN].listed.is_checked) == (True, False)
    assert lines[CHECKED].is_in_use


def test_a_small_demo_has_a_holiday_that_a_school_moved_and_one_of_its_own(
    opened: OpenStore,
) -> None:
    session = Session(opened, today=lambda: TODAY)
    lines = session.school_holidays.lines()
    assert sum(line.is_moved for line in lines) == 1
    assert sum(line.is_own for line in lines) == 1
    assert any(not line.is_checked for line in lines)
    schools = [one for one in session.partners.all() if one.region is REGION]
    assert all(one.brin for one in schools)
    assert schools


@pytest.mark.parametrize(
    "today",
    [TODAY, date(2026, 7, 31), date(2026, 8, 1), date(2027, 1, 3), date(2028, 2, 29),
     date(2031, 5, 5)],
)  # fmt: skip
def test_the_rows_keep_their_rules_on_any_day(today: date) -> None:
    rows = list(registers(2026, today))
    assert rows == list(registers(2026, today))
    holidays = [one for one in rows if isinstance(one, SchoolHoliday)]
    shipped = [shipped_holiday(info, "nl") for info in load_catalogue().school_holidays]
    in_all = [line.holiday for line in in_force(shipped, holidays)]
    assert [p for one in holidays for p in holiday_problems(one)] == []
    assert [one for one in holidays if overlaps(one, in_all)] == []
    programmes = [one for one in rows if isinstance(one, Qualification)]
    assert [p for one in programmes for p in qualification_problems(one)] == []
    assert len(programmes) == 4
