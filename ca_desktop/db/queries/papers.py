"""What a report rests on, within one person and period."""

from datetime import date
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.entries import Entry

T = TypeVar("T", Entry, Attendance)


def entries_between(
    uow: UnitOfWork, participant_id: UUID, from_on: date, until_on: date
) -> list[Entry]:
    """The notes about one person in these days, oldest first."""
    return _between(uow, Entry, participant_id, from_on, until_on)


def attendance_between(
    uow: UnitOfWork, participant_id: UUID, from_on: date, until_on: date
) -> list[Attendance]:
    """The half-days of one person in these days, oldest first."""
    return _between(uow, Attendance, participant_id, from_on, until_on)


def _between(
    uow: UnitOfWork, kind: type[T], participant_id: UUID, from_on: date, until_on: date
) -> list[T]:
    table = TABLES[kind]
    query = sa.select(table.c.id).where(
        table.c.participant_id == participant_id, table.c.on.between(from_on, until_on)
    )
    found = uow.of(kind).by_ids(uow.connection.execute(query).scalars().all())
    return sorted(found, key=lambda thing: thing.on)
