"""Aids and care technology that help a participant work."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.aids import Aid, problems
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class AidService(Service):
    """What a user can do with aids."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[Aid]:
        """The aids of one participant: what is used now first, then the newest."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(Aid).all(participant_id=participant_id)
        newest = sorted(found, key=lambda one: one.starts_on, reverse=True)
        return sorted(newest, key=lambda one: one.ends_on is not None)

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, aid: Aid) -> Aid:
        """Keep an aid."""
        refuse(problems(aid))
        with self._database.write(self._actor, N_("Save aid")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, aid)
            uow.save(aid)
        return aid

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, aid_id: UUID) -> None:
        """Remove an aid that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove aid")) as uow:
            aid = uow.of(Aid).get(aid_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, aid.participant_id)
            uow.remove(aid)
