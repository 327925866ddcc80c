"""Two files of one person, linked by a coordinator: nothing is merged, nothing moves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.db import journal
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.errors import Problem, RuleBroken, refuse
from ca_desktop.domain.file_links import FileLink, problems
from ca_desktop.domain.journal import JournalAction, JournalLine
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed

_SUBJECT = "file_links"
_POINTER = JournalAction.READ


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedFile:
    """The other file of the same person; `may_open` says whether it lies within reach."""

    link_id: UUID
    participant_id: UUID
    number: int
    linked_on: date
    may_open: bool


class FileLinkService(Service):
    """What a user can do with linked files."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[LinkedFile]:
        """The other files of this person, whichever way they were linked, on number."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = [self._line(uow, one, participant_id) for one in _links(uow, participant_id)]
        return sorted(found, key=lambda one: one.number)

    @allowed(Action.TAKE_IN)
    def new(self, participant_id: UUID, other_id: UUID) -> FileLink:
        """A link from today."""
        return FileLink(participant_id=participant_id, other_id=other_id, linked_on=self._today())

    @allowed(Action.TAKE_IN)
    def link(self, link: FileLink) -> FileLink:
        """Say that two files are of one person, and how that is known."""
        with self._database.write(self._actor, N_("Link files")) as uow:
            self._require(uow, Action.TAKE_IN, link.participant_id)
            self._require(uow, Action.TAKE_IN, link.other_id)
            refuse(problems(link, _links(uow, link.participant_id)))
            uow.save(link)
            _point_from_the_other(uow, link)
        return link

    @allowed(Action.TAKE_IN)
    def unlink(self, link_id: UUID, reason: str) -> None:
        """Take the link away; the reason stays in the history of the file."""
        if not reason.strip():
            raise RuleBroken([Problem("reason", _("Write why these are two people after all."))])
        with self._database.write(self._actor, N_("Unlink files")) as uow:
            link = uow.of(FileLink).get(link_id)
            self._require(uow, Action.TAKE_IN, link.participant_id)
            last = replace(link, reason=reason.strip())
            uow.save(last)  # so that the journal has the reason
            uow.remove(last)
            _point_from_the_other(uow, link)

    def _line(self, uow: UnitOfWork, link: FileLink, mine: UUID) -> LinkedFile:
        other_id = link.other_id if link.participant_id == mine else link.participant_id
        return LinkedFile(
            link_id=link.id,
            participant_id=other_id,
            number=uow.of(Participant).get(other_id).number,
            linked_on=link.linked_on,
            may_open=self._may(uow, Action.SEE_FILE, other_id),
        )


def history_of_links(uow: UnitOfWork, participant_id: UUID) -> list[JournalLine]:
    """What was done with the links that were made from the other file: it stands there, and is
    read in this file too.
    """
    links = {one.id for one in uow.of(FileLink).all(other_id=participant_id)}
    for line in journal.of_participant(uow.connection, participant_id):
        if line.subject == _SUBJECT and line.action is _POINTER and line.row_id is not None:
            links.add(line.row_id)
    return [
        line
        for link_id in links
        for line in journal.history(uow.connection, link_id)
        if line.action is not _POINTER
    ]


def _point_from_the_other(uow: UnitOfWork, link: FileLink) -> None:
    """A line in the journal of the other file, by which its history finds the link, also when that
    is gone: the other file was looked at to decide this.
    """
    uow.note(_POINTER, _SUBJECT, link.id, participant_id=link.other_id)


def _links(uow: UnitOfWork, participant_id: UUID) -> list[FileLink]:
    links = uow.of(FileLink)
    return [*links.all(participant_id=participant_id), *links.all(other_id=participant_id)]
