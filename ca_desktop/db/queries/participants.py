"""The list of participants at any size: an order of row keys, hits of a search, lines per page."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db import search_index
from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.queries.row_keys import row_keys
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.db.values import to_json
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import (
    FixedSupervisor,
    Participant,
    ParticipantFilter,
    ParticipantLine,
    ParticipantSort,
)
from ca_desktop.domain.permissions import Reach, Scope
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import Trajectory

PEOPLE = TABLES[Participant]
PLACED = TABLES[Placement]
FIXED = TABLES[FixedSupervisor]
_COLUMNS = {
    "name": "sort_key",
    "number": "number",
    "starts_on": "starts_on",
    "ended_on": "ended_on",
}
_MOST_IN_ONE_QUERY = 500
_BEFORE_A_WORD = (" ", "\u0001", "-", "'", ".")  # in a sort key; \u0001 stands between its parts


def order(
    uow: UnitOfWork, reach: Reach, sort: ParticipantSort, chosen: ParticipantFilter
) -> list[int]:
    """Row keys of everybody within reach and filter, in this order; empty dates stand last."""
    column = PEOPLE.c[_COLUMNS[sort.value.lstrip("-")]]
    direction = column.desc() if sort.value.startswith("-") else column.asc()
    query = (
        sa.select(PEOPLE.c.seq)
        .where(within(reach, PEOPLE.c.id), *_conditions(chosen, reach))
        .order_by(direction.nulls_last(), PEOPLE.c.seq)
    )
    return row_keys(uow, query)


def fitting(uow: UnitOfWork, reach: Reach, chosen: ParticipantFilter) -> frozenset[int]:
    """Row keys of everybody within reach and filter; without the order twice as quick."""
    query = sa.select(PEOPLE.c.seq).where(within(reach, PEOPLE.c.id), *_conditions(chosen, reach))
    return frozenset(row_keys(uow, query))


def _conditions(chosen: ParticipantFilter, reach: Reach) -> Iterable[sa.ColumnElement[bool]]:
    today = reach.today
    if chosen.active_only:
        yield PEOPLE.c.stage == Stage.ACTIVE
        yield PEOPLE.c.starts_on <= today
        yield sa.or_(PEOPLE.c.ended_on.is_(None), PEOPLE.c.ended_on >= today)
    if chosen.stage is not None:
        yield PEOPLE.c.stage == chosen.stage
    if chosen.tag:
        yield _tags().contains(to_json(chosen.tag), autoescape=True)
    for name, value in (("role_id", chosen.role_id), ("supervisor_id", chosen.supervisor_id)):
        if value is not None:
            running = sa.select(PLACED.c.participant_id).where(
                PLACED.c[name] == value, _is_running(PLACED, "ended_on", reach)
            )
            yield PEOPLE.c.id.in_(running)
    if chosen.partner_id is not None:
        trajectories = TABLES[Trajectory]
        yield PEOPLE.c.id.in_(
            sa.select(trajectories.c.participant_id).where(
                trajectories.c.partner_id == chosen.partner_id,
                _is_running(trajectories, "ends_on", reach),
            )
        )


def tags(uow: UnitOfWork, reach: Reach) -> list[str]:
    """Every tag that somebody within reach has, in the order of the alphabet."""
    query = sa.select(PEOPLE.c.tags).where(_tags() != "[]", within(reach, PEOPLE.c.id)).distinct()
    found = {tag for some in uow.connection.execute(query).scalars() for tag in some}
    return sorted(found, key=lambda tag: (fold(tag), tag))


def _tags() -> sa.ColumnElement[str]:
    """The column as the text that it is stored as."""
    return sa.type_coerce(PEOPLE.c.tags, sa.Text)


def _is_running(table: sa.Table, until: str, reach: Reach) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.starts_on <= reach.today,
        sa.or_(table.c[until].is_(None), table.c[until] >= reach.today),
    )


def matching(uow: UnitOfWork, reach: Reach, search: str) -> frozenset[int] | None:
    """Row keys in which all words stand; None for an empty search. Whoever does not see the file
    finds on number and name, not on what else the index holds.

    The order of the list is within reach already, so a hit outside it is never shown; the reach
    is asked here all the same, so that no other caller can learn who exists.
    """
    words = fold(search).split()
    if not words:
        return None
    named = [] if reach.sees_file else [_holds_who(part) for part in search_index.parts(words)]
    hits = search_index.matching_seqs(uow, PEOPLE, words, *named)
    if reach.scope is Scope.ALL:
        return frozenset(hits)
    mine = sa.select(PEOPLE.c.seq).where(within(reach, PEOPLE.c.id))
    return frozenset(hits) & frozenset(uow.connection.execute(mine).scalars())


def _holds_who(word: str) -> sa.ColumnElement[bool]:
    """Whether this folded word stands in somebody's number or name, as the index would find it."""
    name, number = PEOPLE.c.sort_key, sa.cast(PEOPLE.c.number, sa.Text)
    if len(word) >= search_index.SHORTEST_TRIGRAM:
        return sa.or_(name.contains(word, autoescape=True), number.contains(word, autoescape=True))
    starts = [name.contains(f"{before}{word}", autoescape=True) for before in _BEFORE_A_WORD]
    first = (column.startswith(word, autoescape=True) for column in (name, number))
    return sa.or_(*first, *starts)


