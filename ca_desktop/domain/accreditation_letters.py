"""The letter of SBB behind a step of an accreditation, kept inside the encrypted store."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationLetter:
    """One kept file; a step has one letter at most."""

    id: UUID = field(default_factory=uuid4)
    step_id: UUID
    file_name: str
    content: bytes = field(repr=False)
    sha256: str
    added_at: datetime
