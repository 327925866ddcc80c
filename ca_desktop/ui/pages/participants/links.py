"""Two files of one person: the dialog that links them, and the line that points to the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.file_links import FileLink
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import _
from ca_desktop.services.file_links import LinkedFile
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY, participant_picker
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm


class LinkForm(RecordForm[FileLink]):
    """Which other file, and how it is known that this is the same person."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Link"))
        self.place(
            label(
                _("Both files stay as they are. Each one says that the other is of this person."),
                "help",
            )
        )
        self.other = self.add("other_id", participant_picker(session))
        self.reason = self.add(
            "reason",
            RunningTextField(_("How do you know this?"), required=True, lines=3),
        )

    def to_values(self, record: FileLink) -> dict[str, object]:
        other = None if record.other_id == NOBODY else record.other_id
        return {"other_id": other, "reason": record.reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinking:
    """What is filled in to take a link away."""

    link_id: UUID
    reason: str = ""


class UnlinkForm(RecordForm[Unlinking]):
    """Why these are two people after all."""

    def __init__(self) -> None:
        super().__init__(_("Unlink"))
        self.reason = self.add(
            "reason",
            RunningTextField(
                _("Why are these two people?"),
                required=True,
                lines=3,
                help=_("This stays in the history of the file."),
            ),
        )


def ask_link(session: Session, desk: Desk, window: QWidget, person_id: UUID) -> RecordDialog:
    """Ask which file is of the same person, then link the two."""
    return RecordDialog.edit(
        window,
        _("Link with another file"),
        LinkForm(session),
        session.file_links.new(person_id, NOBODY),
        session.file_links.link,
        desk.saves,
    )


class LinksLine(QWidget):
    """“Also known as no. 12”, with a way there; nothing where there is no link."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._person: Participant | None = None
        self.dialog: RecordDialog | None = None
        self._sees = may(session.actor.role, Action.SEE_FILE)
        self._may_unlink = may(session.actor.role, Action.TAKE_IN)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 0, 16, 0)
        self._column.setSpacing(0)
        self.texts: list[str] = []
        desk.changes.on({"file_links"}, self, self._again)
        self.hide()

    def show_record(self, record: Participant) -> None:
        """Show the other files of this person."""
        self._person = record
        self._again()

    def ask_unlink(self, linked: LinkedFile) -> None:
        """Ask why, then take the link away."""
        self.dialog = RecordDialog.edit(
            self.window(),
            _("Unlink no. {number}", number=linked.number),
            UnlinkForm(),
            Unlinking(link_id=linked.link_id),
            lambda asked: self._session.file_links.unlink(asked.link_id, asked.reason),
            self._desk.saves,
        )

    def _again(self) -> None:
        if self._person is None or not self._sees:
            return
        self._build(self._session.file_links.of(self._person.id))

    def _build(self, found: Sequence[LinkedFile]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.texts = [self._said(one) for one in found]
        for one, text in zip(found, self.texts, strict=True):
            self._column.addWidget(self._line(one, text))
        self.setVisible(bool(found))

    def _said(self, linked: LinkedFile) -> str:
        return _(
            "Also known as no. {number} (linked on {date})",
            number=linked.number,
            date=format_date(linked.linked_on),
        )

    def _line(self, linked: LinkedFile, text: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(text, wrap=False))
        if linked.may_open:
            there = linked.participant_id
            row.addWidget(_link(_("Open"), lambda: self._desk.navigate("participants", there)))
        if self._may_unlink:
            row.addWidget(_link(_("Unlink …"), lambda: self.ask_unlink(linked)))
        row.addStretch(1)
        return holder


def _link(text: str, then: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: then())
    return button
