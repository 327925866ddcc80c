"""Placements with the names that people read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import Period
from ca_desktop.domain.folding import fold
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import (
    MOST_LINES,
    Placement,
    PlacementFilter,
    PlacementLine,
    fullest_of,
)
from ca_desktop.domain.supervisors import Supervisor

PLACED = TABLES[Placement]
PEOPLE = TABLES[Participant]


def order(
    uow: UnitOfWork, reach: Reach, search: str, chosen: PlacementFilter, language: str
) -> list[UUID]:
    """The ids of all placements that fit, newest first: fetch their lines in portions."""
    query = _fitting(uow, reach, search, chosen, language)
    return list(uow.connection.execute(_newest_first(query)).scalars())


def count(
    uow: UnitOfWork, reach: Reach, search: str, chosen: PlacementFilter, language: str
) -> int:
    """How many placements fit."""
    query = _fitting(uow, reach, search, chosen, language)
    counted = sa.select(sa.func.count()).select_from(query.subquery())
    return uow.connection.execute(counted).scalar_one()


def first_lines(
    uow: UnitOfWork, reach: Reach, search: str, chosen: PlacementFilter, language: str
) -> list[PlacementLine]:
    """Newest first, at most `MOST_LINES`; the search looks at participant, role and supervisor."""
    query = _newest_first(_fitting(uow, reach, search, chosen, language)).limit(MOST_LINES)
    ids = list(uow.connection.execute(query).scalars())
    return lines(uow, reach, ids, language)


def lines(uow: UnitOfWork, reach: Reach, ids: Sequence[UUID], language: str) -> list[PlacementLine]:
    """The lines of these placements, in the order asked; what is out of reach is left out."""
    query = sa.select(PLACED.c.id).where(
        PLACED.c.id.in_(ids), within(reach, PLACED.c.participant_id)
    )
    mine = set(uow.connection.execute(query).scalars())
    return _named_lines(uow, [one for one in ids if one in mine], _Names(uow, language))


def _fitting(
    uow: UnitOfWork, reach: Reach, search: str, chosen: PlacementFilter, language: str
) -> sa.Select[Any]:
    names = _Names(uow, language)
    return sa.select(PLACED.c.id).where(
        within(reach, PLACED.c.participant_id),
        *_conditions(chosen, reach),
        *(_holds(word, names) for word in fold(search).split()),
    )


def _newest_first(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.order_by(PLACED.c.starts_on.desc(), PLACED.c.id)


def lines_of(
    uow: UnitOfWork, reach: Reach, ids: Sequence[UUID], language: str
) -> list[PlacementLine]:
    """The lines of these placements, of people within reach only."""
    if not ids:
        return []
    mine: list[UUID] = []
    for start in range(0, len(ids), MOST_LINES):
        query = sa.select(PLACED.c.id).where(
            PLACED.c.id.in_(ids[start : start + MOST_LINES]),
            within(reach, PLACED.c.participant_id),
        )
        mine += uow.connection.execute(query).scalars()
    return _named_lines(uow, mine, _Names(uow, language))


class _Names:
    """What roles and supervisors are called."""

    def __init__(self, uow: UnitOfWork, language: str) -> None:
        self.roles = role_names(uow, language)
        self.supervisors = {s.id: s.name.full for s in uow.of(Supervisor).all()}


def _named_lines(uow: UnitOfWork, ids: Sequence[UUID], names: _Names) -> list[PlacementLine]:
    found = uow.of(Placement).by_ids(ids)
    people = _people(uow, {p.participant_id for p in found})
    return [
        PlacementLine(
            placement=p,
            participant=people[p.participant_id][1],
            participant_number=people[p.participant_id][0],
            role=names.roles.get(p.role_id, ""),
            supervisor=names.supervisors.get(p.supervisor_id, "") if p.supervisor_id else "",
        )
        for p in found
    ]


def _conditions(chosen: PlacementFilter, reach: Reach) -> Iterable[sa.ColumnElement[bool]]:
    if chosen.running_only:
        yield from _runs_on(reach.today)
    for name in ("participant_id", "role_id", "supervisor_id"):
        value = getattr(chosen, name)
        if value is not None:
            yield PLACED.c[name] == value


def _holds(word: str, names: _Names) -> sa.ColumnElement[bool]:
    """Whether this word stands in what the line of a placement shows."""
    number = sa.cast(PEOPLE.c.number, sa.Text)
    people = sa.select(PEOPLE.c.id).where(
        sa.or_(
            PEOPLE.c.sort_key.contains(word, autoescape=True),
            number.contains(word, autoescape=True),
        )
    )
    roles = [key for key, name in names.roles.items() if word in fold(name)]
    supervisors = [key for key, name in names.supervisors.items() if word in fold(name)]
    return sa.or_(
        PLACED.c.participant_id.in_(people),
        PLACED.c.role_id.in_(roles),
        PLACED.c.supervisor_id.in_(supervisors),
    )


def _people(uow: UnitOfWork, ids: Iterable[UUID]) -> dict[UUID, tuple[int, PersonName]]:
    names = ("id", "number", "first_name", "prefix", "last_name")
    wanted, found = list(ids), {}
    for start in range(0, len(wanted), 500):
        some = wanted[start : start + 500]
        query = sa.select(*(PEOPLE.c[name] for name in names)).where(PEOPLE.c.id.in_(some))
        for key, number, first, prefix, last in uow.connection.execute(query):
            found[key] = (number, PersonName(first=first, prefix=prefix, last=last))
    return found


def running_in(uow: UnitOfWork, role_id: UUID, day: date) -> list[Placement]:
    """The placements in this role that run on `day`."""
    query = sa.select(PLACED.c.id).where(PLACED.c.role_id == role_id, *_runs_on(day))
    return uow.of(Placement).by_ids(uow.connection.execute(query).scalars())


def people_in(uow: UnitOfWork, column: str, day: date) -> dict[UUID, int]:
    """How many people have a placement running on `day`, per role or supervisor (the column)."""
    query = (
        sa.select(PLACED.c[column], sa.func.count(PLACED.c.participant_id.distinct()))
        .where(*_runs_on(day), PLACED.c[column].is_not(None))
        .group_by(PLACED.c[column])
    )
    return {row[0]: row[1] for row in uow.connection.execute(query)}


def fullest(uow: UnitOfWork, day: date, role_id: UUID | None = None) -> dict[UUID, int]:
    """How many people are in the fullest half-day of each role (or of one), running on `day`."""
    query = (
        sa.select(PLACED.c.role_id, PLACED.c.half_days, sa.func.count())
        .where(*_runs_on(day), *([PLACED.c.role_id == role_id] if role_id else []))
        .group_by(PLACED.c.role_id, PLACED.c.half_days)
    )
    groups: dict[UUID, list[tuple[HalfDays, int]]] = {}
    for role, half_days, people in uow.connection.execute(query):
        groups.setdefault(role, []).append((half_days, people))
    return {role: fullest_of(counted) for role, counted in groups.items()}


def taken(uow: UnitOfWork, day: date, role_id: UUID, without: UUID) -> dict[HalfDay, int]:
    """How many people are in each half-day of a role on `day`, one placement not counted."""
    query = (
        sa.select(PLACED.c.half_days, sa.func.count())
        .where(*_runs_on(day), PLACED.c.role_id == role_id, PLACED.c.id != without)
        .group_by(PLACED.c.half_days)
    )
    counts: dict[HalfDay, int] = {}
    for half_days, people in uow.connection.execute(query):
        for slot in half_days:
            counts[slot] = counts.get(slot, 0) + people
    return counts


def fullest_in(uow: UnitOfWork, period: Period, role_id: UUID) -> int:
    """How many people are in the fullest half-day of a role, on its fullest day of the period.

    It only gets fuller on a day on which somebody starts.
    """
    starts = sa.select(PLACED.c.starts_on).where(
        PLACED.c.role_id == role_id, PLACED.c.starts_on > period.starts_on
    )
    if period.ends_on is not None:
        starts = starts.where(PLACED.c.starts_on <= period.ends_on)
    days = (period.starts_on, *uow.connection.execute(starts.distinct()).scalars())
    return max(fullest(uow, day, role_id).get(role_id, 0) for day in days)


def _runs_on(day: date) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        PLACED.c.starts_on <= day,
        sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= day),
    )
