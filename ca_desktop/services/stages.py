"""The life cycle of a file: where somebody stands, what a change ends, and the change itself."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import Aftercare, planned
from ca_desktop.domain.closing import ClosingLine, Names, Open, closed, lines
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.goals import Goal
from ca_desktop.domain.last_days import first_offer
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.roles import RoleProfile
from ca_desktop.domain.stages import Stage, StageChange, in_order, problems
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.waiting import Waiting
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.service import Service, allowed


class StageService(Service):
    """What a user can do with the stage of a file."""

    @allowed(Action.SEE_FILE)
    def now(self, participant_id: UUID) -> Stage:
        """Where this file stands."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            return uow.of(Participant).get(participant_id).stage

    @allowed(Action.SEE_FILE)
    def steps(self, participant_id: UUID) -> Sequence[StageChange]:
        """Every change of stage of this file, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(StageChange).all(participant_id=participant_id)
        return in_order(found)[::-1]

    @allowed(Action.TAKE_IN)
    def new(self, participant_id: UUID) -> StageChange:
        """The change that is likely next: to the first stage that may follow, from today; closing
        where the planned last day has come.
        """
        with self._database.read() as uow:
            self._require(uow, Action.TAKE_IN, participant_id)
            person = uow.of(Participant).get(participant_id)
            steps = uow.of(StageChange).all(participant_id=participant_id)
        return first_offer(person, steps, self._today())

    @allowed(Action.TAKE_IN)
    def what_ends(self, participant_id: UUID, on: date) -> Sequence[ClosingLine]:
        """What closing the file on this day would end, take away or leave open, in words."""
        with self._database.read() as uow:
            self._require(uow, Action.TAKE_IN, participant_id)
            return tuple(lines(_open(uow, participant_id), on, _names(uow)))

    @allowed(Action.TAKE_IN)
    def what_lapses(self, participant_id: UUID) -> Sequence[Aftercare]:
        """The contacts after leaving that lapse when the file is opened again."""
        with self._database.read() as uow:
            self._require(uow, Action.TAKE_IN, participant_id)
            return _not_done(uow, participant_id)

    @allowed(Action.TAKE_IN)
    def change(self, change: StageChange) -> StageChange:
        """Take this step. Finishing ends what runs and plans the contacts afterwards; opening
        again takes the end date away and nothing else.
        """
        with self._database.write(self._actor, N_("Change stage")) as uow:
            self._require(uow, Action.TAKE_IN, change.participant_id)
            person = uow.of(Participant).get(change.participant_id)
            change = replace(change, before=person.stage)
            steps = uow.of(StageChange).all(participant_id=person.id)
            refuse(problems(change, starts_on=person.starts_on, today=self._today(), earlier=steps))
            uow.save(change)
            self._follow(uow, person, change)
        return change

    def _follow(self, uow: UnitOfWork, person: Participant, change: StageChange) -> None:
        """What the step does to the file."""
        if change.is_closing:
            self._close(uow, person, change)
            return
        moved = replace(person, stage=change.after)
        if change.is_reopening:
            for contact in _not_done(uow, person.id):
                uow.remove(contact)
            moved = replace(moved, ended_on=None)
        uow.save(moved)

    def _close(self, uow: UnitOfWork, person: Participant, change: StageChange) -> None:
        outcome = Outcome(change.outcome)
        what = _open(uow, person.id)
        result = closed(what, change.on, outcome)
        uow.save_all(result.kept)
        for thing in result.removed:
            uow.remove(thing)
        uow.save(replace(person, stage=change.after, ended_on=change.on))
        if outcome.is_leaving:
            keeper = next(
                (one.supervisor_id for one in what.fixed if one.applies_on(change.on)), None
            )
            uow.save_all(planned(person.id, change.on, keeper))


def _open(uow: UnitOfWork, participant_id: UUID) -> Open:
    return Open(
        placements=tuple(uow.of(Placement).all(participant_id=participant_id)),
        trajectories=tuple(uow.of(Trajectory).all(participant_id=participant_id)),
        fixed=tuple(uow.of(FixedSupervisor).all(participant_id=participant_id)),
        waiting=tuple(uow.of(Waiting).all(participant_id=participant_id)),
        goals=tuple(uow.of(Goal).all(participant_id=participant_id)),
        entries=tuple(uow.of(Entry).all(participant_id=participant_id)),
    )


def _names(uow: UnitOfWork) -> Names:
    profiles = uow.of(RoleProfile)
    roles = {one.role_id: one.name for one in profiles.all(language="nl")}
    roles.update({one.role_id: one.name for one in profiles.all(language=current_language())})
    return Names(
        roles=roles,
        partners={one.id: one.name for one in uow.of(Partner).all()},
        supervisors={one.id: one.name.full for one in uow.of(Supervisor).all()},
    )


def _not_done(uow: UnitOfWork, participant_id: UUID) -> tuple[Aftercare, ...]:
    found = uow.of(Aftercare).all(participant_id=participant_id)
    return tuple(sorted((one for one in found if one.done_on is None), key=lambda a: a.due_on))
