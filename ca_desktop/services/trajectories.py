"""Trajectories: for which partner and on what ground somebody is here."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal, problems
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.target_groups import Sees, ground_stays

RECENT_WEEKS = 8


class TrajectoryService(Service):
    """What a user can do with trajectories."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[Trajectory]:
        """The trajectories of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(Trajectory).all(participant_id=participant_id)
        return sorted(found, key=lambda t: t.starts_on, reverse=True)

    @allowed(Action.SEE_FILE)
    def partners_of(
        self, participant_id: UUID, also: UUID | None = None
    ) -> Sequence[tuple[UUID, str]]:
        """For whom something may be recorded now: the newest trajectory per partner that runs, or
        ended less than eight weeks ago, with the partner's name; and the trajectory `also`.
        """
        since = self._today() - timedelta(weeks=RECENT_WEEKS)
        with self._database.read() as uow:
            names = {one.id: one.name for one in uow.of(Partner).all()}
        found: dict[UUID, Trajectory] = {}
        for one in self.of(participant_id):
            if one.id == also or one.ends_on is None or one.ends_on >= since:
                found.setdefault(one.id if one.id == also else one.partner_id, one)
        shown = {one.id: names.get(one.partner_id, "") for one in found.values()}
        return list(shown.items())

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


def refuse_of_another(uow: UnitOfWork, record: Any) -> None:
    """RuleBroken when a note, goal or placement names a trajectory of somebody else."""
    if record.trajectory_id is None:
        return
    trajectory = uow.of(Trajectory).find(id=record.trajectory_id)
    if trajectory is None or trajectory.participant_id != record.participant_id:
        message = _("This trajectory is not of this participant. Choose the partner again.")
        raise RuleBroken([Problem("trajectory_id", message)])
