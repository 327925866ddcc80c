"""Contact persons of a participant."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.contacts import ContactPerson, problems
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class ContactService(Service):
    """What a user can do with contact persons."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[ContactPerson]:
        """Whom to call about a participant; first in an emergency, then on name."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(ContactPerson).all(participant_id=participant_id)
        return sorted(found, key=lambda one: (not one.in_emergency, one.name, one.organisation))

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, contact: ContactPerson) -> ContactPerson:
        """Keep a contact person."""
        refuse(problems(contact))
        with self._database.write(self._actor, N_("Save contact person")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, contact)
            uow.save(contact)
        return contact

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, contact_id: UUID) -> None:
        """Remove a contact person."""
        with self._database.write(self._actor, N_("Remove contact person")) as uow:
            contact = uow.of(ContactPerson).get(contact_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, contact.participant_id)
            uow.remove(contact)
