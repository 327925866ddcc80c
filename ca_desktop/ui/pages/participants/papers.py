"""The papers about one participant that left the house, opened again exactly as issued."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.papers import IssuedPaper, PaperKind
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.preview import Preview
from ca_desktop.ui.kit.printing import print_pdf
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel


class PaperDialog(QDialog):
    """One issued paper. Saving or printing it again is noted, and its bytes never change."""

    def __init__(self, parent: QWidget, session: Session, desk: Desk, paper: IssuedPaper) -> None:
        super().__init__(parent)
        self._session, self._desk, self._paper = session, desk, paper
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(paper.file_name)
        self.preview = Preview(paper.file_name)
        self.notice = Notice("", "good")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.preview, 1)
        column.addWidget(self.notice)
        self.preview.save_asked.connect(self.save_to)
        self.preview.print_asked.connect(self.print_on)
        resize_within_screen(self, 900)
        self.preview.show_pdf(paper.content)

    def save_to(self, path: Path) -> None:
        """Write the same bytes to this file."""
        self._again(path, lambda: self.notice.say(_("Saved as {path}.", path=path), "good"))

    def print_on(self, printer: str) -> None:
        """Send the same bytes to this printer."""

        def send() -> None:
            self._desk.jobs.run(
                lambda _progress: print_pdf(self._paper.content, printer, self._paper.file_name),
                then=lambda _done: self.notice.say(
                    _("Sent to {printer}.", printer=printer), "good"
                ),
                owner=self,
                label=_("Printing"),
            )

        self._again(None, send)

    def _again(self, path: Path | None, then: object) -> None:
        assert callable(then)
        self._desk.saves.run(
            lambda: self._session.papers.issue_again(self._paper.id, path),
            then=lambda _issued: then(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )


class PapersSection(QWidget):
    """When, for whom, about which period, by whom; Enter opens the paper."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person: Participant | None = None
        self._by: dict[object, str] = {}
        self.dialog: PaperDialog | None = None
        self.model: RowsModel[IssuedPaper] = RowsModel(self._columns())
        self.model.sorted_by = (0, Qt.SortOrder.DescendingOrder)
        self.table = Table(self.model, _("Issued papers"))
        self.table.set_actions(
            [RowAction(text=N_("Open"), do=lambda rows: self.open_paper(rows[0]), icon="file-text")]
        )
        self.nothing = label(_("No paper about this person was issued yet."), "muted")
        self.open = QPushButton(icon("file-text"), " " + _("Open"))
        self.make = QPushButton(icon("plus"), " " + _("Make a report"))
        self.make_practice = QPushButton(icon("plus"), " " + _("Make a paper of the practice"))
        self._lay_out()
        self.table.opened.connect(self.open_paper)
        self.open.clicked.connect(lambda: self._open_current())
        self.make.clicked.connect(lambda: desk.navigate("reports", self._id()))
        self.make_practice.clicked.connect(
            lambda: desk.navigate("reports", (PaperKind.PRACTICE_PROOF, self._id()))
        )
        desk.changes.on({"issued_papers", "practice_agreements"}, self, self.refresh)

    def show_record(self, record: Participant) -> None:
        """Show the papers about this person."""
        self._person = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._person is None:
            return
        try:
            papers = self._session.papers.issued_about(self._person.id)
            self._by = self._issuers(self._person)
            is_student = bool(self._session.practice_papers.offered(self._person.id).agreements)
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(papers)
        self.nothing.setVisible(not papers)
        self.table.setVisible(bool(papers))
        self.open.setEnabled(bool(papers))
        self.make_practice.setVisible(is_student)

    def open_paper(self, paper: IssuedPaper) -> None:
        """Show this paper exactly as it was issued."""
        self.dialog = PaperDialog(self.window(), self._session, self._desk, paper)
        self.dialog.open()

    def _open_current(self) -> None:
        if self.table.current_row() is None:
            self.table.selectRow(0)
        paper: IssuedPaper | None = self.table.current_row()
        if paper is not None:
            self.open_paper(paper)

    def _issuers(self, person: Participant) -> dict[object, str]:
        if not may(self._session.actor.role, Action.SEE_HISTORY):
            return {}
        lines = self._session.history.of_participant(person.id)
        return {one.row_id: one.who for one in lines if one.subject == "issued_papers"}

    def _columns(self) -> tuple[Column[IssuedPaper], ...]:
        return (
            Column[IssuedPaper](
                N_("Issued on"),
                text=lambda one: format_date(one.issued_at.astimezone().date()),
                sort_key=lambda one: one.issued_at,
                width=138,
            ),
            Column[IssuedPaper](N_("Paper"), text=lambda one: one.kind.text, room=640, width=176),
            Column[IssuedPaper](N_("For whom"), text=lambda one: one.recipient, stretch=True),
            Column[IssuedPaper](N_("Period"), text=_period, room=480, width=216),
            Column[IssuedPaper](
                N_("Issued by"), text=lambda one: self._by.get(one.id, ""), room=760, width=160
            ),
        )

    def _id(self) -> object:
        return self._person.id if self._person else None

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.open)
        row.addWidget(self.make)
        row.addWidget(self.make_practice)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Issued papers"), "heading"))
        column.addWidget(buttons)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)


def _period(paper: IssuedPaper) -> str:
    if paper.starts_on is None:
        return ""
    return _("{start} to {end}", start=format_date(paper.starts_on), end=format_date(paper.ends_on))
