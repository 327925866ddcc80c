"""Who is planned and who was recorded in one week."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement

Slot = tuple[date, DayPart]
Person = tuple[Participant, frozenset[Slot], dict[Slot, Attendance]]
MOST_PEOPLE = 300


def week(uow: UnitOfWork, reach: Reach, monday: date, role_id: UUID | None) -> list[Person]:
    """Each person planned or recorded in the seven days from `monday`, on name, at most 300."""
    sunday = monday + timedelta(days=6)
    placements = _placements(uow, reach, monday, sunday, role_id)
    recorded = _recorded(uow, reach, monday, sunday)
    chosen = {p.participant_id for p in placements}
    if role_id is None:
        chosen |= {line.participant_id for line in recorded}
    people = sorted(uow.of(Participant).by_ids(chosen), key=lambda p: p.sort_key)[:MOST_PEOPLE]
    return [
        (
            person,
            frozenset(_planned(person.id, placements, monday)),
            {(a.on, a.part): a for a in recorded if a.participant_id == person.id},
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


def _placements(
    uow: UnitOfWork, reach: Reach, monday: date, sunday: date, role_id: UUID | None
) -> list[Placement]:
    table = TABLES[Placement]
    query = sa.select(table.c.id).where(
        within(reach, table.c.participant_id),
        table.c.starts_on <= sunday,
        sa.or_(table.c.ended_on.is_(None), table.c.ended_on >= monday),
    )
    if role_id is not None:
        query = query.where(table.c.role_id == role_id)
    return uow.of(Placement).by_ids(list(uow.connection.execute(query).scalars()))


def _recorded(uow: UnitOfWork, reach: Reach, monday: date, sunday: date) -> list[Attendance]:
    table = TABLES[Attendance]
    query = sa.select(table.c.id).where(
        within(reach, table.c.participant_id), table.c.on.between(monday, sunday)
    )
    return uow.of(Attendance).by_ids(list(uow.connection.execute(query).scalars()))


def _planned(person: UUID, placements: Sequence[Placement], monday: date) -> list[Slot]:
    slots = []
    for placement in placements:
        if placement.participant_id == person:
            for half_day in placement.half_days:
                on = monday + timedelta(days=half_day.weekday)
                if placement.period.includes(on):
                    slots.append((on, half_day.part))
    return slots
