"""Aftercare: due, recorded, handed over; and how little a supervisor sees of who left."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.aftercare import Aftercare, AftercareResult
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.placements import Outcome
from ca_desktop.services.aftercare import AftercareLine
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.services.flow_people import contacts, keep, leaves

LEFT = date(2026, 8, 24)  # three months before the day of the tests


@pytest.fixture
def kept_by_jan(petra: Session, world: World) -> list[Aftercare]:
    """Bram left to paid work; Jan, who was not his supervisor, keeps contact."""
    bram = petra.participants.get(world.bram)
    keep(petra, replace(bram, phone="0555550120"))
    petra.placements.end_all(world.bram, Outcome.PAID_WORK, TODAY)
    leaves(petra, world.bram, LEFT, Outcome.PAID_WORK)
    return contacts(petra, world.bram, LEFT, world.jan)


def test_what_is_due_comes_with_name_phone_and_how_somebody_left(
    jan: Session, kept_by_jan: list[Aftercare]
) -> None:
    (line,) = jan.aftercare.due()
    assert line.contact == kept_by_jan[0]
    assert (line.name.full, line.phone, line.outcome) == (
        "Bram Visser",
        "0555550120",
        "Betaald werk",
    )
    assert {field.name for field in fields(AftercareLine)} == {
        "contact",
        "name",
        "phone",
        "outcome",
        "keeper",
    }


def test_who_keeps_contact_does_not_get_into_the_file(
    jan: Session, kept_by_jan: list[Aftercare], world: World
) -> None:
    refusals = (
        lambda: jan.participants.get(world.bram),
        lambda: jan.trajectories.of(world.bram),
    )
    for refused in refusals:
        with pytest.raises(NotAllowed):
            refused()


def test_another_supervisor_neither_sees_nor_records_the_contact(
    els: Session, kept_by_jan: list[Aftercare], world: World
) -> None:
    assert els.aftercare.due() == []
    assert els.aftercare.of(world.bram) == []
    with pytest.raises(NotAllowed):
        els.aftercare.get(kept_by_jan[0].id)
    with pytest.raises(NotAllowed):
        els.aftercare.record(kept_by_jan[0].id, TODAY, AftercareResult.STILL_THERE)
    with pytest.raises(NotAllowed):
        els.aftercare.new(world.bram)


def test_a_contact_is_recorded_and_can_be_undone(
    jan: Session, kept_by_jan: list[Aftercare]
) -> None:
    told = jan.aftercare.record(
        kept_by_jan[0].id, TODAY, AftercareResult.STILL_THERE, "Werkt nog bij de bakker"
    )
    assert jan.aftercare.get(told.id).contact == told
    assert jan.aftercare.due() == []
    jan.history.undo_last()
    assert jan.aftercare.due()[0].contact == kept_by_jan[0]


@pytest.mark.parametrize("days", [1, 30])
def test_a_contact_of_a_day_to_come_is_refused(
    jan: Session, kept_by_jan: list[Aftercare], days: int
) -> None:
    with pytest.raises(RuleBroken) as refused:
        jan.aftercare.record(
            kept_by_jan[0].id, TODAY + timedelta(days=days), AftercareResult.STOPPED
        )
    assert refused.value.problems[0].field == "done_on"


def test_a_coordinator_hands_over_and_a_supervisor_does_not(
    petra: Session, jan: Session, els: Session, kept_by_jan: list[Aftercare], world: World
) -> None:
    with pytest.raises(NotAllowed):
        jan.aftercare.reassign(kept_by_jan[0].id, world.els)
    petra.aftercare.reassign(kept_by_jan[0].id, world.els)
    assert jan.aftercare.due() == []
    assert [line.keeper for line in els.aftercare.due()] == ["Els Veen"]
    with pytest.raises(NotAllowed):
        jan.aftercare.remove(kept_by_jan[1].id)


def test_an_extra_contact_is_planned_in_a_week_with_who_keeps_contact(
    petra: Session, jan: Session, kept_by_jan: list[Aftercare], world: World
) -> None:
    extra = jan.aftercare.new(world.bram)
    assert (extra.due_on, extra.supervisor_id) == (TODAY + timedelta(weeks=1), world.jan)
    jan.aftercare.plan(extra)
    assert extra in [line.contact for line in jan.aftercare.of(world.bram)]
    with pytest.raises(NotAllowed):
        jan.aftercare.plan(replace(extra, supervisor_id=world.els))
    petra.aftercare.remove(extra.id)
    assert len(petra.aftercare.of(world.bram)) == 3


def test_nobody_plans_aftercare_for_who_is_still_here(petra: Session, world: World) -> None:
    with pytest.raises(RuleBroken, match="nog hier"):
        petra.aftercare.plan(petra.aftercare.new(world.amina))


@pytest.mark.parametrize(
    ("due_in", "urgency"), [(-1, "overdue"), (0, "this_week"), (6, "this_week"), (7, None)]
)
def test_today_shows_what_is_overdue_or_due_this_week_to_who_keeps_contact(
    petra: Session,
    jan: Session,
    els: Session,
    lies: Session,
    kept_by_jan: list[Aftercare],
    due_in: int,
    urgency: str | None,
) -> None:
    keep(petra, replace(kept_by_jan[0], due_on=TODAY + timedelta(days=due_in)))

    def shown(session: Session) -> list[str]:
        return [s.urgency.value for s in session.signals.all() if s.kind == "aftercare"]

    expected = [urgency] if urgency else []
    assert (shown(petra), shown(jan)) == (expected, expected)
    assert shown(els) == shown(lies) == []
