"""The only way to a paper: permission → lens → render → journal, and once issued the kept bytes."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.papers import IssuedPaper, PaperKind, ReportSummary
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.privacy import DataElement
from ca_desktop.domain.progress_report import ProgressReport, build_progress_report
from ca_desktop.domain.recovery_sheet import build_recovery_sheet
from ca_desktop.domain.role_factsheet import build_role_factsheet
from ca_desktop.domain.trajectories import Trajectory, in_period
from ca_desktop.i18n import N_, translator
from ca_desktop.services.paper_issuing import let_out
from ca_desktop.services.paper_sources import factsheet_source, lens_of, progress_source
from ca_desktop.services.paper_terms import (
    MadePapers,
    NoteCounts,
    Paper,
    ReportWish,
    issued_paper,
    right_to_open,
    written_paper,
)
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.summaries import (
    count_notes,
    find_summary,
    notes_beside,
    refuse_other_report,
    summary_to_keep,
)

__all__ = ["NoteCounts", "Paper", "PaperService", "ReportWish"]


class PaperService(Service):
    """What a user can print."""

    @cached_property
    def _made(self) -> MadePapers:
        return MadePapers()

    @allowed(Action.PRINT_FACTSHEET)
    def factsheet(self, role_id: UUID, language: str = "nl") -> Paper:
        """The factsheet of a role, as it prints."""
        from ca_desktop.reports import role_factsheet

        with self._database.read() as uow:
            source = factsheet_source(uow, role_id, language, self._today())
        data = build_role_factsheet(source)
        paper = Paper(
            kind=PaperKind.ROLE_FACTSHEET,
            title=data.title,
            file_name=data.file_name,
            content=role_factsheet.render(data, translator(data.language)),
            recipient="",
            purpose="",
            basis="",
            role_id=role_id,
            language=data.language,
        )
        return self._made.remember(paper)

    @allowed(Action.PRINT_REPORT)
    def recipients(self, participant_id: UUID, period: Period) -> Sequence[Partner]:
        """The partners with a trajectory for this person in this period: nobody else gets a
        report.
        """
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, participant_id)
            running = in_period(uow.of(Trajectory).all(participant_id=participant_id), period)
            ids = list(dict.fromkeys(t.partner_id for t in running))
            partners = {p.id: p for p in uow.of(Partner).by_ids(ids)}
        return [partners[one] for one in ids]

    @allowed(Action.PRINT_REPORT)
    def may_be_ticked(self, partner_id: UUID | None) -> Sequence[DataElement]:
        """What may be included for this recipient, each with a reason."""
        with self._database.read() as uow:
            return lens_of(uow, partner_id, {}).offer()

    @allowed(Action.PRINT_REPORT)
    def notes_for_summary(self, wish: ReportWish) -> Sequence[Entry]:
        """The notes in this period that may stand beside the summary; journalled."""
        with self._database.write(self._actor, N_("Read notes for a report")) as uow:
            self._require(uow, Action.PRINT_REPORT, wish.participant_id)
            uow.note(JournalAction.READ, "entries", None, wish.participant_id)
            return notes_beside(uow, wish, lens_of(uow, wish.partner_id, wish.included))

    @allowed(Action.PRINT_REPORT)
    def note_counts(self, wish: ReportWish) -> NoteCounts:
        """How many notes there are in this period, used beside the summary, and internal."""
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, wish.participant_id)
            return count_notes(uow, wish, lens_of(uow, wish.partner_id, wish.included))

    @allowed(Action.PRINT_REPORT)
    def summary(self, wish: ReportWish) -> ReportSummary:
        """The summary that was written for this person, recipient and period, or an empty one."""
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, wish.participant_id)
            found = find_summary(uow, wish)
        return found or ReportSummary(
            participant_id=wish.participant_id,
            partner_id=wish.partner_id,
            starts_on=wish.starts_on,
            ends_on=wish.ends_on,
            text="",
            written_by=self._actor.account_id,
            written_at=self._now(),
        )

    @allowed(Action.PRINT_REPORT)
    def save_summary(self, summary: ReportSummary) -> ReportSummary:
        """Keep the summary for one report; one that stands there is written over."""
        with self._database.write(self._actor, N_("Save summary")) as uow:
            self._require_record(uow, Action.PRINT_REPORT, summary)
            kept = summary_to_keep(uow, summary, self._actor.account_id, self._now())
            uow.save(kept)
        return kept

    @allowed(Action.PRINT_REPORT)
    def progress_report(self, wish: ReportWish, summary: ReportSummary | None = None) -> Paper:
        """The progress report through the lens of its recipient, as it prints.

        `summary` is the one being written, while it isn't saved yet. UserError when the lens leaves
        no name, or the partner has no trajectory in this period.
        """
        from ca_desktop.reports import progress_report

        if summary is not None:
            refuse_other_report(summary, wish)
        data, t = self._progress_data(wish, summary), translator(wish.language)
        paper = Paper(
            kind=PaperKind.PROGRESS_REPORT,
            title=data.title,
            file_name=data.file_name,
            content=progress_report.render(data, t),
            recipient=data.recipient.name,
            purpose="; ".join(progress_report.purposes(data, t)),
            basis="; ".join(data.legal_basis),
            participant_id=wish.participant_id,
            partner_id=wish.partner_id,
            starts_on=wish.starts_on,
            ends_on=wish.ends_on,
            language=wish.language,
            lacks_summary=data.guidance is not None and data.guidance.summary == "",
        )
        return self._made.remember(paper)

    def _progress_data(self, wish: ReportWish, summary: ReportSummary | None) -> ProgressReport:
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, wish.participant_id)
            view = lens_of(uow, wish.partner_id, wish.included)
            may_see = self._may(uow, Action.SEE_RESTRICTED, wish.participant_id)
            source = progress_source(
                uow,
                wish.participant_id,
                wish.partner_id,
                wish.period,
                language=wish.language,
                actor=self._actor,
                today=self._today(),
                summary=summary or find_summary(uow, wish),
                with_group=may_see and view.shows(DataElement.TARGET_GROUP),
            )
        if source.target_group:
            with self._database.write(self._actor, N_("Open restricted block")) as uow:
                uow.note(JournalAction.READ, "restricted_blocks", None, wish.participant_id)
        return build_progress_report(view, source, wish.period, wish.language)

    @allowed(Action.PRINT_FACTSHEET)
    def issue(self, paper: Paper, file: Path | None = None) -> IssuedPaper:
        """Let a paper leave the house: journalled, its bytes kept; written to `file` when given.

        A report needs the right to print reports about this person as well. UserError for a paper
        that this service didn't make. When the file can't be written nothing is kept.
        """
        issued = issued_paper(paper, self._actor.account_id, self._now())
        with ExitStack() as kept, self._database.write(self._actor, N_("Issue paper")) as uow:
            if paper.participant_id is not None:
                self.demand(Action.PRINT_REPORT)
                self._require(uow, Action.PRINT_REPORT, paper.participant_id)
            self._made.refuse_others(paper)
            let_out(uow, issued, file, kept)
        return issued

    @allowed(Action.PRINT_REPORT)
    def issued_about(self, participant_id: UUID) -> Sequence[IssuedPaper]:
        """The papers about one participant that this account may open, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.PRINT_REPORT, participant_id)
            found = [
                paper
                for paper in uow.of(IssuedPaper).all(participant_id=participant_id)
                if self._may(uow, right_to_open(paper, self._actor.account_id), participant_id)
            ]
        return sorted(found, key=lambda paper: paper.issued_at, reverse=True)

    @allowed(Action.PRINT_REPORT)
    def issue_again(self, issued_id: UUID, file: Path | None = None) -> IssuedPaper:
        """Let the kept bytes of a paper leave the house once more, as they were; journalled."""
        with (
            ExitStack() as file_is_kept,
            self._database.write(self._actor, N_("Print issued paper again")) as uow,
        ):
            issued = uow.of(IssuedPaper).get(issued_id)
            right = right_to_open(issued, self._actor.account_id)
            self.demand(right)
            if issued.participant_id is not None:
                self._require(uow, right, issued.participant_id)
            uow.note(JournalAction.PRINT, "issued_papers", issued.id, issued.participant_id)
            if file is not None:
                file_is_kept.enter_context(written_paper(file, issued.content))
        return issued

    @allowed(Action.MANAGE_CENTRE)
    def recovery_sheet(self, groups: tuple[str, ...], language: str = "nl") -> bytes:
        """The recovery sheet as it prints. It is never kept."""
        from ca_desktop.reports import recovery_sheet

        with self._database.write(self._actor, N_("Print recovery sheet")) as uow:
            centre = uow.of(Centre).all()[0]
            uow.note(JournalAction.PRINT, "centre", centre.id)
        data = build_recovery_sheet(
            centre, groups, coordinator=self._actor.name, made_on=self._today(), language=language
        )
        return recovery_sheet.render(data, translator(language))
