"""What is asked of a paper, and a paper as it prints before it is issued."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import StorageError, UserError
from ca_desktop.domain.papers import CENTRE_PAPERS, IssuedPaper, PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.privacy import DataElement
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """What is asked for: about whom, for whom (None: the participant), over which period."""

    participant_id: UUID
    partner_id: UUID | None
    starts_on: date
    ends_on: date
    included: Mapping[DataElement, str]
    language: str = "nl"

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as it prints: not yet issued, so nothing has left the house.

    `lacks_summary`: there is room for a summary, and nobody wrote one; `lacks_proof`: the paper
    names proof that is missing.
    """

    kind: PaperKind
    title: str
    file_name: str
    content: bytes
    recipient: str
    purpose: str
    basis: str
    participant_id: UUID | None = None
    role_id: UUID | None = None
    partner_id: UUID | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    language: str
    lacks_summary: bool = False
    lacks_proof: bool = False


def issued_paper(paper: Paper, account_id: UUID, now: datetime) -> IssuedPaper:
    """The same paper as it is kept once it leaves the house."""
    return IssuedPaper(
        kind=paper.kind,
        participant_id=paper.participant_id,
        role_id=paper.role_id,
        partner_id=paper.partner_id,
        recipient=paper.recipient,
        purpose=paper.purpose,
        basis=paper.basis,
        starts_on=paper.starts_on,
        ends_on=paper.ends_on,
        language=paper.language,
        issued_at=now,
        issued_by=account_id,
        file_name=paper.file_name,
        sha256=hashlib.sha256(paper.content).hexdigest(),
        content=paper.content,
    )


class MadePapers:
    """Remembers what was rendered, without holding the bytes: only that may be issued."""

    def __init__(self) -> None:
        self._prints: set[tuple[Paper, bytes]] = set()

    def remember(self, paper: Paper) -> Paper:
        """The same paper, from now on known as made here."""
        self._prints.add(_fingerprint(paper))
        return paper

    def refuse_others(self, paper: Paper) -> None:
        """UserError for a paper that wasn't rendered here, or was changed afterwards."""
        if _fingerprint(paper) not in self._prints:
            raise UserError(_("This paper was not made here as it stands. Make it again first."))


def _fingerprint(paper: Paper) -> tuple[Paper, bytes]:
    return replace(paper, content=b""), hashlib.sha256(paper.content).digest()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteCounts:
    """On what a summary rests: `used` of `total` notes; `internal` ones stay in the house, and
    `own` ones are for the participant alone.
    """

    total: int
    used: int
    internal: int
    own: int


def right_to_open(paper: IssuedPaper, account_id: UUID) -> Action:
    """The right by which an account sees a kept paper.

    A participant's own report can hold the target group, when somebody else printed it.
    """
    if paper.kind is PaperKind.FLOW_FIGURES:
        return Action.SEE_FLOW
    if paper.kind in CENTRE_PAPERS:
        return Action.PRINT_CENTRE_PAPERS
    is_own = paper.kind is PaperKind.PROGRESS_REPORT and paper.partner_id is None
    is_restricted = is_own and paper.issued_by != account_id
    return Action.SEE_RESTRICTED if is_restricted else Action.PRINT_REPORT


@contextmanager
def written_paper(file: Path, content: bytes) -> Iterator[None]:
    """Write a paper to `file`; when the block fails, what stood there before stands there again.

    StorageError when it can't be written.
    """
    beside = file.with_name(f".{file.name}.part")
    before = file.with_name(f".{file.name}.before")
    try:
        beside.write_bytes(content)
        if file.exists():
            file.replace(before)
        beside.replace(file)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        _put_back(before, file)
        raise StorageError(
            _(
                "The file could not be written to {path}. Check whether this folder is there, "
                "has room and may be written, and whether the file is open in another program.",
                path=file,
            )
        ) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            file.unlink(missing_ok=True)
        _put_back(before, file)
        raise
    with suppress(OSError):
        before.unlink(missing_ok=True)


def _put_back(before: Path, file: Path) -> None:
    with suppress(OSError):
        if before.exists():
            before.replace(file)
