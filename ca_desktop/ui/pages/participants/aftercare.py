"""Aftercare of one participant: the contacts after leaving, made and still to be made."""

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.participants import Participant
from ca_desktop.i18n import N_, _
from ca_desktop.services.aftercare import AftercareLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.aftercare import PlanForm, ask_contact, ask_keeper
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.sub_list import SubList
from ca_desktop.ui.kit.table import RowAction
from ca_desktop.ui.kit.table_model import Column
from ca_desktop.ui.pages.participants.stack import Parts


class AftercareSection(Parts):
    """A small list: Enter records what a contact told; a coordinator also hands over."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self._session, self._desk = session, desk
        self._person_id = NOBODY
        self._oversees = session.actor.role is AccountRole.COORDINATOR
        self.dialog: RecordDialog | None = None
        self.contacts = self._make_list()
        super().__init__([self.contacts])

    def show_record(self, record: Participant) -> None:
        """Show the contacts with this person."""
        self._person_id = record.id
        if self._oversees:  # before that the service refuses it
            self.contacts.add_button.setVisible(record.stage.is_closed)
        super().show_record(record)

    def ask_record(self, line: AftercareLine) -> None:
        """A dialog for what the contact told."""
        self.dialog = ask_contact(self, self._session, self._desk, line)

    def ask_hand_over(self, line: AftercareLine) -> None:
        """A dialog for who keeps the contact."""
        self.dialog = ask_keeper(self, self._session, self._desk, line)

    def _make_list(self) -> "ContactList":
        service = self._session.aftercare
        return ContactList(
            self,
            self._desk,
            _("Contacts after leaving"),
            _columns(),
            fetch=self._rows,
            make_form=lambda: PlanForm(self._session, self._desk, all_keepers=self._oversees),
            save=service.plan,
            blank=self._blank if self._oversees else None,
            remove=(lambda line: service.remove(line.id)) if self._oversees else None,
            add_text=_("Plan another contact"),
            empty_text=_("There is none. Contacts are planned when the file is finished."),
            name_of=lambda line: line.contact.text,
            topics=frozenset({"aftercare"}),
            more=self._hand_over() if self._oversees else (),
        )

    def _hand_over(self) -> tuple[RowAction, ...]:
        return (
            RowAction(
                text=N_("Hand over …"),
                do=lambda lines: self.ask_hand_over(lines[0]),
                icon="user-check",
                fits=lambda lines: len(lines) == 1 and lines[0].contact.done_on is None,
            ),
        )

    def _blank(self) -> Aftercare:
        return self._session.aftercare.new(self._person_id)

    def _rows(self) -> list[AftercareLine]:
        return list(self._session.aftercare.of(self._person_id))


class ContactList(SubList[AftercareLine]):
    """Changing a contact is recording what it told."""

    def __init__(self, section: AftercareSection, *args: object, **kwargs: object) -> None:
        self._section = section
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as SubList takes them

    def edit(self, row: AftercareLine) -> None:
        self._section.ask_record(row)


def _columns() -> tuple[Column[AftercareLine], ...]:
    return (
        Column[AftercareLine](
            N_("Which contact"),
            text=lambda line: line.contact.text,
            sort_key=lambda line: line.contact.due_on,
            width=236,
        ),
        Column[AftercareLine](
            N_("To be called on"),
            text=lambda line: format_date(line.contact.due_on),
            sort_key=lambda line: line.contact.due_on,
            width=120,
        ),
        Column[AftercareLine](
            N_("Made on"),
            text=lambda line: format_date(line.contact.done_on) or "–",
            sort_key=lambda line: line.contact.done_on,
            room=700,
            width=116,
        ),
        Column[AftercareLine](
            N_("What it told"),
            text=lambda line: line.contact.result.text if line.contact.result else "",
            tooltip=lambda line: line.contact.remarks,
            stretch=True,
        ),
        Column[AftercareLine](
            N_("Keeps contact"), text=lambda line: line.keeper or "–", room=860, width=140
        ),
    )
