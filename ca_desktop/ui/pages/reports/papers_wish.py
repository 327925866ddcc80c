"""What is asked of a paper about SBB, a student or a supervisor, and the service that makes it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.dates import Period
from ca_desktop.domain.papers import STUDENT_PAPERS, IssuedPaper, PaperKind
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import N_
from ca_desktop.services.paper_terms import Paper
from ca_desktop.services.session import Session

OFFERED = (
    (PaperKind.SBB_DOSSIER, N_("Accreditation (SBB)"), N_("For the visit of SBB's adviser.")),
    (
        PaperKind.ACCREDITATION_OVERVIEW,
        N_("Accreditation (SBB)"),
        N_("All qualifications in one table, for schools and partners."),
    ),
    (
        PaperKind.PRACTICE_PROOF,
        N_("Student"),
        N_("Guided weeks and amount per school year, for RVO and our own administration."),
    ),
    (
        PaperKind.PRACTICE_REPORT,
        N_("Student"),
        N_("The interim or final report of the practice, for the school."),
    ),
    (
        PaperKind.PRACTICE_STATEMENT,
        N_("Student"),
        N_("The work processes that somebody masters. The school decides and issues it."),
    ),
    (
        PaperKind.SUPERVISOR_SHEET,
        N_("Supervisors"),
        N_("One supervisor: tasks, hours, crafts and papers."),
    ),
    (
        PaperKind.CERTIFICATE_OVERVIEW,
        N_("Supervisors"),
        N_("Everybody's papers, with what is missing or expires."),
    ),
)
"""Which papers there are, under which heading they stand, and what each is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWish:
    """One paper as it was chosen; what its kind doesn't need stays empty."""

    kind: PaperKind
    language: str
    company_id: UUID | None = None
    participant_id: UUID | None = None
    year: SchoolYear | None = None
    agreement_id: UUID | None = None
    report: PracticeReportKind = PracticeReportKind.INTERIM
    starts_on: date | None = None
    ends_on: date | None = None
    supervisor_id: UUID | None = None

    @property
    def is_about_a_student(self) -> bool:
        return self.kind in STUDENT_PAPERS

    def make(self, session: Session) -> Paper:
        """The paper as it would print now. UserError says why there is none."""
        centre, practice = session.centre_papers, session.practice_papers
        if self.kind is PaperKind.SBB_DOSSIER:
            return centre.sbb_dossier(self.company_id, self.language)
        if self.kind is PaperKind.ACCREDITATION_OVERVIEW:
            return centre.accreditation_overview(self.company_id, self.language)
        if self.kind is PaperKind.PRACTICE_PROOF and self.participant_id and self.year:
            return practice.proof(self.participant_id, self.year, self.language)
        if self.kind is PaperKind.PRACTICE_REPORT and self.agreement_id and self.starts_on:
            period = Period(starts_on=self.starts_on, ends_on=self.ends_on)
            return practice.report(self.agreement_id, self.report, period, self.language)
        if self.kind is PaperKind.PRACTICE_STATEMENT and self.agreement_id:
            return practice.statement(self.agreement_id, self.language)
        if self.kind is PaperKind.SUPERVISOR_SHEET and self.supervisor_id:
            return centre.supervisor_sheet(self.supervisor_id, self.language)
        return centre.certificate_overview(self.language)

    def issue(self, session: Session, paper: Paper, path: Path | None) -> IssuedPaper:
        """Let it leave the house through the service that made it."""
        if self.is_about_a_student:
            return session.practice_papers.issue(paper, path)
        return session.centre_papers.issue(paper, path)
