"""A small centre to test with: two supervisors, a reader, three participants and their papers."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.entries import Visibility
from ca_desktop.domain.half_days import DayPart, HalfDays
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session

PASSWORD = "groene fiets loopt"
OTHER_PASSWORD = "blauwe kast kraakt"
START = date(2026, 9, 1)
MONDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class World:
    """Jan guides Amina (fixed) and Cato (a placement); Els guides Bram and Cato (fixed)."""

    amina: UUID
    bram: UUID
    cato: UUID
    jan: UUID
    els: UUID
    role: UUID
    municipality: UUID
    school: UUID
    employer: UUID
    accounts: dict[str, Account]

    @property
    def people(self) -> tuple[UUID, UUID, UUID]:
        return self.amina, self.bram, self.cato


def fill(session: Session) -> World:
    """Fill a new centre as its coordinator."""
    jan, els = a_supervisor(session, "Jan", "Bos"), a_supervisor(session, "Els", "Veen")
    people = [
        a_participant(session, first, last)
        for first, last in (("Amina", "Yusuf"), ("Bram", "Visser"), ("Cato", "Berg"))
    ]
    role = session.roles.named("sorteren").id
    partners = [
        a_partner(session, "Gemeente Apeldoorn", PartnerKind.MUNICIPALITY),
        a_partner(session, "Graafschap College", PartnerKind.SCHOOL),
        a_partner(session, "Bakkerij De Korst", PartnerKind.EMPLOYER),
    ]
    for person, fixed in zip(people, (jan, els, els), strict=True):
        guide(session, person.id, fixed.id)
        place(session, person.id, role, None if person is people[2] else fixed.id, "0m", "2a")
        join(session, person.id, partners[0].id)
        record(session, person)
    place(session, people[2].id, role, jan.id, "4m")
    made = [
        an_account(session, "jan", "Jan Bos", AccountRole.SUPERVISOR, jan.id),
        an_account(session, "els", "Els Veen", AccountRole.SUPERVISOR, els.id),
        an_account(session, "lies", "Lies Lezer", AccountRole.READER),
    ]
    accounts = {"petra": session.accounts.own(), **{one.sign_in_name: one for one in made}}
    amina, bram, cato = (person.id for person in people)
    municipality, school, employer = (partner.id for partner in partners)
    return World(amina, bram, cato, jan.id, els.id, role, municipality, school, employer, accounts)


def a_supervisor(session: Session, first: str, last: str) -> Supervisor:
    """A work supervisor who starts on the first day."""
    new = replace(
        session.supervisors.new(), starts_on=START, kinds=(SupervisorKind.WORK_SUPERVISOR,)
    )
    return session.supervisors.save(replace(new, first_name=first, last_name=last))


def a_participant(session: Session, first: str, last: str) -> Participant:
    """Somebody taken in on the first day."""
    new = replace(session.participants.new(), starts_on=START, place="Apeldoorn")
    return session.participants.take_in(replace(new, first_name=first, last_name=last))


def a_partner(session: Session, name: str, kind: PartnerKind) -> Partner:
    return session.partners.save(replace(session.partners.new(), name=name, kind=kind))


def an_account(
    session: Session,
    name: str,
    full_name: str,
    role: AccountRole,
    supervisor_id: UUID | None = None,
) -> Account:
    """An account with the other password as its first one."""
    new = replace(session.accounts.new(), sign_in_name=name, full_name=full_name)
    new = replace(new, role=role, supervisor_id=supervisor_id)
    return session.accounts.create(new, OTHER_PASSWORD, OTHER_PASSWORD)


def guide(
    session: Session, person: UUID, supervisor: UUID, from_on: date = START
) -> FixedSupervisor:
    """Somebody's fixed supervisor from a day on."""
    fixed = FixedSupervisor(participant_id=person, supervisor_id=supervisor, starts_on=from_on)
    return session.participants.save_fixed_supervisor(fixed)


def place(session: Session, person: UUID, role: UUID, supervisor: UUID | None, *slots: str) -> UUID:
    """A placement from the first day, on these half-days."""
    new = replace(session.placements.new(person, role), supervisor_id=supervisor, starts_on=START)
    return session.placements.save(replace(new, half_days=HalfDays.of(*slots))).placement.id


def join(session: Session, person: UUID, partner: UUID, starts_on: date = START) -> UUID:
    """A trajectory as Wmo provider from a day on."""
    new = session.trajectories.new(person, partner, LegalRole.WMO_PROVIDER)
    return session.trajectories.save(replace(new, starts_on=starts_on)).id


def record(session: Session, person: Participant) -> None:
    """A goal, a half-day and two notes: one to use in a report, one internal."""
    name, about = person.first_name, person.id
    goal = replace(session.goals.new(about), text=f"{name} wil leren zagen", set_on=START)
    session.goals.save(goal)
    session.attendance.record(about, MONDAY, DayPart.MORNING, AttendanceCode.PRESENT)
    note = replace(session.entries.new(about), text=f"Zaagtalent van {name}", on=MONDAY)
    note = replace(note, visibility=Visibility.REPORT)
    session.entries.write(replace(note, agreement=f"Oefenen met {name}", follow_up_on=MONDAY))
    inside = replace(session.entries.new(about), text=f"Stilte rond {name}", on=MONDAY)
    session.entries.write(replace(inside, visibility=Visibility.INTERNAL))


def a_wish(person: UUID, partner: UUID | None, **fields: object) -> ReportWish:
    """A report over the whole autumn."""
    values: dict[str, object] = {"starts_on": START, "ends_on": date(2026, 11, 24), "included": {}}
    return ReportWish(participant_id=person, partner_id=partner, **{**values, **fields})
