"""Tables of the storage itself, which no journal line is about: the journal, drafts, counters."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables.columns import CODE_LENGTH, ID_LENGTH, MOMENT_LENGTH, Stored, metadata
from ca_desktop.domain.journal import JournalAction


def _id(name: str, *, nullable: bool = False) -> "sa.Column[UUID]":
    return sa.Column(name, Stored(UUID, ID_LENGTH), nullable=nullable)


def _moment(name: str) -> "sa.Column[datetime]":
    return sa.Column(name, Stored(datetime, MOMENT_LENGTH), nullable=False)


journal = sa.Table(
    "journal",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    _id("transaction_id"),
    sa.Column("label", sa.Text, nullable=False),
    _moment("at"),
    _id("account_id"),
    sa.Column("workstation", sa.Text, nullable=False),
    sa.Column("action", Stored(JournalAction, CODE_LENGTH), nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    _id("row_id", nullable=True),
    _id("participant_id", nullable=True),
    _id("undoes_id", nullable=True),
    sa.Column("salt", sa.LargeBinary, nullable=True),
    sa.Column("before", sa.Text, nullable=True),
    sa.Column("after", sa.Text, nullable=True),
    sa.Column("content_hash", sa.Text, nullable=False),
    sa.Column("previous_hash", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)
for _columns in (("row_id",), ("transaction_id",), ("participant_id",), ("account_id",)):
    sa.Index(None, *(journal.c[_name] for _name in _columns))
sa.Index(None, journal.c.undoes_id, sqlite_where=journal.c.undoes_id.is_not(None))

journal_head = sa.Table(
    "journal_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
)

drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("account_id", Stored(UUID, ID_LENGTH), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("values", Stored(dict[str, str], as_json=True), nullable=False),
    _moment("saved_at"),
)

counters = sa.Table(
    "counters",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)

NOT_JOURNALLED = frozenset({"journal", "journal_head", "drafts", "counters", "alembic_version"})
