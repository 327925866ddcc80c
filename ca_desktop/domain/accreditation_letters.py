"""The letter of SBB behind a step of an accreditation, kept inside the encrypted store."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from ca_desktop.domain.documents import LARGEST_DOCUMENT
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationLetter:
    """One kept file; a step has one letter at most."""

    id: UUID = field(default_factory=uuid4)
    step_id: UUID
    file_name: str
    content: bytes = field(repr=False)
    sha256: str
    added_at: datetime


def problems(letter: AccreditationLetter) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not letter.content:
        yield Problem("content", _("Choose a file that is not empty."))
    if len(letter.content) > LARGEST_DOCUMENT:
        yield Problem("content", _("This file is larger than 20 MB. Make it smaller first."))
