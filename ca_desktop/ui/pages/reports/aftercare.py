"""Nazorg: who is to be called, overdue first; Enter records what the contact told."""

from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.aftercare import AftercareLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.aftercare import ask_again, ask_contact, ask_keeper
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

TOPICS = frozenset({"aftercare", "participants", "stage_changes", "supervisors"})


class AftercareView(QWidget):
    """The contacts of the coming weeks that this account may see."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self.dialog: RecordDialog | None = None
        self.model: RowsModel[AftercareLine] = RowsModel(self._columns())
        self.table = Table(self.model, _("Aftercare"))
        self.table.set_actions(self._actions())
        self.record = QPushButton(icon("phone"), " " + _("Record aftercare …"))
        self.nothing = label(_("Nobody is to be called in the coming four weeks."), "muted")
        self._lay_out()
        self.table.opened.connect(self.ask_record)
        self.record.clicked.connect(lambda: self._on_button())
        desk.changes.on(TOPICS, self, self._on_written)

    def refresh(self) -> None:
        """Read again."""
        try:
            rows = self._session.aftercare.due()
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.record.setEnabled(bool(rows))
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)

    def open_contact(self, contact_id: UUID) -> None:
        """Record this contact, as its line on Vandaag asks."""
        self.refresh()
        self.table.select_id(contact_id)
        try:
            line = self._session.aftercare.get(contact_id)
        except Exception as error:
            show_error(error, self)
            return
        self.ask_record(line)

    def ask_record(self, line: AftercareLine) -> None:
        """A dialog for what the contact told."""
        self.dialog = ask_contact(self, self._session, self._desk, line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _on_written(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_button(self) -> None:
        row: AftercareLine | None = self.table.current_row()
        if row is not None:
            self.ask_record(row)

    def _columns(self) -> tuple[Column[AftercareLine], ...]:
        today = self._session.today
        return (
            Column[AftercareLine](
                N_("To be called on"),
                text=lambda line: format_date(line.contact.due_on),
                sort_key=lambda line: line.contact.due_on,
                icon=lambda line: "triangle-alert" if line.contact.due_on < today() else "",
                tooltip=lambda line: _("Overdue") if line.contact.due_on < today() else "",
                width=130,
            ),
            Column[AftercareLine](
                N_("Name"),
                text=lambda line: line.name.full,
                sort_key=lambda line: line.name.sort_key,
                stretch=True,
            ),
            Column[AftercareLine](N_("Phone"), text=lambda line: line.phone, width=130),
            Column[AftercareLine](
                N_("Which contact"), text=lambda line: line.contact.text, room=640, width=230
            ),
            Column[AftercareLine](
                N_("How it ended"), text=lambda line: line.outcome, room=840, width=190
            ),
            Column[AftercareLine](
                N_("Keeps contact"), text=lambda line: line.keeper or "–", room=1000, width=150
            ),
        )

    def _actions(self) -> list[RowAction]:
        session, desk = self._session, self._desk

        def handed_over(line: AftercareLine) -> None:
            self.dialog = ask_keeper(self, session, desk, line)

        def again(line: AftercareLine) -> None:
            self.dialog = ask_again(self, session, desk, line)

        actions = [
            RowAction(
                text=N_("Record aftercare …"), do=lambda r: self.ask_record(r[0]), icon="phone"
            ),
            RowAction(
                text=N_("Plan another contact …"), do=lambda r: again(r[0]), icon="plus", keys="Ins"
            ),
        ]
        if session.actor.role is AccountRole.COORDINATOR:
            actions.append(
                RowAction(text=N_("Hand over …"), do=lambda r: handed_over(r[0]), icon="user-check")
            )
        return actions

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = _(
            "Who left is called after 3, 6 and 12 months. Choose a line and press Enter to record "
            "what you heard. Right click for more."
        )
        head.addWidget(label(words, "help"), 1)
        head.addWidget(self.record)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)
        self.setFocusProxy(self.table)
