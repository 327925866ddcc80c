"""The citizen service number of one participant: masked, shown for half a minute when asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.bsn import is_bsn
from ca_desktop.domain.citizen_numbers import no_number
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import TextField
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.saving import Saves

SHOWN_MS = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What was typed as the number; it stands nowhere but in this dialog."""

    number: str = field(default="", repr=False)


class CitizenNumberForm(RecordForm[Typed]):
    """One field; no draft of it is kept."""

    def __init__(self) -> None:
        super().__init__(_("Record the number"))
        self.number = self.add(
            "number",
            TextField(
                _("BSN"),
                required=True,
                longest=16,
                help=_("Nine digits, from the decision or the message of the municipality."),
            ),
        )

    def check(self) -> bool:
        """A typing error is said before anything is sent."""
        if not super().check():
            return False
        if is_bsn(self.number.value):
            return True
        self.show_problems({"number": no_number().message})
        return False


class CitizenNumberPanel(QWidget):
    """What stands there, masked, with the buttons that fit; it hides again when it is left."""

    def __init__(self, session: Session, saves: Callable[[], Saves]) -> None:
        super().__init__()
        self._session, self._saves = session, saves
        self._person_id: UUID | None = None
        self.dialog: RecordDialog | None = None
        self.words = label("")
        self.notice = Notice("", "warning")
        self.look = QPushButton(icon("eye"), " " + _("Show for 30 seconds"))
        self.change = QPushButton(icon("pencil"), " " + _("Record …"))
        self.remove = QPushButton(icon("trash-2"), " " + _("Remove …"))
        self.remove.setProperty("role", "danger")
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SHOWN_MS)
        self.timer.timeout.connect(self.refresh)
        self.look.clicked.connect(lambda: self.reveal())
        self.change.clicked.connect(lambda: self._ask_number())
        self.remove.clicked.connect(lambda: self._ask_remove())
        self._lay_out()

    def show_person(self, participant_id: UUID) -> None:
        """Show what stands there for this person, masked."""
        self._person_id = participant_id
        self.refresh()

    def refresh(self) -> None:
        """Masked again, as it stands now."""
        self.timer.stop()
        if self._person_id is None:
            return
        state = self._session.citizen_numbers.state(self._person_id)
        self.words.setText(state.masked or _("No number was recorded."))
        self.look.setVisible(bool(state.masked))
        self.look.setEnabled(True)
        self.remove.setVisible(bool(state.masked))
        self.change.setVisible(state.may_be_recorded)
        self.change.setText(" " + (_("Change …") if state.masked else _("Record …")))
        self.notice.say(_why(state.has_lost_its_ground, state.may_be_recorded))

    def reveal(self) -> None:
        """Show the number for half a minute; that somebody looked is recorded."""
        person_id = self._person_id
        if person_id is not None:
            self._run(lambda: self._session.citizen_numbers.reveal(person_id), self._show)

    def _show(self, number: str) -> None:
        self.words.setText(f"{number[:4]} {number[4:6]} {number[6:]}")
        self.look.setEnabled(False)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another section, the lock, another page: masked at once."""
        super().hideEvent(event)
        if self.timer.isActive():
            self.refresh()

    def _ask_number(self) -> None:
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Record the BSN"),
            CitizenNumberForm(),
            Typed(),
            self._record,
            self._saves(),
        )
        self.dialog.accepted.connect(self.refresh)

    def _record(self, typed: Typed) -> None:
        if self._person_id is not None:
            self._session.citizen_numbers.record(self._person_id, typed.number)

    def _ask_remove(self) -> None:
        ask(
            self,
            _("Remove the BSN?"),
            _("The number is destroyed. This can't be undone."),
            Answer(text=_("Remove the number"), then=self._do_remove, kind="danger"),
            Answer(text=_("Keep"), kind="primary"),
        )

    def _do_remove(self) -> None:
        person_id = self._person_id
        if person_id is not None:
            self._run(
                lambda: self._session.citizen_numbers.remove(person_id),
                lambda _done: self.refresh(),
            )

    def _run(self, action: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._saves().run(
            action, then=then, failed=lambda error: show_error(error, self), owner=self
        )

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.look, self.change, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.notice)
        column.addLayout(buttons)


def _why(has_lost_its_ground: bool, may_be_recorded: bool) -> str:
    if has_lost_its_ground:
        return _(
            "No trajectory that runs now requires this number any more. Remove it, unless "
            "something still has to be settled with the municipality."
        )
    if not may_be_recorded:
        return _(
            "The BSN is off: no trajectory that runs now requires it. It is recorded only under a "
            "trajectory as Wmo provider."
        )
    return ""
