"""Placements: who works in which role, on which half-days, under whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import (
    Outcome,
    Placement,
    PlacementFilter,
    PlacementLine,
    problems,
)
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.trajectories import refuse_of_another
from ca_desktop.services.waiting import end_waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A kept placement and what deserves a look, such as a role over its number of places."""

    placement: Placement
    warnings: tuple[str, ...]


class PlacementService(Service):
    """What a user can do with placements."""

    @allowed(Action.SEE_PLACEMENTS)
    def lines(
        self, search: str = "", chosen: PlacementFilter | None = None
    ) -> Sequence[PlacementLine]:
        """Placements within reach; the search looks at participant, role and supervisor."""
        reach = self._reach(Action.SEE_PLACEMENTS)
        with self._database.read() as uow:
            return placement_queries.lines(
                uow, reach, search, chosen or PlacementFilter(), current_language()
            )

    @allowed(Action.SEE_PLACEMENTS)
    def of(self, participant_id: UUID) -> Sequence[PlacementLine]:
        """The placements of one participant, newest first."""
        return self.lines("", PlacementFilter(participant_id=participant_id, running_only=False))

    @allowed(Action.SEE_PLACEMENTS)
    def get(self, placement_id: UUID) -> Placement:
        """The placement; NotAllowed when its participant is out of reach."""
        with self._database.read() as uow:
            placement = uow.of(Placement).get(placement_id)
            self._require(uow, Action.SEE_PLACEMENTS, placement.participant_id)
            return placement

    @allowed(Action.PLACE)
    def new(self, participant_id: UUID, role_id: UUID) -> Placement:
        """A placement from today under the fixed supervisor, reviewed after the usual weeks."""
        today = self._today()
        with self._database.read() as uow:
            centre = uow.of(Centre).all()[0]
            fixed = uow.of(FixedSupervisor).all(participant_id=participant_id)
        supervisor = next((f.supervisor_id for f in fixed if f.applies_on(today)), None)
        return Placement(
            participant_id=participant_id,
            role_id=role_id,
            supervisor_id=supervisor,
            starts_on=today,
            review_on=today + timedelta(weeks=centre.review_after_weeks),
        )

    @allowed(Action.PLACE)
    def save(self, placement: Placement) -> Placed:
        """Keep a placement. Half-days that clash are refused; a full role only warns.

        Who was waiting for this role is off its waiting list by that.
        """
        with self._database.write(self._actor, N_("Save placement")) as uow:
            self._require_record(uow, Action.PLACE, placement)
            refuse_of_another(uow, placement)
            others = uow.of(Placement).all(participant_id=placement.participant_id)
            refuse(problems(placement, others))
            uow.save(placement)
            end_waiting(uow, placement, self._today())
            role = uow.of(Role).get(placement.role_id)
            fullest = self._fullest(uow, placement)
        return Placed(placement=placement, warnings=self._warnings(role, fullest))

    def _fullest(self, uow: UnitOfWork, placement: Placement) -> int:
        """People in the fullest half-day of the role, on the fullest day that is still to come."""
        from_on = max(placement.starts_on, self._today())
        if placement.ended_on is not None and placement.ended_on < from_on:
            return 0
        still = Period(starts_on=from_on, ends_on=placement.ended_on)
        return placement_queries.fullest_in(uow, still, placement.role_id)

    def _warnings(self, role: Role, fullest: int) -> tuple[str, ...]:
        if role.places and fullest > role.places:
            return (
                _(
                    "This role has {places} places and now {people} people in one half-day. "
                    "The placement is kept. Check whether there is enough guidance.",
                    places=role.places,
                    people=fullest,
                ),
            )
        return ()

    @allowed(Action.PLACE)
    def end(self, placement_id: UUID, outcome: Outcome, on: date) -> Placement:
        """End a placement on this day; refused when it has ended."""
        with self._database.write(self._actor, N_("End placement")) as uow:
            placement = uow.of(Placement).get(placement_id).end(outcome, on=on)
            self._require(uow, Action.PLACE, placement.participant_id)
            refuse(problems(placement))
            uow.save(placement)
        return placement

    @allowed(Action.PLACE)
    def remove(self, placement_id: UUID) -> None:
        """Remove a placement that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove placement")) as uow:
            placement = uow.of(Placement).get(placement_id)
            self._require(uow, Action.PLACE, placement.participant_id)
            uow.remove(placement)
