"""The capacity board: one week, a row per supervisor, a cell per half-day; and two boards compared.

An absence moves the need to the substitute, or to nobody.
"""

from collections.abc import Iterable, Mapping
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
        return sum_of(self.column(slot) for slot in self.slots)

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


def supply_of(supervisor: Supervisor) -> Mapping[HalfDay, Fraction]:
    """His minutes per half-day where they are known; else those of the week, spread over his
    half-days, or over the ten of the work week when he chose none.
    """
    if supervisor.slot_minutes:
        return {
            HalfDay.from_code(one.slot): Fraction(one.minutes)
            for one in supervisor.slot_minutes
            if one.minutes
        }
    half_days = supervisor.half_days or WORK_WEEK
    each = Fraction(supervisor.weekly_minutes, len(half_days))
    return dict.fromkeys(half_days, each) if each else {}


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
    guides = [_guides(team, day) for day in days]
    counted: dict[UUID | None, list[int]] = {}
    for need in needs:
        for slot in need.half_days.slots:
            day = days[slot.weekday]
            if not need.runs_on(day):
                continue
            place = 2 * slot.weekday + (slot.part is DayPart.AFTERNOON)
            units, moved = terms.minutes_of_levels[need.level(day, terms)], guides[slot.weekday]
            for supervisor_id, people in need.people.items():
                guide = moved.get(supervisor_id, supervisor_id)
                if guide not in counted:
                    counted[guide] = [0] * len(_SLOTS)
                counted[guide][place] += people * units
    share = Fraction(terms.half_day_minutes, 60)
    return {
        key: {_SLOTS[place]: units * share for place, units in enumerate(row) if units}
        for key, row in counted.items()
    }


def _guides(team: Team, day: date) -> dict[UUID | None, UUID | None]:
    """Of everybody who is away on this day: who guides his people."""
    return {
        one: team.who_guides(one, day)
        for one in team.absences
        if team.absence(one, day) is not None
    }


def _row(
    monday: date, supervisor_id: UUID | None, needed: Mapping[HalfDay, Fraction], team: Team
) -> BoardRow:
    cells = {slot: Load(need=minutes) for slot, minutes in needed.items()}
    away = set()
    supervisor = team.supervisors.get(supervisor_id) if supervisor_id else None
    for slot, minutes in supply_of(supervisor).items() if supervisor else ():
        day = monday + timedelta(days=slot.weekday)
        if supervisor is None or not supervisor.is_active(day):
            continue
        if team.absence(supervisor.id, day) is not None:
            away.add(slot)
        else:
            cells[slot] = Load(need=needed.get(slot, NO_MINUTES), supply=minutes)
    return BoardRow(supervisor_id=supervisor_id, cells=cells, away=frozenset(away))