def first_by_name(uow: UnitOfWork, rows: frozenset[int], limit: int) -> list[int]:
    """The first so many of these rows, on name."""
    some = sorted(rows)[:_MOST_IN_ONE_QUERY]
    query = (
        sa.select(PEOPLE.c.seq)
        .where(PEOPLE.c.seq.in_(some))
        .order_by(PEOPLE.c.sort_key)
        .limit(limit)
    )
    return list(uow.connection.execute(query).scalars())


def row_of(uow: UnitOfWork, participant_id: UUID) -> list[int]:
    """The row key of this participant, or nothing."""
    query = sa.select(PEOPLE.c.seq).where(PEOPLE.c.id == participant_id)
    return list(uow.connection.execute(query).scalars())


def lines(
    uow: UnitOfWork, reach: Reach, rows: Sequence[int], language: str
) -> list[ParticipantLine]:
    """The lines of these row keys, in the order asked; whoever is out of reach is left out."""
    columns = ("seq", "id", "number", "first_name", "prefix", "last_name", "starts_on", "ended_on")
    query = sa.select(*(PEOPLE.c[name] for name in columns)).where(
        PEOPLE.c.seq.in_(rows), within(reach, PEOPLE.c.id)
    )
    people = {row.seq: row for row in uow.connection.execute(query)}
    ids = [row.id for row in people.values()]
    placed = _placed(uow, reach, ids)
    names = role_names(uow, language)
    fixed = _fixed(uow, reach, ids) if reach.sees_file else {}
    return [
        _line(people[row], placed.get(people[row].id, []), names, fixed.get(people[row].id, ""))
        for row in rows
        if row in people
    ]


def _line(row: Any, placed: list[Any], roles: dict[UUID, str], supervisor: str) -> ParticipantLine:
    reviews = [p.review_on for p in placed]
    return ParticipantLine(
        id=row.id,
        row=row.seq,
        number=row.number,
        name=PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name),
        role_names=tuple(dict.fromkeys(roles[p.role_id] for p in placed)),
        supervisor=supervisor,
        starts_on=row.starts_on,
        ended_on=row.ended_on,
        review_on=min(reviews, default=None),
    )


def _placed(uow: UnitOfWork, reach: Reach, ids: Sequence[UUID]) -> dict[UUID, list[Any]]:
    query = (
        sa.select(PLACED.c.participant_id, PLACED.c.review_on, PLACED.c.role_id)
        .where(PLACED.c.participant_id.in_(ids), _is_running(PLACED, "ended_on", reach))
        .order_by(PLACED.c.starts_on)
    )
    found: dict[UUID, list[Any]] = {}
    for row in uow.connection.execute(query):
        found.setdefault(row.participant_id, []).append(row)
    return found


def _fixed(uow: UnitOfWork, reach: Reach, ids: Sequence[UUID]) -> dict[UUID, str]:
    supervisors = TABLES[Supervisor]
    query = (
        sa.select(
            FIXED.c.participant_id,
            supervisors.c.first_name,
            supervisors.c.prefix,
            supervisors.c.last_name,
        )
        .join(supervisors, supervisors.c.id == FIXED.c.supervisor_id)
        .where(FIXED.c.participant_id.in_(ids), _is_running(FIXED, "ends_on", reach))
    )
    return {
        row.participant_id: PersonName(
            first=row.first_name, prefix=row.prefix, last=row.last_name
        ).full
        for row in uow.connection.execute(query)
    }
