"""The journal as a chain: each line carries the hash of the line before it.

It shows accidents and clumsy tampering, not a holder of the key. The content of a line has a hash
of its own, made with random salt, so that content can be erased while the chain stays whole.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from ca_desktop.i18n import _

FIRST_HASH = "0" * 64
SALT_BYTES = 16
SECRET = {"is_secret": True}  # metadata of a field whose value the journal must never hold
SECRET_MARK = "•••••••••"  # what stands in the journal instead, whatever the value is
_TEXT = json.JSONEncoder(ensure_ascii=False)


class JournalAction(StrEnum):
    """What was done."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    READ = "read"
    PRINT = "print"
    EXPORT = "export"
    BACKUP = "backup"
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_OUT = "sign_out"
    LOCK = "lock"
    RECOVERY = "recovery"
    ERASE = "erase"

    @property
    def text(self) -> str:
        """The word for people."""
        return {
            JournalAction.ADD: _("added"),
            JournalAction.CHANGE: _("changed"),
            JournalAction.REMOVE: _("removed"),
            JournalAction.READ: _("read"),
            JournalAction.PRINT: _("printed"),
            JournalAction.EXPORT: _("exported"),
            JournalAction.BACKUP: _("backed up"),
            JournalAction.SIGN_IN: _("signed in"),
            JournalAction.SIGN_IN_FAILED: _("sign-in failed"),
            JournalAction.SIGN_OUT: _("signed out"),
            JournalAction.LOCK: _("locked"),
            JournalAction.RECOVERY: _("opened with the recovery sheet"),
            JournalAction.ERASE: _("erased"),
        }[self]


WRITES = frozenset({JournalAction.ADD, JournalAction.CHANGE, JournalAction.REMOVE})


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    """One line. `before` and `after` are JSON texts; they and the salt are None once erased."""

    seq: int
    transaction_id: UUID
    label: str
    at: datetime
    account_id: UUID
    workstation: str
    action: JournalAction
    subject: str
    row_id: UUID | None
    participant_id: UUID | None
    undoes_id: UUID | None = None
    salt: bytes | None
    before: str | None
    after: str | None
    content_hash: str = ""
    previous_hash: str = ""
    hash: str = ""

    @property
    def is_erased(self) -> bool:
        """Whether the content was erased on purpose."""
        return self.salt is None

    def changed_fields(self) -> tuple[tuple[str, str, str], ...]:
        """Field, before and after, for what differs; empty once erased."""
        before, after = json.loads(self.before or "{}"), json.loads(self.after or "{}")
        names = [*after, *(name for name in before if name not in after)]
        return tuple(
            (name, _as_text(before.get(name)), _as_text(after.get(name)))
            for name in names
            if before.get(name) != after.get(name)
        )


def content_hash(salt: bytes, before: str | None, after: str | None) -> str:
    """SHA-256 over the salt and the content, in hex."""
    return hashlib.sha256(salt + _TEXT.encode([before, after]).encode()).hexdigest()


def line_hash(line: JournalLine) -> str:
    """SHA-256 over everything of a line but its content, which counts through its own hash."""
    return _hash(line, line.content_hash, line.previous_hash)


def chained(line: JournalLine, previous_hash: str) -> JournalLine:
    """The line with its hashes, standing after the line with `previous_hash`."""
    if line.salt is None:
        raise ValueError("A new line has its content.")
    content = content_hash(line.salt, line.before, line.after)
    return replace(
        line,
        content_hash=content,
        previous_hash=previous_hash,
        hash=_hash(line, content, previous_hash),
    )


def _hash(line: JournalLine, content: str, previous_hash: str) -> str:
    parts: list[Any] = [
        previous_hash,
        line.seq,
        line.transaction_id.hex,
        line.label,
        line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        line.account_id.hex,
        line.workstation,
        line.action.value,
        line.subject,
        line.row_id.hex if line.row_id else None,
        line.participant_id.hex if line.participant_id else None,
        line.undoes_id.hex if line.undoes_id else None,
        content,
    ]
    return hashlib.sha256(_TEXT.encode(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFinding:
    """Where the journal is not whole, and why, in words."""

    seq: int
    message: str


def verify_chain(lines: Iterable[JournalLine], head_hash: str | None) -> Iterator[ChainFinding]:
    """Walk the lines in order and yield what is not whole.

    `head_hash` is the hash that was kept of the last line: without it a cut-off end stays unseen.
    """
    previous, expected = FIRST_HASH, 1
    for line in lines:
        if line.seq != expected:
            message = _("Lines of the journal are missing before line {seq}.", seq=line.seq)
            yield ChainFinding(seq=line.seq, message=message)
        elif line.previous_hash != previous:
            message = _("Line {seq} of the journal doesn't follow the line before.", seq=line.seq)
            yield ChainFinding(seq=line.seq, message=message)
        if line_hash(line) != line.hash or not _is_content_whole(line):
            message = _("Line {seq} of the journal was changed afterwards.", seq=line.seq)
            yield ChainFinding(seq=line.seq, message=message)
        previous, expected = line.hash, line.seq + 1
    if head_hash is not None and previous != head_hash:
        message = _("The last lines of the journal are missing.")
        yield ChainFinding(seq=expected, message=message)


def _is_content_whole(line: JournalLine) -> bool:
    if line.salt is None:
        return line.before is None and line.after is None
    return content_hash(line.salt, line.before, line.after) == line.content_hash


def _as_text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
