"""Contacts with the school about one student: what was discussed, and when the next one is."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.school_visits import SchoolVisit, VisitKind, problems
from ca_desktop.i18n import N_
from ca_desktop.services.practice_agreements import agreement_in
from ca_desktop.services.service import Service, allowed


class SchoolVisitService(Service):
    """What a user can do with contacts with the school."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[SchoolVisit]:
        """The contacts about one participant, newest (or furthest ahead) first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            return uow.of(SchoolVisit).all(participant_id=participant_id, order_by=("-on", "id"))

    @allowed(Action.CHANGE_PARTICIPANTS)
    def new(self, participant_id: UUID, agreement_id: UUID) -> SchoolVisit:
        """A visit of today, with the school's supervisor of the agreement."""
        with self._database.read() as uow:
            self._require(uow, Action.CHANGE_PARTICIPANTS, participant_id)
            agreement = agreement_in(uow, participant_id, agreement_id)
        return SchoolVisit(
            participant_id=participant_id,
            agreement_id=agreement_id,
            kind=VisitKind.VISIT,
            on=self._today(),
            school_person=agreement.school_supervisor,
            supervisor_id=self._actor.supervisor_id or agreement.trainer_id,
        )

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, visit: SchoolVisit) -> SchoolVisit:
        """Keep a contact, done or planned."""
        refuse(problems(visit, self._today()))
        with self._database.write(self._actor, N_("Save contact with the school")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, visit)
            agreement_in(uow, visit.participant_id, visit.agreement_id)
            uow.save(visit)
        return visit

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, visit_id: UUID) -> None:
        """Remove a contact that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove contact with the school")) as uow:
            visit = uow.of(SchoolVisit).get(visit_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, visit.participant_id)
            uow.remove(visit)
