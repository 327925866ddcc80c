"""On which half-days a participant can come, from one date until another."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.availability import Availability, problems
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class AvailabilityService(Service):
    """What a user can do with availability."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[Availability]:
        """Everything that was agreed about one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(Availability).all(participant_id=participant_id)
        return sorted(found, key=lambda one: one.starts_on, reverse=True)

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, availability: Availability) -> Availability:
        """Keep a line; periods of one person do not overlap."""
        with self._database.write(self._actor, N_("Save availability")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, availability)
            others = uow.of(Availability).all(participant_id=availability.participant_id)
            refuse(problems(availability, others))
            uow.save(availability)
        return availability

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, availability_id: UUID) -> None:
        """Remove a line that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove availability")) as uow:
            availability = uow.of(Availability).get(availability_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, availability.participant_id)
            uow.remove(availability)
