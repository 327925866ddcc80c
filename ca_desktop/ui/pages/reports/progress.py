"""The progress report on one page: choices and summary at the left, the paper at the right.

Where there is little room the paper is a third step.
"""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.papers import IssuedPaper
from ca_desktop.i18n import _
from ca_desktop.services.papers import Paper, ReportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.jobs import Progress
from ca_desktop.ui.kit.leaving import leave
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.choice import Choice
from ca_desktop.ui.pages.reports.paper_pane import PaperPane
from ca_desktop.ui.pages.reports.summary import SummaryPanel

PAUSE_MS = 800
ROOM_FOR_TWO = 940
CHOICE, SUMMARY, PREVIEW = range(3)


class ProgressView(QWidget):
    """Every change starts a short pause; after it the paper is made again in the worker."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._paper: Paper | None = None
        self._job: Progress | None = None
        self._stale = False
        self.choice = Choice(session, desk)
        self.summary = SummaryPanel(session, desk)
        self.pane = PaperPane(desk, self.choice.missing(), self._issue)
        self.pane.ask_first = self._ask_about_summary
        self.renew = QPushButton(icon("refresh-cw"), " " + _("Renew the preview"))
        self.steps = QTabBar()
        self.left = SectionStack()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.make_preview)
        self.renew.clicked.connect(self._renew)
        self.choice.wished.connect(self._on_wish)
        self.summary.changed.connect(self._on_text)
        self.steps.currentChanged.connect(self._on_step)
        desk.changes.on({"report_summaries", "entries", "trajectories"}, self, self._on_written)

    def show_participant(self, participant_id: UUID) -> None:
        """Start a report about this participant."""
        self.steps.setCurrentIndex(CHOICE)
        self.choice.show_participant(participant_id)

    def leave(self, then: Callable[[], object]) -> None:
        """Ask about a summary that is not saved, then go on."""
        leave(self, self.summary.form, then)

    def make_preview(self) -> None:
        """Make the paper now, as it stands here."""
        self._pause.stop()
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        wish = self.choice.wish()
        self._paper = None
        if wish is None:
            self.pane.hold(self.choice.missing())
            return
        self.pane.wait()
        summary, papers = self.summary.form.summary(), self._session.papers
        self._job = self._desk.jobs.run(
            lambda _progress: papers.progress_report(wish, summary),
            then=lambda paper: self._show(wish, paper),
            failed=self._refuse,
            owner=self,
            label=_("Making the report"),
        )

    def _renew(self) -> None:
        self.choice.check()
        self.choice.ticks.mend()
        self.make_preview()

    # -- inside --------------------------------------------------------------------------------

    def _on_wish(self) -> None:
        self.summary.load(self.choice.wish())
        self._on_text()

    def _on_text(self) -> None:
        self.pane.forget()
        self._soon()

    def _on_written(self) -> None:
        if self._paper is not None:
            self._soon()

    def _soon(self) -> None:
        """What stands in the preview is old: no issuing until it is made again."""
        self.pane.wait(_("The report is being made …") if self.choice.wish() else "")
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _show(self, wish: ReportWish, paper: Paper) -> None:
        if self._stale or wish != self.choice.wish():
            return
        self._paper = paper
        self.pane.show_paper(paper.content, paper.file_name)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.pane.refuse(error.message)
        else:
            show_error(error, self)

    def _issue(self, path: Path | None) -> IssuedPaper | None:
        """The summary first, so that what is kept and what is printed are the same."""
        if self._paper is None:
            return None
        self.summary.form.save_now()
        return self._session.papers.issue(self._paper, path)

    def _ask_about_summary(self, then: Callable[[], object]) -> None:
        """A report without a summary goes out only when somebody says so."""
        if self._paper is None or not self._paper.lacks_summary:
            then()
            return
        ask(
            self,
            _("Issue the report without a summary?"),
            _("Nobody wrote a summary for this report yet. The recipient then gets only numbers."),
            Answer(text=_("Issue without"), then=then),
            Answer(
                text=_("Write the summary"),
                then=lambda: self.steps.setCurrentIndex(SUMMARY),
                kind="primary",
            ),
        )

    def _on_step(self, step: int) -> None:
        self.left.setCurrentIndex(step if step != PREVIEW else self.left.currentIndex())
        self._fit()
        if step == SUMMARY:
            self.summary.load(self.choice.wish())
            self.summary.read_notes()
        if step == PREVIEW and self._stale:
            self.make_preview()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is made now."""
        super().showEvent(event)
        if self._stale:
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made for nobody."""
        super().hideEvent(event)
        self._pause.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where that fits, else one step at a time."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme().px(ROOM_FOR_TWO)
        if self.steps.isTabVisible(PREVIEW) == wide:
            self.steps.setTabVisible(PREVIEW, not wide)
        at_paper = self.steps.currentIndex() == PREVIEW
        if wide and at_paper:
            self.steps.setCurrentIndex(CHOICE)
            return
        self.left.setVisible(wide or not at_paper)
        self.pane.setVisible(wide or at_paper)

    def _lay_out(self) -> None:
        for words in (_("Choices"), _("Summary"), _("Preview")):
            self.steps.addTab(words)
        self.steps.setAccessibleName(_("Steps of the report"))
        self.steps.setExpanding(False)
        self.steps.setDrawBase(False)
        self.left.addWidget(self.choice)
        self.left.addWidget(self.summary)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 4, 16, 4)
        bar.addWidget(self.steps)
        bar.addStretch(1)
        bar.addWidget(self.renew)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.left)
        splitter.addWidget(self.pane)
        splitter.setSizes([1000, 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(splitter, 1)
