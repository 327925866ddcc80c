"""People who start, move on and leave, as tests need them: built on the tables."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.domain.aftercare import Aftercare, AftercareResult, planned
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.services.session import Session

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def keep(session: Session, *things: object) -> None:
    """Write these rows as they are."""
    with session.opened.database.write(session.actor, "Test") as uow:
        uow.save_all(things)


def somebody(session: Session, name: str, starts_on: date, stage: Stage = Stage.ACTIVE) -> UUID:
    """A file that began on this day."""
    blank = session.participants.new()
    person = session.participants.take_in(
        replace(blank, first_name=name, last_name="Proef", starts_on=starts_on)
    )
    if stage is not Stage.ACTIVE:
        keep(session, replace(person, stage=stage))
    return person.id


def step(session: Session, person: UUID, before: Stage, after: Stage, on: date) -> None:
    """A change of stage, with the stage of the file after it."""
    change = StageChange(participant_id=person, before=before, after=after, on=on)
    keep(session, change, replace(session.participants.get(person), stage=after))


def leaves(session: Session, person: UUID, on: date, outcome: Outcome, next_step: str = "") -> None:
    """The file is finished on this day."""
    change = StageChange(
        participant_id=person,
        before=Stage.ACTIVE,
        after=Stage.FINISHED,
        on=on,
        outcome=outcome,
        next_step=next_step,
    )
    kept: Participant = session.participants.get(person)
    keep(session, change, replace(kept, stage=Stage.FINISHED, ended_on=on))


def placed(
    session: Session, person: UUID, role: UUID, starts_on: date, ended_on: date | None = None
) -> None:
    """A placement from one day until another."""
    keep(
        session,
        Placement(
            participant_id=person,
            role_id=role,
            half_days=HalfDays.of("1m"),
            starts_on=starts_on,
            review_on=starts_on,
            ended_on=ended_on,
            outcome=Outcome.OTHER_ROLE if ended_on else None,
        ),
    )


def contacts(session: Session, person: UUID, left_on: date, keeper: UUID | None) -> list[Aftercare]:
    """The usual contacts after leaving."""
    found = list(planned(person, left_on, keeper))
    keep(session, *found)
    return found


def told(session: Session, contact: Aftercare, on: date, result: AftercareResult) -> None:
    """The contact was made."""
    keep(session, replace(contact, done_on=on, result=result))


def grouped(session: Session, person: UUID, group: str) -> None:
    """The target group of somebody, written around the rules that say who may record it."""
    keep(session, RestrictedBlock(participant_id=person, target_group=group, recorded_on=YEAR[0]))
