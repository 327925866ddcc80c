"""Matching: why a placement fits or not, which roles suit a person, which people suit a role.

A shortlist with reasons, never a score, never automatic.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from ca_desktop.db.queries import matches as match_queries
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.availability import on_day
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.conditions import Condition, MatchGroup, Verdict, count, group_of
from ca_desktop.domain.explanations import explain
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role
from ca_desktop.i18n import current_language
from ca_desktop.services.placement_facts import Gathering, PersonFacts
from ca_desktop.services.service import Service, allowed

MOST_PEOPLE = 60
NO_ROLE = UUID(int=0)  # until the role is filled in


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One person in one role, with every condition of the placement that was looked at; the form
    begins with that one. For who waits for the role it has the half-days of the waiting list.
    """

    participant_id: UUID
    participant: PersonName
    number: int
    role_id: UUID
    role: str
    asked: Placement
    conditions: tuple[Condition, ...]
    is_waiting: bool = False

    @property
    def id(self) -> tuple[UUID, UUID]:
        return self.participant_id, self.role_id

    @property
    def group(self) -> MatchGroup:
        """Where it stands in a shortlist."""
        return group_of(self.conditions)

    def count(self, verdict: Verdict) -> int:
        """How many conditions have this verdict."""
        return count(self.conditions, verdict)


class MatchService(Service):
    """What a user can ask before placing somebody."""

    @allowed(Action.PLACE)
    def explain(self, placement: Placement) -> tuple[Condition, ...]:
        """Every condition of this placement, as it stands in the form; nothing is saved."""
        with self._database.read() as uow:
            self._require(uow, Action.PLACE, placement.participant_id)
            gathering = self._gathering(uow)
            person = gathering.person(placement.participant_id)
            return explain(gathering.facts(placement, person))

    @allowed(Action.PLACE)
    def usual_half_days(self, participant_id: UUID) -> HalfDays:
        """The half-days to begin with: when somebody can come and is not placed yet."""
        with self._database.read() as uow:
            self._require(uow, Action.PLACE, participant_id)
            person = self._gathering(uow).person(participant_id)
        can = on_day(person.availability, self._today())
        running = [one for one in person.placements if one.is_running(self._today())]
        taken = frozenset(slot for one in running for slot in one.half_days)
        return HalfDays(can.slots - taken) if can else HalfDays()

    @allowed(Action.PLACE)
    def roles_for(self, participant_id: UUID, half_days: HalfDays) -> Sequence[Match]:
        """Every role in use for this person, under the fixed supervisor, from today on."""
        with self._database.read() as uow:
            self._require(uow, Action.PLACE, participant_id)
            gathering = self._gathering(uow)
            person = gathering.person(participant_id)
            names = role_names(uow, current_language())
            begun = self._begun(uow, participant_id, half_days, self._review_on(uow))
            matches = [
                _match(gathering, person, _in_role(begun, role), names[role.id])
                for role in uow.of(Role).all(order_by="number", is_active=True)
            ]
        return _in_groups(matches, lambda one: one.role)

    @allowed(Action.PLACE)
    def people_for(self, role_id: UUID, half_days: HalfDays, search: str = "") -> Sequence[Match]:
        """People for this role: who waits for it first, then who has no placement; at most 60."""
        reach = self._reach(Action.PLACE)
        with self._database.read() as uow:
            gathering = self._gathering(uow)
            role = uow.of(Role).get(role_id)
            name = role_names(uow, current_language())[role_id]
            review_on, matches = self._review_on(uow), []
            for found in match_queries.candidates(uow, reach, role_id, search, MOST_PEOPLE):
                person = gathering.person(found.participant_id)
                wanted = found.half_days or half_days
                begun = self._begun(uow, found.participant_id, wanted, review_on)
                match = _match(gathering, person, _in_role(begun, role), name)
                matches.append(replace(match, is_waiting=found.is_waiting))
        return _in_groups(matches, lambda one: (not one.is_waiting, one.participant.sort_key))

    def _gathering(self, uow: UnitOfWork) -> Gathering:
        return Gathering(uow, self._today(), current_language(), self._reach(Action.SEE_RESTRICTED))

    def _review_on(self, uow: UnitOfWork) -> date:
        return self._today() + timedelta(weeks=uow.of(Centre).all()[0].review_after_weeks)

    def _begun(
        self, uow: UnitOfWork, participant_id: UUID, half_days: HalfDays, review_on: date
    ) -> Placement:
        """A placement from today under the fixed supervisor, in a role still to be chosen."""
        fixed = uow.of(FixedSupervisor).all(participant_id=participant_id)
        return Placement(
            participant_id=participant_id,
            role_id=NO_ROLE,
            supervisor_id=next(
                (f.supervisor_id for f in fixed if f.applies_on(self._today())), None
            ),
            half_days=half_days,
            starts_on=self._today(),
            review_on=review_on,
        )


def _in_role(begun: Placement, role: Role) -> Placement:
    """In this role; without a fixed supervisor under whoever answers for the role."""
    supervisor = begun.supervisor_id or role.contact_supervisor_id
    return replace(begun, id=uuid4(), role_id=role.id, supervisor_id=supervisor)


def _match(gathering: Gathering, person: PersonFacts, asked: Placement, role: str) -> Match:
    return Match(
        participant_id=asked.participant_id,
        participant=person.participant.name,
        number=person.participant.number,
        role_id=asked.role_id,
        role=role,
        asked=asked,
        conditions=explain(gathering.facts(asked, person)),
    )


def _in_groups(matches: Iterable[Match], key: Callable[[Match], Any]) -> list[Match]:
    order = list(MatchGroup)
    named = sorted(matches, key=key)
    return sorted(named, key=lambda one: order.index(one.group))
