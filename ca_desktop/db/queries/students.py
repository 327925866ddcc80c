"""Practice agreements as a list of students: filtered, searched and in order, by their ids."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.practice import (
    AGREEMENTS,
    is_not_plainly_covered,
    lacks_a_signature,
)
from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.signals import PEOPLE
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.students import MOST_LINES, PracticeTime, StudentFilter

_LAST = sa.func.coalesce(AGREEMENTS.c.ended_on, AGREEMENTS.c.planned_end_on)


def order(uow: UnitOfWork, reach: Reach, search: str, chosen: StudentFilter) -> list[UUID]:
    """The ids of all agreements that fit, those that end first on top."""
    return list(uow.connection.execute(_in_order(_fitting(uow, reach, search, chosen))).scalars())


def first(uow: UnitOfWork, reach: Reach, search: str, chosen: StudentFilter) -> list[UUID]:
    """The first of them, as many as a list shows."""
    query = _in_order(_fitting(uow, reach, search, chosen)).limit(MOST_LINES)
    return list(uow.connection.execute(query).scalars())


def count(uow: UnitOfWork, reach: Reach, search: str, chosen: StudentFilter) -> int:
    """How many agreements fit."""
    counted = _fitting(uow, reach, search, chosen).subquery()
    query = sa.select(sa.func.count()).select_from(counted)
    return int(uow.connection.execute(query).scalar_one())


def names_of(
    uow: UnitOfWork, reach: Reach, ids: Sequence[UUID]
) -> dict[UUID, tuple[int, PersonName]]:
    """Number and name of the person of each of these agreements within reach."""
    found = {}
    for start in range(0, len(ids), MOST_LINES):
        query = (
            sa.select(
                AGREEMENTS.c.id,
                PEOPLE.c.number,
                PEOPLE.c.first_name,
                PEOPLE.c.prefix,
                PEOPLE.c.last_name,
            )
            .join(PEOPLE, PEOPLE.c.id == AGREEMENTS.c.participant_id)
            .where(
                AGREEMENTS.c.id.in_(ids[start : start + MOST_LINES]),
                within(reach, PEOPLE.c.id),
            )
        )
        for key, number, called, prefix, last in uow.connection.execute(query):
            found[key] = (number, PersonName(first=called, prefix=prefix, last=last))
    return found


def _fitting(uow: UnitOfWork, reach: Reach, search: str, chosen: StudentFilter) -> sa.Select[Any]:
    return (
        sa.select(AGREEMENTS.c.id)
        .join(PEOPLE, PEOPLE.c.id == AGREEMENTS.c.participant_id)
        .where(
            within(reach, PEOPLE.c.id),
            *_conditions(chosen, reach),
            *(_holds(uow, word) for word in fold(search).split()),
        )
    )


def _in_order(query: sa.Select[Any]) -> sa.Select[Any]:
    return query.order_by(_LAST, PEOPLE.c.sort_key, AGREEMENTS.c.id)


def _conditions(chosen: StudentFilter, reach: Reach) -> Iterator[sa.ColumnElement[bool]]:
    if chosen.time is PracticeTime.NOW:
        yield AGREEMENTS.c.starts_on <= reach.today
        yield reach.today <= _LAST
    elif chosen.time is PracticeTime.SOON:
        yield AGREEMENTS.c.starts_on > reach.today
    elif chosen.time is PracticeTime.PAST:
        yield reach.today > _LAST
    for name in ("school_id", "learning_path", "phase"):
        value = getattr(chosen, name)
        if value is not None:
            yield AGREEMENTS.c[name] == value
    if chosen.unsigned:
        yield lacks_a_signature()
    if chosen.not_covered:
        yield is_not_plainly_covered()


def _holds(uow: UnitOfWork, word: str) -> sa.ColumnElement[bool]:
    """Whether this word stands in name, number, code, programme or school."""
    schools = [
        one.id for one in uow.of(Partner).all(kind=PartnerKind.SCHOOL) if word in fold(one.name)
    ]
    return sa.or_(
        PEOPLE.c.sort_key.contains(word, autoescape=True),
        sa.cast(PEOPLE.c.number, sa.Text).contains(word, autoescape=True),
        AGREEMENTS.c.code.contains(word, autoescape=True),
        sa.func.lower(AGREEMENTS.c.qualification).contains(word, autoescape=True),
        AGREEMENTS.c.school_id.in_(schools),
    )
