"""Undo: the inverse of one transaction as a new one, refused when it would hide a change."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.journal import lines
from ca_desktop.db.repository import from_plain, secret_names
from ca_desktop.db.tables import TABLES
from ca_desktop.db.tables.storage import journal
from ca_desktop.db.unit_of_work import UnitOfWork, journalled
from ca_desktop.db.values import to_json
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.journal import WRITES, JournalAction, JournalLine
from ca_desktop.i18n import _

ISSUED = "issued_papers"
_BY_NAME = {table.name: (kind, table) for kind, table in TABLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoableTransaction:
    """What an account did last; services ask the permissions again before they undo it."""

    transaction_id: UUID
    label: str
    at: datetime
    subjects: frozenset[str]
    row_ids: frozenset[UUID]
    participant_ids: frozenset[UUID]
    lines: tuple[JournalLine, ...]


def last_undoable(uow: UnitOfWork, account_id: UUID) -> UndoableTransaction | None:
    """The last change of this account since it signed in that was not undone yet.

    Issuing a paper is no change to take back: what stood before it still can be.
    """
    signed_in = sa.select(sa.func.coalesce(sa.func.max(journal.c.seq), 0)).where(
        journal.c.account_id == account_id,
        journal.c.action.in_([JournalAction.SIGN_IN, JournalAction.RECOVERY]),
    )
    undone = sa.select(journal.c.undoes_id).where(journal.c.undoes_id.is_not(None))
    query = (
        sa.select(journal.c.transaction_id)
        .where(
            journal.c.account_id == account_id,
            journal.c.seq > signed_in.scalar_subquery(),
            journal.c.action.in_(list(WRITES)),
            journal.c.subject != ISSUED,
            journal.c.undoes_id.is_(None),
            journal.c.transaction_id.not_in(undone),
        )
        .order_by(journal.c.seq.desc())
        .limit(1)
    )
    transaction_id = uow.connection.execute(query).scalar()
    return None if transaction_id is None else _described(_writes_of(uow, transaction_id))


def undo(uow: UnitOfWork, transaction_id: UUID) -> None:
    """Take back a transaction of this account, in this new transaction.

    Raises UserError when it is somebody else's, was undone before, or when a record has changed
    since; then nothing is written.
    """
    done = _writes_of(uow, transaction_id)
    if not done or uow.actor is None or done[0].account_id != uow.actor.account_id:
        raise UserError(_("You can only undo what you did yourself."))
    if _is_undone(uow, transaction_id):
        raise UserError(_("This was undone before."))
    uow.marks_undo_of(transaction_id)
    for line in reversed(done):
        _take_back(uow, line)


def _writes_of(uow: UnitOfWork, transaction_id: UUID) -> list[JournalLine]:
    wanted = journal.c.transaction_id == transaction_id, journal.c.action.in_(list(WRITES))
    return list(lines(uow.connection, *wanted))


def _described(done: list[JournalLine]) -> UndoableTransaction:
    return UndoableTransaction(
        transaction_id=done[0].transaction_id,
        label=done[0].label,
        at=done[0].at,
        subjects=frozenset(line.subject for line in done),
        row_ids=frozenset(line.row_id for line in done if line.row_id),
        participant_ids=frozenset(line.participant_id for line in done if line.participant_id),
        lines=tuple(done),
    )


def _is_undone(uow: UnitOfWork, transaction_id: UUID) -> bool:
    query = sa.select(journal.c.seq).where(journal.c.undoes_id == transaction_id).limit(1)
    return uow.connection.execute(query).first() is not None


def _take_back(uow: UnitOfWork, line: JournalLine) -> None:
    kind, table = _BY_NAME[line.subject]
    if secret_names(table):
        raise UserError(_("This can't be undone: the journal does not hold what stood there."))
    if line.is_erased:
        raise UserError(_("This can't be undone: what it said was erased."))
    current = uow.of(kind).find(id=line.row_id)
    standing = None if current is None else to_json(journalled(current, table))
    if standing != line.after:
        raise UserError(
            _("This can't be undone, because the record was changed since. Change it by hand.")
        )
    if line.action is JournalAction.ADD:
        uow.remove(current)
    else:
        uow.save(from_plain(_with_bytes(_before(line), current), table))


def _before(line: JournalLine) -> dict[str, Any]:
    if line.before is None:
        raise ValueError("A change or removal has what was before.")
    row: dict[str, Any] = json.loads(line.before)
    return row


def _with_bytes(row: dict[str, Any], current: Any) -> dict[str, Any]:
    """Bytes are not in the journal: kept from the row as it stands, when they are the same."""
    for name, value in row.items():
        if not isinstance(value, dict) or "sha256" not in value:
            continue
        kept = None if current is None else getattr(current, name)
        if kept is None or journalled(current, _table_of(current))[name] != value:
            raise UserError(_("This can't be undone: a file or picture was replaced or removed."))
        row[name] = kept
    return row


def _table_of(thing: Any) -> sa.Table:
    return TABLES[type(thing)]
