"""The papers that left the house about one participant, opened again exactly as they were."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.papers import IssuedPaper
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import PersonPicker
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.reports.paper_pane import PaperPane


class IssuedView(QWidget):
    """Choose a participant, then a paper."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self.participant = PersonPicker(_("Papers about"), self._suggest)
        self.nothing = label("", "muted")
        self.model: RowsModel[IssuedPaper] = RowsModel(
            (
                Column[IssuedPaper](
                    N_("Issued on"),
                    text=lambda one: format_date(one.issued_at.astimezone().date()),
                    sort_key=lambda one: one.issued_at,
                    width=136,
                ),
                Column[IssuedPaper](N_("Paper"), text=lambda one: one.kind.text, width=168),
                Column[IssuedPaper](N_("For whom"), text=lambda one: one.recipient, stretch=True),
                Column[IssuedPaper](N_("Period"), text=_period, minor=True, width=216),
            )
        )
        self.model.sort(0, Qt.SortOrder.DescendingOrder)
        self.table = Table(self.model, _("Issued papers"))
        self.table.minor_room = 640
        self.pane = PaperPane(
            desk,
            _("Choose a paper to see it exactly as it was issued."),
            self._issue_again,
            _("This is the paper as it was issued; that it went out again is noted."),
        )
        self._lay_out()
        self.participant.changed.connect(self.refresh)
        self.table.current_changed.connect(self._show)
        desk.changes.on({"issued_papers"}, self, self.refresh)
        self.refresh()

    def show_participant(self, participant_id: UUID) -> None:
        """Show the papers about this participant."""
        name = self._session.participants.get(participant_id).name.full
        self.participant.show_person(participant_id, name)
        self.refresh()

    def refresh(self) -> None:
        """Read the papers again."""
        person = self.participant.value
        papers = self._session.papers.issued_about(person) if isinstance(person, UUID) else ()
        self.model.set_rows(papers)
        words = "" if papers else _("No paper about this participant was issued yet.")
        self.nothing.setText(words if person else _("Choose a participant first."))
        self.nothing.setVisible(not papers)

    def _show(self, paper: IssuedPaper | None) -> None:
        if paper is None:
            self.pane.clear()
        else:
            self.pane.show_paper(paper.content, paper.file_name)

    def _issue_again(self, path: Path | None) -> IssuedPaper | None:
        paper: IssuedPaper | None = self.table.current_row()
        return self._session.papers.issue_again(paper.id, path) if paper else None

    def _suggest(self, text: str) -> Sequence[tuple[UUID, str]]:
        return [
            (line.id, f"{line.name.sorted_form} (D{line.number})")
            for line in self._session.participants.find(text)
        ]

    def _lay_out(self) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(16, 8, 8, 12)
        inner.setSpacing(8)
        inner.addWidget(self.participant)
        inner.addWidget(self.nothing)
        inner.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.pane)
        splitter.setSizes([1000, 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(splitter)


def _period(paper: IssuedPaper) -> str:
    if paper.starts_on is None:
        return ""
    return _("{start} to {end}", start=format_date(paper.starts_on), end=format_date(paper.ends_on))
