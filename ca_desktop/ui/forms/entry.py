"""The form on a guidance entry: what was seen and agreed, with sentence starters and a draft."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.i18n import N_, _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY, is_kept, participant_picker
from ca_desktop.ui.forms.trajectory_choice import TrajectoryField
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.fields import (
    ChoiceField,
    DateField,
    NumberField,
    RadioField,
    RunningTextField,
)
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.record_form import RecordForm

DRAFTS = "entry:"
STARTERS = (
    N_("I saw that "),
    N_("I heard that "),
    N_("This went well: "),
    N_("We agreed that "),
)


def blank_entry(session: Session, participant_id: UUID = NOBODY) -> Entry:
    """A new entry about this participant, or about somebody still to be chosen."""
    return session.entries.new(participant_id)


class EntryForm(RecordForm[Entry]):
    """Shows an Entry; the participant is fixed when the record has one.

    Set `saver` to `session.entries.write`. What is typed is kept as a draft by itself.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Save note"))
        self._session = session
        self.person = self.add("participant_id", participant_picker(session))
        self.trajectory = TrajectoryField(session, lambda: self.person.value)
        self.add("trajectory_id", self.trajectory)
        self.text = RunningTextField(
            _("What did you see or hear?"),
            help=_("Write what you saw or heard. No diagnosis, no offence, no medication."),
            required=True,
            lines=6,
        )
        self.place(_starters(self.text))
        self.add("text", self.text)
        self.add("agreement", RunningTextField(_("What did you agree?"), lines=2))
        self.add("follow_up_on", DateField(_("Come back to it on"), today=desk.today))
        self.add("on", DateField(_("Date of the contact"), required=True, today=desk.today))
        self.add("minutes", NumberField(_("Duration"), required=True, most=600, unit=_("minutes")))
        forms = [(one, one.text) for one in GuidanceForm]
        self.add("form", ChoiceField[GuidanceForm](_("Form of guidance"), forms, required=True))
        self.add(
            "visibility",
            RadioField[Visibility](
                _("Who may read this?"),
                [(one, one.text, one.help) for one in Visibility],
                required=True,
            ),
        )
        self.person.changed.connect(self._on_person)
        self.person.taken.connect(self.text.take_focus)
        self.drafts = DraftKeeper(
            self,
            session.drafts,
            self._draft_key,
            desk.saves,
            more=self._draft_facts,
            is_new=self._is_new,
        )

    def show_record(self, record: Entry) -> None:
        known = record.participant_id != NOBODY
        self.person.value = record.participant_id if known else None
        super().show_record(record)
        self.person.set_read_only(known)
        self.setFocusProxy(self.text if known else self.person)

    def go_on(self) -> None:
        """Go on where somebody stopped: behind the text, or at the person who is missing."""
        self.text.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.setFocus()

    def to_values(self, record: Entry) -> Mapping[str, Any]:
        values = dict(super().to_values(record))
        if record.participant_id == NOBODY:
            values["participant_id"] = None
        is_new = not record.text and record.adds_to_id is None
        values["trajectory_id"] = self.trajectory.begin(record.trajectory_id, is_new=is_new)
        return values

    def to_record(self, record: Entry, values: Mapping[str, Any]) -> Entry:
        """A changed copy; what is for every partner names no trajectory."""
        return super().to_record(record, {**values, "trajectory_id": self.trajectory.kept})

    def _on_person(self) -> None:
        self.trajectory.value = self.trajectory.begin(None, is_new=True)

    def _draft_key(self) -> str:
        return f"{DRAFTS}{self.shown.id}" if self.shown else ""

    def _is_new(self) -> bool:
        shown = self.shown
        return shown is None or not is_kept(lambda: self._session.entries.get(shown.id))

    def _draft_facts(self) -> Mapping[str, str]:
        """What the draft needs besides what was changed: about whom, and to what it adds."""
        first = self.shown.adds_to_id if self.shown else None
        return {"adds_to_id": str(first or ""), "participant_id": str(self.person.value or "")}


def _starters(text: RunningTextField) -> QWidget:
    """Buttons that begin a sentence in the text."""
    holder = QWidget()
    row = FlowLayout(holder)
    for starter in STARTERS:
        words = _(starter)
        button = QPushButton(f"{words.rstrip()} …")
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(_("Begin a sentence with “{words}”", words=words.strip()))
        button.clicked.connect(lambda _on=False, typed=words: _begin(text, typed))
        row.addWidget(button)
    return holder


def _begin(text: RunningTextField, starter: str) -> None:
    """On a new line, unless the cursor already stands at the start of one."""
    before = text.edit.textCursor()
    text.insert(starter if before.atBlockStart() else f"\n{starter}")
