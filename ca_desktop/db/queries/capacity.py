"""What the capacity board counts: the placements of one week, alike ones together."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import Need
from ca_desktop.domain.half_days import HalfDay
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role
from ca_desktop.domain.target_groups import RestrictedBlock

PLACED = TABLES[Placement]
ROLES = TABLES[Role]
BLOCKS = TABLES[RestrictedBlock]
LONG_AGO = date.min


def needs(uow: UnitOfWork, monday: date, start_weeks: int, restricted: Reach) -> list[Need]:
    """Whom the placements of this week ask guidance of, in one query.

    The intensity that somebody chose counts for whom `restricted` reaches; for others the role's
    holds, so that nobody can read from a sum what he may not know of a person.
    """
    sunday = monday + timedelta(days=6)
    begun = monday - timedelta(weeks=start_weeks)
    dates = PLACED.c.starts_on.type
    since = sa.case(
        (PLACED.c.starts_on <= begun, sa.literal(LONG_AGO, dates)), else_=PLACED.c.starts_on
    )
    until = sa.case((PLACED.c.ended_on < sunday, PLACED.c.ended_on))
    chosen = sa.case((within(restricted, PLACED.c.participant_id), BLOCKS.c.intensity))
    alike = {
        "supervisor_id": PLACED.c.supervisor_id,
        "half_days": PLACED.c.half_days,
        "since_on": sa.type_coerce(since, dates),
        "until_on": sa.type_coerce(until, dates),
        "role_level": ROLES.c.intensity,
        "chosen": chosen,
    }
    columns: list[sa.ColumnElement[Any]] = [one.label(name) for name, one in alike.items()]
    query = (
        sa.select(*columns, sa.func.count().label("people"))
        .select_from(PLACED)
        .join(ROLES, ROLES.c.id == PLACED.c.role_id)
        .outerjoin(BLOCKS, BLOCKS.c.participant_id == PLACED.c.participant_id)
        .where(
            PLACED.c.starts_on <= sunday,
            sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= monday),
        )
        .group_by(*alike)
    )
    return [
        Need(
            supervisor_id=row.supervisor_id,
            half_days=row.half_days,
            starts_on=row.since_on,
            ended_on=row.until_on,
            role_level=row.role_level,
            chosen=row.chosen,
            people=row.people,
        )
        for row in uow.connection.execute(query)
    ]


def absences(uow: UnitOfWork, first: date, last: date) -> list[SupervisorAbsence]:
    """Everybody who is away on a day of this period."""
    table = TABLES[SupervisorAbsence]
    query = (
        sa.select(table.c.id)
        .where(
            table.c.starts_on <= last,
            sa.or_(table.c.ends_on.is_(None), table.c.ends_on >= first),
        )
        .order_by(table.c.starts_on, table.c.id)
    )
    return uow.of(SupervisorAbsence).by_ids(uow.connection.execute(query).scalars())


def placed_in(
    uow: UnitOfWork, day: date, slot: HalfDay, supervisors: Collection[UUID | None]
) -> list[Placement]:
    """The placements in this half-day under one of these supervisors, or under nobody (None)."""
    known = [one for one in supervisors if one is not None]
    under: sa.ColumnElement[bool] = PLACED.c.supervisor_id.in_(known)
    if None in supervisors:
        under = sa.or_(under, PLACED.c.supervisor_id.is_(None))
    query = sa.select(PLACED.c.id).where(
        under,
        PLACED.c.starts_on <= day,
        sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= day),
    )
    found = uow.of(Placement).by_ids(uow.connection.execute(query).scalars())
    return [one for one in found if slot in one.half_days]
