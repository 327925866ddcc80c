"""The form on days that a supervisor is away: from, until, who takes over. Never why."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import ChoiceField, DateField
from ca_desktop.ui.kit.record_form import RecordForm


class AbsenceForm(RecordForm[SupervisorAbsence]):
    """Fields named like the attributes of SupervisorAbsence."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self.add("starts_on", DateField(_("First day away"), required=True, today=desk.today))
        self.add(
            "ends_on",
            DateField(
                _("Last day away"), today=desk.today, help=_("Leave empty if that is not known.")
            ),
        )
        self.substitute = self.add(
            "substitute_id",
            ChoiceField[UUID](
                _("Who takes over"),
                self._others,
                none_text=_("– nobody –"),
                help=_("Without somebody, the participants stand under “without supervisor”."),
            ),
        )

    def show_record(self, record: SupervisorAbsence) -> None:
        self.shown = record
        self.substitute.reload()
        super().show_record(record)

    def _others(self) -> Sequence[tuple[UUID, str]]:
        shown = self.shown
        today = self._session.today()
        return [
            (one.id, one.name.sorted_form)
            for one in self._session.supervisors.all()
            if shown is not None
            and one.id != shown.supervisor_id
            and (one.is_active(today) or one.id == shown.substitute_id)
        ]
