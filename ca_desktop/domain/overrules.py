"""A placement made although a condition does not fit: why, by whom, when. Kept for ever."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrule:
    """One condition that did not fit, in the words of that moment, and the reason to go on."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    placement_id: UUID
    condition: str
    finding: str
    reason: str
    decided_by: UUID
    decided_at: datetime


def problems(overrule: Overrule) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not overrule.reason.strip():
        yield Problem(overrule.condition, _("Write why you place this person all the same."))
