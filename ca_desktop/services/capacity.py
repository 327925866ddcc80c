"""Capacity: is there enough guidance, in which half-day, under whom, and what if something changes.

The board shows sums. Whoever may not open somebody's restricted block gets sums in which the role's
intensity stands for that person, so that nothing restricted can be worked out from them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import capacity as capacity_queries
from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.absences import problems as absence_problems
from ca_desktop.domain.capacity import GuidanceTerms, PlannedPlacement, planned_problems
from ca_desktop.domain.capacity_board import Change, changes
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.placements import PlacementLine
from ca_desktop.i18n import current_language
from ca_desktop.services.capacity_week import CapacityWeek, NamedBoard
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in


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
            return CapacityWeek(uow, day, self._reach(Action.SEE_RESTRICTED)).board()

    @allowed(Action.SEE_CAPACITY)
    def people_behind(self, day: date, slot: HalfDay, supervisor_id: UUID | None) -> Behind:
        """Whom this supervisor (None: nobody) guides in this half-day of the week of `day`, also
        for who is away; only those within reach, on last name.
        """
        on = week_start(day) + timedelta(days=slot.weekday)
        reach = self._reach(Action.SEE_PLACEMENTS)
        with self._database.read() as uow:
            week = CapacityWeek(uow, day, self._reach(Action.SEE_RESTRICTED))
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
            week = CapacityWeek(uow, day, self._reach(Action.SEE_RESTRICTED))
            before, after = week.board(), week.board(change)
        return Comparison(before=before, after=after, changes=changes(before.board, after.board))

    @allowed(Action.SEE_CAPACITY)
    def terms(self) -> GuidanceTerms:
        """What this centre counts with."""
        with self._database.read() as uow:
            return GuidanceTerms.of(values_in(uow))
