"""What somebody else has to know to take over from a supervisor or the quartermaster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

_SECRET = re.compile(
    r"\b(wachtwoord|password|passwort|ww|pincode|pin|toegangscode|inlogcode)\b"
    r"(\s+(is|van\s+\w+\s+is|voor\s+\w+\s+is))?\s*[:=]?\s*[\"'“]?(?=\S*\d)\S{4,}",
    re.IGNORECASE,
)


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
    for name in ("subject", "text"):
        if looks_secret(getattr(point, name)):
            yield Problem(
                name,
                _("This looks like a password or a code. Never write one here: say who has it."),
            )
    if point.takes_over_id == point.supervisor_id:
        yield Problem("takes_over_id", _("Choose somebody else."))
    if point.explained_on and point.explained_on > today:
        yield Problem("explained_on", _("This day is still to come."))


def looks_secret(text: str) -> bool:
    """Whether a word for a password or code is followed by something that could be one."""
    return _SECRET.search(text) is not None
