"""People under 18 who are planned on machines without supervision, or were here too long."""

from datetime import date, timedelta

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.role_names import role_names
from ca_desktop.db.queries.signals import PEOPLE, Found, about_person, is_here, person_rows
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.minor_conditions import ADULT, MOST_MINUTES_A_DAY, MOST_MINUTES_A_WEEK
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placement_facts import SUPERVISED
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role
from ca_desktop.domain.signals import SOON_DAYS

LOOK_BACK = timedelta(weeks=4)


def on_machines(uow: UnitOfWork, reach: Reach, language: str) -> Found:
    """Placements of minors, now or within four weeks, in a role with machines: without a
    supervisor, or without the agreement that they work under supervision only.
    """
    placed, roles = TABLES[Placement], TABLES[Role]
    agreed = sa.cast(PEOPLE.c.agreement_codes, sa.Text).contains(f'"{SUPERVISED}"')
    query = (
        about_person(placed, placed.c.starts_on, placed.c.role_id)
        .join(roles, roles.c.id == placed.c.role_id)
        .where(
            within(reach, PEOPLE.c.id),
            sa.func.likely(is_here(reach), type_=sa.Boolean),  # found by birth date
            _is_minor(reach.today),
            sa.func.likely(
                sa.or_(placed.c.ended_on.is_(None), placed.c.ended_on >= reach.today),
                type_=sa.Boolean,
            ),
            placed.c.starts_on <= reach.today + timedelta(days=SOON_DAYS),
            sa.cast(roles.c.machines, sa.Text) != "[]",
            sa.or_(~agreed, placed.c.supervisor_id.is_(None)),
        )
    )
    names = role_names(uow, language)
    return person_rows(uow, query, lambda role_id: names[role_id])


def here_too_long(uow: UnitOfWork, reach: Reach) -> Found:
    """Days of the last four weeks on which a minor was here for more than nine hours, and weeks
    (by their Monday) for more than 45.
    """
    table = TABLES[Attendance]
    sunday = sa.func.date(sa.cast(table.c.on, sa.Text), "weekday 0")
    monday = sa.func.date(sunday, "-6 days")
    a_day, a_week = (
        _summed(reach, "day", sa.func.min(table.c.on), table.c.on, MOST_MINUTES_A_DAY),
        _summed(reach, "week", sa.func.min(table.c.on), monday, MOST_MINUTES_A_WEEK),
    )
    found = [person_rows(uow, query) for query in (a_day, a_week)]
    return Found(
        rows=[row for one in found for row in one.rows], more=sum(one.more for one in found)
    )


def _summed(
    reach: Reach,
    word: str,
    due_on: sa.ColumnElement[date],
    by: sa.ColumnElement[date],
    most: int,
) -> sa.Select[tuple[object, ...]]:
    table = TABLES[Attendance]
    minors = PEOPLE.alias("minors")
    young = sa.select(minors.c.id).where(_is_minor(reach.today, minors))
    return (
        about_person(table, due_on, sa.literal(word))
        .where(
            within(reach, PEOPLE.c.id),
            sa.func.likely(is_here(reach), type_=sa.Boolean),
            table.c.participant_id.in_(young),  # by birth date, then their days
            table.c.on.between(reach.today - LOOK_BACK, reach.today),
        )
        .group_by(table.c.participant_id, by)
        .having(sa.func.sum(table.c.minutes) > most)
    )


def _is_minor(today: date, people: sa.FromClause = PEOPLE) -> sa.ColumnElement[bool]:
    """Born so late that the birthday that makes an adult is still to come."""
    return people.c.born_on > add_months(today, -12 * ADULT)
