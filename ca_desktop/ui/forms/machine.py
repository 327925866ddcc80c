"""The form on a machine authorisation: which machine, since when, signed by whom."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.record_form import RecordForm


class MachineForm(RecordForm[MachineAuthorisation]):
    """Shows a MachineAuthorisation."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        names = sorted(session.machines.names().items(), key=lambda one: one[1])
        self.add("machine", ChoiceField[str](_("Machine"), names, required=True))
        self.add("given_on", DateField(_("Authorised on"), required=True, today=desk.today))
        self.add(
            "signed_by",
            ChoiceField[UUID](_("Signed by"), lambda: supervisor_choices(session), required=True),
        )
        self.add(
            "valid_until",
            DateField(
                _("Valid until"), today=desk.today, help=_("Leave empty when it does not end.")
            ),
        )

    def to_values(self, record: MachineAuthorisation) -> Mapping[str, Any]:
        """Nothing chosen yet is empty."""
        values = dict(super().to_values(record))
        values["machine"] = record.machine or None
        values["signed_by"] = None if record.signed_by == NOBODY else record.signed_by
        return values
