"""Days on which a supervisor is away, and who takes over. No reason is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import Period, format_date, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorAbsence:
    """One period away."""

    id: UUID = field(default_factory=uuid4)
    supervisor_id: UUID
    starts_on: date
    ends_on: date | None = None
    substitute_id: UUID | None = None

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


def problems(
    absence: SupervisorAbsence, others: Iterable[SupervisorAbsence] = ()
) -> Iterator[Problem]:
    """Everything a save refuses; `others` are this supervisor's other absences."""
    problem = order_problem("ends_on", absence.starts_on, absence.ends_on)
    if problem:
        yield problem
    if absence.substitute_id == absence.supervisor_id:
        yield Problem("substitute_id", _("Choose somebody else to take over."))
    for other in others:
        if other.id != absence.id and other.period.overlaps(absence.period):
            yield Problem(
                "starts_on",
                _(
                    "There is an absence from {start} already in this period. Change that one.",
                    start=format_date(other.starts_on),
                ),
            )
            return
