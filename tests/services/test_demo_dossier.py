"""The SBB dossier of the demo centre: every state, every group of the board, with its reasons."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from ca_desktop.domain.accreditation_conditions import ConditionState
from ca_desktop.domain.accreditation_evidence import AccreditationEvidence
from ca_desktop.domain.accreditation_evidence import problems as evidence_problems
from ca_desktop.domain.accreditation_outlook import OutlookGroup, OutlookPlace
from ca_desktop.domain.accreditation_steps import AccreditationStep, path_problems, standing
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.domain.work_processes import problems as process_problems
from ca_desktop.services.demo import create_demo, demo_centre
from ca_desktop.services.outlook import OutlookService
from ca_desktop.services.stores import StoreDoor
from ca_desktop.services.training_companies import TrainingCompanyService
from tests.conftest import TODAY

T = TypeVar("T")
DAYS = [TODAY, date(2028, 2, 29), date(2026, 8, 1), date(2027, 1, 1)]


def of(things: Sequence[object], kind: type[T]) -> list[T]:
    return [thing for thing in things if isinstance(thing, kind)]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("people", [3, 60])
def test_every_state_is_there_and_stands_as_its_steps_say(day: date, people: int) -> None:
    things = [thing for batch in demo_centre(2026, people, day) for thing in batch]
    accreditations = of(things, Accreditation)
    assert {one.state for one in accreditations} == set(AccreditationState)
    steps = of(things, AccreditationStep)
    for one in accreditations:
        mine = [step for step in steps if step.accreditation_id == one.id]
        assert mine
        assert list(path_problems(mine, day)) == []
        assert standing(one, mine) == one
    assert any(step.letter for step in steps)


def test_no_rule_of_the_dossier_is_broken() -> None:
    things = [thing for batch in demo_centre(2026, 60, TODAY) for thing in batch]
    processes = of(things, WorkProcess)
    for one in processes:
        others = [two for two in processes if two.accreditation_id == one.accreditation_id]
        assert list(process_problems(one, others)) == []
    for evidence in of(things, AccreditationEvidence):
        assert list(evidence_problems(evidence, TODAY)) == []


def test_the_board_has_every_group_and_most_reasons_and_the_conditions_every_state(
    tmp_path: Path,
) -> None:
    store = tmp_path / "centre"
    access = create_demo(store, 20, today=TODAY)
    opened = StoreDoor.at(store).sign_in(access.sign_in_name, access.password)
    ground = (opened.database, opened.actor, lambda: TODAY)
    lines = OutlookService(*ground).lines()
    assert {one.outlook.group for one in lines} == set(OutlookGroup)
    places = {reason.place for one in lines for reason in one.outlook.reasons}
    assert {OutlookPlace.STEP, OutlookPlace.COURSE, OutlookPlace.PROCESSES} <= places
    companies = TrainingCompanyService(*ground)
    states = {
        condition.state for line in companies.lines() for condition in companies.conditions(line.id)
    }
    assert states == set(ConditionState)
    opened.close()
