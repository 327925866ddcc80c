"""Somebody leaves: placements end when it is agreed, and nothing about them asks for attention."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.signals import SignalKind
from ca_desktop.services.session import Session
from tests.builders import World, a_participant, place
from tests.conftest import TODAY
from tests.services.flow_people import keep

YESTERDAY = TODAY - timedelta(days=1)


def leaves(petra: Session, who, on) -> None:
    petra.participants.change(replace(petra.participants.get(who), ended_on=on))


def test_an_end_date_ends_no_placement_in_silence(petra: Session, world: World) -> None:
    leaves(petra, world.cato, TODAY)
    assert [one.placement.ended_on for one in petra.placements.of(world.cato)] == [None, None]
    assert len(petra.placements.going_on(world.cato, TODAY)) == 2


def test_all_placements_end_together_and_come_back_together(
    petra: Session, jan: Session, world: World
) -> None:
    leaves(petra, world.cato, TODAY)
    ended = petra.placements.end_all(world.cato, Outcome.PAID_WORK, YESTERDAY)
    assert {(one.ended_on, one.outcome) for one in ended} == {(YESTERDAY, Outcome.PAID_WORK)}
    assert petra.placements.going_on(world.cato, YESTERDAY) == []
    assert jan.participants.matching("cato") == frozenset()
    petra.history.undo_last()
    assert len(petra.placements.going_on(world.cato, YESTERDAY)) == 2


def test_what_ended_before_keeps_its_end(petra: Session, world: World) -> None:
    first = petra.placements.of(world.cato)[0].placement
    petra.placements.end(first.id, Outcome.EDUCATION, YESTERDAY)
    petra.placements.end_all(world.cato, Outcome.PAID_WORK, TODAY)
    kept = petra.placements.get(first.id)
    assert (kept.outcome, kept.ended_on) == (Outcome.EDUCATION, YESTERDAY)


def test_about_somebody_who_has_left_only_a_missing_next_step_asks_for_attention(
    petra: Session, world: World
) -> None:
    placed = petra.placements.of(world.bram)[0].placement
    petra.placements.save(replace(placed, review_on=YESTERDAY))
    assert {"review", "follow_up"} <= kinds(petra, world)
    leaves(petra, world.bram, TODAY)
    assert {"review", "follow_up"} <= kinds(petra, world)
    keep(petra, replace(petra.participants.get(world.bram), ended_on=YESTERDAY))
    assert kinds(petra, world) == {"no_next_step", "close_file"}
    change = petra.stages.new(world.bram)
    petra.stages.change(replace(change, outcome=Outcome.STOPPED.value))
    assert kinds(petra, world) == {"no_next_step"}


def kinds(session: Session, world: World) -> set[str]:
    return {one.kind.value for one in session.signals.all() if one.participant_id == world.bram}


def test_signals_say_how_many_more_there_are(
    petra: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.db.queries.signals.MOST_ROWS", 2)
    for name in ("Dirk", "Eva", "Fien"):
        person = a_participant(petra, name, "Test")
        put = petra.placements.get(place(petra, person.id, world.role, None, "0m"))
        petra.placements.save(replace(put, review_on=YESTERDAY))
    found = [one for one in petra.signals.all() if one.kind is SignalKind.REVIEW]
    assert len(found) == 3
    assert "En nog 1" in {one.who for one in found}
    without = [one for one in petra.signals.all() if one.kind is SignalKind.NO_SUPERVISOR]
    assert "En nog 1" in {one.who for one in without}


def test_no_more_are_counted_than_somebody_reads(
    petra: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.db.queries.signals.MOST_ROWS", 1)
    monkeypatch.setattr("ca_desktop.db.queries.signals.MOST_MORE", 2)
    for name in ("Dirk", "Eva", "Fien", "Guus"):
        a_participant(petra, name, "Test")
    without = [one for one in petra.signals.all() if one.kind is SignalKind.NO_SUPERVISOR]
    assert "En meer dan 2 andere" in {one.who for one in without}


def test_the_coordinator_hears_of_an_account_of_who_has_left(
    petra: Session, jan: Session, world: World
) -> None:
    def told(session: Session) -> list[str]:
        return [one.who for one in session.signals.all() if one.kind is SignalKind.OPEN_ACCOUNT]

    supervisor = petra.supervisors.get(world.jan)
    petra.supervisors.save(replace(supervisor, ended_on=TODAY))
    assert told(petra) == []
    petra.supervisors.save(replace(supervisor, ended_on=YESTERDAY))
    assert told(petra) == ["Jan Bos"]
    assert told(jan) == []
    petra.accounts.change(replace(world.accounts["jan"], is_active=False))
    assert told(petra) == []


def test_who_has_two_trajectories_that_end_on_one_day_is_named_once(
    petra: Session, world: World
) -> None:
    (one,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(one, ends_on=TODAY))
    keep(petra, replace(one, id=uuid4(), ends_on=TODAY))
    (gap,) = petra.flow.without_next_step()
    assert gap.participant_id == world.amina
