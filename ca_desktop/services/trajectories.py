"""Trajectories: for which partner and on what ground somebody is here."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal, problems
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.target_groups import Sees, ground_stays


class TrajectoryService(Service):
    """What a user can do with trajectories."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[Trajectory]:
        """The trajectories of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(Trajectory).all(participant_id=participant_id)
        return sorted(found, key=lambda t: t.starts_on, reverse=True)

    @allowed(Action.CHANGE_PARTICIPANTS)
    def new(self, participant_id: UUID, partner_id: UUID, legal_role: LegalRole) -> Trajectory:
        """A trajectory that starts today, with the usual purpose of this legal role."""
        info = load_catalogue().legal_role(legal_role.value)
        return Trajectory(
            participant_id=participant_id,
            partner_id=partner_id,
            legal_role=legal_role,
            goal=TrajectoryGoal.WORK_RHYTHM,
            purpose=info.purpose.in_(current_language()),
            starts_on=self._today(),
        )

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, trajectory: Trajectory) -> Trajectory:
        """Keep a trajectory; RuleBroken when a target group would lose its ground."""
        refuse(problems(trajectory))
        with self._database.write(self._actor, N_("Save trajectory")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, trajectory)
            before = uow.of(Trajectory).find(id=trajectory.id) or trajectory
            people = {before.participant_id, trajectory.participant_id}
            with ground_stays(uow, people, self._today(), self._sees(uow)):
                uow.save(trajectory)
        return trajectory

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, trajectory_id: UUID) -> None:
        """Remove a trajectory that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove trajectory")) as uow:
            trajectory = uow.of(Trajectory).get(trajectory_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, trajectory.participant_id)
            with ground_stays(uow, [trajectory.participant_id], self._today(), self._sees(uow)):
                uow.remove(trajectory)

    def _sees(self, uow: UnitOfWork) -> Sees:
        return lambda person: self._may(uow, Action.SEE_RESTRICTED, person)
