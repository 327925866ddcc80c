"""Documents of a participant, kept inside the encrypted store with a reason and a date."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

EXPIRY_SOON_DAYS = 28
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
    content: bytes = field(repr=False)
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
    for name in ("title", "keep_reason", "file_name"):
        if holds_bsn(getattr(document, name)):
            yield Problem(
                "content" if name == "file_name" else name,
                _("Here stands what looks like a BSN. Take it out; a file can get another name."),
            )
    if document.on > today:
        yield Problem("on", _("This day is still to come."))
    problem = order_problem("expires_on", document.on, document.expires_on)
    if problem:
        yield problem


class Showing(StrEnum):
    """How a file can be looked at inside the program."""

    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"
    NOT = "not"


_BEGINNINGS = {
    b"%PDF-": Showing.PDF,
    b"\x89PNG\r\n\x1a\n": Showing.PICTURE,
    b"\xff\xd8\xff": Showing.PICTURE,
}


def showing_of(content: bytes) -> Showing:
    """By what the bytes themselves say; the name of a file may say anything."""
    found = (way for start, way in _BEGINNINGS.items() if content.startswith(start))
    plain = Showing.NOT if text_of(content) is None else Showing.TEXT
    return next(found, plain)


def text_of(content: bytes) -> str | None:
    """The words of a plain text; None where the bytes are something else."""
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document in a list, without its bytes; `size` is their number."""

    id: UUID
    participant_id: UUID
    kind: DocumentKind
    title: str
    on: date
    expires_on: date | None
    keep_reason: str
    file_name: str
    size: int

    def has_expired(self, today: date) -> bool:
        return self.expires_on is not None and self.expires_on < today
