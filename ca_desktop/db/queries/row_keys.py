"""Row keys by the hundred thousand, straight from the driver: twice as quick as rows."""

from typing import Any

import sqlalchemy as sa

from ca_desktop.db.unit_of_work import UnitOfWork


def row_keys(uow: UnitOfWork, query: sa.Select[tuple[int]]) -> list[int]:
    """The whole numbers of a query with one column, in its order."""
    cursor: Any = uow.connection.execute(query).cursor
    return [row[0] for row in cursor]
