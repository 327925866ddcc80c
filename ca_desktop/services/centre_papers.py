"""The papers about the centre: SBB dossier, accreditations, supervisors and their certificates."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.domain.papers import CENTRE_PAPERS, IssuedPaper, PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.sbb_dossier import build_accreditation_overview, build_sbb_dossier
from ca_desktop.domain.supervisor_sheet import build_certificate_overview, build_supervisor_sheet
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_, _, translator
from ca_desktop.services.centre_paper_sources import (
    sbb_source,
    supervisor_papers,
    supervisor_source,
)
from ca_desktop.services.paper_issuing import let_out
from ca_desktop.services.paper_terms import MadePapers, Paper, issued_paper, written_paper
from ca_desktop.services.practice_paper_sources import maker_of
from ca_desktop.services.service import Service, allowed


class CentrePaperService(Service):
    """What a user can print about the centre. No participant stands on it by name."""

    @cached_property
    def _made(self) -> MadePapers:
        return MadePapers()

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def sbb_dossier(self, company_id: UUID | None = None, language: str = "nl") -> Paper:
        """The dossier for the adviser's visit, of one location or of all of them."""
        from ca_desktop.reports import sbb_dossier

        with self._database.read() as uow:
            maker = maker_of(uow, self._actor, self._today(), language)
            data = build_sbb_dossier(sbb_source(uow, maker, company_id))
        content = sbb_dossier.render_dossier(data, translator(language))
        return self._paper(PaperKind.SBB_DOSSIER, data.head, content)

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def accreditation_overview(self, company_id: UUID | None = None, language: str = "nl") -> Paper:
        """All qualifications in one table."""
        from ca_desktop.reports import sbb_dossier

        with self._database.read() as uow:
            maker = maker_of(uow, self._actor, self._today(), language)
            data = build_accreditation_overview(sbb_source(uow, maker, company_id))
        content = sbb_dossier.render_overview(data, translator(language))
        return self._paper(PaperKind.ACCREDITATION_OVERVIEW, data.head, content)

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def supervisor_sheet(self, supervisor_id: UUID, language: str = "nl") -> Paper:
        """The sheet of one supervisor; NotFound when gone."""
        from ca_desktop.reports import supervisor_sheet

        with self._database.read() as uow:
            maker = maker_of(uow, self._actor, self._today(), language)
            data = build_supervisor_sheet(supervisor_source(uow, maker, supervisor_id))
        content = supervisor_sheet.render_sheet(data, translator(language))
        return self._paper(PaperKind.SUPERVISOR_SHEET, data.head, content)

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def certificate_overview(self, language: str = "nl") -> Paper:
        """The papers of everybody who works here today, and what is missing."""
        from ca_desktop.reports import supervisor_sheet

        today = self._today()
        with self._database.read() as uow:
            maker = maker_of(uow, self._actor, today, language)
            team = [one for one in uow.of(Supervisor).all() if one.is_active(today)]
            data = build_certificate_overview(maker, supervisor_papers(uow, maker, team))
        content = supervisor_sheet.render_overview(data, translator(language))
        return self._paper(PaperKind.CERTIFICATE_OVERVIEW, data.head, content)

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def issue(self, paper: Paper, file: Path | None = None) -> IssuedPaper:
        """Let a paper leave the house: journalled, its bytes kept; written to `file` when given."""
        issued = issued_paper(paper, self._actor.account_id, self._now())
        with ExitStack() as kept, self._database.write(self._actor, N_("Issue paper")) as uow:
            self._made.refuse_others(paper)
            let_out(uow, issued, file, kept)
        return issued

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def issued(self) -> Sequence[IssuedPaper]:
        """The papers about the centre that left the house, newest first."""
        with self._database.read() as uow:
            found = [
                paper for kind in CENTRE_PAPERS for paper in uow.of(IssuedPaper).all(kind=kind)
            ]
        return sorted(found, key=lambda paper: paper.issued_at, reverse=True)

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def issue_again(self, issued_id: UUID, file: Path | None = None) -> IssuedPaper:
        """Let the kept bytes leave the house once more, as they were; journalled."""
        with (
            ExitStack() as kept,
            self._database.write(self._actor, N_("Print issued paper again")) as uow,
        ):
            issued = uow.of(IssuedPaper).get(issued_id)
            if issued.kind not in CENTRE_PAPERS:
                raise NotFound(_("This paper is not about the centre."))
            uow.note(JournalAction.PRINT, "issued_papers", issued.id)
            if file is not None:
                kept.enter_context(written_paper(file, issued.content))
        return issued

    def _paper(self, kind: PaperKind, head: PaperHead, content: bytes) -> Paper:
        return self._made.remember(
            Paper(
                kind=kind,
                title=head.title,
                file_name=head.file_name,
                content=content,
                recipient=head.recipient,
                purpose=head.purpose,
                basis=head.basis,
                language=head.language,
            )
        )
