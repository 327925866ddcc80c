"""Weeks in which somebody confirms that a student was guided, where no note says so."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidedWeek:
    """This student was guided by this supervisor in the ISO week of `monday`."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    monday: date
    supervisor_id: UUID
