"""Machine authorisations: who was instructed on which machine, by whom, until when."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.machines import MachineAuthorisation, problems
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.service import Service, allowed


class MachineService(Service):
    """What a user can do with machine authorisations."""

    @allowed(Action.SEE_DEVELOPMENT)
    def of(self, participant_id: UUID) -> Sequence[MachineAuthorisation]:
        """The authorisations of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_DEVELOPMENT, participant_id)
            found = uow.of(MachineAuthorisation).all(participant_id=participant_id)
        return sorted(found, key=lambda one: one.given_on, reverse=True)

    @allowed(Action.SEE_DEVELOPMENT)
    def names(self) -> dict[str, str]:
        """What each machine of the catalogue is called."""
        language = current_language()
        return {one.code: one.name.in_(language) for one in load_catalogue().machines}

    @allowed(Action.CHANGE_DEVELOPMENT)
    def new(self, participant_id: UUID) -> MachineAuthorisation:
        """An authorisation of today, signed by who is at work."""
        return MachineAuthorisation(
            participant_id=participant_id,
            machine="",
            given_on=self._today(),
            signed_by=self._actor.supervisor_id or UUID(int=0),
        )

    @allowed(Action.CHANGE_DEVELOPMENT)
    def save(self, authorisation: MachineAuthorisation) -> MachineAuthorisation:
        """Keep an authorisation."""
        machines = [one.code for one in load_catalogue().machines]
        refuse(problems(authorisation, self._today(), machines))
        with self._database.write(self._actor, N_("Save machine authorisation")) as uow:
            self._require_record(uow, Action.CHANGE_DEVELOPMENT, authorisation)
            uow.save(authorisation)
        return authorisation

    @allowed(Action.CHANGE_DEVELOPMENT)
    def remove(self, authorisation_id: UUID) -> None:
        """Remove an authorisation that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove machine authorisation")) as uow:
            authorisation = uow.of(MachineAuthorisation).get(authorisation_id)
            self._require(uow, Action.CHANGE_DEVELOPMENT, authorisation.participant_id)
            uow.remove(authorisation)
