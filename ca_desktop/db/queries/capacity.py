"""What the capacity board counts: the placements of one week, alike ones together."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.tables.columns import Stored
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


def needs(
    uow: UnitOfWork,
    monday: date,
    start_weeks: int,
    restricted: Reach,
    without: UUID | None = None,
    only: Collection[UUID] | None = None,
) -> list[Need]:
    """Whom the placements of this week ask guidance of, in one query; alike placements together.

    The intensity that somebody chose counts for whom `restricted` reaches; for others the role's
    holds, so that nobody can read from a sum what he may not know of a person. The placement
    `without` is left out; `only` these supervisors, where they are given.
    """
    found: dict[_Alike, dict[str | None, int]] = {}
    query = _placed(monday, start_weeks, restricted)
    if without is not None:
        query = query.where(PLACED.c.id != without)
    if only is not None:
        query = query.where(PLACED.c.supervisor_id.in_(list(only)))
    for supervisor, *alike in uow.connection.execute(query):
        people = found.setdefault(_Alike(*alike), {})
        people[supervisor] = people.get(supervisor, 0) + 1
    keys = set().union(*found.values())
    ids = {key: _read(PLACED.c.supervisor_id, key) for key in keys}
    return [
        Need(
            half_days=_read(PLACED.c.half_days, alike.half_days),
            starts_on=_read(PLACED.c.starts_on, alike.since),
            ended_on=_read(PLACED.c.ended_on, alike.until),
            role_level=alike.role_level,
            chosen=alike.chosen,
            people={ids[key]: n for key, n in people.items()},
        )
        for alike, people in found.items()
    ]


class _Alike(NamedTuple):
    """What makes placements alike for the board, as it is stored: reading it once is enough."""

    half_days: str
    since: str
    until: str | None
    role_level: int
    chosen: int | None


def _placed(monday: date, start_weeks: int, restricted: Reach) -> sa.Select[Any]:
    """The placements of this week. Dates that make no difference within it are made the same."""
    sunday, since = monday + timedelta(days=6), PLACED.c.starts_on
    weeks = timedelta(weeks=start_weeks)
    same = sa.case(
        (since <= monday - weeks, sa.literal(LONG_AGO, since.type)),
        (sa.and_(since <= monday, since > sunday - weeks), sa.literal(monday, since.type)),
        else_=since,
    )
    until = sa.case((PLACED.c.ended_on < sunday, PLACED.c.ended_on))
    chosen = sa.case((within(restricted, PLACED.c.participant_id), BLOCKS.c.intensity))
    stored = (PLACED.c.supervisor_id, PLACED.c.half_days, same, until)
    columns: list[Any] = [sa.type_coerce(one, sa.Text()) for one in stored]
    return (
        sa.select(*columns, ROLES.c.intensity, chosen)
        .select_from(PLACED)
        .join(ROLES, ROLES.c.id == PLACED.c.role_id)
        .outerjoin(BLOCKS, BLOCKS.c.participant_id == PLACED.c.participant_id)
        .where(since <= sunday, sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= monday))
    )


def _read(column: sa.Column[Any], stored: str | None) -> Any:
    kind = column.type
    return kind.process_result_value(stored, None) if isinstance(kind, Stored) else stored


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
