"""The figures as a paper and as a drawing: made from the same figures that the screen shows."""

from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.flow import FlowFigures
from ca_desktop.domain.flow_measures import FlowBy
from ca_desktop.domain.flow_paper import build_flow_paper
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.papers import IssuedPaper, PaperKind
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, current_language, translator
from ca_desktop.services.flow import FlowService
from ca_desktop.services.paper_issuing import let_out
from ca_desktop.services.paper_terms import MadePapers, Paper, issued_paper, written_paper
from ca_desktop.services.service import Service, allowed


class FlowPaperService(Service):
    """What a user can print of in-, through- and outflow. There is no name on it."""

    @cached_property
    def _made(self) -> MadePapers:
        return MadePapers()

    @allowed(Action.SEE_FLOW)
    def paper(self, period: Period, by: FlowBy, recipient: str = "", language: str = "nl") -> Paper:
        """The figures of these days in this language, as they print."""
        from ca_desktop.reports import flow_figures

        flow = FlowService(self._database, self._actor, self._today, self._now)
        figures = flow.figures(period, by, language)
        with self._database.read() as uow:
            centre = uow.of(Centre).all()[0]
        data = build_flow_paper(
            centre,
            figures,
            recipient=recipient,
            least=load_catalogue().flow_term("smallest_group"),
            made_on=self._today(),
            language=language,
        )
        t = translator(language)
        paper = Paper(
            kind=PaperKind.FLOW_FIGURES,
            title=data.title,
            file_name=data.file_name,
            content=flow_figures.render(data, t),
            recipient=data.recipient,
            purpose=t("Figures without names, to account for the work"),
            basis="",
            starts_on=figures.period.starts_on,
            ends_on=figures.period.ends_on,
            language=language,
        )
        return self._made.remember(paper)

    @allowed(Action.SEE_FLOW)
    def drawing(self, figures: FlowFigures, width: float = 640) -> bytes:
        """The bars of these figures as SVG, for the screen."""
        from ca_desktop.reports import charts, flow_charts

        t = translator(current_language())
        return charts.as_svg(flow_charts.flow_bars(figures, t, width))

    @allowed(Action.SEE_FLOW)
    def issue(self, paper: Paper, file: Path | None = None) -> IssuedPaper:
        """Let the paper leave the house: journalled, its bytes kept; written to `file` if given."""
        issued = issued_paper(paper, self._actor.account_id, self._now())
        with ExitStack() as kept, self._database.write(self._actor, N_("Issue paper")) as uow:
            self._made.refuse_others(paper)
            let_out(uow, issued, file, kept)
        return issued

    @allowed(Action.SEE_FLOW)
    def issued(self) -> Sequence[IssuedPaper]:
        """The figures that left the house, newest first."""
        with self._database.read() as uow:
            found = uow.of(IssuedPaper).all(kind=PaperKind.FLOW_FIGURES)
        return sorted(found, key=lambda paper: paper.issued_at, reverse=True)

    @allowed(Action.SEE_FLOW)
    def issue_again(self, issued_id: UUID, file: Path | None = None) -> IssuedPaper:
        """Let the kept bytes leave the house once more, as they were; journalled."""
        with (
            ExitStack() as file_is_kept,
            self._database.write(self._actor, N_("Print issued paper again")) as uow,
        ):
            issued = next(
                one for one in uow.of(IssuedPaper).all(id=issued_id, kind=PaperKind.FLOW_FIGURES)
            )
            uow.note(JournalAction.PRINT, "issued_papers", issued.id)
            if file is not None:
                file_is_kept.enter_context(written_paper(file, issued.content))
        return issued
