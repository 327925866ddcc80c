"""The citizen service number: only under a legal role that requires it, masked, journalled."""

from dataclasses import dataclass
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.bsn import digits_of
from ca_desktop.domain.citizen_numbers import CitizenNumber, may_be_recorded, problems
from ca_desktop.domain.errors import NotFound, refuse
from ca_desktop.domain.journal import JournalAction
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_, _
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.target_groups import legal_roles_on

SUBJECT = "citizen_numbers"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenNumberState:
    """What may be known without looking: whether it stands there, and whether it may."""

    masked: str
    may_be_recorded: bool

    @property
    def has_lost_its_ground(self) -> bool:
        """Whether a number stands there that no running trajectory requires any more."""
        return bool(self.masked) and not self.may_be_recorded


class CitizenNumberService(Service):
    """What a coordinator can do with the number of a participant."""

    @allowed(Action.SEE_CITIZEN_NUMBER)
    def state(self, participant_id: UUID) -> CitizenNumberState:
        """The masked number ('' where none was recorded) and whether one may be recorded now."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_CITIZEN_NUMBER, participant_id)
            found = uow.of(CitizenNumber).find(participant_id=participant_id)
            roles = legal_roles_on(uow, participant_id, self._today())
        return CitizenNumberState(
            masked=found.masked if found else "", may_be_recorded=may_be_recorded(roles)
        )

    @allowed(Action.SEE_CITIZEN_NUMBER)
    def reveal(self, participant_id: UUID) -> str:
        """The number itself; that somebody looked stands in the journal. Raises NotFound."""
        with self._database.write(self._actor, N_("Look at the citizen number")) as uow:
            self._require(uow, Action.SEE_CITIZEN_NUMBER, participant_id)
            found = self._find(uow, participant_id)
            uow.note(JournalAction.READ, SUBJECT, found.id, participant_id)
        return found.number

    @allowed(Action.CHANGE_CITIZEN_NUMBER)
    def record(self, participant_id: UUID, number: str) -> None:
        """Keep this number, in place of what stood there. RuleBroken without ground or when it is
        no such number; the message never repeats what was typed.
        """
        with self._database.write(self._actor, N_("Record the citizen number")) as uow:
            self._require(uow, Action.CHANGE_CITIZEN_NUMBER, participant_id)
            before = uow.of(CitizenNumber).find(participant_id=participant_id)
            made = CitizenNumber(
                participant_id=participant_id, number=digits_of(number), recorded_on=self._today()
            )
            refuse(problems(made, legal_roles_on(uow, participant_id, self._today())))
            if before is not None:
                uow.remove(before)
            uow.save(made)

    @allowed(Action.CHANGE_CITIZEN_NUMBER)
    def remove(self, participant_id: UUID) -> None:
        """Destroy the number; this can't be undone."""
        with self._database.write(self._actor, N_("Remove the citizen number")) as uow:
            self._require(uow, Action.CHANGE_CITIZEN_NUMBER, participant_id)
            uow.remove(self._find(uow, participant_id))

    def _find(self, uow: UnitOfWork, participant_id: UUID) -> CitizenNumber:
        found = uow.of(CitizenNumber).find(participant_id=participant_id)
        if found is None:
            raise NotFound(_("No citizen number was recorded for this person."))
        return found
