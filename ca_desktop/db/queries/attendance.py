"""Who is planned and who was recorded in one week."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import StageChange, pauses

Slot = tuple[date, DayPart]
Person = tuple[Participant, frozenset[Slot], dict[Slot, Attendance]]
MOST_PEOPLE = 300


def week(uow: UnitOfWork, reach: Reach, monday: date, role_id: UUID | None) -> list[Person]:
    """Each person planned or recorded in the seven days from `monday`, on name, at most 300."""
    people = _people(uow, reach, monday, role_id)
    ids = [person.id for person in people]
    placements = _placements(uow, ids, monday, role_id)
    recorded = _recorded(uow, ids, monday)
    paused = _paused(uow, ids)
    return [
        (
            person,
            frozenset(_planned(placements.get(person.id, ()), monday, paused.get(person.id, ()))),
            {(a.on, a.part): a for a in recorded.get(person.id, ())},
        )
        for person in people
    ]


def between(
    uow: UnitOfWork, participant_id: UUID, from_on: date, until_on: date
) -> Sequence[Attendance]:
    """What was recorded for one participant, oldest first."""
    table = TABLES[Attendance]
    query = sa.select(table.c.id).where(
        table.c.participant_id == participant_id, table.c.on.between(from_on, until_on)
    )
    found = uow.of(Attendance).by_ids(list(uow.connection.execute(query).scalars()))
    return sorted(found, key=lambda line: (line.on, line.part is DayPart.AFTERNOON))


def _people(uow: UnitOfWork, reach: Reach, monday: date, role_id: UUID | None) -> list[Participant]:
    people, recorded = TABLES[Participant], TABLES[Attendance]
    placed = TABLES[Placement].c.participant_id == people.c.id
    here: sa.ColumnElement[bool] = _running(monday, role_id, placed).exists()
    if role_id is None:
        here |= sa.exists().where(
            recorded.c.participant_id == people.c.id, _in_week(recorded.c.on, monday)
        )
    query = (
        sa.select(people.c.id)
        .where(within(reach, people.c.id), here)
        .order_by(people.c.sort_key, people.c.seq)
        .limit(MOST_PEOPLE)
    )
    return uow.of(Participant).by_ids(uow.connection.execute(query).scalars())


def _running(
    monday: date, role_id: UUID | None, whose: sa.ColumnElement[bool]
) -> sa.Select[tuple[UUID]]:
    """Whose placements run in this week."""
    table = TABLES[Placement]
    query = sa.select(table.c.participant_id).where(
        whose,
        table.c.starts_on <= monday + timedelta(days=6),
        sa.or_(table.c.ended_on.is_(None), table.c.ended_on >= monday),
    )
    return query if role_id is None else query.where(table.c.role_id == role_id)


def _in_week(column: sa.ColumnElement[date], monday: date) -> sa.ColumnElement[bool]:
    return column.between(monday, monday + timedelta(days=6))


def _placements(
    uow: UnitOfWork, ids: Sequence[UUID], monday: date, role_id: UUID | None
) -> dict[UUID, list[Placement]]:
    table = TABLES[Placement]
    query = _running(monday, role_id, table.c.participant_id.in_(ids)).with_only_columns(table.c.id)
    found: dict[UUID, list[Placement]] = {}
    for placement in uow.of(Placement).by_ids(uow.connection.execute(query).scalars()):
        found.setdefault(placement.participant_id, []).append(placement)
    return found


def _recorded(uow: UnitOfWork, ids: Sequence[UUID], monday: date) -> dict[UUID, list[Attendance]]:
    table = TABLES[Attendance]
    query = sa.select(table.c.id).where(
        table.c.participant_id.in_(ids), _in_week(table.c.on, monday)
    )
    found: dict[UUID, list[Attendance]] = {}
    for line in uow.of(Attendance).by_ids(uow.connection.execute(query).scalars()):
        found.setdefault(line.participant_id, []).append(line)
    return found


def _paused(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, tuple[Period, ...]]:
    """When each of these people was or is paused."""
    table = TABLES[StageChange]
    query = sa.select(table.c.id).where(table.c.participant_id.in_(ids))
    steps: dict[UUID, list[StageChange]] = {}
    for step in uow.of(StageChange).by_ids(uow.connection.execute(query).scalars()):
        steps.setdefault(step.participant_id, []).append(step)
    return {person: pauses(some) for person, some in steps.items()}


def _planned(placements: Sequence[Placement], monday: date, paused: Sequence[Period]) -> list[Slot]:
    slots = []
    for placement in placements:
        for half_day in placement.half_days:
            on = monday + timedelta(days=half_day.weekday)
            if placement.period.includes(on) and not any(one.includes(on) for one in paused):
                slots.append((on, half_day.part))
    return slots
