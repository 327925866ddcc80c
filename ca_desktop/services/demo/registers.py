"""What the demo centre made of the lists it was given: programmes and school holidays.

One programme was checked, one changed, one ends and has equivalents, one is its own; one school
moved a holiday, and has a week of its own. With a chance of its own: the rest stays the same.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import add_months, week_start
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.listed_qualifications import shipped_qualification
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.domain.school_calendar import SchoolCalendar, shipped_holiday
from ca_desktop.domain.school_holidays import SchoolHoliday, SchoolRegion
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.services.demo.chance import Chance

CHECKED, CHANGED, ENDING, OWN = "25254", "25231", "25371", "25990"
REGION = SchoolRegion.MIDDLE  # of the ROC of the demo centre
_SOURCE = "MijnSBB (voorbeeld)"
_WEEK = timedelta(weeks=1)


def registers(seed: int, today: date) -> Iterator[object]:
    """The rows of the centre that go before the catalogue, and those that it added."""
    chance = Chance(seed + 4)
    yield from _qualifications(chance, today)
    yield from _holidays(chance, today)


def _qualifications(chance: Chance, today: date) -> Iterator[Qualification]:
    catalogue = load_catalogue()

    def shipped(code: str) -> Qualification:
        return shipped_qualification(catalogue.qualification(code), "nl")

    lately = add_months(today, -2)
    yield replace(shipped(CHECKED), source=_SOURCE, checked_on=lately)
    yield replace(
        shipped(CHANGED), name="Fietstechnicus (naam van onze brief)", source="Brief van SBB"
    )
    yield replace(
        shipped(ENDING),
        equivalents=("25991", "25992"),
        ends_on=SchoolYear.of(add_months(today, 12)).ends_on,
        source=_SOURCE,
        checked_on=lately,
    )
    yield Qualification(
        id=chance.new_id(),
        code=OWN,
        name="Vakkracht circulair ambacht (voorbeeld)",
        level=2,
        learning_paths=(LearningPath.BBL, LearningPath.THIRD),
        starts_on=SchoolYear.of(today).starts_on,
        source="Afspraak met ROC Oostermaat",
    )


def _holidays(chance: Chance, today: date) -> Iterator[SchoolHoliday]:
    """The spring holiday a week later, as the ROC has it, and a week without lessons in spring."""
    all_of = [shipped_holiday(info, "nl") for info in load_catalogue().school_holidays]
    here = [one for one in all_of if one.region is REGION]
    year = SchoolYear.of(today)
    found = [one for one in here if one.code == f"{year.first}_spring_{REGION}"]
    for spring in found:
        moved = replace(
            spring,
            starts_on=spring.starts_on + _WEEK,
            ends_on=spring.ends_on + _WEEK,
            source="Jaarplanning ROC Oostermaat",
            checked_on=add_months(today, -1),
        )
        here = [moved if one.id == moved.id else one for one in here]
        yield moved
    monday = week_start(date(year.first + 1, 6, 8))
    friday = monday + timedelta(days=4)
    if not SchoolCalendar(tuple(here)).days_off(monday, friday):
        yield SchoolHoliday(
            id=chance.new_id(),
            region=REGION,
            name="Studieweek zonder lessen",
            starts_on=monday,
            ends_on=friday,
            source="Jaarplanning ROC Oostermaat",
        )
