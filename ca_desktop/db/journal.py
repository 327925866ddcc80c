"""The journal in the file: appended by the unit of work, read for history, undo and the check."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.repository import insert_rows, plain_value
from ca_desktop.db.tables.storage import journal, journal_head
from ca_desktop.db.values import to_json
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.journal import (
    FIRST_HASH,
    SALT_BYTES,
    ChainFinding,
    JournalAction,
    JournalLine,
    chained,
    verify_chain,
)

_COLUMNS = [journal.c[field.name] for field in fields(JournalLine)]
_STORES = [(column.name, plain_value(column.type)) for column in _COLUMNS]
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Entered:
    """One thing that a transaction did, not yet chained."""

    action: JournalAction
    subject: str
    row_id: UUID | None
    participant_id: UUID | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class JournalWriter:
    """Collects what one transaction does and chains it behind the last line in one pass."""

    def __init__(
        self, connection: sa.Connection, actor: Actor, label: str, transaction_id: UUID
    ) -> None:
        self._connection = connection
        self._actor = actor
        self._label = label
        self._transaction_id = transaction_id
        self._entered: list[Entered] = []
        self.undoes_id: UUID | None = None

    def enter(self, entered: Entered) -> None:
        """Remember one thing; it is written by `flush`."""
        self._entered.append(entered)

    def flush(self) -> None:
        """Write what was collected, each line chained to the one before."""
        if not self._entered:
            return
        seq, previous = head(self._connection)
        now = datetime.now(UTC)
        rows = []
        for entered in self._entered:
            seq += 1
            line = chained(self._line(entered, seq, now), previous)
            previous = line.hash
            rows.append(_row(line))
        insert_rows(self._connection, journal, rows)
        _move_head(self._connection, seq, previous)
        self._entered.clear()

    def _line(self, entered: Entered, seq: int, now: datetime) -> JournalLine:
        return JournalLine(
            seq=seq,
            transaction_id=self._transaction_id,
            label=self._label,
            at=now,
            account_id=self._actor.account_id,
            workstation=self._actor.workstation,
            action=entered.action,
            subject=entered.subject,
            row_id=entered.row_id,
            participant_id=entered.participant_id,
            undoes_id=self.undoes_id,
            salt=secrets.token_bytes(SALT_BYTES),
            before=_content(entered.before),
            after=_content(entered.after),
        )


def head(connection: sa.Connection) -> tuple[int, str]:
    """Number and hash of the last line; the hash belongs on a printed statement."""
    row = connection.execute(sa.select(journal_head.c.seq, journal_head.c.hash)).first()
    return (row[0], row[1]) if row else (0, FIRST_HASH)


def lines(connection: sa.Connection, *conditions: Any) -> Iterator[JournalLine]:
    """The lines that meet all conditions, oldest first, read in portions."""
    last = 0
    while True:
        query = (
            sa.select(*_COLUMNS)
            .where(journal.c.seq > last, *conditions)
            .order_by(journal.c.seq)
            .limit(_BATCH)
        )
        found = [JournalLine(**row._mapping) for row in connection.execute(query)]
        yield from found
        if len(found) < _BATCH:
            return
        last = found[-1].seq


def history(connection: sa.Connection, row_id: UUID) -> list[JournalLine]:
    """Everything that was done to one record, oldest first."""
    return list(lines(connection, journal.c.row_id == row_id))


def of_participant(connection: sa.Connection, participant_id: UUID) -> list[JournalLine]:
    """Everything that was done about one participant, oldest first."""
    return list(lines(connection, journal.c.participant_id == participant_id))


def findings(connection: sa.Connection) -> list[ChainFinding]:
    """Where the chain is not whole; empty when it is."""
    return list(verify_chain(lines(connection), head(connection)[1]))


def _content(values: dict[str, Any] | None) -> str | None:
    return None if values is None else to_json(values)


def _row(line: JournalLine) -> dict[str, Any]:
    return {name: store(getattr(line, name)) for name, store in _STORES}


def _move_head(connection: sa.Connection, seq: int, last_hash: str) -> None:
    moved = connection.execute(
        sa.update(journal_head).where(journal_head.c.id == 1).values(seq=seq, hash=last_hash)
    )
    if moved.rowcount == 0:
        connection.execute(sa.insert(journal_head).values(id=1, seq=seq, hash=last_hash))
