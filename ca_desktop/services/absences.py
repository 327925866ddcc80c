"""Absences of supervisors: from, until, and who takes over. The reason is nobody's business."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence, problems
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence with the name of whoever takes over ('' for nobody)."""

    absence: SupervisorAbsence
    substitute: str

    @property
    def id(self) -> UUID:
        return self.absence.id


class AbsenceService(Service):
    """What a user can do with absences of supervisors."""

    @allowed(Action.SEE_CENTRE)
    def of(self, supervisor_id: UUID) -> Sequence[AbsenceLine]:
        """His absences, the newest first."""
        with self._database.read() as uow:
            found = uow.of(SupervisorAbsence).all(
                supervisor_id=supervisor_id, order_by=("-starts_on", "id")
            )
            names = {one.id: one.name.full for one in uow.of(Supervisor).all()}
        return [
            AbsenceLine(
                absence=one,
                substitute=names.get(one.substitute_id, "") if one.substitute_id else "",
            )
            for one in found
        ]

    @allowed(Action.CHANGE_SUPERVISORS)
    def new(self, supervisor_id: UUID) -> SupervisorAbsence:
        """An absence from today, for as long as is not known, without anybody who takes over."""
        return SupervisorAbsence(supervisor_id=supervisor_id, starts_on=self._today())

    @allowed(Action.CHANGE_SUPERVISORS)
    def save(self, absence: SupervisorAbsence) -> SupervisorAbsence:
        """Keep a new or changed absence."""
        with self._database.write(self._actor, N_("Save absence")) as uow:
            others = uow.of(SupervisorAbsence).all(supervisor_id=absence.supervisor_id)
            refuse(problems(absence, others))
            uow.save(absence)
        return absence

    @allowed(Action.CHANGE_SUPERVISORS)
    def remove(self, absence_id: UUID) -> None:
        """Remove an absence that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove absence")) as uow:
            uow.remove(uow.of(SupervisorAbsence).get(absence_id))
