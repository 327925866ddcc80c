"""What stands around a participant in tests: partners, trajectories, who is responsible, who
signs in."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import LegalRole, Trajectory
from ca_desktop.services.session import Session
from tests.conftest import TODAY


def a_partner(session: Session, name: str = "Gemeente Apeldoorn") -> Partner:
    new = replace(session.partners.new(), name=name, kind=PartnerKind.MUNICIPALITY)
    return session.partners.save(new)


def a_trajectory(session: Session, person: Participant, role: LegalRole) -> Trajectory:
    return session.trajectories.save(
        session.trajectories.new(person.id, a_partner(session, f"Partner {role.value}").id, role)
    )


def fixed_from(session: Session, person: Participant, who: Supervisor, day: date = TODAY) -> None:
    session.participants.save_fixed_supervisor(
        FixedSupervisor(participant_id=person.id, supervisor_id=who.id, starts_on=day)
    )


def signed_in_as(session: Session, role: AccountRole, supervisor: UUID | None = None) -> Session:
    """The same store, with somebody of this role at work."""
    actor = replace(session.actor, role=role, supervisor_id=supervisor)
    return Session(replace(session.opened, actor=actor), today=session.today)
