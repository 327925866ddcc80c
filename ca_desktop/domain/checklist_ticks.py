"""What was ticked off by hand on the way to a first accreditation; the rest the program knows."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistTick:
    """An item of the checklist (a code of accreditation_checklist.toml) was done on a day."""

    id: UUID = field(default_factory=uuid4)
    training_company_id: UUID
    item: str
    done_on: date
    remarks: str = ""


def problems(tick: ChecklistTick, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if tick.done_on > today:
        yield Problem("done_on", _("This day is still to come."))
