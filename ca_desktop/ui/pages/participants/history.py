"""What happened to the file of one participant: when, who, what, and what it was before."""

from dataclasses import dataclass

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.i18n import N_, _
from ca_desktop.services.history import RESTRICTED, HistoryLine
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.table import Table
from ca_desktop.ui.kit.table_model import Column, RowsModel
from ca_desktop.ui.pages.participants.history_words import HistoryWords, subject_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the history; `id` is its place, the newest first."""

    id: int
    line: HistoryLine

    @property
    def when(self) -> str:
        moment = self.line.at.astimezone()
        return f"{format_date(moment.date())} {moment:%H:%M}"


class HistorySection(QWidget):
    """A list, and under it what changed in words."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._person: Participant | None = None
        self._words = HistoryWords(session)
        self.model: RowsModel[Event] = RowsModel(
            (
                Column[Event](
                    N_("When"), text=lambda one: one.when, sort_key=lambda one: one.id, width=140
                ),
                Column[Event](N_("Who"), text=lambda one: one.line.who, minor=True, width=140),
                Column[Event](N_("About"), text=lambda one: subject_name(one.line), width=170),
                Column[Event](N_("What"), text=lambda one: one.line.what, stretch=True),
                Column[Event](N_("Changed"), text=self._fields, room=1000, width=240),
            )
        )
        self.table = Table(self.model, _("History"))
        self.table.minor_room = 680
        self.changes = QPlainTextEdit()
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)
        self.changes.setAccessibleName(_("What changed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("History"), "heading"))
        column.addWidget(self.table, 3)
        column.addWidget(self.changes, 2)
        self.table.current_changed.connect(self._show_changes)

    def show_record(self, record: Participant) -> None:
        """Show what happened to this person's file."""
        self._person = record
        try:
            lines = self._session.history.of_participant(record.id)
        except Exception as error:
            show_error(error, self)
            return
        self._words.learn()
        self.model.set_rows([Event(id=place, line=line) for place, line in enumerate(lines)])
        if lines:
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.scrollToTop()
        self._show_changes(self.table.current_row())

    def _fields(self, event: Event) -> str:
        return ", ".join(name for name, _was, _is in self._words.changes(event.line))

    def _show_changes(self, event: Event | None) -> None:
        if event is None:
            self.changes.clear()
            return
        if event.line.subject == RESTRICTED:
            self.changes.setPlainText(_("What stands in the restricted part is not shown here."))
            return
        lines = [
            _("{field}: {now} (was: {before})", field=name, now=now, before=before)
            if before
            else _("{field}: {now}", field=name, now=now)
            for name, before, now in self._words.changes(event.line)
        ]
        self.changes.setPlainText("\n".join(lines) or _("Nothing in the file was changed."))
