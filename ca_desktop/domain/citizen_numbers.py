"""The citizen service number (BSN): kept only where the legal role of a trajectory requires it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.journal import SECRET
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _

REQUIRED_UNDER = frozenset({LegalRole.WMO_PROVIDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenNumber:
    """One per participant; shown masked, and every look at it is journalled."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    number: str = field(repr=False, metadata=SECRET)
    recorded_on: date

    @property
    def masked(self) -> str:
        """'•••••• 782': enough to see that the right one was recorded."""
        return f"•••••• {self.number[-3:]}"


def may_be_recorded(legal_roles: Iterable[LegalRole]) -> bool:
    """Whether one of the running trajectories requires the number by law."""
    return not REQUIRED_UNDER.isdisjoint(legal_roles)


def problems(number: CitizenNumber, legal_roles: Iterable[LegalRole]) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not may_be_recorded(legal_roles):
        yield Problem(
            "number",
            _("The BSN may be recorded only under a trajectory as Wmo provider that runs now."),
        )
    if not is_bsn(number.number):
        yield no_number()


def no_number() -> Problem:
    """That the number does not pass; the message never repeats it."""
    return Problem("number", _("This is no BSN. Check the nine digits."))
