"""Is the store whole? Looked at from all sides, answered in words."""

import sqlalchemy as sa

from ca_desktop.db import journal, search_index
from ca_desktop.db.database import Database
from ca_desktop.db.storage_errors import in_words
from ca_desktop.i18n import _


def check(database: Database) -> list[str]:
    """What is wrong, in sentences; empty when nothing is. Raises StorageError when unreadable."""
    with in_words(database.store), database.read() as uow:
        return [
            *_integrity(uow.connection),
            *_references(uow.connection),
            *_search(uow.connection),
            *(finding.message for finding in journal.findings(uow.connection)),
        ]


def _integrity(connection: sa.Connection) -> list[str]:
    found = []
    answers = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    if list(answers) != ["ok"]:
        found.append(
            _("The data file is damaged in {count} places. Restore a backup.", count=len(answers))
        )
    pages = connection.exec_driver_sql("PRAGMA cipher_integrity_check").scalars().all()
    if pages:
        found.append(
            _("{count} pages of the data file were changed from outside.", count=len(pages))
        )
    return found


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
