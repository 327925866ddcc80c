"""Aftercare: contact 3, 6 and 12 months after somebody left, and who keeps it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import add_months
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

MONTHS_AFTER = (3, 6, 12)
EXTRA = 0  # the months of a contact that was planned beside the usual ones


class AftercareResult(StrEnum):
    """What a contact after leaving told."""

    STILL_THERE = "still_there"
    ELSEWHERE = "elsewhere"
    STOPPED = "stopped"
    WANTS_BACK = "wants_back"
    NOT_REACHED = "not_reached"

    @property
    def text(self) -> str:
        return {
            AftercareResult.STILL_THERE: _("still in the same place"),
            AftercareResult.ELSEWHERE: _("in another place that fits"),
            AftercareResult.STOPPED: _("stopped, without a next place"),
            AftercareResult.WANTS_BACK: _("would like to come back"),
            AftercareResult.NOT_REACHED: _("not reached"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftercare:
    """One planned contact with somebody who left; done when `done_on` is filled in."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    months: int
    due_on: date
    supervisor_id: UUID | None = None
    done_on: date | None = None
    result: AftercareResult | None = None
    remarks: str = ""

    @property
    def text(self) -> str:
        """Which contact it is, in words."""
        if self.months == EXTRA:
            return _("Extra contact")
        return _("Contact {months} months after leaving", months=self.months)


def planned(
    participant_id: UUID, left_on: date, supervisor_id: UUID | None
) -> tuple[Aftercare, ...]:
    """The contacts that follow when somebody leaves on this day."""
    return tuple(
        Aftercare(
            participant_id=participant_id,
            months=months,
            due_on=add_months(left_on, months),
            supervisor_id=supervisor_id,
        )
        for months in MONTHS_AFTER
    )


def problems(aftercare: Aftercare, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if aftercare.done_on is not None and aftercare.done_on > today:
        yield Problem("done_on", _("This day is still to come."))
    if aftercare.done_on is not None and aftercare.result is None:
        yield Problem("result", _("Choose what the contact told."))
    if aftercare.result is not None and aftercare.done_on is None:
        yield Problem("done_on", _("Fill in on which day the contact was."))
