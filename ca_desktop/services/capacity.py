"""Capacity: is there enough guidance, in which half-day, under whom, and what if something changes.

The board shows sums. Whoever may not open somebody's restricted block gets sums in which the role's
intensity stands for that person, so that nothing restricted can be worked out from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import capacity as capacity_queries
from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.absences import problems as absence_problems
from ca_desktop.domain.capacity import GuidanceTerms, Need, PlannedPlacement, planned_problems
from ca_desktop.domain.capacity_board import Board, Change, Team, changes, make_board
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.domain.permissions import Action, Scope
from ca_desktop.domain.placements import PlacementLine
from ca_desktop.domain.roles import Role
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBoard:
    """A board, the names of its supervisors, and whether every chosen intensity is in it."""

    board: Board
    names: Mapping[UUID, str]
    is_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The board as it stands, the board as it would be, and the cells that differ."""

    before: NamedBoard
    after: NamedBoard
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBehind:
    """Somebody behind a cell of the board; without intensity, which stands in the file."""

    line: PlacementLine
    is_starting: bool

    @property
    def id(self) -> UUID:
        return self.line.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Who is behind a cell, and how many more there are that this account may not see."""

    people: tuple[PersonBehind, ...]
    others: int


class CapacityService(Service):
    """What a user can see of guidance needed and available."""

    @allowed(Action.SEE_CAPACITY)
    def board(self, day: date) -> NamedBoard:
        """The week of this day: minutes needed and available per supervisor and half-day."""
        with self._database.read() as uow:
            return _Week(self, uow, day).board()

    @allowed(Action.SEE_CAPACITY)
    def people_behind(self, day: date, slot: HalfDay, supervisor_id: UUID | None) -> Behind:
        """Whom this supervisor (None: nobody) guides in this half-day of the week of `day`, also
        for who is away; only those within reach, on last name.
        """
        on = week_start(day) + timedelta(days=slot.weekday)
        reach = self._reach(Action.SEE_PLACEMENTS)
        with self._database.read() as uow:
            week = _Week(self, uow, day)
            found = capacity_queries.placed_in(uow, on, slot, week.taken_over_by(supervisor_id, on))
            mine = placement_queries.lines_of(
                uow, reach, [one.id for one in found], current_language()
            )
        people = [PersonBehind(line=line, is_starting=week.is_starting(line, on)) for line in mine]
        people.sort(key=lambda one: one.line.participant.sort_key)
        return Behind(people=tuple(people), others=len(found) - len(people))

    @allowed(Action.SEE_CAPACITY)
    def what_if(self, day: date, change: PlannedPlacement | SupervisorAbsence) -> Comparison:
        """The week of this day before and after a placement or an absence; nothing is saved."""
        if isinstance(change, SupervisorAbsence):
            refuse(absence_problems(change))
        else:
            refuse(planned_problems(change))
        with self._database.read() as uow:
            week = _Week(self, uow, day)
            before, after = week.board(), week.board(change)
        return Comparison(before=before, after=after, changes=changes(before.board, after.board))

    @allowed(Action.SEE_CAPACITY)
    def terms(self) -> GuidanceTerms:
        """What this centre counts with."""
        with self._database.read() as uow:
            return GuidanceTerms.of(values_in(uow))


class _Week:
    """Everything that the board of one week is made from, read once."""

    def __init__(self, service: CapacityService, uow: UnitOfWork, day: date) -> None:
        self._uow, self._monday = uow, week_start(day)
        self._restricted = service._reach(Action.SEE_RESTRICTED)
        self._terms = GuidanceTerms.of(values_in(uow))
        self._supervisors = sorted(uow.of(Supervisor).all(), key=lambda one: one.name.sort_key)
        last = self._monday + timedelta(days=6)
        self._absences = capacity_queries.absences(uow, self._monday, last)
        self._needs: list[Need] | None = None

    def board(self, change: PlannedPlacement | SupervisorAbsence | None = None) -> NamedBoard:
        """The board of this week, with one thing changed."""
        absences, needs = self._absences, self._all_needs()
        if isinstance(change, SupervisorAbsence):
            absences = [change, *absences]
        elif change is not None:
            needs = [*needs, self._need_of(change)]
        team = Team.of(self._supervisors, absences)
        return NamedBoard(
            board=make_board(self._monday, needs, team, self._terms),
            names={one.id: one.name.full for one in self._supervisors},
            is_complete=self._restricted.scope is Scope.ALL,
        )

    def taken_over_by(self, supervisor_id: UUID | None, on: date) -> set[UUID | None]:
        """Whose people this supervisor guides on this day: his own, and of who is away."""
        team = Team.of(self._supervisors, self._absences)
        every: tuple[UUID | None, ...] = (None, *team.supervisors)
        return {one for one in every if team.who_guides(one, on) == supervisor_id}

    def is_starting(self, line: PlacementLine, on: date) -> bool:
        """Whether the placement is in its first weeks, whatever intensity holds."""
        return on < line.placement.starts_on + timedelta(weeks=self._terms.start_phase_weeks)

    def _all_needs(self) -> list[Need]:
        if self._needs is None:
            weeks = self._terms.start_phase_weeks
            self._needs = capacity_queries.needs(self._uow, self._monday, weeks, self._restricted)
        return self._needs

    def _need_of(self, planned: PlannedPlacement) -> Need:
        return Need(
            half_days=planned.half_days,
            starts_on=planned.starts_on,
            role_level=self._uow.of(Role).get(planned.role_id).intensity,
            people={planned.supervisor_id: 1},
        )
