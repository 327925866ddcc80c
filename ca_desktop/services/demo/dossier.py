"""The SBB dossier of the demo centre: every state with its steps, work processes and evidence.

It has a chance of its own, so that nothing else in the demo changes with it.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditation_steps import AccreditationStep, standing
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.checklist_ticks import ChecklistTick
from ca_desktop.domain.dates import add_months, format_date
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.resources import resource
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.world import World

_OWN_STREAM = 8817
_S = AccreditationState
_WAY = (_S.ORIENTATION, _S.IN_PREPARATION, _S.APPLIED, _S.VISIT_PLANNED, _S.ACCREDITED)
_AFTER = {  # by which states something got where it is, and how many days before the last one
    _S.REJECTED: ((*_WAY[:4], _S.REJECTED), (150, 90, 30, 20, 0)),
    _S.OBJECTION: ((*_WAY[:4], _S.REJECTED, _S.OBJECTION), (190, 130, 60, 50, 30, 0)),
}
_DAYS = (150, 90, 24, 16, 0)
_RECENT = {_S.ORIENTATION: 12, _S.IN_PREPARATION: 20, _S.APPLIED: 18, _S.VISIT_PLANNED: 5}
_LETTERED = frozenset({_S.ACCREDITED, _S.REJECTED, _S.WITHDRAWN, _S.LAPSED, _S.OBJECTION})


def with_dossier(seed: int, world: World) -> tuple[World, list[object]]:
    """The world with accreditations that stand as their steps say; and the rest of the dossier."""
    chance, said = Chance(seed + _OWN_STREAM), _said()
    own = [_detailed(one, said, world.today) for one in world.accreditations]
    second = TrainingCompany(id=chance.new_id(), location=said["second"]["location"])
    further = [_further(chance, row, world, second) for row in said["accreditations"]]
    letters = {row["code"]: row for row in said["accreditations"]}
    moved: list[Accreditation] = []
    steps: list[AccreditationStep] = []
    for one in (*own, *further):
        mine = _steps(chance, one, letters.get(one.code, {}), world.today)
        steps += mine
        moved.append(standing(one, mine))
    company = replace(world.company, kvk_number="00000000")
    things: list[object] = [second, *moved[len(own) :], *steps]
    for one in moved:
        things += _processes(chance, said["processes"].get(one.code, ()), one.id, world)
    things += _evidence(chance, said["evidence"], company.id, world.today)
    things.append(
        ChecklistTick(
            id=chance.new_id(),
            training_company_id=company.id,
            item="school_met",
            done_on=_months(world.today, -20),
        )
    )
    return replace(world, company=company, accreditations=tuple(moved[: len(own)])), things


@cache
def _said() -> dict[str, Any]:
    return tomllib.loads(resource("demo", "dossier.toml").read_text(encoding="utf-8"))


def _months(today: date, months: int) -> date:
    return open_until(add_months(today, months))


def _detailed(one: Accreditation, said: Mapping[str, Any], today: date) -> Accreditation:
    more = said["details"].get(one.code, {})
    last = more.get("last_student")
    return replace(
        one,
        dossier=more.get("dossier", ""),
        trainer_minutes=more.get("minutes", 0),
        equivalents=(*one.equivalents, *more.get("equivalents", ())),
        learning_paths=(LearningPath.BOL, LearningPath.BBL),
        last_student_on=_months(today, last) if last is not None else None,
    )


def _further(
    chance: Chance, row: Mapping[str, Any], world: World, second: TrainingCompany
) -> Accreditation:
    trainer = world.supervisors.get(row.get("trainer", ""))
    return Accreditation(
        id=chance.new_id(),
        training_company_id=second.id if row["at"] == "second" else world.company.id,
        code=row["code"],
        name=row["name"],
        level=row["level"],
        state=_S(row["state"]),
        since=_months(world.today, row["since"]) if "since" in row else None,
        trainer_id=trainer.id if trainer else None,
        trainer_minutes=row.get("minutes", 0),
        remarks=row.get("remarks", ""),
        dossier=row["dossier"],
        learning_paths=(LearningPath.BOL, LearningPath.BBL),
    )


def _steps(
    chance: Chance, one: Accreditation, row: Mapping[str, Any], today: date
) -> list[AccreditationStep]:
    """The whole way to where it stands now."""
    told: list[tuple[AccreditationState, date, date | None]] = []
    for state, on in _way(one, today):
        visit = open_until(on + timedelta(days=12)) if state is _S.VISIT_PLANNED else None
        if state is _S.VISIT_PLANNED and one.state is _S.VISIT_PLANNED:
            visit = open_until(today + timedelta(days=9))
        told.append((state, on, visit))
    since, last = one.since, one.last_assessed_on
    if one.state.is_accredited and since and last and last > since:
        told.append((_S.REASSESSMENT_PLANNED, open_until(last - timedelta(days=30)), last))
        told.append((_S.ACCREDITED, last, None))
    if one.state is _S.REASSESSMENT_PLANNED:
        day = open_until(today - timedelta(days=20))
        told.append((one.state, day, one.next_assessment_on))
    if one.state in (_S.WITHDRAWN, _S.LAPSED):
        told.append((one.state, _months(today, -14), None))
    return [
        AccreditationStep(
            id=chance.new_id(),
            accreditation_id=one.id,
            state=state,
            on=on,
            planned_on=planned,
            letter=_letter(state, on, row if place == len(told) - 1 else {}),
        )
        for place, (state, on, planned) in enumerate(told)
    ]


def _way(one: Accreditation, today: date) -> Iterator[tuple[AccreditationState, date]]:
    """The states up to the first decision, on open days, each on or after the one before it."""
    states, days = _AFTER.get(one.state, (_WAY, _DAYS))
    end = one.since or open_until(today - timedelta(days=25))
    if one.state in _RECENT:
        place = _WAY.index(one.state)
        states, days = _WAY[: place + 1], tuple(day - _DAYS[place] for day in _DAYS[: place + 1])
        end = open_until(today - timedelta(days=_RECENT[one.state]))
    for state, day in zip(states, days, strict=True):
        yield state, open_until(end - timedelta(days=day))


def _letter(state: AccreditationState, on: date, row: Mapping[str, Any]) -> str:
    if row.get("letter"):
        return str(row["letter"])
    if state in _LETTERED:
        return f"Brief van SBB van {format_date(on)}"
    return "Mail van de adviseur" if state is _S.VISIT_PLANNED else ""


def _processes(
    chance: Chance, rows: list[Mapping[str, Any]], accreditation_id: UUID, world: World
) -> Iterator[WorkProcess]:
    task = ""
    for row in rows:
        task = row.get("task", task)
        yield WorkProcess(
            id=chance.new_id(),
            accreditation_id=accreditation_id,
            task_code=row["code"].rpartition("-W")[0],
            task_name=task,
            code=row["code"],
            name=row["name"],
            is_feasible=row.get("here", True),
            role_ids=tuple(world.roles[key].id for key in row.get("roles", ())),
            cards=tuple(row.get("cards", ())),
        )


def _evidence(
    chance: Chance, rows: list[Mapping[str, Any]], company_id: UUID, today: date
) -> Iterator[AccreditationEvidence]:
    for row in rows:
        yield AccreditationEvidence(
            id=chance.new_id(),
            training_company_id=company_id,
            condition=AccreditationCondition(row["condition"]),
            on=_months(today, -row["ago"]),
            text=row["text"],
            with_whom=row.get("with", ""),
            valid_until=add_months(today, row["valid"]) if "valid" in row else None,
        )
