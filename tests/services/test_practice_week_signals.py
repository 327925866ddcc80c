"""Vandaag says of the same weeks as the praktijkleren proof that they lack something."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.services.session import Session
from tests.builders import World
from tests.practice import a_location, an_accreditation, an_agreement

MONDAY = date(2026, 11, 16)


@pytest.fixture
def company(petra: Session) -> UUID:
    made = a_location(petra).id
    an_accreditation(petra, made)
    return made


def a_bbl_agreement(petra: Session, world: World, company: UUID, starts_on: date) -> None:
    an_agreement(
        petra,
        world.amina,
        world.school,
        company,
        learning_path=LearningPath.BBL,
        starts_on=starts_on,
        hours=610,
        signed_on=date(2026, 11, 6),
    )


def told(petra: Session) -> list[str]:
    return [one.what for one in petra.signals.all() if one.kind is SignalKind.PRACTICE_WEEK]


def test_only_a_note_for_the_school_or_for_everybody_is_guidance_of_the_bbl(
    petra: Session, world: World, company: UUID
) -> None:
    a_bbl_agreement(petra, world, company, MONDAY)
    petra.attendance.record(world.amina, MONDAY, DayPart.MORNING, AttendanceCode.PRESENT)
    theirs, ours = (
        petra.trajectories.save(petra.trajectories.new(world.amina, partner, role)).id
        for partner, role in (
            (world.municipality, LegalRole.REINTEGRATION),
            (world.school, LegalRole.TRAINING_COMPANY),
        )
    )
    note = replace(petra.entries.new(world.amina), text="Samen een band geplakt", on=MONDAY)
    petra.entries.write(replace(note, trajectory_id=theirs))
    assert len(told(petra)) == 1
    petra.entries.write(replace(note, id=ours, trajectory_id=ours))
    assert told(petra) == []


def test_a_week_of_which_only_the_sunday_lies_in_the_agreement_may_be_empty(
    petra: Session, world: World, company: UUID
) -> None:
    a_bbl_agreement(petra, world, company, MONDAY - timedelta(days=1))
    (one,) = told(petra)
    assert "2026-W47" in one
    petra.attendance.record(world.amina, MONDAY, DayPart.MORNING, AttendanceCode.SICK)
    assert told(petra) == []
