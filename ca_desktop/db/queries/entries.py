"""The guidance log at any size: an order of row keys, the hits of a search, lines per page."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db import search_index
from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.row_keys import row_keys
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.entries import Entry, EntryFilter, EntryLine
from ca_desktop.domain.folding import fold
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach, Scope
from ca_desktop.domain.supervisors import Supervisor

ENTRIES = TABLES[Entry]


def order(uow: UnitOfWork, reach: Reach, chosen: EntryFilter) -> list[int]:
    """Row keys within reach and filter, newest first."""
    query = (
        sa.select(ENTRIES.c.seq)
        .where(within(reach, ENTRIES.c.participant_id), *_conditions(chosen))
        .order_by(ENTRIES.c.on.desc(), ENTRIES.c.seq.desc())
    )
    return row_keys(uow, query)


def row_of(uow: UnitOfWork, reach: Reach, entry_id: UUID) -> int | None:
    """The row key of one entry; None when it is gone or out of reach."""
    query = sa.select(ENTRIES.c.seq).where(
        ENTRIES.c.id == entry_id, within(reach, ENTRIES.c.participant_id)
    )
    return uow.connection.execute(query).scalar_one_or_none()


def _conditions(chosen: EntryFilter) -> Iterable[sa.ColumnElement[bool]]:
    if chosen.participant_id is not None:
        yield ENTRIES.c.participant_id == chosen.participant_id
    if chosen.supervisor_id is not None:
        yield ENTRIES.c.supervisor_id == chosen.supervisor_id
    if chosen.from_on is not None:
        yield ENTRIES.c.on >= chosen.from_on
    if chosen.until_on is not None:
        yield ENTRIES.c.on <= chosen.until_on
    if chosen.open_follow_up_only:
        yield ENTRIES.c.follow_up_on.is_not(None)
        yield ENTRIES.c.follow_up_done == sa.false()


def matching(uow: UnitOfWork, reach: Reach, search: str) -> frozenset[int] | None:
    """Row keys of entries in which all words stand; None for an empty search."""
    words = fold(search).split()
    if not words:
        return None
    hits = frozenset(search_index.matching_seqs(uow, ENTRIES, words))
    if reach.scope is Scope.ALL:
        return hits
    mine = sa.select(ENTRIES.c.seq).where(within(reach, ENTRIES.c.participant_id))
    return hits & frozenset(uow.connection.execute(mine).scalars())


def lines(uow: UnitOfWork, reach: Reach, rows: Sequence[int]) -> list[EntryLine]:
    """The lines of these row keys, in the order asked; what is out of reach is left out."""
    query = sa.select(ENTRIES.c.seq, ENTRIES.c.id).where(
        ENTRIES.c.seq.in_(rows), within(reach, ENTRIES.c.participant_id)
    )
    ids = {row.seq: row.id for row in uow.connection.execute(query)}
    entries = {entry.id: entry for entry in uow.of(Entry).by_ids(ids.values())}
    people = {
        p.id: p for p in uow.of(Participant).by_ids({e.participant_id for e in entries.values()})
    }
    wanted = {e.supervisor_id for e in entries.values() if e.supervisor_id}
    supervisors = {s.id: s.name.full for s in uow.of(Supervisor).by_ids(wanted)}
    made = []
    for row in rows:
        if row not in ids:
            continue
        entry = entries[ids[row]]
        person = people[entry.participant_id]
        made.append(
            EntryLine(
                entry=entry,
                row=row,
                participant=person.name,
                participant_number=person.number,
                supervisor=supervisors.get(entry.supervisor_id, "") if entry.supervisor_id else "",
            )
        )
    return made
