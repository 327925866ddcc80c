"""Documents of a participant, kept inside the encrypted store with a reason and a date."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

LARGEST_DOCUMENT = 20_000_000  # bytes


class DocumentKind(StrEnum):
    """What a document is. There is no kind for a VOG, a medical paper or a copy of an ID."""

    PLAN = "plan"
    CONSENT = "consent"
    DECISION = "decision"
    AGREEMENT = "agreement"
    CV = "cv"
    DIPLOMA = "diploma"
    LETTER = "letter"
    OTHER = "other"

    @property
    def text(self) -> str:
        return {
            DocumentKind.PLAN: _("Plan"),
            DocumentKind.CONSENT: _("Consent"),
            DocumentKind.DECISION: _("Decision of municipality or UWV"),
            DocumentKind.AGREEMENT: _("Agreement"),
            DocumentKind.CV: _("CV"),
            DocumentKind.DIPLOMA: _("Diploma or certificate"),
            DocumentKind.LETTER: _("Letter"),
            DocumentKind.OTHER: _("Something else"),
        }[self]

    @property
    def is_restricted(self) -> bool:
        """A decision may tell of a benefit or of care: it obeys the restricted block."""
        return self is DocumentKind.DECISION


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One kept file. `keep_reason` says why it has to be here; without one it is not kept."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    kind: DocumentKind
    title: str
    on: date
    expires_on: date | None = None
    keep_reason: str = ""
    file_name: str
    content: bytes
    sha256: str
    added_at: datetime


def problems(document: Document, today: date) -> Iterator[Problem]:
    """Everything a save of a document refuses."""
    if not document.title.strip():
        yield Problem("title", _("Give the document a title."))
    if not document.keep_reason.strip():
        yield Problem("keep_reason", _("Write why this document has to be kept here."))
    if not document.content:
        yield Problem("content", _("Choose a file that is not empty."))
    if len(document.content) > LARGEST_DOCUMENT:
        yield Problem("content", _("This file is larger than 20 MB. Make it smaller first."))
    if document.on > today:
        yield Problem("on", _("This day is still to come."))
    problem = order_problem("expires_on", document.on, document.expires_on)
    if problem:
        yield problem
