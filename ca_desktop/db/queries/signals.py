"""The dates that may become a signal, each with the person it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.signals import SOON_DAYS
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.trajectories import Trajectory

PEOPLE = TABLES[Participant]
MOST_ROWS, MOST_MORE = 500, 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A date about one person: what it is about and the record behind it."""

    participant_id: UUID
    name: PersonName
    record_id: UUID
    due_on: date
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The first rows, and how many more there are: counted no further than MOST_MORE."""

    rows: Sequence[PersonRow]
    more: int

    @property
    def is_counted(self) -> bool:
        """Whether `more` is all of them."""
        return self.more < MOST_MORE


def reviews(uow: UnitOfWork, reach: Reach, language: str) -> Found:
    """Running placements of who is still here, whose review is due or overdue."""
    placed = TABLES[Placement]
    query = about_person(placed, placed.c.review_on, placed.c.role_id).where(
        within(reach, PEOPLE.c.id),
        is_here(reach),
        placed.c.ended_on.is_(None),
        placed.c.review_on <= reach.today + timedelta(days=SOON_DAYS),
    )
    names = role_names(uow, language)
    return person_rows(uow, query, lambda role_id: names[role_id])


def follow_ups(uow: UnitOfWork, reach: Reach) -> Found:
    """Follow-ups with who is still here that were agreed and not ticked off."""
    entries = TABLES[Entry]
    query = about_person(entries, entries.c.follow_up_on, entries.c.agreement).where(
        within(reach, PEOPLE.c.id),
        PEOPLE.c.stage.not_in([stage for stage in Stage if stage.is_closed]),
        has_not_left(reach),
        entries.c.follow_up_done == sa.false(),
        entries.c.follow_up_on <= reach.today + timedelta(days=7),
    )
    return person_rows(uow, query)


def ending_trajectories(uow: UnitOfWork, reach: Reach) -> Found:
    """Trajectories that end within eight weeks, or ended while the person is still here."""
    trajectories, partners = TABLES[Trajectory], TABLES[Partner]
    later = trajectories.alias("later")
    goes_on = sa.exists().where(
        later.c.participant_id == PEOPLE.c.id,
        sa.or_(later.c.ends_on.is_(None), later.c.ends_on > trajectories.c.ends_on),
    )
    query = (
        about_person(trajectories, trajectories.c.ends_on, partners.c.name)
        .join(partners, partners.c.id == trajectories.c.partner_id)
        .where(
            within(reach, PEOPLE.c.id),
            is_here(reach),
            PEOPLE.c.ended_on.is_(None),
            trajectories.c.ends_on <= reach.today + timedelta(weeks=8),
            ~goes_on,
        )
    )
    return person_rows(uow, query)


def without_supervisor(uow: UnitOfWork, reach: Reach) -> Found:
    """Active participants who have no fixed supervisor today."""
    fixed = TABLES[FixedSupervisor]
    have_one = sa.select(fixed.c.participant_id).where(
        fixed.c.starts_on <= reach.today,
        sa.or_(fixed.c.ends_on.is_(None), fixed.c.ends_on >= reach.today),
    )
    query = sa.select(
        *_NAME,
        PEOPLE.c.id.label("record_id"),
        PEOPLE.c.starts_on.label("due_on"),
        sa.literal("").label("detail"),
    ).where(
        within(reach, PEOPLE.c.id),
        is_here(reach),
        PEOPLE.c.starts_on <= reach.today,
        PEOPLE.c.id.in_(sa.select(PEOPLE.c.id).except_(have_one)),
    )
    return person_rows(uow, query)


_NAME = (
    PEOPLE.c.id.label("participant_id"),
    PEOPLE.c.first_name,
    PEOPLE.c.prefix,
    PEOPLE.c.last_name,
)


def about_person(
    table: sa.Table,
    due_on: sa.ColumnElement[Any],
    detail: sa.ColumnElement[Any],
) -> sa.Select[Any]:
    """A query for rows of a table about a person: a day, what it is about, the record behind it."""
    return (
        sa.select(
            *_NAME,
            table.c.id.label("record_id"),
            due_on.label("due_on"),
            detail.label("detail"),
        )
        .select_from(table)
        .join(PEOPLE, PEOPLE.c.id == table.c.participant_id)
        .order_by(due_on)
    )


def is_here(reach: Reach) -> sa.ColumnElement[bool]:
    """Nothing about somebody who is not active, or has left, asks for attention."""
    return sa.and_(PEOPLE.c.stage == Stage.ACTIVE, has_not_left(reach))


def has_no_last_day() -> sa.ColumnElement[bool]:
    """No last day is agreed: so common that the other conditions are to find the rows."""
    return sa.func.likely(PEOPLE.c.ended_on.is_(None), type_=sa.Boolean)


def has_not_left(reach: Reach) -> sa.ColumnElement[bool]:
    """The last day lies ahead, or is not agreed; waiting and paused people count too."""
    return sa.or_(PEOPLE.c.ended_on.is_(None), PEOPLE.c.ended_on >= reach.today)


def person_rows(
    uow: UnitOfWork, query: sa.Select[Any], detail: Callable[[Any], str] = str
) -> Found:
    """What such a query finds."""
    rows = [
        PersonRow(
            participant_id=row.participant_id,
            name=PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name),
            record_id=row.record_id,
            due_on=row.due_on,
            detail=detail(row.detail),
        )
        for row in uow.connection.execute(query.limit(MOST_ROWS))
    ]
    if len(rows) < MOST_ROWS:
        return Found(rows=rows, more=0)
    some = query.order_by(None).limit(MOST_ROWS + MOST_MORE)
    counted = sa.select(sa.func.count()).select_from(some.subquery())
    return Found(rows=rows, more=uow.connection.execute(counted).scalar_one() - len(rows))
