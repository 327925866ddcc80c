"""The form on the waiting list: who waits for which role, since when, for which half-days."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from ca_desktop.domain.waiting import Waiting
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import NOBODY, participant_picker
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField, HalfDaysField, RunningTextField
from ca_desktop.ui.kit.record_form import RecordForm


class WaitingForm(RecordForm[Waiting]):
    """Shows a Waiting. What is known already, the person or the role, is fixed."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self.person = self.add("participant_id", participant_picker(session))
        self.role = self.add("role_id", ChoiceField[UUID](_("Role"), self._roles, required=True))
        self.add(
            "half_days",
            HalfDaysField(
                _("Half-days wished"),
                days=7,
                help=_("Choose none where every half-day of the work week will do."),
            ),
        )
        self.add("since_on", DateField(_("Waits since"), required=True, today=desk.today))
        self.add("remarks", RunningTextField(_("Remarks"), lines=2))

    def show_record(self, record: Waiting) -> None:
        self.shown = record
        self.role.reload()
        super().show_record(record)
        self.person.set_read_only(record.participant_id != NOBODY)
        self.role.set_read_only(record.role_id != NOBODY)

    def to_values(self, record: Waiting) -> Mapping[str, Any]:
        values = dict(super().to_values(record))
        for name in ("participant_id", "role_id"):
            if values[name] == NOBODY:
                values[name] = None
        return values

    def _roles(self) -> Sequence[tuple[UUID, str]]:
        shown = self.shown.role_id if self.shown else None
        return [
            (line.id, line.name)
            for line in self._session.roles.lines()
            if line.role.is_active or line.id == shown
        ]
