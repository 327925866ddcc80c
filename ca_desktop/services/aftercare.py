"""Aftercare: who is to be called after leaving, by whom, and what the contact told.

A supervisor sees the contacts that he keeps, with of the person no more than name, phone and how
they left: the file itself stays closed to him.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import aftercare as aftercare_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import EXTRA, Aftercare, AftercareResult, problems
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.errors import NotAllowed, Problem, RuleBroken, refuse
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.permissions import Action, Scope
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed

DAYS_AHEAD = 28


@dataclass(frozen=True, slots=True, kw_only=True)
class AftercareLine:
    """One contact with the name, the phone, how the person left, and who keeps contact."""

    contact: Aftercare
    name: PersonName
    phone: str
    outcome: str
    keeper: str

    @property
    def id(self) -> UUID:
        return self.contact.id


class AftercareService(Service):
    """What a user can do with contacts after leaving."""

    @allowed(Action.KEEP_AFTERCARE)
    def due(self, days_ahead: int = DAYS_AHEAD) -> Sequence[AftercareLine]:
        """The contacts within reach that are overdue or due in so many days, the first first."""
        until = self._today() + timedelta(days=days_ahead)
        with self._database.read() as uow:
            return self._lines(uow, due_by=until)

    @allowed(Action.KEEP_AFTERCARE)
    def of(self, participant_id: UUID) -> Sequence[AftercareLine]:
        """The contacts with one person that this account may see, the first first."""
        with self._database.read() as uow:
            return self._lines(uow, participant_id=participant_id)

    @allowed(Action.KEEP_AFTERCARE)
    def get(self, contact_id: UUID) -> AftercareLine:
        """One contact; NotAllowed when somebody else keeps it."""
        with self._database.read() as uow:
            contact = uow.of(Aftercare).get(contact_id)
            self._require_contact(contact)
            lines = self._lines(uow, participant_id=contact.participant_id)
        return next(line for line in lines if line.id == contact_id)

    @allowed(Action.KEEP_AFTERCARE)
    def record(
        self, contact_id: UUID, done_on: date, result: AftercareResult, remarks: str = ""
    ) -> Aftercare:
        """Keep what the contact told. Was nobody reached? Then plan an extra one."""
        with self._database.write(self._actor, N_("Record aftercare")) as uow:
            before = uow.of(Aftercare).get(contact_id)
            self._require_contact(before)
            contact = replace(before, done_on=done_on, result=result, remarks=remarks)
            refuse(problems(contact, self._today()))
            uow.save(contact)
        return contact

    @allowed(Action.KEEP_AFTERCARE)
    def reassign(self, contact_id: UUID, supervisor_id: UUID | None) -> Aftercare:
        """Let somebody else keep this contact. Only who oversees all contacts gives them out."""
        with self._database.write(self._actor, N_("Hand over aftercare")) as uow:
            contact = uow.of(Aftercare).get(contact_id)
            self._require_all()
            if contact.done_on is not None:
                raise RuleBroken(_("This contact has been made. Nobody needs to take it over."))
            contact = replace(contact, supervisor_id=supervisor_id)
            uow.save(contact)
        return contact

    @allowed(Action.KEEP_AFTERCARE)
    def new(self, participant_id: UUID) -> Aftercare:
        """An extra contact in a week, with who keeps contact now or was the fixed supervisor."""
        with self._database.read() as uow:
            self._require(uow, Action.KEEP_AFTERCARE, participant_id)
            keeper = self._usual_keeper(uow, participant_id)
        return Aftercare(
            participant_id=participant_id,
            months=EXTRA,
            due_on=self._today() + timedelta(weeks=1),
            supervisor_id=keeper,
        )

    @allowed(Action.KEEP_AFTERCARE)
    def plan(self, contact: Aftercare) -> Aftercare:
        """Plan an extra contact, or change one that is planned; a supervisor only for himself."""
        with self._database.write(self._actor, N_("Plan aftercare")) as uow:
            self._require_record(uow, Action.KEEP_AFTERCARE, contact)
            before = uow.of(Aftercare).find(id=contact.id)
            for one in (before, contact):
                if one is not None:
                    self._require_contact(one)
            refuse(problems(contact, self._today()))
            person = uow.of(Participant).get(contact.participant_id)
            refuse(_still_here(person, self._today()))
            uow.save(contact)
        return contact

    @allowed(Action.KEEP_AFTERCARE)
    def remove(self, contact_id: UUID) -> None:
        """Take away a contact that is not to be made, such as when somebody asked for that."""
        with self._database.write(self._actor, N_("Remove aftercare")) as uow:
            contact = uow.of(Aftercare).get(contact_id)
            self._require_all()
            uow.remove(contact)

    # -- inside --------------------------------------------------------------------------------

    def _lines(
        self, uow: UnitOfWork, due_by: date | None = None, participant_id: UUID | None = None
    ) -> list[AftercareLine]:
        reach = self._reach(Action.KEEP_AFTERCARE)
        rows = aftercare_queries.contact_rows(
            uow, reach, due_by=due_by, participant_id=participant_id
        )
        return [
            AftercareLine(
                contact=row.contact,
                name=row.name,
                phone=row.phone,
                outcome=_outcome_name(row.outcome),
                keeper=row.keeper,
            )
            for row in rows
        ]

    def _require_contact(self, contact: Aftercare) -> None:
        reach = self._reach(Action.KEEP_AFTERCARE)
        mine = reach.supervisor_id is not None and contact.supervisor_id == reach.supervisor_id
        if reach.scope is not Scope.ALL and not mine:
            raise NotAllowed(
                _("You may do this only for the contacts that you keep. Ask a coordinator.")
            )

    def _require_all(self) -> None:
        if self._reach(Action.KEEP_AFTERCARE).scope is not Scope.ALL:
            raise NotAllowed(_("Only a coordinator hands over or removes a contact."))

    def _usual_keeper(self, uow: UnitOfWork, participant_id: UUID) -> UUID | None:
        if self._reach(Action.KEEP_AFTERCARE).scope is not Scope.ALL:
            return self._actor.supervisor_id
        contacts = uow.of(Aftercare).all(participant_id=participant_id, order_by="-due_on")
        fixed = uow.of(FixedSupervisor).all(participant_id=participant_id, order_by="-starts_on")
        keepers = [*(c.supervisor_id for c in contacts), *(f.supervisor_id for f in fixed)]
        return next((one for one in keepers if one is not None), None)


def _still_here(person: Participant, today: date) -> Sequence[Problem]:
    has_left = person.ended_on is not None and person.ended_on <= today
    if person.stage.is_closed or has_left:
        return ()
    return (
        Problem(
            "due_on", _("This person is still here. Aftercare begins when the file is closed.")
        ),
    )


def _outcome_name(code: str) -> str:
    found = known(load_catalogue().outcomes, code)
    return found.name.in_(current_language()) if found else ""
