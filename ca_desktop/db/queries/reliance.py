"""What of people relies on one supervisor, found by his index; names within reach only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.queries.signals import PEOPLE, PersonRow, about_person, has_not_left, person_rows
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.participants import FixedSupervisor
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.stages import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Relying:
    """The rows within reach, and how many more there are."""

    rows: Sequence[PersonRow]
    others: int


def fixed(uow: UnitOfWork, reach: Reach, supervisor_id: UUID, period: Period) -> Relying:
    """People whose fixed supervisor he is on a day of this period."""
    table = TABLES[FixedSupervisor]
    query = about_person(table, table.c.starts_on, sa.literal("")).where(
        table.c.supervisor_id == supervisor_id,
        *_overlaps(table.c.starts_on, table.c.ends_on, period),
    )
    return _relying(uow, reach, query)


def placed(
    uow: UnitOfWork, reach: Reach, supervisor_id: UUID, period: Period, language: str
) -> Relying:
    """Placements under him that run on a day of this period; the detail is the role."""
    table, names = TABLES[Placement], role_names(uow, language)
    query = about_person(table, table.c.starts_on, table.c.role_id).where(
        table.c.supervisor_id == supervisor_id,
        *_overlaps(table.c.starts_on, table.c.ended_on, period),
    )
    return _relying(uow, reach, query, lambda role_id: names[role_id])


def training(uow: UnitOfWork, reach: Reach, supervisor_id: UUID, period: Period) -> Relying:
    """Practice agreements with him as trainer; the detail is the qualification."""
    table = TABLES[PracticeAgreement]
    until = sa.func.coalesce(table.c.ended_on, table.c.planned_end_on)
    query = about_person(table, table.c.starts_on, table.c.qualification).where(
        table.c.trainer_id == supervisor_id, *_overlaps(table.c.starts_on, until, period)
    )
    return _relying(uow, reach, query)


def follow_ups(uow: UnitOfWork, reach: Reach, supervisor_id: UUID, period: Period) -> Relying:
    """What he would come back to before the period is over; the detail is what was agreed."""
    table = TABLES[Entry]
    query = about_person(table, table.c.follow_up_on, table.c.agreement).where(
        table.c.supervisor_id == supervisor_id,
        table.c.follow_up_done == sa.false(),
        table.c.follow_up_on.is_not(None),
        *_before(table.c.follow_up_on, period),
    )
    return _relying(uow, reach, query)


def aftercare(uow: UnitOfWork, reach: Reach, supervisor_id: UUID, period: Period) -> Relying:
    """Contacts after leaving that he would make before the period is over."""
    table = TABLES[Aftercare]
    query = about_person(table, table.c.due_on, sa.literal("")).where(
        table.c.supervisor_id == supervisor_id,
        table.c.done_on.is_(None),
        *_before(table.c.due_on, period),
    )
    return _relying(uow, reach, query, left_too=True)


def _overlaps(
    starts_on: sa.ColumnElement[Any], ends_on: sa.ColumnElement[Any], period: Period
) -> list[sa.ColumnElement[bool]]:
    ends = sa.or_(ends_on.is_(None), ends_on >= period.starts_on)
    return [ends, *_before(starts_on, period)]


def _before(day: sa.ColumnElement[Any], period: Period) -> list[sa.ColumnElement[bool]]:
    return [] if period.ends_on is None else [day <= period.ends_on]


def _relying(
    uow: UnitOfWork,
    reach: Reach,
    query: sa.Select[Any],
    detail: Callable[[Any], str] = str,
    *,
    left_too: bool = False,
) -> Relying:
    if not left_too:
        closed = [stage for stage in Stage if stage.is_closed]
        query = query.where(PEOPLE.c.stage.not_in(closed), has_not_left(reach))
    counted = sa.select(sa.func.count()).select_from(query.order_by(None).subquery())
    every = uow.connection.execute(counted).scalar_one()
    rows = person_rows(uow, query.where(within(reach, PEOPLE.c.id)), detail).rows
    return Relying(rows=rows, others=every - len(rows))
