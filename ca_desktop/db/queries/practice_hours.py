"""Minutes present under practice agreements, for many at once: by index, in one statement."""

from collections.abc import Mapping
from itertools import islice
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.dates import Period

_AT_ONCE = 500
Window = tuple[UUID, Period]  # whose attendance, in which closed period


def minutes_present(uow: UnitOfWork, windows: Mapping[UUID, Window]) -> dict[UUID, int]:
    """Minutes present per key, within the window of each; 0 where there were none."""
    found = dict.fromkeys(windows, 0)
    todo = iter(windows.items())
    while some := list(islice(todo, _AT_ONCE)):
        found.update(_minutes(uow, some))
    return found


def _minutes(uow: UnitOfWork, some: list[tuple[UUID, Window]]) -> dict[UUID, int]:
    table = TABLES[Attendance]
    day = table.c.on.type
    values = sa.values(
        sa.column("key", table.c.id.type),
        sa.column("person", table.c.participant_id.type),
        sa.column("first", day),
        sa.column("last", day),
        name="asked",
    ).data([(key, person, days.starts_on, days.ends_on) for key, (person, days) in some])
    asked = values.cte("windows")
    query = (
        sa.select(asked.c.key, sa.func.sum(table.c.minutes))
        .join(
            table,
            sa.and_(
                table.c.participant_id == asked.c.person,
                table.c.on.between(asked.c.first, asked.c.last),
                table.c.code == AttendanceCode.PRESENT,
            ),
        )
        .group_by(asked.c.key)
    )
    return {row[0]: int(row[1] or 0) for row in uow.connection.execute(query)}
