"""The restricted block: opening it is journalled, and only what the law needs is recorded."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import TargetGroup, load_catalogue
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.target_groups import RestrictedBlock, problems
from ca_desktop.domain.trajectories import LegalRole, Trajectory
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed

Sees = Callable[[UUID], bool]  # whether the account at work may see this person's block


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
        trajectories that run today.
        """
        with self._database.read() as uow:
            self._require(uow, Action.SEE_RESTRICTED, participant_id)
            roles = legal_roles_on(uow, participant_id, self._today())
        return [
            group
            for group in load_catalogue().target_groups
            if group.active and any(group.may_be_recorded(role) for role in (None, *roles))
        ]

    @allowed(Action.CHANGE_RESTRICTED)
    def save(self, block: RestrictedBlock) -> RestrictedBlock:
        """Keep the block; RuleBroken where the group may not be recorded on this person."""
        with self._database.write(self._actor, N_("Change restricted block")) as uow:
            self._require_record(uow, Action.CHANGE_RESTRICTED, block)
            refuse(_problems(uow, block, self._today()))
            block = replace(block, recorded_on=self._today())
            uow.save(block)
        return block


@contextmanager
def ground_stays(
    uow: UnitOfWork, participant_ids: Iterable[UUID], today: date, sees: Sees
) -> Iterator[None]:
    """Refuse a change of trajectories that takes the ground from under a recorded group.

    Whoever may not see the block (`sees`) is not told that it is the block that refuses. What had
    lost its ground before, because a trajectory ran out, is no reason to refuse.
    """
    standing = [one for one in participant_ids if has_ground(uow, one, today)]
    yield
    lost = [one for one in standing if not has_ground(uow, one, today)]
    if not all(sees(one) for one in lost):
        raise RuleBroken(ask_who_sees())
    if lost:
        raise RuleBroken(
            _(
                "The restricted part of this file rests on this trajectory. Have the target group "
                "removed there first, or add the trajectory that replaces this one."
            )
        )


def ask_who_sees() -> str:
    """A refusal that tells nothing of what stands in the restricted block."""
    return _("This can't be done. Ask the fixed supervisor or a coordinator.")


def has_ground(uow: UnitOfWork, participant_id: UUID, today: date) -> bool:
    """Whether what stands in the block of this person may be recorded today."""
    block = uow.of(RestrictedBlock).find(participant_id=participant_id)
    if block is None:
        return True
    return all(one.field != "target_group" for one in _problems(uow, block, today))


def _problems(uow: UnitOfWork, block: RestrictedBlock, today: date) -> Iterator[Problem]:
    groups = {group.code: group for group in load_catalogue().target_groups}
    roles = legal_roles_on(uow, block.participant_id, today)
    return problems(block, groups.get(block.target_group), roles, today)


def legal_roles_on(uow: UnitOfWork, participant_id: UUID, today: date) -> set[LegalRole]:
    """The legal roles of the trajectories of this person that run on a day."""
    found = uow.of(Trajectory).all(participant_id=participant_id)
    return {t.legal_role for t in found if t.period.includes(today)}
