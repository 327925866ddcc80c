"""Who is meant by a number or a name: exactly that person, nobody who only looks like it."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any

import sqlalchemy as sa

from ca_desktop.db.queries.participants import lines, matching
from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant, ParticipantLine
from ca_desktop.domain.permissions import Reach

PEOPLE = TABLES[Participant]
MOST_NEAREST = 5
_BATCH = 500
_MOST_DIGITS = 9


def named(uow: UnitOfWork, reach: Reach, number_or_name: str) -> list[int]:
    """Row keys of whoever has this number, or exactly this full name in either order."""
    number = _number(number_or_name)
    if number is not None:
        query = sa.select(PEOPLE.c.seq).where(PEOPLE.c.number == number, within(reach, PEOPLE.c.id))
        return list(uow.connection.execute(query).scalars())
    hits = sorted(matching(uow, reach, number_or_name.replace(",", " ")) or ())
    wanted = _plain(number_or_name)
    return [
        seq
        for seq, name in _names(uow, hits)
        if wanted in (_plain(name.full), _plain(name.sorted_form))
    ]


def nearest(
    uow: UnitOfWork, reach: Reach, number_or_name: str, language: str
) -> list[ParticipantLine]:
    """A few people who may have been meant: the nearest numbers, or names that look like it."""
    number = _number(number_or_name)
    if number is not None:
        rows = _nearest_numbers(uow, reach, number)
    else:
        hits = matching(uow, reach, number_or_name.replace(",", " "))
        rows = sorted(hits or ())[:MOST_NEAREST] or _alike(uow, reach, number_or_name)
    return lines(uow, reach, rows, language)


def _number(text: str) -> int | None:
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) <= _MOST_DIGITS else None


def _plain(name: str) -> str:
    return fold(name.replace(",", " "))


def _names(uow: UnitOfWork, rows: Sequence[int]) -> Iterator[tuple[int, PersonName]]:
    for start in range(0, len(rows), _BATCH):
        query = _select_names().where(PEOPLE.c.seq.in_(rows[start : start + _BATCH]))
        for seq, first, prefix, last in uow.connection.execute(query):
            yield seq, PersonName(first=first, prefix=prefix, last=last)


def _select_names() -> sa.Select[Any]:
    return sa.select(PEOPLE.c.seq, PEOPLE.c.first_name, PEOPLE.c.prefix, PEOPLE.c.last_name)


def _nearest_numbers(uow: UnitOfWork, reach: Reach, number: int) -> list[int]:
    query = (
        sa.select(PEOPLE.c.seq)
        .where(within(reach, PEOPLE.c.id))
        .order_by(sa.func.abs(PEOPLE.c.number - number), PEOPLE.c.number)
        .limit(3)
    )
    return list(uow.connection.execute(query).scalars())


def _alike(uow: UnitOfWork, reach: Reach, name: str) -> list[int]:
    query = _select_names().where(within(reach, PEOPLE.c.id)).limit(5000)
    names: dict[str, int] = {}
    for seq, first, prefix, last in uow.connection.execute(query):
        names[fold(PersonName(first=first, prefix=prefix, last=last).full)] = seq
        names.setdefault(fold(last), seq)
    close = get_close_matches(fold(name), names, 3, 0.5) if fold(name) else []
    return list(dict.fromkeys(names[found] for found in close))
