"""Dates as people type and read them, periods, and ISO weeks."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ca_desktop.domain.errors import Problem, RuleBroken
from ca_desktop.i18n import _

_TODAY_WORDS = {
    "vandaag": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "gisteren": -1,
    "yesterday": -1,
}
_RELATIVE = re.compile(r"^([+-])\s*(\d{1,3})\s*([dwmjy])$")
_PARTS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$")
_DIGITS = re.compile(r"^(\d{2})(\d{2})(\d{2}|\d{4})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


class DateKind(StrEnum):
    """How a two-digit year is read and what counts as absurd."""

    PLAN = "plan"
    BIRTH = "birth"


def format_date(day: date | None) -> str:
    """dd-mm-jjjj, or '' for no date."""
    return f"{day:%d-%m-}{day.year:04d}" if day else ""


def parse_date(text: str, *, today: date, kind: DateKind = DateKind.PLAN) -> date | None:
    """Read what a person typed: 7-4-26, 070426, 2026-04-07, vandaag, +2w. Empty text is None.

    Raises RuleBroken with a sentence when it is no date or an absurd one.
    """
    typed = text.strip().casefold()
    if not typed:
        return None
    day = _relative(typed, today) or _absolute(typed, today, kind)
    if day is None:
        raise RuleBroken(_("“{text}” is not a date. Type it as 7-4-2026.", text=text.strip()))
    _refuse_absurd(day, today, kind)
    return day


def _relative(typed: str, today: date) -> date | None:
    if typed in _TODAY_WORDS:
        return today + timedelta(days=_TODAY_WORDS[typed])
    match = _RELATIVE.match(typed)
    if match is None:
        return None
    amount = int(match[2]) * (1 if match[1] == "+" else -1)
    unit = match[3]
    if unit in "dw":
        return today + timedelta(days=amount * (7 if unit == "w" else 1))
    return add_months(today, amount * (1 if unit == "m" else 12))


def _absolute(typed: str, today: date, kind: DateKind) -> date | None:
    iso = _ISO.match(typed)
    match = _PARTS.match(typed) or _DIGITS.match(typed)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if match:
            return date(_year(match[3], today, kind), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None


def _year(digits: str, today: date, kind: DateKind) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year - today.year % 100 + int(digits)
    if kind is DateKind.BIRTH:
        return year if year <= today.year else year - 100
    return year if year <= today.year + 20 else year - 100


def _refuse_absurd(day: date, today: date, kind: DateKind) -> None:
    if kind is DateKind.BIRTH and not (date(today.year - 110, 1, 1) <= day <= today):
        raise RuleBroken(
            _("A date of birth lies between {first} and today.", first=today.year - 110)
        )
    if kind is DateKind.PLAN and not (1990 <= day.year <= today.year + 20):
        raise RuleBroken(_("The year {year} can't be right. Check the date.", year=day.year))


def add_months(day: date, months: int) -> date:
    """The same day some months on; the last day of the month where that day does not exist."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("a month has 28 days")  # pragma: no cover - unreachable


def iso_week(day: date) -> str:
    """'2026-W53': ISO year and week."""
    year, week, _weekday = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def week_start(day: date) -> date:
    """The Monday of this day's week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From and until, both included; an open end is None."""

    starts_on: date
    ends_on: date | None = None

    def includes(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    def overlaps(self, other: "Period") -> bool:
        return (self.ends_on is None or other.starts_on <= self.ends_on) and (
            other.ends_on is None or self.starts_on <= other.ends_on
        )


def order_problem(field: str, starts_on: date | None, ends_on: date | None) -> Problem | None:
    """The problem of an end before a start, or None."""
    if starts_on and ends_on and ends_on < starts_on:
        return Problem(
            field,
            _(
                "This date lies before the start ({start}). Choose a later day, or change "
                "the start.",
                start=format_date(starts_on),
            ),
        )
    return None
