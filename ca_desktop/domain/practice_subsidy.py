"""What RVO may be asked for one student and school year: guided weeks, amount, missing proof.

A week counts when somebody was present in it and was guided: a note, or a confirmation by a
supervisor. The amount is the maximum × min(weeks, divisor) / divisor, half a cent rounded up. Both
numbers are settings of the centre, because sources differ (40 or 42 weeks).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.catalogue_entries import NO_TEXT, Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.dates import Period, week_start
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.resources import resource

DIVISOR = "practice_weeks"
MAXIMUM = "practice_maximum"


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyTerms:
    """For how many weeks (`divisor`) the whole `maximum`, in euros, is given."""

    divisor: int
    maximum: int

    @classmethod
    def of(cls, values: Mapping[str, int]) -> "SubsidyTerms":
        """The terms as the centre keeps them."""
        return cls(divisor=values[DIVISOR], maximum=values[MAXIMUM])

    def cents(self, weeks: int) -> int:
        """The amount for so many weeks in cents; half a cent counts as a whole one."""
        counted = min(max(weeks, 0), self.divisor)
        return (2 * 100 * self.maximum * counted + self.divisor) // (2 * self.divisor)


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyScheme:
    """A scheme of RVO with the window in which it can be applied for."""

    code: str
    learning_paths: tuple[str, ...]
    opens: str
    closes: str
    name: Text
    description: Text = NO_TEXT
    origin: Origin

    def window(self, year: SchoolYear) -> Period:
        """The first and last day to apply for this school year."""
        last = year.first + 1
        return Period(starts_on=_on(last, self.opens), ends_on=_on(last, self.closes))


def _on(year: int, month_and_day: str) -> date:
    month, _sign, day = month_and_day.partition("-")
    return date(year, int(month), int(day))


@cache
def subsidy_schemes() -> tuple[SubsidyScheme, ...]:
    """The schemes of the catalogue."""
    table = read_table(resource("catalogue", "practice_subsidy.toml"))
    return read_entries(SubsidyScheme, table, "schemes")


def scheme_for(path: LearningPath) -> SubsidyScheme | None:
    """The scheme that this learning path belongs to; None: there is none that is kept here."""
    return next((one for one in subsidy_schemes() if path.value in one.learning_paths), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofWeek:
    """What stands in the store about one ISO week: never what was said, only that it was.

    `is_recorded`: a half-day was filled in, also when it says sick or holiday.
    """

    monday: date
    minutes: int = 0
    contacts: int = 0
    guided_by: tuple[UUID, ...] = ()
    confirmed_by: UUID | None = None
    is_recorded: bool = False

    @property
    def is_present(self) -> bool:
        return self.minutes > 0

    @property
    def is_guided(self) -> bool:
        return self.contacts > 0 or self.confirmed_by is not None

    @property
    def counts(self) -> bool:
        """Whether this week may be claimed."""
        return self.is_present and self.is_guided


def proof_weeks(
    year: SchoolYear,
    days: Sequence[Period],
    attendance: Iterable[Attendance],
    entries: Iterable[Entry],
    confirmed: Iterable[GuidedWeek],
) -> tuple[ProofWeek, ...]:
    """The weeks of this school year in which the agreement ran on one day at least (`days`).

    Attendance and notes on other days count for nothing; a confirmation holds for its week.
    """
    present = [one for one in attendance if _within(days, one.on)]
    minutes: Counter[date] = Counter()
    for line in present:
        minutes[week_start(line.on)] += line.minutes
    recorded = {week_start(one.on) for one in present}
    notes: dict[date, list[Entry]] = {}
    for entry in entries:
        if _within(days, entry.on):
            notes.setdefault(week_start(entry.on), []).append(entry)
    by = {week_start(one.monday): one.supervisor_id for one in confirmed}
    return tuple(
        ProofWeek(
            monday=monday,
            minutes=minutes[monday],
            contacts=len(notes.get(monday, ())),
            guided_by=_who(notes.get(monday, ())),
            confirmed_by=by.get(monday),
            is_recorded=monday in recorded,
        )
        for monday in year.mondays
        if any(one.overlaps(_week(monday)) for one in days)
    )


def claimable(weeks: Iterable[ProofWeek]) -> int:
    """How many of these weeks count."""
    return sum(week.counts for week in weeks)


def _who(notes: Iterable[Entry]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(one.supervisor_id for one in notes if one.supervisor_id))


def _within(days: Sequence[Period], day: date) -> bool:
    return any(period.includes(day) for period in days)


def _week(monday: date) -> Period:
    return Period(starts_on=monday, ends_on=date.fromordinal(monday.toordinal() + 6))
