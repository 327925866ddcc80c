"""Papers that were issued: to whom, why, and the exact bytes that left the house."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.i18n import _


class PaperKind(StrEnum):
    """Which paper it is."""

    ROLE_FACTSHEET = "role_factsheet"
    PROGRESS_REPORT = "progress_report"
    FLOW_FIGURES = "flow_figures"
    SBB_DOSSIER = "sbb_dossier"
    ACCREDITATION_OVERVIEW = "accreditation_overview"
    PRACTICE_PROOF = "practice_proof"
    PRACTICE_REPORT = "practice_report"
    PRACTICE_STATEMENT = "practice_statement"
    SUPERVISOR_SHEET = "supervisor_sheet"
    CERTIFICATE_OVERVIEW = "certificate_overview"

    @property
    def text(self) -> str:
        return {
            PaperKind.ROLE_FACTSHEET: _("Role factsheet"),
            PaperKind.PROGRESS_REPORT: _("Progress report"),
            PaperKind.FLOW_FIGURES: _("Figures"),
            PaperKind.SBB_DOSSIER: _("SBB dossier"),
            PaperKind.ACCREDITATION_OVERVIEW: _("Accreditation overview"),
            PaperKind.PRACTICE_PROOF: _("Praktijkleren proof"),
            PaperKind.PRACTICE_REPORT: _("Bpv report"),
            PaperKind.PRACTICE_STATEMENT: _("Concept praktijkverklaring"),
            PaperKind.SUPERVISOR_SHEET: _("Supervisor sheet"),
            PaperKind.CERTIFICATE_OVERVIEW: _("Certificate overview"),
        }[self]


CENTRE_PAPERS = frozenset(
    {
        PaperKind.SBB_DOSSIER,
        PaperKind.ACCREDITATION_OVERVIEW,
        PaperKind.SUPERVISOR_SHEET,
        PaperKind.CERTIFICATE_OVERVIEW,
    }
)
STUDENT_PAPERS = frozenset(
    {PaperKind.PRACTICE_PROOF, PaperKind.PRACTICE_REPORT, PaperKind.PRACTICE_STATEMENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """One issued paper; its bytes never change, so that it can be printed again as it was."""

    id: UUID = field(default_factory=uuid4)
    kind: PaperKind
    participant_id: UUID | None = None
    role_id: UUID | None = None
    partner_id: UUID | None = None
    recipient: str
    purpose: str = ""
    basis: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    language: str = "nl"
    issued_at: datetime
    issued_by: UUID
    file_name: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSummary:
    """The summary that a supervisor wrote for one report: person, recipient and period."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    partner_id: UUID | None = None
    starts_on: date
    ends_on: date
    text: str
    next_step: str = ""
    written_by: UUID
    written_at: datetime
