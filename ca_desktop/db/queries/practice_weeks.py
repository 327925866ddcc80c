"""Per student and ISO week: whether attendance was recorded, and whether guidance was."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.trajectories import Trajectory

_AT_ONCE = 500
Weeks = dict[UUID, set[date]]


class WeeksOf:
    """What stands in the store of these people since their own day, until another."""

    def __init__(self, uow: UnitOfWork, since: Mapping[UUID, date], until: date) -> None:
        self.recorded: Weeks = {}
        self.present: Weeks = {}
        self.guided: Weeks = {}
        for first in range(0, len(since), _AT_ONCE):
            people = list(since)[first : first + _AT_ONCE]
            oldest = min(since[one] for one in people)
            self._read(uow, people, oldest, until)

    def _read(self, uow: UnitOfWork, people: list[UUID], first: date, last: date) -> None:
        attendance, entries, confirmed = TABLES[Attendance], TABLES[Entry], TABLES[GuidedWeek]
        was_there = sa.func.max(
            sa.case((attendance.c.code == AttendanceCode.PRESENT, attendance.c.minutes), else_=0)
        )
        for person, monday, minutes in _by_week(uow, attendance, people, first, last, was_there):
            self.recorded.setdefault(person, set()).add(monday)
            if minutes:
                self.present.setdefault(person, set()).add(monday)
        noted = _by_week(uow, entries, people, first, last, sa.literal(1), _counts_as_guidance())
        for person, monday, _one in noted:
            self.guided.setdefault(person, set()).add(monday)
        query = sa.select(confirmed.c.participant_id, confirmed.c.monday).where(
            confirmed.c.participant_id.in_(people)
        )
        for person, monday in uow.connection.execute(query):
            self.guided.setdefault(person, set()).add(monday)


def _by_week(
    uow: UnitOfWork,
    table: sa.Table,
    people: list[UUID],
    first: date,
    last: date,
    value: sa.ColumnElement[Any],
    *more: sa.ColumnElement[bool],
) -> list[tuple[UUID, date, Any]]:
    """Whose week has rows in this table, with a value over them; a week by its Monday."""
    sunday = sa.func.date(sa.cast(table.c.on, sa.Text), "weekday 0")
    monday = sa.func.date(sunday, "-6 days").label("monday")
    query = (
        sa.select(table.c.participant_id, monday, value)
        .where(table.c.participant_id.in_(people), table.c.on.between(first, last), *more)
        .group_by(table.c.participant_id, monday)
    )
    return [(row[0], date.fromisoformat(row[1]), row[2]) for row in uow.connection.execute(query)]


def _counts_as_guidance() -> sa.ColumnElement[bool]:
    """A note for everybody or for the school of the bbl: what was noted for another partner is no
    proof for RVO.
    """
    entries, agreements, trajectories = (
        TABLES[kind] for kind in (Entry, PracticeAgreement, Trajectory)
    )
    of_school = sa.exists().where(
        trajectories.c.id == entries.c.trajectory_id,
        agreements.c.participant_id == entries.c.participant_id,
        agreements.c.learning_path == LearningPath.BBL,
        sa.or_(
            agreements.c.trajectory_id == trajectories.c.id,
            agreements.c.school_id == trajectories.c.partner_id,
        ),
    )
    return sa.or_(entries.c.trajectory_id.is_(None), of_school)
