"""School years: from 1 August until 31 July, and which ISO weeks belong to which year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ca_desktop.domain.dates import Period, week_start
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.i18n import _

FIRST_MONTH = 8
_NAME = re.compile(r"^(\d{4})\s*[-/–]\s*(\d{4})$", re.ASCII)
_THURSDAY = timedelta(days=3)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, order=True)
class SchoolYear:
    """One school year, by the calendar year in which it begins."""

    first: int

    @classmethod
    def of(cls, day: date) -> "SchoolYear":
        """The school year in which this day lies."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @classmethod
    def of_week(cls, day: date) -> "SchoolYear":
        """The school year to which the ISO week of this day belongs: that of its Thursday.

        A week across 31 July and 1 August lies in two school years, but may be claimed once. Its
        Thursday says in which it has most of its days, as ISO 8601 itself gives a week to a year.
        """
        return cls.of(week_start(day) + _THURSDAY)

    @classmethod
    def parse(cls, text: str) -> "SchoolYear":
        """'2025-2026'. RuleBroken with a sentence for anything else."""
        found = _NAME.match(text.strip())
        if found is None:
            raise RuleBroken(
                _("“{text}” is no school year. Type it as 2025-2026.", text=text.strip())
            )
        first, second = int(found[1]), int(found[2])
        if second != first + 1:
            raise RuleBroken(
                _(
                    "A school year runs over two years that follow each other, such as "
                    "2025-2026. “{text}” does not.",
                    text=text.strip(),
                )
            )
        if not 1990 <= first <= 2200:
            raise RuleBroken(_("The year {year} can't be right. Check the date.", year=first))
        return cls(first)

    @property
    def name(self) -> str:
        """'2025-2026', as schools and RVO write it."""
        return f"{self.first}-{self.first + 1}"

    @property
    def starts_on(self) -> date:
        return date(self.first, FIRST_MONTH, 1)

    @property
    def ends_on(self) -> date:
        return date(self.first + 1, FIRST_MONTH - 1, 31)

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)

    @property
    def mondays(self) -> tuple[date, ...]:
        """The Monday of every ISO week that belongs to this school year: 52 or 53 of them."""
        return tuple(self._mondays())

    @property
    def week_period(self) -> Period:
        """From the Monday of the first week until the Sunday of the last one."""
        mondays = self.mondays
        return Period(starts_on=mondays[0], ends_on=mondays[-1] + timedelta(days=6))

    def _mondays(self) -> Iterator[date]:
        monday = week_start(self.starts_on)
        if SchoolYear.of_week(monday) != self:
            monday += _WEEK
        while SchoolYear.of_week(monday) == self:
            yield monday
            monday += _WEEK
