"""One week of guidance needed and available, as it is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import capacity as capacity_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import GuidanceTerms, Need, PlannedPlacement
from ca_desktop.domain.capacity_board import Board, Team, make_board
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.permissions import Reach, Scope
from ca_desktop.domain.placements import PlacementLine
from ca_desktop.domain.roles import Role
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.services.settings import values_in


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBoard:
    """A board, the names of its supervisors, and whether every chosen intensity is in it."""

    board: Board
    names: Mapping[UUID, str]
    is_complete: bool


class CapacityWeek:
    """Everything that the board of one week is made from, read once.

    `restricted`: of whom the chosen intensity may count; `without`: a placement left out; `only`:
    nobody's placements but those under these supervisors, and under who is away this week.
    """

    def __init__(
        self,
        uow: UnitOfWork,
        day: date,
        restricted: Reach,
        without: UUID | None = None,
        only: Collection[UUID] | None = None,
    ) -> None:
        self._uow, self._monday = uow, week_start(day)
        self._restricted, self._without = restricted, without
        self._terms = GuidanceTerms.of(values_in(uow))
        self._supervisors = sorted(uow.of(Supervisor).all(), key=lambda one: one.name.sort_key)
        last = self._monday + timedelta(days=6)
        self._absences = capacity_queries.absences(uow, self._monday, last)
        self._only = None if only is None else {*only, *(a.supervisor_id for a in self._absences)}
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

    def with_everybody_there(self, planned: PlannedPlacement) -> Board:
        """The board with this placement in it and nobody away: how it usually is."""
        needs = [*self._all_needs(), self._need_of(planned)]
        return make_board(self._monday, needs, Team.of(self._supervisors), self._terms)

    def with_him_there(self, supervisor_id: UUID) -> Board:
        """The board as it would be if this supervisor was not away: what he guides himself."""
        absences = [one for one in self._absences if one.supervisor_id != supervisor_id]
        team = Team.of(self._supervisors, absences)
        return make_board(self._monday, self._all_needs(), team, self._terms)

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
            self._needs = capacity_queries.needs(
                self._uow, self._monday, weeks, self._restricted, self._without, self._only
            )
        return self._needs

    def _need_of(self, planned: PlannedPlacement) -> Need:
        return Need(
            half_days=planned.half_days,
            starts_on=planned.starts_on,
            role_level=self._uow.of(Role).get(planned.role_id).intensity,
            people={planned.supervisor_id: 1},
        )
