"""The last day and the stage tell one story: the history says how somebody became finished."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.stages import Stage
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.services.flow_people import keep

YESTERDAY = TODAY - timedelta(days=1)


def last_day(session: Session, person: UUID, on: date | None) -> None:
    session.participants.change(replace(session.participants.get(person), ended_on=on))


def close(session: Session, person: UUID, on: date) -> None:
    change = session.stages.new(person)
    session.stages.change(
        replace(change, after=Stage.FINISHED, on=on, outcome=Outcome.EDUCATION.value)
    )


def story(session: Session, person: UUID) -> tuple[Stage, date | None, list[tuple[Stage, date]]]:
    kept = session.participants.get(person)
    steps = [(one.after, one.on) for one in session.stages.steps(person)]
    return kept.stage, kept.ended_on, steps


@pytest.mark.parametrize("on", [YESTERDAY, TODAY - timedelta(days=30)])
def test_a_day_that_has_passed_closes_nothing_in_silence(
    petra: Session, world: World, on: date
) -> None:
    with pytest.raises(RuleBroken) as refused:
        last_day(petra, world.bram, on)
    [problem] = refused.value.problems
    assert problem.field == "ended_on"
    assert "Status wijzigen" in problem.message
    assert story(petra, world.bram) == (Stage.ACTIVE, None, [])


@pytest.mark.parametrize("days", [0, 1])
def test_today_and_a_day_to_come_are_planned(petra: Session, world: World, days: int) -> None:
    last_day(petra, world.bram, TODAY + timedelta(days=days))
    assert story(petra, world.bram)[0] is Stage.ACTIVE
    last_day(petra, world.bram, None)
    assert story(petra, world.bram) == (Stage.ACTIVE, None, [])


def test_nobody_is_taken_in_who_has_left_already(petra: Session) -> None:
    blank = replace(petra.participants.new(), first_name="Oud", starts_on=date(2026, 1, 5))
    with pytest.raises(RuleBroken) as refused:
        petra.participants.take_in(replace(blank, ended_on=YESTERDAY))
    assert [one.field for one in refused.value.problems] == ["ended_on"]
    assert petra.participants.take_in(replace(blank, ended_on=TODAY)).stage is Stage.ACTIVE


def test_when_the_planned_day_has_passed_vandaag_asks_to_close_and_offers_that_day(
    petra: Session, jan: Session, world: World
) -> None:
    keep(petra, replace(petra.participants.get(world.amina), ended_on=YESTERDAY))
    asked = [one for one in petra.signals.all() if one.kind is SignalKind.CLOSE_FILE]
    assert [(one.participant_id, one.due_on) for one in asked] == [(world.amina, YESTERDAY)]
    assert not [one for one in jan.signals.all() if one.kind is SignalKind.CLOSE_FILE]
    offer = petra.stages.new(world.amina)
    assert (offer.after, offer.on) == (Stage.FINISHED, YESTERDAY)
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, phone="0612345678"))  # the rest can still be kept
    petra.stages.change(replace(offer, outcome=Outcome.EDUCATION.value))
    assert story(petra, world.amina) == (
        Stage.FINISHED,
        YESTERDAY,
        [(Stage.FINISHED, YESTERDAY)],
    )
    assert not [one for one in petra.signals.all() if one.kind is SignalKind.CLOSE_FILE]


def test_a_mended_last_day_mends_the_step_that_closed_the_file(
    petra: Session, world: World
) -> None:
    close(petra, world.bram, YESTERDAY)
    last_day(petra, world.bram, TODAY)
    assert story(petra, world.bram) == (Stage.FINISHED, TODAY, [(Stage.FINISHED, TODAY)])
    petra.history.undo_last()
    assert story(petra, world.bram)[1:] == (YESTERDAY, [(Stage.FINISHED, YESTERDAY)])


@pytest.mark.parametrize("on", [None, TODAY + timedelta(days=1)])
def test_a_closed_file_keeps_a_last_day_that_has_been(
    petra: Session, world: World, on: date | None
) -> None:
    close(petra, world.bram, YESTERDAY)
    with pytest.raises(RuleBroken):
        last_day(petra, world.bram, on)


def test_a_last_day_is_not_mended_past_the_steps_around_it(petra: Session, world: World) -> None:
    paused = petra.stages.new(world.bram)
    petra.stages.change(replace(paused, on=YESTERDAY - timedelta(days=3), reason="Reis"))
    close(petra, world.bram, YESTERDAY - timedelta(days=1))
    archived = petra.stages.new(world.bram)
    petra.stages.change(replace(archived, on=YESTERDAY))
    for on in (YESTERDAY - timedelta(days=4), TODAY):
        with pytest.raises(RuleBroken):
            last_day(petra, world.bram, on)
    last_day(petra, world.bram, YESTERDAY)
    assert story(petra, world.bram)[1] == YESTERDAY


def test_after_reopening_the_last_day_is_free_again(petra: Session, world: World) -> None:
    close(petra, world.bram, YESTERDAY)
    change = petra.stages.new(world.bram)
    petra.stages.change(replace(change, after=Stage.ACTIVE, reason="Komt terug"))
    assert story(petra, world.bram)[:2] == (Stage.ACTIVE, None)
    last_day(petra, world.bram, TODAY + timedelta(days=7))
    close(petra, world.bram, TODAY)
    assert [one for one, _on in story(petra, world.bram)[2]] == [
        Stage.FINISHED,
        Stage.ACTIVE,
        Stage.FINISHED,
    ]


def test_only_who_may_close_a_file_mends_its_last_day(
    petra: Session, jan: Session, world: World
) -> None:
    keep(petra, replace(petra.participants.get(world.amina), stage=Stage.ARCHIVED, ended_on=TODAY))
    with pytest.raises(RuleBroken, match="coördinator"):
        last_day(jan, world.amina, YESTERDAY)


def test_a_list_with_somebody_who_had_left_tells_that_in_the_history(
    petra: Session, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    day = format_date(YESTERDAY)
    file.write_text(f"Achternaam;Start;Einde\nBos;01-02-2026;{day}\nVos;01-02-2026;\n")
    table = petra.imports.read(file)
    petra.imports.take_in(table, petra.imports.guess(table).columns, [2, 3])
    gone, here = petra.participants.named("Bos").id, petra.participants.named("Vos").id
    assert story(petra, gone) == (Stage.FINISHED, YESTERDAY, [(Stage.FINISHED, YESTERDAY)])
    assert "ingelezen" in petra.stages.steps(gone)[0].reason
    assert story(petra, here) == (Stage.ACTIVE, None, [])
