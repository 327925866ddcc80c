"""Whether the chosen supervisor has time for one more: the same count as the capacity board."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.conditions import Condition, ConditionKind, Verdict
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.placements import Placement
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


def with_hours(session: Session, supervisor_id: UUID, hours: int) -> None:
    one = session.supervisors.get(supervisor_id)
    session.supervisors.save(replace(one, weekly_minutes=hours * 60))


def asked(session: Session, world: World, *slots: str) -> Placement:
    new = session.placements.new(world.cato, session.roles.named("webshop").id)
    return replace(new, supervisor_id=world.jan, half_days=HalfDays.of(*slots), starts_on=TODAY)


def guidance(session: Session, placement: Placement) -> Condition:
    found = session.matches.explain(placement)
    return next(one for one in found if one.kind is ConditionKind.GUIDANCE)


@pytest.mark.parametrize(
    ("hours", "verdict"), [(40, Verdict.FITS), (1, Verdict.DOES_NOT_FIT), (0, Verdict.UNKNOWN)]
)
def test_the_hours_of_the_supervisor_decide(
    petra: Session, world: World, hours: int, verdict: Verdict
) -> None:
    with_hours(petra, world.jan, hours)
    found = guidance(petra, asked(petra, world, "1m"))
    assert found.verdict is verdict
    assert "Jan Bos" in found.reason


def test_without_half_days_it_is_not_counted(petra: Session, world: World) -> None:
    with_hours(petra, world.jan, 40)
    assert guidance(petra, asked(petra, world)).verdict is Verdict.UNKNOWN


def test_the_minutes_are_those_of_the_board(petra: Session, world: World) -> None:
    with_hours(petra, world.jan, 1)
    placement = asked(petra, world, "1m")
    reason = guidance(petra, placement).reason
    petra.placements.save(placement)
    cell = petra.capacity.board(TODAY).board.row(world.jan).cell(HalfDay.from_code("1m"))
    assert f"{round(cell.need)} minuten nodig en {round(cell.supply)} beschikbaar" in reason


def test_a_placement_that_stands_is_counted_once(petra: Session, world: World) -> None:
    with_hours(petra, world.jan, 1)
    placement = asked(petra, world, "1m")
    before = guidance(petra, placement).reason
    petra.placements.save(placement)
    assert guidance(petra, placement).reason == before


def test_a_week_away_does_not_make_a_placement_impossible(petra: Session, world: World) -> None:
    with_hours(petra, world.jan, 40)
    away = SupervisorAbsence(
        supervisor_id=world.jan, starts_on=TODAY, ends_on=TODAY + timedelta(days=6)
    )
    petra.absences.save(away)
    assert guidance(petra, asked(petra, world, "1m")).verdict is Verdict.FITS
