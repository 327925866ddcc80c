"""The dates in files that may become a signal: evaluations, longest times, documents."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.queries.signals import (
    PEOPLE,
    Found,
    about_person,
    has_no_last_day,
    person_rows,
)
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.citizen_numbers import REQUIRED_UNDER, CitizenNumber
from ca_desktop.domain.documents import EXPIRY_SOON_DAYS, Document, DocumentKind
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.signals import SOON_DAYS
from ca_desktop.domain.trajectories import LegalForm, Trajectory

TRAJECTORIES = TABLES[Trajectory]


def evaluations(uow: UnitOfWork, reach: Reach) -> Found:
    """Running trajectories whose evaluation is due or overdue."""
    partners = TABLES[Partner]
    query = (
        about_person(TRAJECTORIES, TRAJECTORIES.c.evaluation_on, partners.c.name)
        .join(partners, partners.c.id == TRAJECTORIES.c.partner_id)
        .where(
            within(reach, PEOPLE.c.id),
            has_no_last_day(),
            TRAJECTORIES.c.evaluation_on <= reach.today + timedelta(days=SOON_DAYS),
            _runs(reach.today),
        )
    )
    return person_rows(uow, query)


def expiring_documents(uow: UnitOfWork, reach: Reach, restricted: Reach) -> Found:
    """Documents that expire soon or have expired; a restricted kind only within its own right."""
    documents = TABLES[Document]
    closed = [kind for kind in DocumentKind if kind.is_restricted]
    query = about_person(documents, documents.c.expires_on, documents.c.title).where(
        within(reach, PEOPLE.c.id),
        has_no_last_day(),
        documents.c.expires_on <= reach.today + timedelta(days=EXPIRY_SOON_DAYS),
        sa.or_(documents.c.kind.not_in(closed), within(restricted, PEOPLE.c.id)),
    )
    return person_rows(uow, query)


def numbers_without_ground(uow: UnitOfWork, reach: Reach) -> Found:
    """Citizen numbers that no trajectory of today requires; the number itself is not read."""
    numbers = TABLES[CitizenNumber]
    requires = sa.exists().where(
        TRAJECTORIES.c.participant_id == PEOPLE.c.id,
        TRAJECTORIES.c.legal_role.in_(list(REQUIRED_UNDER)),
        TRAJECTORIES.c.starts_on <= reach.today,
        _runs(reach.today),
    )
    query = about_person(numbers, numbers.c.recorded_on, sa.literal("")).where(
        within(reach, PEOPLE.c.id), ~requires
    )
    return person_rows(uow, query)


def near_their_longest_time(
    uow: UnitOfWork, reach: Reach, months: Mapping[LegalForm, int], soon: date
) -> list[tuple[Trajectory, PersonName, date | None]]:
    """The running trajectories whose longest time may end by this day, before their agreed end;
    with name and date of birth. `months` is the longest time of each form that has one.

    No time is counted twice, so it can't end before so many months after the first trajectory:
    that leaves few to be counted exactly.
    """
    near = [_may_end(form, longest, soon) for form, longest in months.items()]
    query = (
        sa.select(
            TRAJECTORIES.c.id,
            PEOPLE.c.first_name,
            PEOPLE.c.prefix,
            PEOPLE.c.last_name,
            PEOPLE.c.born_on,
        )
        .join(PEOPLE, PEOPLE.c.id == TRAJECTORIES.c.participant_id)
        .where(
            within(reach, PEOPLE.c.id),
            has_no_last_day(),
            TRAJECTORIES.c.legal_form.in_(list(months)),  # by index; then each by its own time
            sa.or_(*near),
            TRAJECTORIES.c.starts_on <= reach.today,
            _runs(reach.today),
        )
    )
    rows = {row.id: row for row in uow.connection.execute(query)}
    found = uow.of(Trajectory).by_ids(rows)
    return [(one, _name(rows[one.id]), rows[one.id].born_on) for one in found]


_FIRST = TRAJECTORIES.alias("first")
_LOST = 3  # days at most that a month of the calendar is shorter than another


def _may_end(form: LegalForm, months: int, soon: date) -> sa.ColumnElement[bool]:
    first = (
        sa.select(sa.func.min(_FIRST.c.starts_on))
        .where(
            _FIRST.c.participant_id == TRAJECTORIES.c.participant_id,
            _FIRST.c.legal_form.is_not(None),
        )
        .scalar_subquery()
    )
    # Without an earlier trajectory nothing else counts, and the day is nearly exact.
    slack = sa.case((first == TRAJECTORIES.c.starts_on, _LOST + 1), else_=_LOST * (months + 1))
    earliest = sa.func.date(first, f"+{months} months", sa.func.format("-%d days", slack))
    return sa.and_(
        TRAJECTORIES.c.legal_form == form,
        earliest <= soon.isoformat(),
        sa.or_(TRAJECTORIES.c.ends_on.is_(None), TRAJECTORIES.c.ends_on >= earliest),
    )


class TimeInForm(NamedTuple):
    """As much of a trajectory as counting time asks: thousands are counted for Vandaag."""

    id: UUID
    starts_on: date
    ends_on: date | None
    legal_form: LegalForm | None


def times_in_forms(uow: UnitOfWork, people: Sequence[UUID]) -> dict[UUID, list[TimeInForm]]:
    """Every trajectory with a legal form of these people, per person."""
    by_person: dict[UUID, list[TimeInForm]] = {}
    columns = [TRAJECTORIES.c[name] for name in ("participant_id", *TimeInForm._fields)]
    query = sa.select(*columns).where(TRAJECTORIES.c.legal_form.is_not(None))
    for start in range(0, len(people), _BATCH):
        part = query.where(TRAJECTORIES.c.participant_id.in_(people[start : start + _BATCH]))
        for person, *time in uow.connection.execute(part):
            by_person.setdefault(person, []).append(TimeInForm(*time))
    return by_person


_BATCH = 500


def _runs(today: date) -> sa.ColumnElement[bool]:
    return sa.or_(TRAJECTORIES.c.ends_on.is_(None), TRAJECTORIES.c.ends_on >= today)


def _name(row: Any) -> PersonName:
    return PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name)
