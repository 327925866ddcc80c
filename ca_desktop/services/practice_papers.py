"""The papers about one student: the praktijkleren proof, bpv reports and the concept statement."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.dates import Period
from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.domain.papers import STUDENT_PAPERS, IssuedPaper, PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_proof import build_practice_proof
from ca_desktop.domain.practice_report import build_practice_report
from ca_desktop.domain.practice_report_lines import PracticeReportKind
from ca_desktop.domain.practice_statement import build_practice_statement
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.i18n import N_, translator
from ca_desktop.services.paper_issuing import let_out
from ca_desktop.services.paper_terms import MadePapers, Paper, issued_paper
from ca_desktop.services.practice_paper_sources import (
    dossier_of,
    maker_of,
    proof_source,
    report_source,
    student_source,
)
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentPapers:
    """What can be printed about one student: of which agreements and school years, newest first."""

    agreements: tuple[PracticeAgreement, ...]
    years: tuple[SchoolYear, ...]


class PracticePaperService(Service):
    """What a user can print about a student."""

    @cached_property
    def _made(self) -> MadePapers:
        return MadePapers()

    @allowed(Action.PRINT_REPORT)
    def offered(self, participant_id: UUID) -> StudentPapers:
        """The agreements of somebody, and the school years over which they run until today."""
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, participant_id)
            found = uow.of(PracticeAgreement).all(
                participant_id=participant_id, order_by="-starts_on"
            )
        years: set[SchoolYear] = set()
        for one in found:
            last = min(one.ended_on or one.planned_end_on, self._today())
            first = SchoolYear.of(one.starts_on).first
            years.update(map(SchoolYear, range(first, SchoolYear.of(last).first + 1)))
        return StudentPapers(agreements=tuple(found), years=tuple(sorted(years, reverse=True)))

    @allowed(Action.PRINT_REPORT)
    def proof(self, participant_id: UUID, year: SchoolYear, language: str = "nl") -> Paper:
        """The praktijkleren proof of one school year, as it prints. UserError without the bbl."""
        from ca_desktop.reports import practice_proof

        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, participant_id)
            maker = maker_of(uow, self._actor, self._today(), language)
            data = build_practice_proof(proof_source(uow, maker, participant_id, year))
        content = practice_proof.render(data, translator(language))
        lacks = any(not one.gap.is_to_check for one in data.missing)
        return self._paper(
            PaperKind.PRACTICE_PROOF, data.head, content, participant_id, None, lacks_proof=lacks
        )

    @allowed(Action.PRINT_REPORT)
    def report(
        self, agreement_id: UUID, kind: PracticeReportKind, period: Period, language: str = "nl"
    ) -> Paper:
        """The interim or final bpv report for the school, as it prints."""
        from ca_desktop.reports import practice_report

        with self._database.read() as uow:
            agreement = uow.of(PracticeAgreement).get(agreement_id)
            self._require(uow, Action.PRINT_REPORT, agreement.participant_id)
            maker = maker_of(uow, self._actor, self._today(), language)
            until = self._until(period)
            source = report_source(uow, maker, self._actor, agreement, until)
            data = build_practice_report(source, kind, period)
        content = practice_report.render(data, translator(language))
        return self._paper(
            PaperKind.PRACTICE_REPORT,
            data.head,
            content,
            agreement.participant_id,
            agreement.school_id,
        )

    @allowed(Action.PRINT_REPORT)
    def statement(self, agreement_id: UUID, language: str = "nl") -> Paper:
        """The concept of a praktijkverklaring, as it prints. UserError when nothing is mastered."""
        from ca_desktop.reports import practice_statement

        with self._database.read() as uow:
            agreement = uow.of(PracticeAgreement).get(agreement_id)
            self._require(uow, Action.PRINT_REPORT, agreement.participant_id)
            maker = maker_of(uow, self._actor, self._today(), language)
            source = student_source(uow, maker, agreement.participant_id, [agreement])
            data = build_practice_statement(source, agreement, dossier_of(uow, agreement))
        content = practice_statement.render(data, translator(language))
        return self._paper(
            PaperKind.PRACTICE_STATEMENT,
            data.head,
            content,
            agreement.participant_id,
            agreement.school_id,
        )

    @allowed(Action.PRINT_REPORT)
    def issue(self, paper: Paper, file: Path | None = None) -> IssuedPaper:
        """Let a paper leave the house: journalled, its bytes kept; written to `file` when given."""
        issued = issued_paper(paper, self._actor.account_id, self._now())
        with ExitStack() as kept, self._database.write(self._actor, N_("Issue paper")) as uow:
            self._made.refuse_others(paper)
            if paper.participant_id is not None:
                self._require(uow, Action.PRINT_REPORT, paper.participant_id)
            let_out(uow, issued, file, kept)
        return issued

    @allowed(Action.PRINT_REPORT)
    def issued(self, participant_id: UUID) -> Sequence[IssuedPaper]:
        """The papers about this student that left the house, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, participant_id)
            found = uow.of(IssuedPaper).all(participant_id=participant_id)
        mine = [one for one in found if one.kind in STUDENT_PAPERS]
        return sorted(mine, key=lambda one: one.issued_at, reverse=True)

    def _until(self, period: Period) -> date:
        return min(period.ends_on or self._today(), self._today())

    def _paper(
        self,
        kind: PaperKind,
        head: PaperHead,
        content: bytes,
        participant_id: UUID,
        partner_id: UUID | None,
        *,
        lacks_proof: bool = False,
    ) -> Paper:
        return self._made.remember(
            Paper(
                kind=kind,
                title=head.title,
                file_name=head.file_name,
                content=content,
                recipient=head.recipient,
                purpose=head.purpose,
                basis=head.basis,
                participant_id=participant_id,
                partner_id=partner_id,
                starts_on=head.starts_on,
                ends_on=head.ends_on,
                language=head.language,
                lacks_proof=lacks_proof,
            )
        )
