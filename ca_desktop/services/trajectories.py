"""Trajectories: for which partner and on what ground somebody is here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import Problem, RuleBroken, UserError, refuse
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.trajectories import LegalRole, Trajectory, TrajectoryGoal, problems
from ca_desktop.domain.trajectory_terms import Term, term_of
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

    @allowed(Action.SEE_FILE)
    def term(self, trajectory: Trajectory) -> Term:
        """How long this trajectory may last, as it stands in a form, and what speaks against it."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, trajectory.participant_id)
            return _term(uow, trajectory)

    @allowed(Action.CHANGE_PARTICIPANTS)
    def following(self, trajectory_id: UUID) -> Trajectory:
        """A new trajectory that goes on where this one stops; nothing is kept yet. The number of
        the decision and the days are asked again.
        """
        with self._database.read() as uow:
            old = uow.of(Trajectory).get(trajectory_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, old.participant_id)
        after = (old.ends_on or self._today()) + timedelta(days=1)
        return replace(
            old,
            id=uuid4(),
            predecessor_id=old.id,
            starts_on=max(after, old.starts_on + timedelta(days=1)),
            ends_on=None,
            evaluation_on=None,
            decision_number="",
        )

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, trajectory: Trajectory) -> Trajectory:
        """Keep a trajectory; a new one ends its predecessor on the day before. RuleBroken when
        the law forbids it, or when a target group would lose its ground.
        """
        with self._database.write(self._actor, N_("Save trajectory")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, trajectory)
            refuse([*problems(trajectory), *_term(uow, trajectory).refusals])
            before = uow.of(Trajectory).find(id=trajectory.id)
            people = {(before or trajectory).participant_id, trajectory.participant_id}
            with ground_stays(uow, people, self._today(), self._sees(uow)):
                if before is None:
                    _end_predecessor(uow, trajectory)
                uow.save(trajectory)
        return trajectory

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, trajectory_id: UUID) -> None:
        """Remove a trajectory that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove trajectory")) as uow:
            trajectory = uow.of(Trajectory).get(trajectory_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, trajectory.participant_id)
            if uow.of(Trajectory).find(predecessor_id=trajectory_id) is not None:
                raise UserError(_("Another trajectory follows on this one. Remove that one first."))
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


def _term(uow: UnitOfWork, trajectory: Trajectory) -> Term:
    person = uow.of(Participant).get(trajectory.participant_id)
    others = uow.of(Trajectory).all(participant_id=trajectory.participant_id)
    return term_of(trajectory, others, person.born_on, load_catalogue())


def _end_predecessor(uow: UnitOfWork, trajectory: Trajectory) -> None:
    """The one before ends the day before this one starts, when it would run on."""
    if trajectory.predecessor_id is None:
        return
    old = uow.of(Trajectory).get(trajectory.predecessor_id)
    refuse(_following_problems(trajectory, old))
    if old.ends_on is None or old.ends_on >= trajectory.starts_on:
        uow.save(replace(old, ends_on=trajectory.starts_on - timedelta(days=1)))


def _following_problems(trajectory: Trajectory, old: Trajectory) -> Iterator[Problem]:
    if old.participant_id != trajectory.participant_id:
        yield Problem("", _("The trajectory before this one is of somebody else."))
    elif trajectory.starts_on <= old.starts_on:
        day = format_date(old.starts_on)
        message = _("The trajectory before this one started on {day}. Start later.", day=day)
        yield Problem("starts_on", message)
