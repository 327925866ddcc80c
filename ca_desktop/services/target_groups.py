"""The restricted block: opening it is journalled, and only what the law needs is recorded."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import TargetGroup, load_catalogue
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.target_groups import RestrictedBlock, problems
from ca_desktop.domain.trajectories import LegalRole, Trajectory
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class TargetGroupService(Service):
    """What a user can do with the restricted block of a participant."""

    @allowed(Action.SEE_RESTRICTED)
    def open(self, participant_id: UUID) -> RestrictedBlock:
        """The block of this participant (an empty one where nothing was recorded); journalled."""
        with self._database.write(self._actor, N_("Open restricted block")) as uow:
            self._require(uow, Action.SEE_RESTRICTED, participant_id)
            found = uow.of(RestrictedBlock).find(participant_id=participant_id)
            uow.note(JournalAction.READ, "restricted_blocks", None, participant_id)
        return found or RestrictedBlock(participant_id=participant_id, recorded_on=self._today())

    @allowed(Action.SEE_RESTRICTED)
    def recordable(self, participant_id: UUID) -> Sequence[TargetGroup]:
        """The groups that may be recorded on this person, given the legal roles of the
        trajectories.
        """
        with self._database.read() as uow:
            self._require(uow, Action.SEE_RESTRICTED, participant_id)
            roles = _legal_roles(uow, participant_id)
        return [
            group
            for group in load_catalogue().target_groups
            if any(group.may_be_recorded(role) for role in roles)
        ]

    @allowed(Action.CHANGE_RESTRICTED)
    def save(self, block: RestrictedBlock) -> RestrictedBlock:
        """Keep the block; RuleBroken where the group may not be recorded on this person."""
        with self._database.write(self._actor, N_("Change restricted block")) as uow:
            self._require_record(uow, Action.CHANGE_RESTRICTED, block)
            roles = _legal_roles(uow, block.participant_id)
            groups = {group.code: group for group in load_catalogue().target_groups}
            refuse(problems(block, groups.get(block.target_group), roles))
            block = replace(block, recorded_on=self._today())
            uow.save(block)
        return block


def _legal_roles(uow: UnitOfWork, participant_id: UUID) -> set[LegalRole]:
    return {t.legal_role for t in uow.of(Trajectory).all(participant_id=participant_id)}
