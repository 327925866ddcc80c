"""Placements with the names that people read."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement, PlacementFilter, PlacementLine
from ca_desktop.domain.supervisors import Supervisor

PLACED = TABLES[Placement]
PEOPLE = TABLES[Participant]
MOST_LINES = 5000


def lines(
    uow: UnitOfWork, reach: Reach, search: str, chosen: PlacementFilter, language: str
) -> list[PlacementLine]:
    """Newest first, at most 5 000; the search looks at participant, role and supervisor."""
    query = (
        sa.select(PLACED.c.id)
        .where(within(reach, PLACED.c.participant_id), *_conditions(chosen, reach))
        .order_by(PLACED.c.starts_on.desc(), PLACED.c.id)
        .limit(MOST_LINES)
    )
    ids = list(uow.connection.execute(query).scalars())
    by_id = {p.id: p for p in uow.of(Placement).by_ids(ids)}
    found = [by_id[one] for one in ids]
    people = _people(uow, {p.participant_id for p in found})
    roles = role_names(uow, language)
    supervisors = {s.id: s.name.full for s in uow.of(Supervisor).all()}
    words = fold(search).split()
    made = (
        PlacementLine(
            placement=p,
            participant=people[p.participant_id][1],
            participant_number=people[p.participant_id][0],
            role=roles.get(p.role_id, ""),
            supervisor=supervisors.get(p.supervisor_id, "") if p.supervisor_id else "",
        )
        for p in found
    )
    return [line for line in made if all(word in _search_text(line) for word in words)]


def _conditions(chosen: PlacementFilter, reach: Reach) -> Iterable[sa.ColumnElement[bool]]:
    if chosen.running_only:
        yield PLACED.c.starts_on <= reach.today
        yield sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= reach.today)
    for name in ("participant_id", "role_id", "supervisor_id"):
        value = getattr(chosen, name)
        if value is not None:
            yield PLACED.c[name] == value


def _people(uow: UnitOfWork, ids: Iterable[Any]) -> dict[Any, tuple[int, PersonName]]:
    return {p.id: (p.number, p.name) for p in uow.of(Participant).by_ids(ids)}


def _search_text(line: PlacementLine) -> str:
    return fold(f"{line.participant_number} {line.participant.full} {line.role} {line.supervisor}")
