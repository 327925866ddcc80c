"""Compares the tables with what the journal says stands in them: nobody may write around it."""

import json
from typing import Any

from ca_desktop.db import journal
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork, journalled
from ca_desktop.domain.journal import WRITES


def rows_by_the_journal(uow: UnitOfWork) -> dict[str, dict[str, Any]]:
    """Every row as it should stand, from the journal alone."""
    rows: dict[str, dict[str, Any]] = {table.name: {} for table in TABLES.values()}
    for line in journal.lines(uow.connection):
        if line.action not in WRITES or line.row_id is None:
            continue
        if line.after is None:
            rows[line.subject].pop(line.row_id.hex, None)
        else:
            rows[line.subject][line.row_id.hex] = json.loads(line.after)
    return rows


def rows_in_the_tables(uow: UnitOfWork) -> dict[str, dict[str, Any]]:
    """Every row as it stands."""
    return {
        table.name: {
            thing.id.hex: json.loads(json.dumps(journalled(thing, table)))
            for thing in uow.of(kind).all()
        }
        for kind, table in TABLES.items()
    }
