"""Hours of practice: what should have been made by today, and what was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.db.queries.practice_hours import minutes_present
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.hour_norms import HourNorm, norms_for
from ca_desktop.domain.intern_profiles import InternAdvice, advice_of
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_hours import (
    MARGIN,
    HoursProgress,
    HoursTarget,
    progress,
    window_of,
)
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practice_subsidy import DIVISOR
from ca_desktop.domain.school_calendar import SchoolCalendar
from ca_desktop.domain.school_holidays import SchoolRegion
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.services.school_holidays import calendar_in
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDemand:
    """What one agreement asks: hours (None where none were agreed), norms, guidance.

    `weeks` are the school weeks in which the hours fall; 0 where the calendar is not known.
    """

    progress: HoursProgress | None
    norms: tuple[HourNorm, ...]
    weeks: int
    advice: InternAdvice | None
    knows_holidays: bool


class PracticeHoursService(Service):
    """What a user can see of the hours of practice; they come from attendance by themselves."""

    @allowed(Action.SEE_FILE)
    def of(self, agreement_id: UUID) -> PracticeDemand:
        """Progress, norms and the guidance that is proposed for one agreement."""
        with self._database.read() as uow:
            one = uow.of(PracticeAgreement).get(agreement_id)
            self._require(uow, Action.SEE_FILE, one.participant_id)
            calendar = Calendars(uow).of_school(one.school_id)
            settings = values_in(uow)
            found = progress_in(uow, [one], self._today()).get(one.id)
            path = one.learning_path
            is_bbl = path is LearningPath.BBL
            days = found.target if found else None
            weeks = 0
            if days and is_bbl:
                weeks = _share_of_a_year(settings[DIVISOR], days)
            elif days and calendar.knows(days.starts_on):
                weeks = len(calendar.school_weeks(days.starts_on, days.ends_on))
            return PracticeDemand(
                progress=found,
                norms=tuple(norms_for(path, one.level)),
                weeks=weeks,
                advice=advice_of(path, one.level, settings),
                knows_holidays=is_bbl or calendar.knows(one.starts_on),
            )


def _share_of_a_year(weeks: int, days: HoursTarget) -> int:
    """So many of the weeks of a whole school year as this part of it holds, at least one."""
    year = SchoolYear.of(days.starts_on)
    whole = (year.ends_on - year.starts_on).days + 1
    return max(1, round(weeks * ((days.ends_on - days.starts_on).days + 1) / whole))


class Calendars:
    """The school holidays per school, each region read once in a transaction."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._regions: dict[UUID, SchoolRegion | None] = {}
        self._made: dict[SchoolRegion | None, SchoolCalendar] = {}

    def of_school(self, school_id: UUID) -> SchoolCalendar:
        """When this school has holidays; empty where its region is not known."""
        if school_id not in self._regions:
            school = self._uow.of(Partner).find(id=school_id)
            self._regions[school_id] = school.region if school else None
        region = self._regions[school_id]
        if region not in self._made:
            self._made[region] = calendar_in(self._uow, region)
        return self._made[region]


def progress_in(
    uow: UnitOfWork, agreements: Iterable[PracticeAgreement], today: date
) -> dict[UUID, HoursProgress]:
    """The progress of many agreements, inside a transaction of another service; those without
    agreed hours are left out.
    """
    asked = {one.id: one for one in agreements}
    windows = {
        key: (one.participant_id, days)
        for key, one in asked.items()
        if (days := window_of(one, today)) is not None
    }
    present = minutes_present(uow, windows)
    sheets = _sheets(uow, asked)
    calendars, margin = Calendars(uow), values_in(uow)[MARGIN]
    found = {}
    for key in windows:
        one = asked[key]
        calendar = calendars.of_school(one.school_id)
        made = progress(
            one,
            today,
            present[key],
            off=calendar.days_off(one.starts_on, one.planned_end_on),
            sheets=sheets.get(key, ()),
            margin=margin,
        )
        if made is not None:
            found[key] = made
    return found


def _sheets(
    uow: UnitOfWork, asked: Mapping[UUID, PracticeAgreement]
) -> dict[UUID, list[PracticeSheet]]:
    """The electives of those in the bbl: only there they change what counts."""
    bbl = [key for key, one in asked.items() if one.learning_path is LearningPath.BBL]
    found: dict[UUID, list[PracticeSheet]] = {}
    for start in range(0, len(bbl), 500):
        for sheet in uow.of(PracticeSheet).all(agreement_id=bbl[start : start + 500]):
            found.setdefault(sheet.agreement_id, []).append(sheet)
    return found
