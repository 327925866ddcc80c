"""The capacity board: one week, a row per supervisor, a cell per half-day; and two boards compared.

An absence moves the need to the substitute, or to nobody.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import (
    NO_MINUTES,
    WHOLE_WEEK,
    WORK_WEEK,
    GuidanceTerms,
    Load,
    Need,
    sum_of,
)
from ca_desktop.domain.half_days import DayPart, HalfDay
from ca_desktop.domain.supervisors import Supervisor

_SLOTS = tuple(WHOLE_WEEK)
_NOTHING = Load()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """The load of one supervisor (None: of nobody) in each half-day; `away` are those in which he
    would be there but is absent.
    """

    supervisor_id: UUID | None
    cells: Mapping[HalfDay, Load]
    away: frozenset[HalfDay] = frozenset()

    def cell(self, slot: HalfDay) -> Load:
        """The load of one half-day."""
        return self.cells.get(slot, _NOTHING)

    @property
    def total(self) -> Load:
        return sum_of(self.cells.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One week: a row per supervisor, and one for whom nobody guides."""

    monday: date
    terms: GuidanceTerms
    rows: tuple[BoardRow, ...]

    def row(self, supervisor_id: UUID | None) -> BoardRow:
        """The row of a supervisor; an empty one where he is not on the board."""
        found = (row for row in self.rows if row.supervisor_id == supervisor_id)
        return next(found, BoardRow(supervisor_id=supervisor_id, cells={}))

    def column(self, slot: HalfDay) -> Load:
        """The sum of one half-day."""
        return sum_of(row.cell(slot) for row in self.rows)

    @property
    def total(self) -> Load:
        return sum_of(row.total for row in self.rows)

    @property
    def slots(self) -> tuple[HalfDay, ...]:
        """The work week, and the weekend where something is needed or given then."""
        weekend = any(slot.weekday >= 5 for row in self.rows for slot in row.cells)
        return _SLOTS if weekend else tuple(WORK_WEEK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell that differs between two boards of the same week."""

    supervisor_id: UUID | None
    slot: HalfDay
    before: Load
    after: Load


@dataclass(slots=True)
class Team:
    """Who is there on which day, and who takes over from whom."""

    supervisors: Mapping[UUID, Supervisor]
    absences: Mapping[UUID, tuple[SupervisorAbsence, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, supervisors: Iterable[Supervisor], absences: Iterable[SupervisorAbsence] = ()
    ) -> "Team":
        """Supervisors with their absences; of two that overlap the first one counts."""
        away: dict[UUID, tuple[SupervisorAbsence, ...]] = {}
        for one in absences:
            away[one.supervisor_id] = (*away.get(one.supervisor_id, ()), one)
        return cls({one.id: one for one in supervisors}, away)

    def absence(self, supervisor_id: UUID, day: date) -> SupervisorAbsence | None:
        """The absence of this supervisor on this day, or None."""
        found = self.absences.get(supervisor_id, ())
        return next((one for one in found if one.period.includes(day)), None)

    def who_guides(self, supervisor_id: UUID | None, day: date) -> UUID | None:
        """Himself, or whoever takes over (and from him, when he is away too); None for nobody."""
        seen: set[UUID] = set()
        while supervisor_id is not None and supervisor_id not in seen:
            absence = self.absence(supervisor_id, day)
            if absence is None:
                return supervisor_id
            seen.add(supervisor_id)
            supervisor_id = absence.substitute_id
        return None

    def supply(self, supervisor: Supervisor, slot: HalfDay, day: date) -> Fraction:
        """His minutes in this half-day; none when he is away or doesn't work here on this day."""
        if not supervisor.is_active(day) or self.absence(supervisor.id, day) is not None:
            return NO_MINUTES
        return supply_of(supervisor, slot)

    def is_missed(self, supervisor: Supervisor, slot: HalfDay, day: date) -> bool:
        """Whether he would be there in this half-day, were he not absent."""
        here = supervisor.is_active(day) and supply_of(supervisor, slot) > 0
        return here and self.absence(supervisor.id, day) is not None


def supply_of(supervisor: Supervisor, slot: HalfDay) -> Fraction:
    """His minutes a week, spread over his half-days; over the ten of the work week when he chose
    none.
    """
    half_days = supervisor.half_days or WORK_WEEK
    if slot not in half_days:
        return NO_MINUTES
    return Fraction(supervisor.weekly_minutes, len(half_days))


def make_board(monday: date, needs: Iterable[Need], team: Team, terms: GuidanceTerms) -> Board:
    """The board of the week that starts on this Monday; who has and gives nothing is left out."""
    needed = _needed(monday, needs, team, terms)
    rows = (_row(monday, key, needed.get(key, {}), team) for key in (*team.supervisors, None))
    return Board(
        monday=monday, terms=terms, rows=tuple(row for row in rows if row.cells or row.away)
    )


def changes(before: Board, after: Board) -> tuple[Change, ...]:
    """The cells that differ, in the order of the board and of the week."""
    keys = dict.fromkeys(row.supervisor_id for row in (*before.rows, *after.rows))
    keys = dict.fromkeys((*(key for key in keys if key is not None), None))
    return tuple(
        Change(supervisor_id=key, slot=slot, before=one, after=other)
        for key in keys
        for slot in _SLOTS
        if (one := before.row(key).cell(slot)) != (other := after.row(key).cell(slot))
    )


def _needed(
    monday: date, needs: Iterable[Need], team: Team, terms: GuidanceTerms
) -> dict[UUID | None, dict[HalfDay, Fraction]]:
    """Whole numbers while counting, minutes at the end: nothing is rounded on the way."""
    days = [monday + timedelta(days=offset) for offset in range(7)]
    counted: dict[UUID | None, list[int]] = {}
    guides: dict[tuple[UUID | None, int], list[int]] = {}
    for need in needs:
        for slot in need.half_days.slots:
            weekday = slot.weekday
            if not need.runs_on(days[weekday]):
                continue
            row = guides.get((need.supervisor_id, weekday))
            if row is None:
                guide = team.who_guides(need.supervisor_id, days[weekday])
                row = counted.setdefault(guide, [0] * len(_SLOTS))
                guides[need.supervisor_id, weekday] = row
            place = 2 * weekday + (slot.part is DayPart.AFTERNOON)
            level = need.level(days[weekday], terms)
            row[place] += need.people * terms.minutes_of_levels[level]
    share = Fraction(terms.half_day_minutes, 60)
    return {
        key: {_SLOTS[place]: units * share for place, units in enumerate(row) if units}
        for key, row in counted.items()
    }


def _row(
    monday: date, supervisor_id: UUID | None, needed: Mapping[HalfDay, Fraction], team: Team
) -> BoardRow:
    if supervisor_id is None:
        loads = {slot: Load(need=minutes) for slot, minutes in needed.items()}
        return BoardRow(supervisor_id=None, cells=loads)
    supervisor = team.supervisors[supervisor_id]
    cells, away = {}, set()
    for slot, day in _week(monday):
        load = Load(need=needed.get(slot, NO_MINUTES), supply=team.supply(supervisor, slot, day))
        if not load.is_empty:
            cells[slot] = load
        if team.is_missed(supervisor, slot, day):
            away.add(slot)
    return BoardRow(supervisor_id=supervisor_id, cells=cells, away=frozenset(away))


def _week(monday: date) -> Iterator[tuple[HalfDay, date]]:
    for slot in _SLOTS:
        yield slot, monday + timedelta(days=slot.weekday)
