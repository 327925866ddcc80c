"""History and undo: what happened to a record, and taking back one's own last change."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from ca_desktop.db import journal, undo
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Account
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.documents import DocumentKind
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.journal import JournalLine
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action, Scope
from ca_desktop.i18n import N_, _
from ca_desktop.services.file_links import history_of_links
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.target_groups import Sees
from ca_desktop.services.undo_rights import UNDO_RIGHTS
from ca_desktop.services.undo_rules import rules_hold

MOST_LINES = 4
RESTRICTED = "restricted_blocks"

RESTRICTED_DOCUMENTS = "restricted documents"
_SEEN_BY = {  # the history of these obeys a right of its own
    "restricted_blocks": Action.SEE_RESTRICTED,
    RESTRICTED_DOCUMENTS: Action.SEE_RESTRICTED,
    "documents": Action.SEE_DOCUMENTS,
    "citizen_numbers": Action.SEE_CITIZEN_NUMBER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One thing that was done: when, by whom, what, to which kind of record.

    The values of a restricted block are never among the changes: they are read by opening it.
    """

    at: datetime
    who: str
    what: str
    subject: str
    row_id: UUID | None
    changes: tuple[tuple[str, str, str], ...]

    @property
    def id(self) -> tuple[datetime, UUID | None]:
        return self.at, self.row_id


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoLine:
    """One record that an undo would put back: about whom or what, of which day, what changed."""

    name: str
    day: date | None
    line: HistoryLine


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoStep:
    """What Ctrl+Z would take back: its first lines, and how many more there are."""

    what: str
    lines: tuple[UndoLine, ...]
    more: int


class HistoryService(Service):
    """What a user can see of the past, and take back."""

    @allowed(Action.SEE_HISTORY)
    def of_participant(self, participant_id: UUID) -> Sequence[HistoryLine]:
        """Everything done about one participant, newest first, links that were made from another
        file too; restricted lines obey their right, and say who and when but not what stood there.
        """
        with self._database.read() as uow:
            self._require(uow, Action.SEE_HISTORY, participant_id)
            found = _with_links(uow, participant_id)
            names = {a.id: a.full_name for a in uow.of(Account).all()}
            hidden = {
                subject
                for subject, action in _SEEN_BY.items()
                if not self._may(uow, action, participant_id)
            }
        return [
            _history_line(line, names)
            for line in reversed(found)
            if _subject_of(line, found) not in hidden
        ]

    @allowed(Action.UNDO)
    def undoable(self) -> str | None:
        """What Ctrl+Z would take back, in words, or None."""
        with self._database.read() as uow:
            last = undo.last_undoable(uow, self._actor.account_id)
        if last is None or not last.subjects <= set(UNDO_RIGHTS):
            return None
        return _(last.label)

    @allowed(Action.UNDO)
    def last_step(self) -> UndoStep | None:
        """What Ctrl+Z would take back, line by line. Of who is out of reach, and of a restricted
        block, no name or value is given.
        """
        with self._database.read() as uow:
            last = undo.last_undoable(uow, self._actor.account_id)
            if last is None or not last.subjects <= set(UNDO_RIGHTS):
                return None
            shown = last.lines[:MOST_LINES]
            lines = tuple(self._undo_line(uow, line) for line in shown)
        return UndoStep(what=_(last.label), lines=lines, more=len(last.lines) - len(shown))

    def _undo_line(self, uow: UnitOfWork, line: JournalLine) -> UndoLine:
        told = _history_line(line, {})
        about = line.participant_id
        if about is not None and not self._may(uow, UNDO_RIGHTS[line.subject], about):
            return UndoLine(name="", day=None, line=replace(told, changes=()))
        kept = json.loads(line.after or line.before or "{}")
        person = uow.of(Participant).find(id=about) if about is not None else None
        name = person.name.full if person else _name_in(kept)
        day = None if line.subject == RESTRICTED else _day_in(kept)
        return UndoLine(name=name, day=day, line=told)

    @allowed(Action.UNDO)
    def undo_last(self) -> str:
        """Take back one's own last change; returns what was taken back."""
        with self._database.write(self._actor, N_("Undo")) as uow:
            last = undo.last_undoable(uow, self._actor.account_id)
            if last is None or not last.subjects <= set(UNDO_RIGHTS):
                raise UserError(_("There is nothing to undo."))
            self._check_rights(uow, last)
            with rules_hold(uow, last, self._today(), self._sees(uow)):
                undo.undo(uow, last.transaction_id)
        return _(last.label)

    def _sees(self, uow: UnitOfWork) -> Sees:
        return lambda person: self._may(uow, Action.SEE_RESTRICTED, person)

    def _check_rights(self, uow: UnitOfWork, last: undo.UndoableTransaction) -> None:
        for subject in last.subjects:
            action = UNDO_RIGHTS[subject]
            self.demand(action)
            for participant_id in last.participant_ids:
                if self._reach(action).scope is not Scope.ALL:
                    self._require(uow, action, participant_id)
        if "entries" in last.subjects:
            hours = uow.of(Centre).all()[0].entry_edit_hours
            for entry in uow.of(Entry).by_ids(last.row_ids):
                if not entry.is_open_for_edits(self._now(), hours):
                    raise RuleBroken(_("This note can't be taken back any more."))


def _with_links(uow: UnitOfWork, participant_id: UUID) -> list[JournalLine]:
    """The lines of this participant in order, with those of links in place of what points there."""
    own = journal.of_participant(uow.connection, participant_id)
    links = history_of_links(uow, participant_id)
    taken = {line.row_id for line in links}
    rest = [one for one in own if one.subject != "file_links" or one.row_id not in taken]
    return sorted([*rest, *links], key=lambda line: line.seq)


def _name_in(kept: dict[str, Any]) -> str:
    """The name of a person or thing as the journal kept it."""
    if "last_name" not in kept:
        return str(kept.get("name") or kept.get("location") or "")
    parts = (str(kept.get(one) or "") for one in ("first_name", "prefix", "last_name"))
    first, prefix, last = parts
    return PersonName(first=first, prefix=prefix, last=last).full


def _day_in(kept: dict[str, Any]) -> date | None:
    """The day that a record is about, or from which it counts; a person has none."""
    if "last_name" in kept:
        return None
    found = kept.get("on") or kept.get("starts_on") or kept.get("set_on")
    return date.fromisoformat(found) if isinstance(found, str) else None


def _history_line(line: JournalLine, names: dict[UUID, str]) -> HistoryLine:
    return HistoryLine(
        at=line.at,
        who=names.get(line.account_id, _("an account that was removed")),
        what=f"{_(line.label)} ({line.action.text})",
        subject=line.subject,
        row_id=line.row_id,
        changes=() if line.subject == RESTRICTED else line.changed_fields(),
    )


def _subject_of(line: JournalLine, of_the_person: Sequence[JournalLine]) -> str:
    """The subject, where every line about a document that ever was of a restricted kind, its
    opening too, counts as restricted.
    """
    if line.subject != "documents":
        return line.subject
    about = (one for one in of_the_person if one.row_id == line.row_id)
    was = any(_is_restricted(text) for one in about for text in (one.before, one.after))
    return RESTRICTED_DOCUMENTS if was else line.subject


def _is_restricted(content: str | None) -> bool:
    kind = json.loads(content or "{}").get("kind")
    return kind in {one.value for one in DocumentKind if one.is_restricted}
