"""The documents of one participant: what, when, until when, and why it is kept."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.documents import Document, DocumentLine
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.document import DocumentForm, NewDocumentForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.participants.document_dialog import DocumentDialog


class DocumentsSection(QWidget):
    """A list without the files themselves; Enter opens one, and that is recorded."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person: Participant | None = None
        self.dialog: DocumentDialog | None = None
        self.form_dialog: RecordDialog | None = None
        self._may_keep = may(session.actor.role, Action.KEEP_DOCUMENTS)
        self.model: RowsModel[DocumentLine] = RowsModel(self._columns())
        self.table = Table(self.model, _("Documents"))
        self.table.set_actions(self._actions())
        self.nothing = label(_("There is no document in this file."), "muted")
        self.add = QPushButton(icon("plus"), " " + _("Add document"))
        self.open = QPushButton(icon("file-text"), " " + _("Open"))
        self.alter = QPushButton(icon("pencil"), " " + _("Change …"))
        self.throw_away = QPushButton(icon("trash-2"), " " + _("Destroy …"))
        self.throw_away.setProperty("role", "danger")
        self._lay_out()
        self.table.opened.connect(self.open_document)
        self.add.clicked.connect(lambda: self.add_document())
        self.open.clicked.connect(lambda: self._on_current(self.open_document))
        self.alter.clicked.connect(lambda: self._on_current(self.change_document))
        self.throw_away.clicked.connect(lambda: self._on_current(self.ask_destroy))
        desk.changes.on({"documents"}, self, self.refresh)

    def show_record(self, record: Participant) -> None:
        """Show the documents of this person."""
        self._person = record
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; no file is read for it."""
        if self._person is None:
            return
        try:
            found = self._session.documents.of(self._person.id)
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(found)
        self.nothing.setVisible(not found)
        self.table.setVisible(bool(found))
        for button in (self.open, self.alter, self.throw_away):
            button.setEnabled(bool(found))

    def open_child(self, child: Hashable) -> None:
        """Point at one document; looking into it is recorded, so that stays a choice."""
        self.table.select_id(child)
        self.table.setFocus()

    def add_document(self) -> None:
        """Choose a file and say what it is."""
        if self._person is not None and self._may_keep:
            form = NewDocumentForm(self._session, self._desk, self._person.id)
            new = self._session.documents.new(self._person.id)
            self._fill_in(_("Add document"), form, new, self._session.documents.keep)

    def change_document(self, line: DocumentLine) -> None:
        """Change what is said about a document."""
        form = DocumentForm(self._session, self._desk, line.participant_id)
        self._fill_in(_("Document"), form, line, self._session.documents.change)

    def open_document(self, line: DocumentLine) -> None:
        """Look at a document inside the program."""
        self._desk.saves.run(
            lambda: self._session.documents.open(line.id),
            then=self._show,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def ask_destroy(self, line: DocumentLine) -> None:
        """Ask, then destroy for good."""
        ask(
            self,
            _("Destroy this document?"),
            _(
                "“{title}” is destroyed. This can't be undone. That it was destroyed, when and by "
                "whom, stays in the history.",
                title=line.title,
            ),
            Answer(text=_("Destroy document"), then=lambda: self._do_destroy(line), kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    # -- inside ----------------------------------------------------------------------------------

    def _show(self, document: Document) -> None:
        self.dialog = DocumentDialog(self.window(), self._session, self._desk, document)
        self.dialog.open()

    def _fill_in(self, title: str, form: Any, record: Any, save: Callable[[Any], object]) -> None:
        self.form_dialog = RecordDialog.edit(
            self.window(), title, form, record, save, self._desk.saves
        )
        self.form_dialog.accepted.connect(self.refresh)

    def _do_destroy(self, line: DocumentLine) -> None:
        self._desk.saves.run(
            lambda: self._session.documents.destroy(line.id),
            then=lambda _done: self.refresh(),
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _on_current(self, then: Callable[[DocumentLine], object]) -> None:
        if self.table.current_row() is None:
            self.table.selectRow(0)
        line: DocumentLine | None = self.table.current_row()
        if line is not None:
            then(line)

    def _actions(self) -> list[RowAction]:
        found = [
            RowAction(text=N_("Open"), do=lambda rows: self.open_document(rows[0]), icon="eye")
        ]
        if self._may_keep:
            found += [
                RowAction(
                    text=N_("Add document"),
                    do=lambda _rows: self.add_document(),
                    icon="plus",
                    keys="Ins",
                    fits=lambda _rows: True,
                ),
                RowAction(
                    text=N_("Change …"),
                    do=lambda rows: self.change_document(rows[0]),
                    icon="pencil",
                ),
                RowAction(
                    text=N_("Destroy …"),
                    do=lambda rows: self.ask_destroy(rows[0]),
                    icon="trash-2",
                    keys="Del",
                ),
            ]
        return found

    def _columns(self) -> tuple[Column[DocumentLine], ...]:
        return (
            Column[DocumentLine](N_("Title"), text=lambda one: one.title, stretch=True),
            Column[DocumentLine](N_("Kind"), text=lambda one: one.kind.text, room=700, width=220),
            Column[DocumentLine](
                N_("Date"),
                text=lambda one: format_date(one.on),
                sort_key=lambda one: one.on,
                width=96,
            ),
            Column[DocumentLine](
                N_("Valid until"), text=self._until, sort_key=lambda one: one.expires_on, width=176
            ),
            Column[DocumentLine](
                N_("Reason to keep it"), text=lambda one: one.keep_reason, room=900, width=220
            ),
        )

    def _until(self, line: DocumentLine) -> str:
        if line.has_expired(self._session.today()):
            return _("{day} (expired)", day=format_date(line.expires_on))
        return format_date(line.expires_on)

    def _lay_out(self) -> None:
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.add, self.open, self.alter, self.throw_away):
            button.setAutoDefault(False)
            button.setVisible(button is self.open or self._may_keep)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("Documents"), "heading"))
        column.addWidget(buttons)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)
