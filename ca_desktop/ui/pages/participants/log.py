"""The newest notes of one participant: a list, and the whole text under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import EntryFilter, EntryLine
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel

NEWEST = 200
_COLUMNS = (
    Column[EntryLine](
        N_("Date"),
        text=lambda line: format_date(line.entry.on),
        sort_key=lambda line: (line.entry.on, line.row),
        width=100,
    ),
    Column[EntryLine](N_("Form"), text=lambda line: line.entry.form.text, width=166),
    Column[EntryLine](
        N_("Minutes"),
        text=lambda line: str(line.entry.minutes),
        sort_key=lambda line: line.entry.minutes,
        right=True,
        minor=True,
        width=90,
    ),
    Column[EntryLine](
        N_("Who reads it"), text=lambda line: line.entry.visibility.text, minor=True, width=140
    ),
    Column[EntryLine](
        N_("Note"), text=lambda line: line.entry.text.partition("\n")[0], stretch=True
    ),
)


class LogSection(QWidget):
    """Reads at most the newest 200 notes; the page of the log has them all."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person: Participant | None = None
        self.model: RowsModel[EntryLine] = RowsModel(_COLUMNS)
        self.model.sorted_by = (0, Qt.SortOrder.DescendingOrder)
        self.table = Table(self.model, _("Notes"))
        self.table.minor_room = 700
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("The whole note"))
        self.nothing = label(_("There are no notes yet."), "muted")
        self.write = QPushButton(icon("notebook-pen"), " " + _("Write a note"))
        self.write.setVisible(may(session.actor.role, Action.WRITE_ENTRIES))
        self._lay_out()
        self.write.clicked.connect(lambda: self._write_note())
        self.table.current_changed.connect(self._show_text)
        self.table.opened.connect(lambda line: desk.navigate("entries", line.id))
        desk.changes.on({"entries"}, self, self.refresh)

    def show_record(self, record: Participant) -> None:
        """Show the notes about this person."""
        self._person = record
        self.text.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._person is None:
            return
        entries = self._session.entries
        try:
            rows = entries.order(EntryFilter(participant_id=self._person.id))
            lines = entries.lines(rows[:NEWEST])
        except Exception as error:
            show_error(error, self)
            return
        self.model.set_rows(lines)
        self.nothing.setVisible(not lines)
        self.table.setVisible(bool(lines))
        self.text.setVisible(bool(lines))
        if lines and self.table.current_row() is None:
            self.table.selectRow(0)
        self._show_text(self.table.current_row())

    def _show_text(self, line: EntryLine | None) -> None:
        if line is None:
            self.text.clear()
            return
        entry = line.entry
        parts = [f"{format_date(entry.on)} · {entry.form.text} · {line.supervisor}", entry.text]
        if entry.agreement:
            parts.append(_("Agreed: {agreement}", agreement=entry.agreement))
        if entry.follow_up_on is not None:
            state = _("done") if entry.follow_up_done else _("still open")
            parts.append(
                _("Follow-up on {date}: {state}", date=format_date(entry.follow_up_on), state=state)
            )
        self.text.setPlainText("\n\n".join(parts))

    def _write_note(self) -> None:
        if self._person is not None:
            self._desk.navigate("entries", f"new:{self._person.id}")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(_("Notes"), "heading", wrap=False))
        head.addStretch(1)
        head.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 3)
        column.addWidget(self.text, 2)
        column.addStretch(0)
