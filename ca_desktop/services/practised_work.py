"""Practised work: which work processes a student practised, and how the trainer assessed them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ca_desktop.domain.errors import Problem, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.practised_work import PractisedWork, problems
from ca_desktop.i18n import N_, _
from ca_desktop.services.practice_agreements import agreement_in, trainer_in
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedLine:
    """Practised work with the name of whoever assessed it."""

    work: PractisedWork
    supervisor: str

    @property
    def id(self) -> UUID:
        return self.work.id


class PractisedWorkService(Service):
    """What a user can do with practised work."""

    @allowed(Action.SEE_DEVELOPMENT)
    def of(self, participant_id: UUID) -> Sequence[PractisedLine]:
        """What one participant practised, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_DEVELOPMENT, participant_id)
            found = uow.of(PractisedWork).all(
                participant_id=participant_id, order_by=("-on", "code")
            )
            return [
                PractisedLine(work=one, supervisor=trainer_in(uow, one.supervisor_id))
                for one in found
            ]

    @allowed(Action.CHANGE_DEVELOPMENT)
    def new(self, participant_id: UUID, agreement_id: UUID) -> PractisedWork:
        """Work of today under an agreement, seen by who is at work, else by its trainer."""
        with self._database.read() as uow:
            self._require(uow, Action.CHANGE_DEVELOPMENT, participant_id)
            agreement = agreement_in(uow, participant_id, agreement_id)
        return PractisedWork(
            participant_id=participant_id,
            agreement_id=agreement_id,
            code="",
            name="",
            on=self._today(),
            supervisor_id=self._actor.supervisor_id or agreement.trainer_id,
        )

    @allowed(Action.CHANGE_DEVELOPMENT)
    def save(self, work: PractisedWork) -> PractisedWork:
        """Keep practised work, with or without a verdict."""
        refuse(problems(work, self._today()))
        with self._database.write(self._actor, N_("Save practised work")) as uow:
            self._require_record(uow, Action.CHANGE_DEVELOPMENT, work)
            agreement = agreement_in(uow, work.participant_id, work.agreement_id)
            if work.on < agreement.starts_on:
                message = _("This day lies before the first day of the practice agreement.")
                refuse([Problem("on", message)])
            uow.save(work)
        return work

    @allowed(Action.CHANGE_DEVELOPMENT)
    def remove(self, work_id: UUID) -> None:
        """Remove practised work that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove practised work")) as uow:
            work = uow.of(PractisedWork).get(work_id)
            self._require(uow, Action.CHANGE_DEVELOPMENT, work.participant_id)
            uow.remove(work)
