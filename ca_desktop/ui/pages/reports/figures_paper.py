"""The paper "Cijfers": for whom, in which language, as it prints, and what was issued."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ca_desktop.domain.dates import Period, format_date
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.flow_measures import FlowBy
from ca_desktop.domain.papers import IssuedPaper
from ca_desktop.i18n import _, current_language
from ca_desktop.services.papers import Paper
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import ChoiceField, TextField
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.choice import LANGUAGE_NAMES
from ca_desktop.ui.pages.reports.paper_pane import PaperPane


class FiguresPaper(QDialog):
    """The paper of one choice of figures."""

    def __init__(
        self, parent: QWidget, session: Session, desk: Desk, period: Period, by: FlowBy
    ) -> None:
        super().__init__(parent)
        self._session, self._desk, self._period, self._by = session, desk, period, by
        self._paper: Paper | None = None
        self.setWindowTitle(_("Paper with figures"))
        self.recipient = TextField(_("For whom (optional)"))
        self.language: ChoiceField[str] = ChoiceField(_("Language of the paper"), LANGUAGE_NAMES)
        self.language.value = current_language()
        self.earlier: ChoiceField[IssuedPaper] = ChoiceField(
            _("Issued before"), self._issued(), none_text=_("– a new paper –")
        )
        self.pane = PaperPane(
            desk, _("The paper is being made."), self._issue, _("The program keeps the paper.")
        )
        self._lay_out()
        self.recipient.edit.editingFinished.connect(self.make)
        self.language.changed.connect(self.make)
        self.earlier.changed.connect(self.make)
        self.make()

    def make(self) -> None:
        """Make the paper as it would print now, or show the one that was issued."""
        self.pane.wait()
        kept = self.earlier.value
        if kept is not None:
            self._paper = None
            self.pane.show_paper(kept.content, kept.file_name)
            return
        recipient = self.recipient.value or ""
        language = self.language.value or current_language()
        self._desk.jobs.run(
            lambda _progress: self._session.flow_papers.paper(
                self._period, self._by, recipient, language
            ),
            then=self._show,
            failed=self._refuse,
            owner=self,
            label=_("Making the paper"),
        )

    def _show(self, paper: Paper) -> None:
        if self.earlier.value is None:
            self._paper = paper
            self.pane.show_paper(paper.content, paper.file_name)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.pane.refuse(error.message)
        else:
            show_error(error, self)

    def _issue(self, path: Path | None) -> IssuedPaper | None:
        kept, papers = self.earlier.value, self._session.flow_papers
        if kept is not None:
            return papers.issue_again(kept.id, path)
        return papers.issue(self._paper, path) if self._paper is not None else None

    def _issued(self) -> list[tuple[IssuedPaper, str]]:
        return [
            (
                paper,
                f"{format_date(paper.issued_at.astimezone().date())}  {paper.file_name}",
            )
            for paper in self._session.flow_papers.issued()
        ]

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setContentsMargins(16, 12, 16, 0)
        fields.setSpacing(12)
        for field in (self.recipient, self.language, self.earlier):
            fields.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(fields)
        column.addWidget(self.pane, 1)
        resize_within_screen(self, theme().px(860))
