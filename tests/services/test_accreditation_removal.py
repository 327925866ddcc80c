"""An accreditation stands once at a location, and does not take kept letters away with it."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.practice import a_location, an_accreditation, an_agreement


@pytest.fixture
def where(petra: Session) -> TrainingCompany:
    new = replace(petra.accreditations.new_company(), location="Apeldoorn")
    return petra.accreditations.save_company(new)


def added(session: Session, where: TrainingCompany, code: str = "25254") -> Accreditation:
    new = replace(session.accreditations.new(where.id), code=code, name="Logistiek", level=1)
    return session.accreditations.save(new)


def test_a_code_that_stands_at_this_location_is_not_added_again(
    petra: Session, where: TrainingCompany
) -> None:
    added(petra, where)
    with pytest.raises(RuleBroken) as refused:
        added(petra, where)
    (problem,) = refused.value.problems
    assert problem.field == "code"
    assert "Oriëntatie" in problem.message
    elsewhere = replace(petra.accreditations.new_company(), location="Ede")
    assert added(petra, petra.accreditations.save_company(elsewhere)).code == "25254"


def test_an_accreditation_does_not_become_a_double_by_another_code_or_location(
    petra: Session, where: TrainingCompany
) -> None:
    added(petra, where)
    other = added(petra, where, "25371")
    with pytest.raises(RuleBroken):
        petra.accreditations.save(replace(other, code="25254"))
    assert petra.accreditations.save(replace(other, remarks="Gebeld")).remarks == "Gebeld"


def test_doubles_of_before_this_rule_can_still_be_changed(
    petra: Session, where: TrainingCompany
) -> None:
    first = added(petra, where)
    second = added(petra, where, "25371")
    with petra.opened.database.write(petra.actor, "Test") as uow:
        uow.save(replace(second, code=first.code))
    kept = petra.accreditations.save(replace(first, remarks="Staat er twee keer"))
    assert kept.remarks


def test_an_undo_does_not_make_a_double(
    petra: Session, jan: Session, where: TrainingCompany
) -> None:
    first = added(petra, where)
    petra.accreditations.remove(first.id)
    with jan.opened.database.write(jan.actor, "Test") as uow:  # somebody else adds it meanwhile
        uow.save(replace(first, id=uuid4()))
    with pytest.raises(RuleBroken, match="staat al bij deze locatie"):
        petra.history.undo_last()


def test_an_accreditation_with_kept_letters_is_not_removed(
    petra: Session, where: TrainingCompany
) -> None:
    kept = added(petra, where)
    step = AccreditationStep(
        accreditation_id=kept.id, state=AccreditationState.IN_PREPARATION, on=TODAY
    )
    wish = StepWish(step=step, file_name="brief.pdf", content=b"%PDF-1")
    petra.accreditation_steps.take(wish)
    with pytest.raises(UserError, match="1 brief"):
        petra.accreditations.remove(kept.id)
    assert petra.accreditation_steps.letter(wish.id).content == b"%PDF-1"
    petra.accreditation_steps.remove_letter(wish.id)
    petra.accreditations.remove(kept.id)
    petra.history.undo_last()
    assert petra.accreditations.get(kept.id).state is AccreditationState.IN_PREPARATION


def test_an_accreditation_stays_until_the_day_after_its_last_student(
    petra: Session, world: World
) -> None:
    company = a_location(petra).id
    kept = an_accreditation(petra, company)
    agreement = an_agreement(petra, world.amina, world.school, company)
    ended = replace(agreement, phase=PracticePhase.COMPLETION, ended_on=TODAY)
    petra.practice_agreements.save(ended)
    with pytest.raises(UserError, match="loopt nog een praktijkovereenkomst"):
        petra.accreditations.remove(kept.id)
    petra.practice_agreements.save(replace(ended, ended_on=TODAY - timedelta(days=1)))
    petra.accreditations.remove(kept.id)
    assert petra.accreditations.lines() == []


@pytest.mark.parametrize("days", [0, 1])
def test_a_location_with_an_accreditation_stays(
    petra: Session, where: TrainingCompany, days: int
) -> None:
    kept = added(petra, where)
    petra.accreditations.save(replace(kept, last_student_on=TODAY - timedelta(days=days)))
    with pytest.raises(UserError):
        petra.accreditations.remove_company(where.id)
    assert [one.id for one in petra.accreditations.companies()] == [where.id]
