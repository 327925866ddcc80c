"""Is the store whole? Looked at from all sides, answered in words."""

import sqlalchemy as sa

from ca_desktop.db import journal, search_index
from ca_desktop.db.database import Database
from ca_desktop.i18n import _


def check(database: Database) -> list[str]:
    """What is wrong, in sentences; empty when nothing is. Raises StorageError when unreadable.

    A damaged file is not looked at any further: what it would say can't be relied on.
    """
    with database.read() as uow:
        damage = _damage(uow.connection)
        if damage:
            return damage
        return [
            *_references(uow.connection),
            *_search(uow.connection),
            *(finding.message for finding in journal.findings(uow.connection)),
        ]


def _damage(connection: sa.Connection) -> list[str]:
    pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    if pages:
        return [_("{count} pages of the data file were changed from outside.", count=len(pages))]
    answers = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if list(answers) == ["ok"]:
        return []
    return [_("The data file is damaged in {count} places. Restore a backup.", count=len(answers))]


def _references(connection: sa.Connection) -> list[str]:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({row[0] for row in broken})
    return [
        _("In {table}, a record refers to something that isn't there.", table=table)
        for table in tables
    ]


def _search(connection: sa.Connection) -> list[str]:
    return [
        _("The search index of {table} is not up to date. It can be rebuilt.", table=name)
        for name in search_index.tables_out_of_step(connection)
    ]
