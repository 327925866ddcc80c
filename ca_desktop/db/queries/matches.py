"""Who could be placed in a role: who waits for it, and who has no placement now."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db import search_index
from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.folding import fold
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.waiting import Waiting

PEOPLE = TABLES[Participant]
PLACED = TABLES[Placement]
WAITING = TABLES[Waiting]
_OPEN = (Stage.ACTIVE, Stage.WAITING, Stage.SIGNED_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody to look at for a role; the half-days are those that somebody waits for."""

    participant_id: UUID
    is_waiting: bool
    half_days: HalfDays | None


def candidates(
    uow: UnitOfWork, reach: Reach, role_id: UUID, search: str, most: int
) -> list[Candidate]:
    """Who waits for the role, longest first; then people without a placement, on name.

    With a search everybody whose name or number fits, placed or not.
    """
    waiting = _waiting(uow, reach, role_id, most)
    words = fold(search).split()
    if words:
        hits = search_index.matching_seqs(uow, PEOPLE, words)
        chosen = PEOPLE.c.seq.in_(sorted(hits)[:500])
        waiting = [one for one in waiting if _is_hit(uow, one.participant_id, chosen)]
    else:
        chosen = PEOPLE.c.id.not_in(
            sa.select(PLACED.c.participant_id).where(
                PLACED.c.starts_on <= reach.today,
                sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= reach.today),
            )
        )
    known = {one.participant_id for one in waiting}
    query = (
        sa.select(PEOPLE.c.id)
        .where(within(reach, PEOPLE.c.id), PEOPLE.c.stage.in_(_OPEN), chosen)
        .order_by(PEOPLE.c.sort_key)
        .limit(most)
    )
    others = [
        Candidate(participant_id=found, is_waiting=False, half_days=None)
        for found in uow.connection.execute(query).scalars()
        if found not in known
    ]
    return [*waiting, *others][:most]


def _waiting(uow: UnitOfWork, reach: Reach, role_id: UUID, most: int) -> list[Candidate]:
    query = (
        sa.select(WAITING.c.participant_id, WAITING.c.half_days)
        .where(
            WAITING.c.role_id == role_id,
            WAITING.c.ended_on.is_(None),
            within(reach, WAITING.c.participant_id),
        )
        .order_by(WAITING.c.since_on, WAITING.c.id)
        .limit(most)
    )
    return [
        Candidate(participant_id=person, is_waiting=True, half_days=half_days or None)
        for person, half_days in uow.connection.execute(query)
    ]


def _is_hit(uow: UnitOfWork, participant_id: UUID, chosen: sa.ColumnElement[bool]) -> bool:
    query = sa.select(PEOPLE.c.id).where(PEOPLE.c.id == participant_id, chosen)
    return uow.connection.execute(query).first() is not None
