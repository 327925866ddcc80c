"""One transaction: reads through repositories, writes that never pass the journal."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any, TypeVar
from uuid import UUID, uuid4

import sqlalchemy as sa

from ca_desktop.db.journal import Entered, JournalWriter
from ca_desktop.db.repository import (
    Repository,
    field_names,
    insert_rows,
    secret_names,
    to_plain,
    to_row,
)
from ca_desktop.db.tables import TABLES
from ca_desktop.db.tables.storage import counters
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.journal import SECRET_MARK, JournalAction
from ca_desktop.i18n import _

T = TypeVar("T")


class UnitOfWork:
    """What happens between BEGIN and COMMIT; made by `Database.read` and `Database.write`."""

    def __init__(
        self, connection: sa.Connection, actor: Actor | None = None, label: str = ""
    ) -> None:
        self.connection = connection
        self.actor = actor
        self.transaction_id = uuid4()
        self.topics: set[str] = set()
        self._journal = (
            JournalWriter(connection, actor, label, self.transaction_id) if actor else None
        )

    def of(self, kind: type[T]) -> Repository[T]:
        """The repository of one type."""
        return Repository(self.connection, TABLES[kind], kind)

    def save(self, thing: Any) -> None:
        """Add the object, or change the row with its id; an unchanged object writes nothing."""
        self.save_all((thing,))

    def save_all(self, things: Iterable[Any]) -> None:
        """Save many objects in the order given; new ones of one type go in together."""
        for kind, group in groupby(things, key=type):
            self._save_group(kind, list(group))

    def remove(self, thing: Any) -> None:
        """Remove the row of this object. Raises NotFound when it isn't there any more."""
        table = TABLES[type(thing)]
        old = self.of(type(thing)).find(id=thing.id)
        if old is None:
            raise NotFound(_("This record is not there any more. Somebody may have removed it."))
        self.connection.execute(sa.delete(table).where(table.c.id == thing.id))
        self._enter(JournalAction.REMOVE, table, old, before=journalled(old, table), after=None)

    def note(
        self,
        action: JournalAction,
        subject: str,
        row_id: UUID | None = None,
        participant_id: UUID | None = None,
        details: Mapping[str, Any] | None = None,
    ) -> None:
        """Journal something that changes no row: reading, printing, signing in."""
        kept = dict(details) if details else None
        self._writer.enter(Entered(action, subject, row_id, participant_id, None, kept))

    def next_number(self, name: str) -> int:
        """The next readable number of a kind, such as 'participants'; starts at 1."""
        row = self.connection.execute(
            sa.select(counters.c.last).where(counters.c.name == name)
        ).scalar()
        following = (row or 0) + 1
        self.reserve_numbers(name, following)
        return following

    def numbered(self, thing: T) -> T:
        """The object with the next readable number of its kind, where it has none (0) yet."""
        if getattr(thing, "number") != 0:  # noqa: B009 - T is any numbered dataclass
            return thing
        number = self.next_number(TABLES[type(thing)].name)
        return replace(thing, number=number)  # type: ignore[type-var]  # every stored type is a dataclass

    def reserve_numbers(self, name: str, last: int) -> None:
        """Let the numbers of a kind go on after `last`."""
        self._writer  # noqa: B018 - refuses a transaction that only reads
        changed = self.connection.execute(
            sa.update(counters).where(counters.c.name == name).values(last=last)
        )
        if changed.rowcount == 0:
            self.connection.execute(sa.insert(counters).values(name=name, last=last))

    def marks_undo_of(self, transaction_id: UUID) -> None:
        """Say that this transaction takes back another one."""
        self._writer.undoes_id = transaction_id

    def flush_journal(self) -> None:
        """Write the lines that were collected; `Database.write` does this before the commit."""
        if self._journal is not None:
            self._journal.flush()

    @property
    def _writer(self) -> JournalWriter:
        if self._journal is None:
            raise RuntimeError("This transaction only reads; write in `with database.write(…)`.")
        return self._journal

    def _save_group(self, kind: type[Any], things: list[Any]) -> None:
        table = TABLES[kind]
        known = {old.id: old for old in self.of(kind).by_ids(thing.id for thing in things)}
        added: list[Any] = []
        for thing in things:
            old = known.get(thing.id)
            if old is None:
                added.append(thing)
            elif old != thing:
                self._insert(table, added)
                added = []
                self._update(table, old, thing)
            known[thing.id] = thing
        self._insert(table, added)

    def _insert(self, table: sa.Table, things: list[Any]) -> None:
        if not things:
            return
        fields = [to_plain(thing, table) for thing in things]
        rows = [to_row(thing, table, plain) for thing, plain in zip(things, fields, strict=True)]
        insert_rows(self.connection, table, rows)
        for thing, plain in zip(things, fields, strict=True):
            self._enter(JournalAction.ADD, table, thing, None, _for_journal(plain, table))

    def _update(self, table: sa.Table, old: Any, thing: Any) -> None:
        row = to_row(thing, table, {name: getattr(thing, name) for name in field_names(table)})
        del row["id"]
        self.connection.execute(sa.update(table).where(table.c.id == thing.id).values(row))
        before, after = journalled(old, table), journalled(thing, table)
        self._enter(JournalAction.CHANGE, table, thing, before, after)

    def _enter(
        self,
        action: JournalAction,
        table: sa.Table,
        thing: Any,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        about = thing.id if table.name == "participants" else getattr(thing, "participant_id", None)
        self._writer.enter(Entered(action, table.name, thing.id, about, before, after))
        self.topics.add(table.name)


def journalled(thing: Any, table: sa.Table) -> dict[str, Any]:
    """The fields as the journal keeps them; of bytes only the length and a fingerprint, of what is
    declared secret only that something stood there.
    """
    return _for_journal(to_plain(thing, table), table)


def _for_journal(plain: dict[str, Any], table: sa.Table) -> dict[str, Any]:
    secret = secret_names(table)
    return {
        name: SECRET_MARK if name in secret else _without_bytes(value)
        for name, value in plain.items()
    }


def _without_bytes(value: Any) -> Any:
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "length": len(value)}
    return value
