"""People who may be the same as somebody who is taken in: few rows, found at any size."""

from collections.abc import Iterator
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db import search_index
from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.duplicates import dialled
from ca_desktop.domain.folding import fold
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach

PEOPLE = TABLES[Participant]
MOST_READ = 200


def candidates(uow: UnitOfWork, new: Participant) -> list[Participant]:
    """Whoever shares the date of birth, the words of the name, the phone or the email."""
    conditions = list(_conditions(new))
    found: list[UUID] = []
    if conditions:
        query = sa.select(PEOPLE.c.id).where(sa.or_(*conditions)).limit(MOST_READ)
        found += uow.connection.execute(query).scalars()
    words = fold(f"{new.first_name} {new.last_name}").split()
    if len(words) > 1:
        found += search_index.matching_ids(uow, PEOPLE, words)[:MOST_READ]
    return list(uow.of(Participant).by_ids(dict.fromkeys(found)))


def _conditions(new: Participant) -> Iterator[sa.ColumnElement[bool]]:
    if new.born_on is not None:
        yield PEOPLE.c.born_on == new.born_on
    if digits := dialled(new.phone):
        bare: sa.ColumnElement[str] = PEOPLE.c.phone
        for sign in " -()./":
            bare = sa.func.replace(bare, sign, "")
        yield bare.like(f"%{digits}%")  # words may stand behind it
    if new.email.strip():
        yield sa.func.lower(PEOPLE.c.email) == new.email.strip().lower()


def reachable(uow: UnitOfWork, reach: Reach, people: list[Participant]) -> set[UUID]:
    """Who of these lies within reach."""
    query = sa.select(PEOPLE.c.id).where(
        PEOPLE.c.id.in_([one.id for one in people]), within(reach, PEOPLE.c.id)
    )
    return set(uow.connection.execute(query).scalars())
