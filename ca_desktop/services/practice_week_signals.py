"""Weeks of students in the bbl that lack proof, and the window of the subsidy that closes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ca_desktop.db.queries.practice import Named
from ca_desktop.db.queries.practice_counts import bbl_between
from ca_desktop.db.queries.practice_weeks import WeeksOf
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import format_date, iso_week, week_start
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_subsidy import scheme_for
from ca_desktop.domain.school_calendar import SchoolCalendar
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.signals import SOON_DAYS, Signal, SignalKind, Urgency, urgency_of
from ca_desktop.i18n import _
from ca_desktop.services.practice_hours import Calendars

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """The weeks of one student, by their Monday: present without guidance, or nothing filled in."""

    unguided: tuple[date, ...]
    empty: tuple[date, ...]


def missing_weeks(uow: UnitOfWork, today: date, students: Sequence[Named]) -> Iterator[Signal]:
    """One signal per student: the oldest week that lacks proof, and how many more there are."""
    last_monday = week_start(today) - _WEEK
    year = SchoolYear.of_week(last_monday)
    since = {
        one.participant_id: max(week_start(one.starts_on), year.mondays[0])
        for one, _name in students
    }
    if not since:
        return
    weeks, calendars = WeeksOf(uow, since, last_monday + timedelta(days=6)), Calendars(uow)
    for one, name in students:
        calendar = calendars.of_school(one.school_id)
        lacking = _lacking(one, weeks, (since[one.participant_id], last_monday), calendar)
        if lacking.unguided or lacking.empty:
            yield _signal(one, name.full, lacking)


def _lacking(
    one: PracticeAgreement, weeks: WeeksOf, between: tuple[date, date], calendar: SchoolCalendar
) -> Lacking:
    """A week may be empty where the school had holidays all along, or where only its Saturday or
    Sunday lies in the agreement.
    """
    person = one.participant_id
    mondays = tuple(_mondays(*between))
    present = weeks.present.get(person, set())
    guided, recorded = weeks.guided.get(person, set()), weeks.recorded.get(person, set())
    empty = tuple(
        day
        for day in mondays
        if day not in recorded
        and calendar.school_weeks(max(day, one.starts_on), day + timedelta(days=4))
    )
    return Lacking(
        unguided=tuple(day for day in mondays if day in present and day not in guided),
        empty=empty,
    )


def _mondays(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _WEEK


def _signal(one: PracticeAgreement, who: str, lacking: Lacking) -> Signal:
    monday = (lacking.unguided or lacking.empty)[0]
    more = len(lacking.unguided) + len(lacking.empty) - 1
    unguided = bool(lacking.unguided)
    words = (
        _("Week {week}: present, but no note of guidance", week=iso_week(monday))
        if unguided
        else _("Week {week}: no attendance filled in", week=iso_week(monday))
    )
    if more:
        words = _("{first}; {n} more weeks lack proof", first=words, n=more)
    return Signal(
        kind=SignalKind.PRACTICE_WEEK,
        urgency=Urgency.THIS_WEEK,
        who=who,
        what=words,
        action=_("Confirm week") if unguided else _("Open attendance"),
        page="participants",
        record_id=one.participant_id,
        due_on=None,
        participant_id=one.participant_id,
        section="practice" if unguided else "attendance",
        child=f"week:{monday.isoformat()}" if unguided else None,
    )


def closing_window(uow: UnitOfWork, today: date) -> Iterator[Signal]:
    """Four weeks before the window of the subsidy closes, where there were students in the bbl."""
    scheme, year = scheme_for(LearningPath.BBL), SchoolYear(SchoolYear.of(today).first - 1)
    if scheme is None:
        return
    for one in (year, SchoolYear(year.first + 1)):
        window = scheme.window(one)
        if window.ends_on is None or not window.includes(today):
            continue
        urgency = urgency_of(window.ends_on, today, SOON_DAYS)
        count = bbl_between(uow, one.starts_on, one.ends_on) if urgency else 0
        if urgency is not None and count:
            yield _closing(one, window.ends_on, urgency, count)


def _closing(year: SchoolYear, closes: date, urgency: Urgency, count: int) -> Signal:
    return Signal(
        kind=SignalKind.PRACTICE_WEEK,
        urgency=urgency,
        who=_("Subsidy for practical learning"),
        what=_(
            "School year {year} can be applied for until {day}: {n} students in the bbl",
            year=year.name,
            day=format_date(closes),
            n=count,
        ),
        action=_("Open the list"),
        page="students",
        record_id=None,
        due_on=closes,
    )
