"""Documents: kept as bytes inside the encrypted store; opening and saving one is journalled."""

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from ca_desktop.db.queries import documents as document_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.documents import (
    LARGEST_DOCUMENT,
    Document,
    DocumentKind,
    DocumentLine,
    problems,
)
from ca_desktop.domain.errors import NotAllowed, Problem, RuleBroken, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.paper_terms import written_paper
from ca_desktop.services.service import Service, allowed

SUBJECT = "documents"


class DocumentService(Service):
    """What a user can do with the documents of a participant. A restricted kind also needs the
    right to the restricted block.
    """

    @allowed(Action.SEE_DOCUMENTS)
    def of(self, participant_id: UUID) -> Sequence[DocumentLine]:
        """The documents of one participant without their bytes, the newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_DOCUMENTS, participant_id)
            found = document_queries.lines(uow, participant_id)
            sees_all = self._may(uow, Action.SEE_RESTRICTED, participant_id)
        return [one for one in found if sees_all or not one.kind.is_restricted]

    @allowed(Action.KEEP_DOCUMENTS)
    def kinds(self, participant_id: UUID) -> Sequence[DocumentKind]:
        """The kinds that this account may keep of this person."""
        with self._database.read() as uow:
            self._require(uow, Action.KEEP_DOCUMENTS, participant_id)
            keeps_all = self._may(uow, Action.SEE_RESTRICTED, participant_id)
        return [kind for kind in DocumentKind if keeps_all or not kind.is_restricted]

    @allowed(Action.KEEP_DOCUMENTS)
    def new(self, participant_id: UUID) -> Document:
        """A document of today, for which a file still has to be chosen."""
        return Document(
            participant_id=participant_id,
            kind=DocumentKind.OTHER,
            title="",
            on=self._today(),
            file_name="",
            content=b"",
            sha256="",
            added_at=self._now(),
        )

    @allowed(Action.KEEP_DOCUMENTS)
    def read_file(self, path: Path) -> bytes:
        """The bytes of a file that is to be kept. RuleBroken when it is empty, too large or can't
        be read; the file itself stays where it is.
        """
        try:
            if path.stat().st_size > LARGEST_DOCUMENT:
                message = _("This file is larger than 20 MB. Make it smaller first.")
                raise RuleBroken([_about_file(message)])
            content = path.read_bytes()
        except OSError as error:
            message = _("This file can't be read. Check whether it is still there and may be read.")
            raise RuleBroken([_about_file(message)]) from error
        if not content:
            raise RuleBroken([_about_file(_("Choose a file that is not empty."))])
        return content

    @allowed(Action.KEEP_DOCUMENTS)
    def keep(self, document: Document) -> Document:
        """Keep a new document, or what is said about one that is there."""
        document = replace(document, sha256=hashlib.sha256(document.content).hexdigest())
        refuse(problems(document, self._today()))
        with self._database.write(self._actor, N_("Keep document")) as uow:
            self._require_record(uow, Action.KEEP_DOCUMENTS, document)
            before = uow.of(Document).find(id=document.id)
            for one in filter(None, (before, document)):
                self._require_kind(uow, one)
            uow.save(document)
        return document

    @allowed(Action.KEEP_DOCUMENTS)
    def change(self, line: DocumentLine) -> None:
        """Keep what is said about a document; the file and whose it is stay as they are."""
        with self._database.write(self._actor, N_("Change document")) as uow:
            old = self._get(uow, Action.KEEP_DOCUMENTS, line.id)
            new = replace(
                old,
                kind=line.kind,
                title=line.title,
                on=line.on,
                expires_on=line.expires_on,
                keep_reason=line.keep_reason,
            )
            refuse(problems(new, self._today()))
            self._require_kind(uow, new)
            uow.save(new)

    @allowed(Action.SEE_DOCUMENTS)
    def open(self, document_id: UUID) -> Document:
        """The document with its bytes; that it was opened is journalled."""
        with self._database.write(self._actor, N_("Open document")) as uow:
            found = self._get(uow, Action.SEE_DOCUMENTS, document_id)
            uow.note(JournalAction.READ, SUBJECT, found.id, found.participant_id)
        return found

    @allowed(Action.SEE_DOCUMENTS)
    def save_as(self, document_id: UUID, file: Path) -> None:
        """Write the bytes outside the encrypted store; journalled, or neither of the two."""
        with (
            ExitStack() as file_is_kept,
            self._database.write(self._actor, N_("Save document outside the centre")) as uow,
        ):
            found = self._get(uow, Action.SEE_DOCUMENTS, document_id)
            uow.note(JournalAction.EXPORT, SUBJECT, found.id, found.participant_id)
            file_is_kept.enter_context(written_paper(file, found.content))

    @allowed(Action.KEEP_DOCUMENTS)
    def destroy(self, document_id: UUID) -> None:
        """Destroy a document for good; what kind it was and its fingerprint stay in the journal."""
        with self._database.write(self._actor, N_("Destroy document")) as uow:
            found = self._get(uow, Action.KEEP_DOCUMENTS, document_id)
            uow.remove(found)
            details = {"kind": found.kind.value, "sha256": found.sha256}
            uow.note(JournalAction.ERASE, SUBJECT, found.id, found.participant_id, details)

    def _get(self, uow: UnitOfWork, action: Action, document_id: UUID) -> Document:
        found = uow.of(Document).get(document_id)
        self._require(uow, action, found.participant_id)
        self._require_kind(uow, found)
        return found

    def _require_kind(self, uow: UnitOfWork, document: Document) -> None:
        if document.kind.is_restricted and not self._may(
            uow, Action.SEE_RESTRICTED, document.participant_id
        ):
            raise NotAllowed(
                _("Only the fixed supervisor and a coordinator may see this kind of document.")
            )


def _about_file(message: str) -> Problem:
    return Problem("content", message)
