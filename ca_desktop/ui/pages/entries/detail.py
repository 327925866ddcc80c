"""The right half of the log: a note to read, or the form on a new, edited or added one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import Entry, EntryLine, Removal, Striking
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.entry import EntryForm
from ca_desktop.ui.forms.striking import StrikingForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.removing import ask_remove
from ca_desktop.ui.kit.section_stack import SectionStack
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.pages.entries.note import NoteView, quoted


class EntryDetail(QWidget):
    """`show_record` takes an EntryLine (to read) or an Entry (to write)."""

    written = Signal(object)  # the Entry, after it stands in the file
    back_asked = Signal()
    gone = Signal()  # the note that was read is no longer in the log

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._may_write = desk.is_allowed(Action.WRITE_ENTRIES)
        self.line: EntryLine | None = None
        self.dialog: RecordDialog | None = None
        self.note = NoteView()
        self.form = EntryForm(session, desk)
        self.form.saver = session.entries.write
        self.form.saves = desk.saves
        self.form.saved.connect(self.written)
        self.back = self.form.add_button(_("Go back"), self.back_asked.emit)
        self._original = QScrollArea()
        self._original.setWidgetResizable(True)
        self._original.setFrameShape(QFrame.Shape.NoFrame)
        self._original.setMaximumHeight(theme().px(124))
        self._lay_out()
        self.note.edit_asked.connect(self._edit)
        self.note.add_asked.connect(self._add)
        self.note.settle_asked.connect(self._settle)
        self.note.person_asked.connect(self._to_person)
        self.note.remove_asked.connect(self._ask_remove)
        self.note.strike_asked.connect(self._ask_strike)

    @property
    def is_writing(self) -> bool:
        """Whether the form stands there rather than the note."""
        return self._stack.currentIndex() == 1

    # -- Detail --------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether something typed is not saved."""
        return self.is_writing and self.form.is_dirty

    def show_record(self, record: Any) -> None:
        """A line is shown to read, an entry to write."""
        if isinstance(record, EntryLine):
            self.read(record)
        else:
            self.write(record)

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save what stands in the form."""
        self.form.try_save(then)

    def discard(self) -> None:
        """Throw away what was typed; a draft of it goes too."""
        self.form.discard()

    def wait_for_save(self, then: Callable[[], object]) -> bool:
        """Whether a note is in line to be saved; `then` comes after it."""
        return self.form.wait_for_save(then)

    # -- what it shows -------------------------------------------------------------------------

    def read(self, line: EntryLine) -> None:
        """Show the whole note."""
        entries, entry = self._session.entries, line.entry
        self.line = line
        self.note.show_note(
            line,
            self._desk.today(),
            is_open=self._may_write and entries.is_open(entry),
            may_write=self._may_write,
            removal=entries.removal_of(entry) if self._may_write else Removal.NONE,
            original=entries.get(entry.adds_to_id) if entry.adds_to_id else None,
            additions=entries.additions(entry.id),
        )
        self._stack.setCurrentIndex(0)
        self.setFocusProxy(self.note.edit if self.note.edit.isVisibleTo(self) else self.note.person)

    def write(self, entry: Entry) -> None:
        """Show the form on this entry; the note it adds to stands above it."""
        original = self._session.entries.get(entry.adds_to_id) if entry.adds_to_id else None
        if original is not None:
            self._original.setWidget(quoted(original, _("Note of {date}")))
        self._original.setVisible(original is not None)
        self.form.show_record(entry)
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(self.form)

    # -- inside --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._original)
        column.addWidget(self.form, 1)
        self._stack = SectionStack()
        self._stack.addWidget(self.note)
        self._stack.addWidget(writing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _edit(self) -> None:
        if self.line is not None:
            self.write(self.line.entry)
            self.form.setFocus()

    def _add(self) -> None:
        if self.line is None:
            return
        try:
            self.write(self._session.entries.add_to(self.line.id))
        except Exception as error:
            show_error(error, self)
            return
        self.form.setFocus()

    def _settle(self, done: bool) -> None:
        if self.line is None:
            return
        entry_id = self.line.id
        self._desk.saves.run(
            lambda: self._session.entries.settle_follow_up(entry_id, done=done),
            then=self.written.emit,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _ask_remove(self) -> None:
        if self.line is None:
            return
        entry, name = self.line.entry, self.line.participant.full
        ask_remove(
            self,
            self._desk,
            _("The note of {date} about {name}", date=format_date(entry.on), name=name),
            lambda: self._session.entries.remove(entry.id),
            self._out,
        )

    def _ask_strike(self) -> None:
        if self.line is None:
            return
        title = _("Strike the note about {name}", name=self.line.participant.full)
        self.dialog = RecordDialog.edit(
            self.window(),
            title,
            StrikingForm(),
            Striking(entry_id=self.line.id),
            self._session.entries.strike,
            self._desk.saves,
        )
        self.dialog.accepted.connect(self._out)

    def _out(self) -> None:
        self.line = None
        self.gone.emit()

    def _to_person(self) -> None:
        if self.line is not None:
            self._desk.navigate("participants", self.line.entry.participant_id)
