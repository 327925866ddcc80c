"""The form of a fixed supervisor: who, from and until."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.choices import supervisor_choices
from ca_desktop.ui.forms.people import NOBODY
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.record_form import RecordForm


def new_fixed_supervisor(session: Session, participant_id: UUID) -> FixedSupervisor:
    """From today, by somebody who still has to be chosen."""
    return FixedSupervisor(
        participant_id=participant_id, supervisor_id=NOBODY, starts_on=session.today()
    )


class FixedSupervisorForm(RecordForm[FixedSupervisor]):
    """Who is the fixed supervisor; this decides who may open the file."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self.supervisor = self.add(
            "supervisor_id",
            ChoiceField(
                _("Fixed supervisor"),
                supervisor_choices(session),
                required=True,
                help=_("The fixed supervisor may open the whole file."),
            ),
        )
        self.starts_on = self.add(
            "starts_on", DateField(_("From"), required=True, today=desk.today)
        )
        self.ends_on = self.add("ends_on", DateField(_("Until"), today=desk.today))

    def to_values(self, record: FixedSupervisor) -> Mapping[str, Any]:
        """Nobody is chosen yet in a new one."""
        values = dict(super().to_values(record))
        if record.supervisor_id == NOBODY:
            values["supervisor_id"] = None
        return values
