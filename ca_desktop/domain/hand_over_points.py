"""What somebody else has to know to take over from a supervisor or the quartermaster."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPoint:
    """One subject that hangs on one person: what it is, where it stands, who takes it over.

    `explained_on` is the day on which that person was told. Never a password.
    """

    id: UUID = field(default_factory=uuid4)
    supervisor_id: UUID
    subject: str
    text: str = ""
    partner_id: UUID | None = None
    takes_over_id: UUID | None = None
    explained_on: date | None = None


def problems(point: HandOverPoint, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not point.subject.strip():
        yield Problem("subject", _("Write what it is about."))
    if point.takes_over_id == point.supervisor_id:
        yield Problem("takes_over_id", _("Choose somebody else."))
    if point.explained_on and point.explained_on > today:
        yield Problem("explained_on", _("This day is still to come."))
