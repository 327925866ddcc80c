"""From the store: a student is placed when SBB covers it, and refused when it does not."""

from dataclasses import replace

import pytest

from ca_desktop.domain.conditions import ConditionKind
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.session import Session
from tests.builders import World
from tests.practice import a_location, an_accreditation, an_agreement


def conditions(session: Session, person, role):
    placement = replace(session.placements.new(person, role), half_days=HalfDays.of("4a"))
    found = session.matches.explain(placement)
    return placement, {one.code: one for one in found if one.kind is ConditionKind.STUDENT}


def reasons(session: Session, placement):
    return {
        one.code: "Zo afgesproken" for one in session.matches.explain(placement) if one.asks_reason
    }


def test_a_code_that_is_not_covered_is_refused_whatever_the_reason(
    petra: Session, world: World
) -> None:
    company = a_location(petra).id
    an_accreditation(petra, company)
    an_agreement(petra, world.amina, world.school, company, code="25254")
    placement, found = conditions(petra, world.amina, petra.roles.named("webshop").id)
    assert found["student:cover"].stops
    why = {**reasons(petra, placement), "student:cover": "Toch doen"}
    with pytest.raises(RuleBroken, match="25254"):
        petra.placements.place(placement, why)


def test_a_covered_student_is_placed_and_told_what_the_role_lets_him_practise(
    petra: Session, world: World
) -> None:
    company = a_location(petra).id
    accredited = an_accreditation(petra, company)
    role = petra.roles.named("webshop").id
    for number, roles in ((1, (role,)), (2, ())):
        with petra.opened.database.write(petra.actor, "Werkproces") as uow:
            uow.save(
                WorkProcess(
                    accreditation_id=accredited.id,
                    task_code="B1-K1",
                    task_name="Goederen",
                    code=f"B1-K1-W{number}",
                    name="Werk",
                    is_feasible=True,
                    role_ids=roles,
                )
            )
    codes = ("B1-K1-W1", "B1-K1-W2")
    an_agreement(petra, world.amina, world.school, company, process_codes=codes)
    placement, found = conditions(petra, world.amina, role)
    assert not any(one.stops or one.asks_reason for one in found.values())
    assert "B1-K1-W1" in found["student:work"].reason
    assert "B1-K1-W2" not in found["student:work"].reason
    petra.placements.place(placement, reasons(petra, placement))
