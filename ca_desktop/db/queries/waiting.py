"""The waiting list with the names that people read, and how full the roles are."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role
from ca_desktop.domain.waiting import Places, Waiting, WaitingLine

WAITING = TABLES[Waiting]
PEOPLE = TABLES[Participant]
PLACED = TABLES[Placement]
MOST_LINES = 500


def lines(
    uow: UnitOfWork,
    reach: Reach,
    language: str,
    *,
    role_id: UUID | None = None,
    participant_id: UUID | None = None,
) -> list[WaitingLine]:
    """Who waits now, longest first, of people within reach; at most 500."""
    query = (
        sa.select(WAITING.c.id, PEOPLE.c.number, *_NAME)
        .join(PEOPLE, PEOPLE.c.id == WAITING.c.participant_id)
        .where(within(reach, WAITING.c.participant_id), WAITING.c.ended_on.is_(None))
        .order_by(WAITING.c.since_on, WAITING.c.id)
        .limit(MOST_LINES)
    )
    if role_id is not None:
        query = query.where(WAITING.c.role_id == role_id)
    if participant_id is not None:
        query = query.where(WAITING.c.participant_id == participant_id)
    rows = {row.id: row for row in uow.connection.execute(query)}
    names = role_names(uow, language)
    return [
        WaitingLine(
            waiting=one,
            participant=PersonName(
                first=rows[one.id].first_name,
                prefix=rows[one.id].prefix,
                last=rows[one.id].last_name,
            ),
            participant_number=rows[one.id].number,
            role=names.get(one.role_id, ""),
        )
        for one in uow.of(Waiting).by_ids(rows)
    ]


def open_lines(uow: UnitOfWork) -> list[Waiting]:
    """Everybody who waits now, within reach or not: a place goes to who waits longest."""
    return uow.of(Waiting).all(ended_on=None, order_by=("since_on", "id"))


def places(uow: UnitOfWork, day: date, role_ids: Collection[UUID]) -> dict[UUID, Places]:
    """How full these roles are: placements that run on `day` or are still to come."""
    query = (
        sa.select(PLACED.c.role_id, PLACED.c.half_days, sa.func.count())
        .where(
            PLACED.c.role_id.in_(role_ids),
            sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= day),
        )
        .group_by(PLACED.c.role_id, PLACED.c.half_days)
    )
    placed: dict[UUID, list[tuple[HalfDays, int]]] = {}
    for role_id, half_days, people in uow.connection.execute(query):
        placed.setdefault(role_id, []).append((half_days, people))
    roles = uow.of(Role).by_ids(role_ids)
    return {role.id: Places.of(role.places, placed.get(role.id, ())) for role in roles}


_NAME = (PEOPLE.c.first_name, PEOPLE.c.prefix, PEOPLE.c.last_name)
