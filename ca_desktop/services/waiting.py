"""The waiting list: who waits for which role, how full the roles are, and when waiting ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import waiting as waiting_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.errors import RuleBroken, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.waiting import Places, Waiting, WaitingLine, problems
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed


class WaitingService(Service):
    """What a user can do with the waiting list."""

    @allowed(Action.SEE_PARTICIPANTS)
    def for_role(self, role_id: UUID) -> Sequence[WaitingLine]:
        """Who waits for this role, longest first; only people within reach."""
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            return waiting_queries.lines(uow, reach, current_language(), role_id=role_id)

    @allowed(Action.SEE_PARTICIPANTS)
    def of(self, participant_id: UUID) -> Sequence[WaitingLine]:
        """What this participant waits for; NotAllowed when out of reach."""
        reach = self._reach(Action.SEE_PARTICIPANTS)
        with self._database.read() as uow:
            self._require(uow, Action.SEE_PARTICIPANTS, participant_id)
            language = current_language()
            return waiting_queries.lines(uow, reach, language, participant_id=participant_id)

    @allowed(Action.SEE_PARTICIPANTS)
    def get(self, waiting_id: UUID) -> Waiting:
        """One line; NotFound when gone, NotAllowed when its participant is out of reach."""
        with self._database.read() as uow:
            waiting = uow.of(Waiting).get(waiting_id)
            self._require(uow, Action.SEE_PARTICIPANTS, waiting.participant_id)
            return waiting

    @allowed(Action.SEE_CENTRE)
    def places(self, role_id: UUID) -> Places:
        """How many places of this role are taken per half-day, now or by an agreed start."""
        with self._database.read() as uow:
            return waiting_queries.places(uow, self._today(), (role_id,))[role_id]

    @allowed(Action.TAKE_IN)
    def new(self, participant_id: UUID, role_id: UUID) -> Waiting:
        """Somebody who waits for this role from today."""
        return Waiting(participant_id=participant_id, role_id=role_id, since_on=self._today())

    @allowed(Action.TAKE_IN)
    def save(self, waiting: Waiting) -> Waiting:
        """Put somebody on the list, or change what was wished."""
        with self._database.write(self._actor, N_("Save waiting list")) as uow:
            self._require_record(uow, Action.TAKE_IN, waiting)
            others = uow.of(Waiting).all(participant_id=waiting.participant_id)
            refuse(problems(waiting, others, self._today()))
            uow.save(waiting)
        return waiting

    @allowed(Action.TAKE_IN)
    def withdraw(self, waiting_id: UUID) -> Waiting:
        """Take somebody off the list today, without a place; RuleBroken when it had ended."""
        with self._database.write(self._actor, N_("Take off the waiting list")) as uow:
            waiting = uow.of(Waiting).get(waiting_id)
            self._require(uow, Action.TAKE_IN, waiting.participant_id)
            if not waiting.is_open:
                raise RuleBroken(_("This person doesn't wait for this role any more."))
            waiting = replace(waiting, ended_on=self._today())
            uow.save(waiting)
        return waiting


def end_waiting(uow: UnitOfWork, placement: Placement, today: date) -> None:
    """Who gets a place in a role waits for it no longer: part of keeping the placement."""
    if placement.ended_on is not None and placement.ended_on < today:
        return
    found = uow.of(Waiting).all(
        participant_id=placement.participant_id, role_id=placement.role_id, ended_on=None
    )
    for waiting in found:
        uow.save(replace(waiting, ended_on=max(today, waiting.since_on)))
