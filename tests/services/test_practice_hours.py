"""Hours of practice from the store: attendance, holidays of the school, settings of the centre."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.errors import NotAllowed
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_hours import HoursState
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.services.session import Session
from tests.builders import World
from tests.practice import a_location, an_accreditation, an_agreement

MONDAY = date(2026, 11, 2)


@pytest.fixture
def company(petra: Session) -> UUID:
    made = a_location(petra).id
    an_accreditation(petra, made)
    return made


def present(session: Session, person: UUID, *days: date) -> None:
    for day in days:
        session.attendance.record(person, day, DayPart.AFTERNOON, AttendanceCode.PRESENT, 240)


def test_hours_come_from_attendance_within_the_agreement(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        starts_on=MONDAY,
        planned_end_on=date(2026, 11, 27),
        hours=80,
        signed_on=date(2026, 10, 30),
    )
    present(petra, world.amina, date(2026, 10, 30), MONDAY, date(2026, 11, 24))
    petra.attendance.record(
        world.amina, date(2026, 11, 3), DayPart.AFTERNOON, AttendanceCode.SICK, None
    )
    found = petra.practice_hours.of(one.id)
    assert found.progress is not None
    # 23 November is a morning of 210 minutes that the builder recorded.
    assert found.progress.present == 240 + 240 + 210
    assert found.progress.due == 80 * 60 * 16 // 20  # until 24 November: 16 of 20 school days
    assert found.progress.state is HoursState.BEHIND
    assert not found.knows_holidays


def test_the_holidays_of_the_region_of_the_school_ask_no_hours(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        starts_on=date(2026, 10, 5),
        planned_end_on=date(2026, 10, 30),
        hours=60,
        signed_on=date(2026, 10, 1),
    )
    school = next(p for p in petra.partners.all() if p.id == world.school)
    petra.partners.save(replace(school, region=SchoolRegion.NORTH))
    found = petra.practice_hours.of(one.id)
    assert found.knows_holidays
    assert found.weeks == 3  # four weeks, one of them autumn holiday


def test_the_bbl_is_held_against_the_norm_and_proposes_its_guidance(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        learning_path=LearningPath.BBL,
        starts_on=date(2026, 8, 1),
        planned_end_on=date(2027, 7, 31),
        hours=500,
    )
    petra.settings.change({"intern_after_mbo_2": 1})
    found = petra.practice_hours.of(one.id)
    assert found.progress is not None
    assert found.progress.target.minutes == 610 * 60
    assert found.progress.target.by_norm
    assert found.weeks == 40
    assert found.advice is not None
    assert (found.advice.profile.code, found.advice.at_start, found.advice.after) == ("mbo_2", 3, 1)


def test_a_margin_of_the_centre_says_when_somebody_is_behind(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra, world.amina, world.school, company, learning_path=LearningPath.BBL, hours=610
    )
    petra.settings.change({"practice_hours_margin": 100})
    found = petra.practice_hours.of(one.id)
    assert found.progress is not None
    assert found.progress.state is HoursState.ON_TRACK


def test_hours_are_for_who_may_see_the_file(
    petra: Session, jan: Session, els: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    assert jan.practice_hours.of(one.id).progress is not None
    with pytest.raises(NotAllowed):
        els.practice_hours.of(one.id)
