"""The guidance log: writing what was seen and agreed, and reading it back."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from ca_desktop.db.queries import entries as entry_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.entries import (
    Entry,
    EntryFilter,
    EntryLine,
    GuidanceForm,
    Removal,
    Striking,
    Visibility,
    problems,
    striking_problems,
)
from ca_desktop.domain.errors import RuleBroken, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.trajectories import refuse_of_another


class EntryService(Service):
    """What a user can do with guidance entries.

    A new note is internal, or what this account chose last since it came in.
    """

    _last_visibility = Visibility.INTERNAL

    @allowed(Action.SEE_ENTRIES)
    def order(self, chosen: EntryFilter) -> Sequence[int]:
        """Row keys of the entries within reach and filter, newest first."""
        reach = self._reach(Action.SEE_ENTRIES)
        with self._database.read() as uow:
            return entry_queries.order(uow, reach, chosen)

    @allowed(Action.SEE_ENTRIES)
    def matching(self, search: str) -> frozenset[int] | None:
        """Row keys of entries in whose text all words stand; None for an empty search."""
        reach = self._reach(Action.SEE_ENTRIES)
        with self._database.read() as uow:
            return entry_queries.matching(uow, reach, search)

    @allowed(Action.SEE_ENTRIES)
    def lines(self, rows: Sequence[int]) -> Sequence[EntryLine]:
        """The lines of these row keys, in the same order."""
        reach = self._reach(Action.SEE_ENTRIES)
        with self._database.read() as uow:
            return entry_queries.lines(uow, reach, rows)

    @allowed(Action.SEE_ENTRIES)
    def row_of(self, entry_id: UUID) -> int | None:
        """The row key of one entry in the list; None when it is gone or out of reach."""
        reach = self._reach(Action.SEE_ENTRIES)
        with self._database.read() as uow:
            return entry_queries.row_of(uow, reach, entry_id)

    @allowed(Action.SEE_ENTRIES)
    def additions(self, entry_id: UUID) -> Sequence[Entry]:
        """What was added to an entry later, oldest first."""
        with self._database.read() as uow:
            first = uow.of(Entry).get(entry_id)
            self._require(uow, Action.SEE_ENTRIES, first.participant_id)
            found = uow.of(Entry).all(adds_to_id=entry_id)
        return sorted(found, key=lambda entry: entry.written_at)

    @allowed(Action.SEE_ENTRIES)
    def get(self, entry_id: UUID) -> Entry:
        """The entry; NotAllowed when its participant is out of reach."""
        with self._database.read() as uow:
            entry = uow.of(Entry).get(entry_id)
            self._require(uow, Action.SEE_ENTRIES, entry.participant_id)
            return entry

    @allowed(Action.WRITE_ENTRIES)
    def new(self, participant_id: UUID) -> Entry:
        """An entry of today by the account at work."""
        return Entry(
            participant_id=participant_id,
            supervisor_id=self._actor.supervisor_id,
            on=self._today(),
            minutes=15,
            form=GuidanceForm.PROGRESS_TALK,
            text="",
            visibility=self._last_visibility,
            written_by=self._actor.account_id,
            written_at=self._now(),
        )

    @allowed(Action.WRITE_ENTRIES)
    def is_open(self, entry: Entry) -> bool:
        """Whether the text of this entry may still be changed by the account at work."""
        with self._database.read() as uow:
            hours = uow.of(Centre).all()[0].entry_edit_hours
        return entry.written_by == self._actor.account_id and entry.is_open_for_edits(
            self._now(), hours
        )

    @allowed(Action.WRITE_ENTRIES)
    def removal_of(self, entry: Entry) -> Removal:
        """How the account at work may make this note go; with an addition to it, not at all."""
        if self.additions(entry.id):
            return Removal.NONE
        if self.is_open(entry):
            return Removal.REMOVE
        strikes = may(self._actor.role, Action.STRIKE_ENTRIES)
        return Removal.STRIKE if strikes else Removal.NONE

    @allowed(Action.WRITE_ENTRIES)
    def remove(self, entry_id: UUID) -> None:
        """Remove one's own note, within the edit window."""
        entry = self.get(entry_id)
        if not self.is_open(entry):
            raise RuleBroken(
                _("This note can't be removed any more. Ask a coordinator to strike it.")
            )
        with self._database.write(self._actor, N_("Remove note")) as uow:
            self._take_out(uow, entry_id)

    @allowed(Action.STRIKE_ENTRIES)
    def strike(self, striking: Striking) -> None:
        """Take a note out for good reason, also late; text and reason stay in the history."""
        refuse(striking_problems(striking))
        with self._database.write(self._actor, N_("Strike note")) as uow:
            entry = self._take_out(uow, striking.entry_id)
            uow.note(
                JournalAction.ERASE,
                "entries",
                entry.id,
                entry.participant_id,
                {"strike_reason": striking.reason.strip()},
            )

    def _take_out(self, uow: UnitOfWork, entry_id: UUID) -> Entry:
        entry = uow.of(Entry).get(entry_id)
        self._require(uow, Action.WRITE_ENTRIES, entry.participant_id)
        if uow.of(Entry).all(adds_to_id=entry_id):
            raise RuleBroken(
                _("There is an addition to this note. First remove or strike the addition.")
            )
        uow.remove(entry)
        return entry

    @allowed(Action.WRITE_ENTRIES)
    def write(self, entry: Entry) -> Entry:
        """Keep an entry. A kept one changes only within the edit window, and is marked as edited.

        Ticking off its follow-up is always possible.
        """
        refuse(problems(entry, self._today()))
        with self._database.write(self._actor, N_("Write note")) as uow:
            self._require(uow, Action.WRITE_ENTRIES, entry.participant_id)
            refuse_of_another(uow, entry)
            before = uow.of(Entry).find(id=entry.id)
            if before is None:
                entry = self._signed(uow, entry)
            elif before != entry:
                entry = self._edited(before, entry, uow.of(Centre).all()[0].entry_edit_hours)
            uow.save(entry)
        if before is None:
            self._last_visibility = entry.visibility
        return entry

    def _signed(self, uow: UnitOfWork, entry: Entry) -> Entry:
        """A new entry is by who is at work, now; an addition stays with its participant."""
        if entry.adds_to_id is not None:
            first = uow.of(Entry).get(entry.adds_to_id)
            if first.participant_id != entry.participant_id:
                raise RuleBroken(_("A note stays with its participant and its writer."))
        return replace(
            entry, written_by=self._actor.account_id, written_at=self._now(), edited_at=None
        )

    def _edited(self, before: Entry, entry: Entry, hours: int) -> Entry:
        self._refuse_move(before, entry)
        if replace(before, follow_up_done=entry.follow_up_done) == entry:
            return entry
        own = before.written_by == self._actor.account_id
        if not own or not before.is_open_for_edits(self._now(), hours):
            raise RuleBroken(
                _("This note can't be changed any more. Write an addition: both stay visible.")
            )
        return replace(entry, written_at=before.written_at, edited_at=self._now())

    def _refuse_move(self, before: Entry, entry: Entry) -> None:
        if before.participant_id != entry.participant_id or before.written_by != entry.written_by:
            raise RuleBroken(_("A note stays with its participant and its writer."))

    @allowed(Action.WRITE_ENTRIES)
    def add_to(self, entry_id: UUID) -> Entry:
        """A new entry that adds to a kept one, about the same participant."""
        with self._database.read() as uow:
            first = uow.of(Entry).get(entry_id)
            self._require(uow, Action.WRITE_ENTRIES, first.participant_id)
        addition = self.new(first.participant_id)
        return replace(
            addition,
            adds_to_id=first.id,
            form=first.form,
            minutes=0,
            trajectory_id=first.trajectory_id,
        )

    @allowed(Action.WRITE_ENTRIES)
    def settle_follow_up(self, entry_id: UUID, *, done: bool = True) -> Entry:
        """Tick off (or put back) the follow-up of an entry."""
        return self.write(replace(self.get(entry_id), follow_up_done=done))
