"""The steps of an accreditation: each state with its day and the letter behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationStep:
    """An accreditation came into this state. `letter` says by which letter or message it is known;
    `planned_on` is the day of a visit or assessment that was agreed.
    """

    id: UUID = field(default_factory=uuid4)
    accreditation_id: UUID
    state: AccreditationState
    on: date
    letter: str = ""
    planned_on: date | None = None
    remarks: str = ""


def problems(
    step: AccreditationStep, earlier: Iterable[AccreditationStep], today: date
) -> Iterator[Problem]:
    """Everything a step refuses on its own; which state may follow is asked of the accreditation.

    `earlier` are the steps that were taken before this one.
    """
    if step.on > today:
        yield Problem("on", _("This day is still to come. Record the step on the day itself."))
    last_on = max((one.on for one in earlier), default=None)
    if last_on is not None and step.on < last_on:
        yield Problem(
            "on",
            _("The step before was on {day}. Choose that day or later.", day=format_date(last_on)),
        )
    if step.planned_on is not None and step.planned_on < step.on:
        yield Problem("planned_on", _("The planned day lies before this step."))
