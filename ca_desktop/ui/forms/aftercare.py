"""The forms of a contact after leaving: what it told, when it is due, and who keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.aftercare import Aftercare, AftercareResult
from ca_desktop.i18n import _
from ca_desktop.services.aftercare import AftercareLine
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, RunningTextField
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_dialog import RecordDialog
from ca_desktop.ui.kit.record_form import RecordForm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keeper:
    """Who keeps a contact."""

    supervisor_id: object


class ContactForm(RecordForm[Aftercare]):
    """Who to call, and what the contact told."""

    def __init__(self, desk: Desk, line: AftercareLine) -> None:
        super().__init__(_("Record aftercare"))
        self._today = desk.today
        self.who = label(contact_words(line))
        self.place(self.who)
        self.done_on = self.add(
            "done_on", DateField(_("Day of the contact"), required=True, today=desk.today)
        )
        self.add(
            "result",
            ChoiceField[AftercareResult](
                _("What did you hear?"), [(one, one.text) for one in AftercareResult], required=True
            ),
        )
        self.add(
            "remarks",
            RunningTextField(
                _("Remarks"), lines=3, help=_("Only what helps. No diagnosis, no offence.")
            ),
        )

    def to_values(self, record: Aftercare) -> Mapping[str, Any]:
        """A contact that is still to be made is proposed for today."""
        return {**super().to_values(record), "done_on": record.done_on or self._today()}


class PlanForm(RecordForm[Aftercare]):
    """When an extra contact is due, and who keeps it."""

    def __init__(self, session: Session, desk: Desk, *, all_keepers: bool) -> None:
        super().__init__(_("Plan contact"))
        self.add("due_on", DateField(_("To be called on"), required=True, today=desk.today))
        if all_keepers:
            self.add("supervisor_id", _keeper_field(session))


class KeeperForm(RecordForm[_Keeper]):
    """Who keeps this contact from now on."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Hand over"))
        self.add("supervisor_id", _keeper_field(session))


def contact_words(line: AftercareLine) -> str:
    """Who it is, how to reach them, and how they left, in three short lines."""
    phone = line.phone or _("no phone number known")
    outcome = line.outcome or _("not known")
    return "\n".join(
        (
            f"{line.name.full}: {line.contact.text}",
            _("Phone: {phone}", phone=phone),
            _("How it ended: {outcome}", outcome=outcome),
        )
    )


def ask_contact(parent: QWidget, session: Session, desk: Desk, line: AftercareLine) -> RecordDialog:
    """A dialog that records what the contact told."""

    def keep(contact: Aftercare) -> object:
        assert contact.done_on is not None
        assert contact.result is not None
        return session.aftercare.record(
            contact.id, contact.done_on, contact.result, contact.remarks
        )

    form = ContactForm(desk, line)
    title = _("Aftercare")
    return RecordDialog.edit(parent.window(), title, form, line.contact, keep, desk.saves)


def ask_keeper(parent: QWidget, session: Session, desk: Desk, line: AftercareLine) -> RecordDialog:
    """A dialog that hands a contact over to somebody else."""
    return RecordDialog.edit(
        parent.window(),
        _("Who keeps contact?"),
        KeeperForm(session),
        _Keeper(supervisor_id=line.contact.supervisor_id),
        lambda chosen: session.aftercare.reassign(line.id, chosen.supervisor_id),
        desk.saves,
    )


def ask_again(parent: QWidget, session: Session, desk: Desk, line: AftercareLine) -> RecordDialog:
    """A dialog that plans one more contact with the same person, with the same keeper."""
    new = session.aftercare.new(line.contact.participant_id)
    new = replace(new, supervisor_id=line.contact.supervisor_id)
    form = PlanForm(session, desk, all_keepers=False)
    title = _("Plan another contact")
    return RecordDialog.edit(parent.window(), title, form, new, session.aftercare.plan, desk.saves)


def _keeper_field(session: Session) -> ChoiceField[Any]:
    return ChoiceField(
        _("Keeps contact"), supervisor_choices(session), none_text=_("– nobody yet –")
    )
