"""Which machines somebody may work with: the authorisation, by whom, until when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineAuthorisation:
    """Somebody was instructed on one machine (a code of the catalogue) and may use it."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    machine: str
    given_on: date
    signed_by: UUID
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it counts on this day; the last day still does."""
        return self.given_on <= day and (self.valid_until is None or day <= self.valid_until)


def problems(
    authorisation: MachineAuthorisation, today: date, machines: Iterable[str]
) -> Iterator[Problem]:
    """Everything a save refuses; `machines` are the codes of the catalogue."""
    if authorisation.machine not in tuple(machines):
        yield Problem("machine", _("Choose a machine of the list."))
    if authorisation.given_on > today:
        yield Problem("given_on", _("This day is still to come."))
    problem = order_problem("valid_until", authorisation.given_on, authorisation.valid_until)
    if problem:
        yield problem
