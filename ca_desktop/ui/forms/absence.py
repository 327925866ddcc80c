"""The form on days that a supervisor is away: from, until, who takes over. Never why."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.dates import Period
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.substitutes import Substitute
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.substitute import SubstituteField
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.fields import DateField
from ca_desktop.ui.kit.record_form import RecordForm


class AbsenceForm(RecordForm[SupervisorAbsence]):
    """Fields named like the attributes of SupervisorAbsence. Who could take over is counted for
    the days that are filled in, by the worker.
    """

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._asked: tuple[UUID, Period] | None = None
        self.starts_on = self.add(
            "starts_on", DateField(_("First day away"), required=True, today=desk.today)
        )
        self.ends_on = self.add(
            "ends_on",
            DateField(
                _("Last day away"), today=desk.today, help=_("Leave empty if that is not known.")
            ),
        )
        self.substitute = self.add(
            "substitute_id",
            SubstituteField(
                self._others,
                help=_("Without somebody, the participants stand under “without supervisor”."),
            ),
        )
        for field in (self.starts_on, self.ends_on):
            field.changed.connect(self._count)

    def show_record(self, record: SupervisorAbsence) -> None:
        self.shown = record
        self.substitute.reload()
        super().show_record(record)

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._count()

    def _count(self) -> None:
        """Who could take over, for the days that are filled in; the last question counts."""
        day, shown = self.starts_on.value, self.shown
        if shown is None or day is None or not self._desk.is_allowed(Action.SEE_CAPACITY):
            return
        asked = (shown.supervisor_id, Period(starts_on=day, ends_on=self.ends_on.value))
        if asked == self._asked:
            return
        self._asked = asked
        service = self._session.substitutes

        def show(found: Sequence[Substitute]) -> None:
            if asked == self._asked:
                self.substitute.explain(found)

        self._desk.jobs.run(
            lambda _progress: service.of(*asked),
            then=show,
            owner=self,
            label=_("Looking who can take over"),
        )

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
