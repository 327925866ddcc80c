"""Papers for SBB, the school and RVO: choose at the left, look and let go at the right."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.papers import STUDENT_PAPERS, IssuedPaper, PaperKind
from ca_desktop.i18n import _
from ca_desktop.services.paper_terms import Paper
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import ChoiceField
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.reports.paper_pane import PaperPane
from ca_desktop.ui.pages.reports.papers_choice import PapersChoice
from ca_desktop.ui.pages.reports.papers_wish import PaperWish

PAUSE_MS = 300
TOPICS = frozenset(
    {
        "accreditation_evidence",
        "accreditation_steps",
        "accreditations",
        "attendance",
        "centre",
        "centre_settings",
        "certificates",
        "entries",
        "fixed_supervisors",
        "goals",
        "guided_weeks",
        "participants",
        "partners",
        "placements",
        "practice_agreements",
        "practice_sheets",
        "practised_work",
        "role_profiles",
        "roles",
        "school_holidays",
        "school_visits",
        "scores",
        "supervisor_paper_rules",
        "supervisors",
        "training_companies",
        "trajectories",
        "work_processes",
    }
)


class PapersView(QWidget):
    """Every change starts a short pause; after it the paper is made in the worker."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._paper: tuple[PaperWish, Paper] | None = None
        self._is_stale = True
        self.choice = PapersChoice(session, desk)
        self.earlier: ChoiceField[IssuedPaper] = self.choice.add(
            "earlier", ChoiceField(_("Issued before"), none_text=_("– a new paper –"))
        )
        self.pane = PaperPane(
            desk,
            _("The paper is being made."),
            self._issue,
            _("The program keeps the exact paper."),
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.make_preview)
        self.choice.wished.connect(self._on_wish)
        self.earlier.changed.connect(self._soon)
        desk.changes.on(TOPICS, self, self._on_written)
        desk.changes.on({"issued_papers"}, self, self._load_earlier)
        self._load_earlier()

    def show_kind(self, kind: PaperKind, about: UUID | None = None) -> None:
        """Begin this paper, about this student, supervisor or location."""
        self.choice.show_kind(kind, about)

    def make_preview(self) -> None:
        """Make the paper as it stands here, or show the one that was issued."""
        self._pause.stop()
        self._is_stale = False
        self._paper = None
        kept, wish = self.earlier.value, self.choice.wish()
        if kept is not None:
            self.pane.show_paper(kept.content, kept.file_name)
            return
        if wish is None:
            self.pane.clear(self.choice.missing())
            return
        self.pane.wait(_("The paper is being made."))
        self._desk.jobs.run(
            lambda _progress: wish.make(self._session),
            then=lambda paper: self._show(wish, paper),
            failed=lambda error: self._refuse(wish, error),
            owner=self,
            label=_("Making the paper"),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is made now."""
        super().showEvent(event)
        if self._is_stale:
            self._pause.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made for nobody."""
        super().hideEvent(event)
        self._pause.stop()

    # -- inside --------------------------------------------------------------------------------

    def _on_wish(self) -> None:
        self._load_earlier()
        self.pane.forget()
        self._soon()

    def _on_written(self) -> None:
        self.choice.refresh()
        if self.earlier.value is None:
            self._soon()

    def _soon(self) -> None:
        self.pane.wait()
        self._is_stale = True
        if self.isVisible():
            self._pause.start()

    def _show(self, wish: PaperWish, paper: Paper) -> None:
        if self._is_current(wish):
            self._paper = (wish, paper)
            self.pane.show_paper(paper.content, paper.file_name)

    def _refuse(self, wish: PaperWish, error: Exception) -> None:
        if not isinstance(error, UserError):
            show_error(error, self)
        elif self._is_current(wish):
            self.pane.refuse(error.message)

    def _is_current(self, wish: PaperWish) -> bool:
        return not self._is_stale and self.earlier.value is None and wish == self.choice.wish()

    def _issue(self, path: Path | None) -> IssuedPaper | None:
        kept = self.earlier.value
        if kept is not None and kept.kind in STUDENT_PAPERS:
            return self._session.papers.issue_again(kept.id, path)
        if kept is not None:
            return self._session.centre_papers.issue_again(kept.id, path)
        if self._paper is None:
            return None
        wish, paper = self._paper
        return wish.issue(self._session, paper, path)

    def _load_earlier(self) -> None:
        """What was issued of this kind, about this student."""
        kind, person, chosen = self.choice.kind.value, self.choice.person(), self.earlier.value
        found = [one for one in self._issued(kind, person) if one.kind is kind]
        self.earlier.value = None
        self.earlier.set_options([(one, _when(one)) for one in found])
        self.earlier.value = next((one for one in found if chosen and one.id == chosen.id), None)
        self.earlier.setVisible(bool(found))

    def _issued(self, kind: PaperKind | None, person: UUID | None) -> list[IssuedPaper]:
        if kind in STUDENT_PAPERS:
            return list(self._session.practice_papers.issued(person)) if person else []
        return list(self._session.centre_papers.issued())

    def _lay_out(self) -> None:
        self.choice.setMinimumWidth(theme().px(280))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.choice)
        splitter.addWidget(self.pane)
        splitter.setSizes([1000, 1600])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(splitter)


def _when(paper: IssuedPaper) -> str:
    return f"{format_date(paper.issued_at.astimezone().date())}  {paper.file_name}"
