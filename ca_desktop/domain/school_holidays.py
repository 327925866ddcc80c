"""School holidays per region: dated data, from the catalogue or as the centre changed them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class SchoolRegion(StrEnum):
    """The three regions in which the Netherlands spreads its school holidays."""

    NORTH = "north"
    MIDDLE = "middle"
    SOUTH = "south"

    @property
    def text(self) -> str:
        return {
            SchoolRegion.NORTH: _("North"),
            SchoolRegion.MIDDLE: _("Middle"),
            SchoolRegion.SOUTH: _("South"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """One holiday in one region, the first and last day included.

    `code` ties it to the row of the catalogue that it goes before; empty for one of the centre.
    """

    id: UUID = field(default_factory=uuid4)
    code: str = ""
    region: SchoolRegion
    name: str
    starts_on: date
    ends_on: date
    source: str = ""
    checked_on: date | None = None


def problems(holiday: SchoolHoliday) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not holiday.name.strip():
        yield Problem("name", _("Give the holiday a name."))
    problem = order_problem("ends_on", holiday.starts_on, holiday.ends_on)
    if problem:
        yield problem
    elif (holiday.ends_on - holiday.starts_on).days > 100:
        yield Problem("ends_on", _("A holiday of more than 100 days can't be right."))
