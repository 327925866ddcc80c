"""Hours of practice: how many there should be by today, and how many there were.

In the bbl they are counted per school year and spread over its days: what was agreed, and at least
the norm (pro rata for a part of a year). In other paths the agreed hours are spread over the school
days of the whole practice: Monday to Friday, outside the school's holidays. A day counts once it is
over, so on the first day nothing is due and after the last day everything.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from ca_desktop.domain.dates import Period
from ca_desktop.domain.hour_norms import norms_for
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import _

MARGIN = "practice_hours_margin"
_DAY = timedelta(days=1)
_SCHOOL_DAYS = 5


class HoursState(StrEnum):
    """How far the hours are."""

    NOT_BEGUN = "not_begun"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    ENOUGH = "enough"

    @property
    def text(self) -> str:
        return {
            HoursState.NOT_BEGUN: _("not begun"),
            HoursState.ON_TRACK: _("on track"),
            HoursState.BEHIND: _("behind"),
            HoursState.ENOUGH: _("all hours made"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTarget:
    """So many minutes are to be made in this period; `by_norm`: the norm asks more than was
    agreed.
    """

    starts_on: date
    ends_on: date
    minutes: int
    by_norm: bool = False

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursProgress:
    """Minutes due before today beside minutes present; those of an elective in the bbl don't
    count.
    """

    target: HoursTarget
    due: int
    present: int
    elective: int = 0
    margin: int = 0
    has_begun: bool = True

    @property
    def counted(self) -> int:
        """Minutes present that count."""
        return max(0, self.present - self.elective)

    @property
    def behind(self) -> int:
        """Minutes too few until today, 0 for enough."""
        return max(0, self.due - self.counted)

    @property
    def state(self) -> HoursState:
        """Behind only beyond the margin, in percent of what is due."""
        if not self.has_begun:
            return HoursState.NOT_BEGUN
        if self.target.minutes and self.counted >= self.target.minutes:
            return HoursState.ENOUGH
        is_behind = self.behind * 100 > self.due * self.margin
        return HoursState.BEHIND if is_behind else HoursState.ON_TRACK


def target_of(agreement: PracticeAgreement, day: date) -> HoursTarget | None:
    """What is to be made: in the bbl in the school year of this day (or the nearest one of the
    agreement), otherwise in the whole practice. None where no hours were agreed.
    """
    first, last = agreement.starts_on, agreement.planned_end_on
    if agreement.learning_path is LearningPath.BBL:
        end = agreement.period.ends_on or last
        return _in_year(agreement, SchoolYear.of(min(max(day, first), max(first, end))))
    if not agreement.hours:
        return None
    return HoursTarget(starts_on=first, ends_on=last, minutes=agreement.hours * 60)


def _in_year(agreement: PracticeAgreement, year: SchoolYear) -> HoursTarget:
    first = max(agreement.starts_on, year.starts_on)
    last = max(first, min(agreement.planned_end_on, year.ends_on))
    norm = next((one.practice for one in norms_for(LearningPath.BBL, agreement.level)), 0)
    part = Fraction(_days(first, last), _days(year.starts_on, year.ends_on))
    asked, agreed = round(norm * 60 * part), _agreed(agreement, year, _days(first, last))
    return HoursTarget(
        starts_on=first, ends_on=last, minutes=max(asked, agreed), by_norm=asked > agreed
    )


def _agreed(agreement: PracticeAgreement, year: SchoolYear, days: int) -> int:
    """Minutes agreed for a school year: as the agreement says, else its share of all days."""
    place = year.first - SchoolYear.of(agreement.starts_on).first
    if agreement.yearly_hours:
        named = agreement.yearly_hours[place : place + 1] if place >= 0 else ()
        return sum(named) * 60
    whole = _days(agreement.starts_on, agreement.planned_end_on)
    return round(Fraction(agreement.hours * 60 * days, max(1, whole)))


def due(
    target: HoursTarget,
    before: date,
    ended_on: date | None = None,
    off: Collection[date] | None = None,
) -> int:
    """Minutes due on the days before this one; after a real end nothing more falls due.

    With `off` only school days count: Monday to Friday and not off. Where there are none, or
    without `off`, every day counts, as work goes on in the bbl.
    """
    until = min(before - _DAY, target.ends_on, ended_on or target.ends_on)
    if until < target.starts_on:
        return 0
    whole = _counted(target.starts_on, target.ends_on, off) if off is not None else 0
    if off is not None and whole:
        part = _counted(target.starts_on, until, off)
    else:
        whole = _days(target.starts_on, target.ends_on)
        part = _days(target.starts_on, until)
    return round(Fraction(target.minutes * part, whole))


def progress(
    agreement: PracticeAgreement,
    today: date,
    present: int,
    *,
    off: Collection[date] = (),
    sheets: Iterable[PracticeSheet] = (),
    margin: int = 0,
) -> HoursProgress | None:
    """How far the hours of this agreement are; `present` are the minutes in `window_of` it."""
    target = target_of(agreement, today)
    if target is None:
        return None
    is_bbl = agreement.learning_path is LearningPath.BBL
    return HoursProgress(
        target=target,
        due=due(target, today, agreement.ended_on, None if is_bbl else off),
        present=present,
        elective=_elective(sheets, target, today) if is_bbl else 0,
        margin=margin,
        has_begun=agreement.starts_on <= today,
    )


def window_of(agreement: PracticeAgreement, today: date) -> Period | None:
    """The days whose attendance counts until today."""
    target = target_of(agreement, today)
    if target is None:
        return None
    end = min(today, target.ends_on, agreement.ended_on or target.ends_on)
    return Period(starts_on=target.starts_on, ends_on=end)


def _elective(sheets: Iterable[PracticeSheet], target: HoursTarget, today: date) -> int:
    """Minutes of electives that fell in this period until today, spread over their days."""
    minutes = Fraction(0)
    for sheet in sheets:
        last = sheet.ended_on or sheet.planned_end_on
        first, until = max(sheet.starts_on, target.starts_on), min(last, today - _DAY)
        until = min(until, target.ends_on)
        if sheet.elective_code and first <= until:
            whole = _days(sheet.starts_on, last)
            minutes += Fraction(sheet.hours * 60 * _days(first, until), whole)
    return round(minutes)


def _days(first: date, last: date) -> int:
    return max(0, (last - first).days + 1)


def _counted(first: date, last: date, off: Collection[date]) -> int:
    """Days from Monday to Friday outside `off`; both ends belong to it."""
    whole, rest = divmod(_days(first, last), 7)
    tail = (first + (whole * 7 + number) * _DAY for number in range(rest))
    days = whole * _SCHOOL_DAYS + sum(day.weekday() < _SCHOOL_DAYS for day in tail)
    return days - sum(first <= day <= last and day.weekday() < _SCHOOL_DAYS for day in off)
