"""Drafts: running text kept while somebody types, offered after a restart."""

from collections.abc import Mapping, Sequence

from ca_desktop.db.queries import drafts as draft_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.drafts import Draft
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class DraftService(Service):
    """Keeps the drafts of the account at work; nobody else sees them.

    What was typed about somebody who is out of reach by now is withheld; it can be dropped.
    """

    @allowed(Action.KEEP_DRAFTS)
    def keep(self, key: str, values: Mapping[str, str]) -> None:
        """Keep what is being typed in the form named by `key`, in place of what was kept."""
        draft = Draft(
            account_id=self._actor.account_id,
            key=key,
            values=dict(values),
            saved_at=self._now(),
        )
        with self._database.write(self._actor, N_("Keep draft")) as uow:
            draft_queries.keep_draft(uow, draft)

    @allowed(Action.KEEP_DRAFTS)
    def drop(self, key: str) -> None:
        """Forget the draft of one form."""
        with self._database.write(self._actor, N_("Drop draft")) as uow:
            draft_queries.drop_draft(uow, self._actor.account_id, key)

    @allowed(Action.KEEP_DRAFTS)
    def get(self, key: str) -> Draft | None:
        """The draft of one form, or None."""
        with self._database.read() as uow:
            found = draft_queries.draft(uow, self._actor.account_id, key)
            return found and self._shown(uow, found)

    @allowed(Action.KEEP_DRAFTS)
    def all(self) -> Sequence[Draft]:
        """Everything that was begun and not saved, newest first."""
        with self._database.read() as uow:
            found = draft_queries.drafts_of(uow, self._actor.account_id)
            return [self._shown(uow, draft) for draft in found]

    def _shown(self, uow: UnitOfWork, draft: Draft) -> Draft:
        """Somebody who was removed is nobody's any more: what was typed stays readable."""
        person = draft.participant_id
        if person is None or self._may(uow, Action.SEE_FILE, person):
            return draft
        return draft if uow.of(Participant).find(id=person) is None else draft.withheld()
