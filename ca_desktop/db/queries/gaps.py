"""Who goes, or went, without a next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.flow import CHANGES, CONTACTS, PEOPLE, left_between
from ca_desktop.db.queries.reach import within
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.flow import KEPT
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import Stage

_NAME = (PEOPLE.c.number, PEOPLE.c.first_name, PEOPLE.c.prefix, PEOPLE.c.last_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonOn:
    """Somebody, with the day it is about."""

    participant_id: UUID
    number: int
    name: PersonName
    on: date


def stopped(uow: UnitOfWork, reach: Reach, since: date) -> Sequence[PersonOn]:
    """Who stopped since this day, has no next step, did not come back, and has not been found in a
    good place by aftercare.
    """
    left = left_between(since, reach.today).subquery()
    stepped = sa.exists().where(
        CHANGES.c.participant_id == left.c.participant_id,
        CHANGES.c.after == Stage.FINISHED,
        CHANGES.c.on == left.c.on,
        CHANGES.c.next_step != "",
    )
    settled = sa.exists().where(
        CONTACTS.c.participant_id == left.c.participant_id,
        CONTACTS.c.done_on >= left.c.on,
        CONTACTS.c.result.in_(list(KEPT)),
    )
    query = (
        sa.select(PEOPLE.c.id, *_NAME, left.c.on)
        .join(left, left.c.participant_id == PEOPLE.c.id)
        .where(
            within(reach, PEOPLE.c.id),
            sa.func.coalesce(left.c.code, "").in_(["", str(Outcome.STOPPED)]),
            PEOPLE.c.ended_on == left.c.on,
            ~stepped,
            ~settled,
        )
        .order_by(left.c.on.desc())
    )
    return _people(uow, query)


def leaving(uow: UnitOfWork, reach: Reach, until: date) -> Sequence[PersonOn]:
    """Who is to leave by this day: the last day is known, what comes after it is not."""
    query = (
        sa.select(PEOPLE.c.id, *_NAME, PEOPLE.c.ended_on.label("on"))
        .where(
            within(reach, PEOPLE.c.id),
            PEOPLE.c.ended_on.between(reach.today, until),
            PEOPLE.c.stage.not_in([Stage.FINISHED, Stage.ARCHIVED]),
        )
        .order_by(PEOPLE.c.ended_on)
    )
    return _people(uow, query)


def past_last_day(uow: UnitOfWork, reach: Reach, most: int) -> Sequence[PersonOn]:
    """Whose planned last day has passed while the file is still open."""
    query = (
        sa.select(PEOPLE.c.id, *_NAME, PEOPLE.c.ended_on.label("on"))
        .where(
            within(reach, PEOPLE.c.id),
            PEOPLE.c.ended_on < reach.today,
            PEOPLE.c.stage.not_in([Stage.FINISHED, Stage.ARCHIVED]),
        )
        .order_by(PEOPLE.c.ended_on)
        .limit(most)
    )
    return _people(uow, query)


def named(uow: UnitOfWork, reach: Reach, ids: Sequence[UUID]) -> dict[UUID, tuple[int, PersonName]]:
    """Number and name of these people, as far as they are within reach."""
    found: dict[UUID, tuple[int, PersonName]] = {}
    for start in range(0, len(ids), _BATCH):
        query = sa.select(PEOPLE.c.id, *_NAME).where(
            PEOPLE.c.id.in_(ids[start : start + _BATCH]), within(reach, PEOPLE.c.id)
        )
        for one, number, first, prefix, last in uow.connection.execute(query):
            found[one] = (number, PersonName(first=first, prefix=prefix, last=last))
    return found


_BATCH = 500


def _people(
    uow: UnitOfWork, query: sa.Select[tuple[UUID, int, str, str, str, date]]
) -> list[PersonOn]:
    return [
        PersonOn(
            participant_id=row.id,
            number=row.number,
            name=PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name),
            on=row.on,
        )
        for row in uow.connection.execute(query)
    ]
