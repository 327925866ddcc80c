"""The restricted block: closed until somebody opens it, and opening is recorded."""

from collections.abc import Callable
from typing import cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ca_desktop.domain.errors import UserError
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.restricted import RestrictedForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import Notice, Picture, label


class RestrictedSection(QStackedWidget):
    """A door with a button in front of the form; the door closes for every other person."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person_id: UUID | None = None
        self.form = RestrictedForm(session)
        self.form.saver = session.target_groups.save
        self.form.saves = desk.saves
        self.form.set_read_only(not may(session.actor.role, Action.CHANGE_RESTRICTED))
        self.refusal = Notice("", "warning")
        self.open = QPushButton(icon("unlock"), " " + _("Open, and have it recorded"))
        self.addWidget(self._door())
        self.addWidget(self.form)
        self.setFocusProxy(self.open)
        self.open.clicked.connect(lambda: self._open())

    @property
    def is_open(self) -> bool:
        """Whether the block can be read now."""
        return self.currentIndex() == 1

    @property
    def is_dirty(self) -> bool:
        """Whether the open block has unsaved changes."""
        return self.is_open and self.form.is_dirty

    def show_record(self, record: Participant) -> None:
        """Close the door, unless this person's block is open already."""
        if record.id != self._person_id:
            self._person_id = record.id
            self.refusal.say("")
            self.setCurrentIndex(0)

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save the block."""
        self.form.try_save(then)

    def discard(self) -> None:
        """Put back what was saved last."""
        self.form.discard()

    def wait_for_save(self, then: Callable[[], object]) -> bool:
        """Whether the block is in line to be saved; `then` comes after it."""
        return self.form.wait_for_save(then)

    def _open(self) -> None:
        person_id = cast(UUID, self._person_id)
        self._desk.saves.run(
            lambda: self._session.target_groups.open(person_id),
            then=self._show,
            failed=lambda error: self._refuse(person_id, error),
            owner=self,
        )

    def _show(self, block: RestrictedBlock) -> None:
        if block.participant_id != self._person_id:
            return  # the file of somebody else was chosen while the opening waited
        self.form.show_record(block)
        self.setCurrentIndex(1)
        self.form.setFocus()

    def _refuse(self, person_id: UUID, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if person_id == self._person_id:
            self.refusal.say(error.message, "warning")

    def _door(self) -> QWidget:
        door = QWidget()
        column = QVBoxLayout(door)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Picture("lock", "muted", 32))
        column.addWidget(label(_("This part is closed"), "heading"))
        column.addWidget(
            label(
                _(
                    "Here stand the target group, the guidance intensity and the "
                    "doelgroepregister. Open it only when you need it for your work. That you "
                    "opened it, and when, is recorded in the history."
                )
            )
        )
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.refusal)
        column.addStretch(1)
        return door
