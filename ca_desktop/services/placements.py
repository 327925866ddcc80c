"""Placements: who works in which role, on which half-days, under whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.explanations import explain, refusals
from ca_desktop.domain.overrules import Overrule
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.placements import (
    Outcome,
    Placement,
    PlacementFilter,
    PlacementLine,
    problems,
)
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.placement_facts import Gathering
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
        """The first `MOST_LINES` placements within reach, newest first; the search looks at
        participant, role and supervisor. `count` says how many there are.
        """
        reach, language = self._reach(Action.SEE_PLACEMENTS), current_language()
        with self._database.read() as uow:
            found = placement_queries.first_lines(
                uow, reach, search, chosen or PlacementFilter(), language
            )
        return [self._shown_line(line) for line in found]

    @allowed(Action.SEE_PLACEMENTS)
    def count(self, search: str = "", chosen: PlacementFilter | None = None) -> int:
        """How many placements there are for the same search and filter."""
        reach, language = self._reach(Action.SEE_PLACEMENTS), current_language()
        with self._database.read() as uow:
            return placement_queries.count(
                uow, reach, search, chosen or PlacementFilter(), language
            )

    @allowed(Action.SEE_PLACEMENTS)
    def order(self, search: str, chosen: PlacementFilter) -> Sequence[UUID]:
        """The ids of all of them, newest first; fetch their lines in portions."""
        reach, language = self._reach(Action.SEE_PLACEMENTS), current_language()
        with self._database.read() as uow:
            return placement_queries.order(uow, reach, search, chosen, language)

    @allowed(Action.SEE_PLACEMENTS)
    def lines_of(self, ids: Sequence[UUID]) -> Sequence[PlacementLine]:
        """The lines of these placements, in the same order."""
        reach = self._reach(Action.SEE_PLACEMENTS)
        with self._database.read() as uow:
            found = placement_queries.lines(uow, reach, ids, current_language())
        return [self._shown_line(line) for line in found]

    def _shown(self, placement: Placement) -> Placement:
        return placement if may(self._actor.role, Action.SEE_FILE) else placement.without_file()

    def _shown_line(self, line: PlacementLine) -> PlacementLine:
        return replace(line, placement=self._shown(line.placement))

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
            return self._shown(placement)

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
            return self._kept(uow, placement)

    def _kept(self, uow: UnitOfWork, placement: Placement) -> Placed:
        self._require_record(uow, Action.PLACE, placement)
        refuse_of_another(uow, placement)
        others = uow.of(Placement).all(participant_id=placement.participant_id)
        refuse(problems(placement, others))
        uow.save(placement)
        end_waiting(uow, placement, self._today())
        role = uow.of(Role).get(placement.role_id)
        fullest = self._fullest(uow, placement)
        return Placed(placement=placement, warnings=self._warnings(role, fullest))

    @allowed(Action.PLACE)
    def place(self, placement: Placement, reasons: Mapping[str, str]) -> Placed:
        """Keep a placement that was explained first.

        What the law stops is refused; what does not fit otherwise needs a reason (by the code of
        the condition), and the reason is kept with the words of the condition.
        """
        with self._database.write(self._actor, N_("Save placement")) as uow:
            self._require_record(uow, Action.PLACE, placement)
            gathering = Gathering(
                uow, self._today(), current_language(), self._reach(Action.SEE_RESTRICTED)
            )
            person = gathering.person(placement.participant_id)
            refuse(problems(placement, person.placements))
            conditions = explain(gathering.facts(placement, person))
            refuse(refusals(conditions, reasons))
            placed = self._kept(uow, placement)
            uow.save_all(
                Overrule(
                    participant_id=placement.participant_id,
                    placement_id=placement.id,
                    condition=one.code,
                    finding=one.reason,
                    reason=reasons[one.code].strip(),
                    decided_by=self._actor.account_id,
                    decided_at=self._now(),
                )
                for one in conditions
                if one.asks_reason
            )
        return placed

    @allowed(Action.PLACE)
    def overrules(self, placement_id: UUID) -> Sequence[Overrule]:
        """Why this placement was made although something did not fit, newest first."""
        with self._database.read() as uow:
            placement = uow.of(Placement).get(placement_id)
            self._require(uow, Action.PLACE, placement.participant_id)
            found = uow.of(Overrule).all(placement_id=placement_id)
        return sorted(found, key=lambda one: one.decided_at, reverse=True)

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

    @allowed(Action.SEE_PLACEMENTS)
    def going_on(self, participant_id: UUID, after: date) -> Sequence[Placement]:
        """The placements of somebody that began by this day and do not end on it."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_PLACEMENTS, participant_id)
            return [self._shown(one) for one in _going_on(uow, participant_id, after)]

    @allowed(Action.PLACE)
    def end_all(self, participant_id: UUID, outcome: Outcome, on: date) -> Sequence[Placement]:
        """End every placement of somebody who leaves on this day, in one transaction."""
        with self._database.write(self._actor, N_("End placements")) as uow:
            self._require(uow, Action.PLACE, participant_id)
            ended = [
                replace(one, ended_on=on, outcome=outcome)
                for one in _going_on(uow, participant_id, on)
            ]
            for placement in ended:
                refuse(problems(placement))
                uow.save(placement)
        return ended

    @allowed(Action.PLACE)
    def remove(self, placement_id: UUID) -> None:
        """Remove a placement that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove placement")) as uow:
            placement = uow.of(Placement).get(placement_id)
            self._require(uow, Action.PLACE, placement.participant_id)
            for overrule in uow.of(Overrule).all(placement_id=placement_id):
                uow.remove(overrule)
            uow.remove(placement)


def _going_on(uow: UnitOfWork, participant_id: UUID, after: date) -> list[Placement]:
    return [
        one
        for one in uow.of(Placement).all(participant_id=participant_id)
        if one.starts_on <= after and (one.ended_on is None or one.ended_on > after)
    ]
