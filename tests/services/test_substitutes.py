"""Who could stand in for a supervisor who is away: time, papers, and being there himself."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.dates import Period
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.supervisors import Certificate
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY

NEXT_MONDAY = date(2026, 11, 30)
THAT_WEEK = Period(starts_on=NEXT_MONDAY, ends_on=date(2026, 12, 4))


def change(petra: Session, supervisor_id: UUID, **more: Any) -> None:
    petra.supervisors.save(replace(petra.supervisors.get(supervisor_id), **more))


def test_who_could_stand_in_has_time_papers_and_is_there(petra: Session, world: World) -> None:
    change(petra, world.els, weekly_minutes=3000, half_days=HalfDays.of("0m", "2a"))
    petra.supervisors.save_certificate(
        Certificate(supervisor_id=world.els, kind="vog", seen_on=TODAY)
    )
    (els,) = petra.substitutes.of(world.jan, THAT_WEEK)
    assert els.needed == HalfDays.of("0m", "2a", "4m")
    assert els.free == HalfDays.of("0m", "2a")
    assert els.not_there == HalfDays.of("4m")
    assert els.missing == ()
    change(petra, world.els, weekly_minutes=3000, half_days=HalfDays.of("0m", "2a", "4m"))
    assert petra.substitutes.of(world.jan, THAT_WEEK)[0].fits


def test_who_lacks_a_required_paper_or_the_time_is_said_so(petra: Session, world: World) -> None:
    change(petra, world.els, weekly_minutes=3, half_days=HalfDays.of("0m", "2a", "4m"))
    (els,) = petra.substitutes.of(world.jan, THAT_WEEK)
    assert els.too_full == els.needed
    assert any("VOG" in name for name in els.missing)


def test_who_is_away_himself_on_a_later_day_is_said_so(petra: Session, world: World) -> None:
    change(petra, world.els, weekly_minutes=3000, half_days=HalfDays.of("0m", "2a", "4m"))
    later = date(2026, 12, 7)
    vog = Certificate(supervisor_id=world.els, kind="vog", seen_on=TODAY)
    petra.supervisors.save_certificate(vog)
    away = SupervisorAbsence(supervisor_id=world.els, starts_on=later, ends_on=later)
    petra.absences.save(away)
    (els,) = petra.substitutes.of(world.jan, replace(THAT_WEEK, ends_on=later))
    assert (els.away, els.fits, els.short) == ((away.period,), False, "is zelf ook weg")
    assert els.reasons[0] == "Zelf ook weg: 07-12-2026."
    until_sunday = replace(THAT_WEEK, ends_on=date(2026, 12, 6))
    assert petra.substitutes.of(world.jan, until_sunday)[0].fits


def test_who_leaves_before_the_last_day_is_said_so(petra: Session, world: World) -> None:
    change(petra, world.els, ended_on=date(2026, 12, 3))
    assert petra.substitutes.of(world.jan, THAT_WEEK)[0].away == (
        Period(starts_on=date(2026, 12, 4)),
    )
    change(petra, world.els, ended_on=date(2026, 12, 4))
    assert petra.substitutes.of(world.jan, THAT_WEEK)[0].away == ()
