"""Rapporten: progress report, factsheets, papers for SBB, schools and RVO, figures, aftercare."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.pages.reports.aftercare import AftercareView
from ca_desktop.ui.pages.reports.factsheets import FactsheetsView
from ca_desktop.ui.pages.reports.figures import FiguresView
from ca_desktop.ui.pages.reports.issued import IssuedView
from ca_desktop.ui.pages.reports.papers import PapersView
from ca_desktop.ui.pages.reports.progress import ProgressView

AFTERCARE = "aftercare:"


class ReportsPage(QWidget):
    """Tabs, as far as an account may: who may not report about people sees the factsheets alone."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(_("Kinds of papers"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._stack = SectionStack()
        self.progress: ProgressView | None = None
        self.issued: IssuedView | None = None
        if may(session.actor.role, Action.PRINT_REPORT):
            self.progress = ProgressView(session, desk)
            self._add(_("Progress report"), self.progress)
        self.factsheets = FactsheetsView(session, desk)
        self._add(_("Factsheets"), self.factsheets)
        self.papers: PapersView | None = None
        if may(session.actor.role, Action.PRINT_CENTRE_PAPERS):
            self.papers = PapersView(session, desk)
            self._add(_("SBB and students"), self.papers)
        if may(session.actor.role, Action.PRINT_REPORT):
            self.issued = IssuedView(session, desk)
            self._add(_("Issued"), self.issued)
        self.figures: FiguresView | None = None
        self.aftercare: AftercareView | None = None
        if may(session.actor.role, Action.SEE_FLOW):
            self.figures = FiguresView(session, desk)
            self._add(_("Figures"), self.figures)
        if may(session.actor.role, Action.KEEP_AFTERCARE):
            self.aftercare = AftercareView(session, desk)
            self._add(_("Aftercare"), self.aftercare)
        self._lay_out()
        self.tabs.currentChanged.connect(self._on_tab)
        self.setFocusProxy(self.tabs)

    def open_row(self, row_id: object) -> None:
        """Start a progress report about this participant, show the papers ('issued', id), begin a
        paper (its kind, about whom) or record a contact ('aftercare:id').
        """
        if isinstance(row_id, tuple) and row_id and isinstance(row_id[0], PaperKind):
            self._open_paper(*row_id)
            return
        if isinstance(row_id, str) and row_id.startswith(AFTERCARE) and self.aftercare is not None:
            self.tabs.setCurrentIndex(self._stack.indexOf(self.aftercare))
            self.aftercare.open_contact(UUID(row_id.removeprefix(AFTERCARE)))
            return
        if self.progress is None or self.issued is None:
            return
        if isinstance(row_id, UUID):
            self.tabs.setCurrentIndex(self._stack.indexOf(self.progress))
            self.progress.show_participant(row_id)
            self.issued.show_participant(row_id)
        elif isinstance(row_id, tuple) and len(row_id) == 2 and isinstance(row_id[1], UUID):
            self.tabs.setCurrentIndex(self._stack.indexOf(self.issued))
            self.issued.show_participant(row_id[1])

    def _open_paper(self, kind: PaperKind, about: UUID | None = None) -> None:
        if self.papers is not None:
            self.tabs.setCurrentIndex(self._stack.indexOf(self.papers))
            self.papers.show_kind(kind, about)

    def leave(self, then: Callable[[], object]) -> None:
        """Ask about a summary that is not saved, then go on."""
        if self.progress is None:
            then()
        else:
            self.progress.leave(then)

    def _on_tab(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        person = self.progress.choice.person() if self.progress is not None else None
        if self.issued is None or self._stack.currentWidget() is not self.issued:
            return
        if person is not None and self.issued.participant.value is None:
            self.issued.show_participant(person)
        else:
            self.issued.refresh()

    def _add(self, words: str, view: QWidget) -> None:
        self.tabs.addTab(words)
        self._stack.addWidget(view)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(24)
        head.addWidget(label(_("Reports"), "title", wrap=False))
        head.addWidget(self.tabs)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
