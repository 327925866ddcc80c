"""Who is or was here as a student on the code of an accreditation, or on an equivalent."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import N_, _
from ca_desktop.services.accreditations import StudentLine
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.empty_state import EmptyState
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import RowAction, Table
from ca_desktop.ui.kit.table_model import Column, RowsModel


class StudentsSection(QWidget):
    """Only to look at; Enter opens the file of the person."""

    columns = (
        Column[StudentLine](
            N_("Participant"),
            text=lambda one: one.name.sorted_form,
            sort_key=lambda one: one.name.sort_key,
            stretch=True,
        ),
        Column[StudentLine](N_("Code"), text=lambda one: one.agreement.code, width=70),
        Column[StudentLine](
            N_("Learning path"), text=lambda one: one.agreement.learning_path.text, width=110
        ),
        Column[StudentLine](
            N_("Start"),
            text=lambda one: format_date(one.agreement.starts_on),
            sort_key=lambda one: one.agreement.starts_on,
            width=100,
            minor=True,
        ),
        Column[StudentLine](
            N_("Until"),
            text=lambda one: format_date(one.agreement.period.ends_on),
            sort_key=lambda one: one.agreement.period.ends_on,
            width=100,
        ),
        Column[StudentLine](
            N_("Phase"), text=lambda one: one.agreement.phase.text, width=150, room=760
        ),
    )

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._accreditation: Accreditation | None = None
        self.model: RowsModel[StudentLine] = RowsModel(self.columns)
        self.table = Table(self.model, _("Students"))
        self.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)  # the latest first
        self.table.set_actions(
            (RowAction(text=N_("Open participant"), do=lambda rows: self._open(rows[0])),)
        )
        self.table.opened.connect(self._open)
        self._help = label(_("Enter or a double click opens the participant."), "help")
        self._empty = EmptyState(
            _("No student on this code, or on an equivalent, is known at this location."),
            icon="users",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.addWidget(self.table, 1)
        column.addWidget(self._help)
        column.addWidget(self._empty, 1)
        desk.changes.on({"practice_agreements", "participants"}, self, self.refresh)

    def show_record(self, record: Accreditation) -> None:
        """Show the students of this accreditation."""
        self._accreditation = record
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._accreditation is None:
            return
        try:
            rows = self._session.accreditations.students(self._accreditation.id)
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(rows)
        for widget in (self.table, self._help):
            widget.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _open(self, line: StudentLine) -> None:
        self._desk.navigate("participants", line.agreement.participant_id)
