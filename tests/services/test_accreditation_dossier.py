"""The board, the conditions, the checklist and the signals over a real store."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.accreditation_conditions import ConditionState
from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.domain.accreditation_outlook import OutlookGroup
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.signals import Signal, SignalKind
from ca_desktop.domain.supervisors import Certificate
from ca_desktop.services.session import Session
from ca_desktop.services.work_processes import PastedProcesses
from tests.builders import World
from tests.conftest import TODAY

C, S = AccreditationCondition, AccreditationState


@pytest.fixture
def where(petra: Session) -> TrainingCompany:
    new = replace(petra.accreditations.new_company(), location="Apeldoorn")
    return petra.accreditations.save_company(replace(new, last_checked_on=TODAY))


def accredited(session: Session, where: TrainingCompany, **more: object) -> Accreditation:
    new = replace(session.accreditations.new(where.id), code="25254", name="Logistiek")
    filled = replace(new, state=S.ACCREDITED, since=date(2025, 6, 1))
    return session.accreditations.save(replace(filled, **more))


def train(session: Session, supervisor) -> None:
    paper = Certificate(supervisor_id=supervisor, kind="workplace_trainer", seen_on=TODAY)
    session.supervisors.save_certificate(replace(paper, issued_on=TODAY))


def practise(session: Session, about: Accreditation) -> None:
    pasted = PastedProcesses(accreditation_id=about.id, text="B1-K1-W1 Ontvangt goederen")
    session.work_processes.paste(pasted)
    ids = [one.id for one in session.work_processes.of(about.id).lines]
    session.work_processes.tick(ids, is_feasible=True)


def signals(session: Session, kind: SignalKind) -> list[Signal]:
    return [one for one in session.signals.all() if one.kind is kind]


def states(session: Session, where: TrainingCompany) -> dict[AccreditationCondition, str]:
    found = session.training_companies.conditions(where.id)
    return {line.condition: line.state for line in found}


def test_the_board_asks_trainer_paper_and_work_one_after_another(
    petra: Session, where: TrainingCompany, world: World
) -> None:
    kept = accredited(petra, where, trainer_id=world.jan)
    (line,) = petra.outlook.lines()
    assert line.outlook.group is OutlookGroup.ATTENTION
    assert len(line.outlook.reasons) == 2
    train(petra, world.jan)
    practise(petra, kept)
    (line,) = petra.outlook.lines(where.id)
    assert line.outlook.group is OutlookGroup.READY


def test_another_paper_makes_nobody_a_trainer(
    petra: Session, where: TrainingCompany, world: World
) -> None:
    practise(petra, accredited(petra, where, trainer_id=world.jan))
    other = Certificate(supervisor_id=world.jan, kind="emergency_response", seen_on=TODAY)
    petra.supervisors.save_certificate(replace(other, issued_on=TODAY))
    (line,) = petra.outlook.lines()
    assert "praktijkopleidertraining" in line.outlook.first.text


def test_the_paper_of_a_trainer_is_called_by_its_name(
    petra: Session, where: TrainingCompany, world: World
) -> None:
    accredited(petra, where, trainer_id=world.jan)
    register = Certificate(supervisor_id=world.jan, kind="workplace_trainer_plus", seen_on=TODAY)
    petra.supervisors.save_certificate(replace(register, issued_on=TODAY))
    found = petra.training_companies.conditions(where.id)
    trainer = next(one for one in found if one.condition is C.TRAINER)
    assert "Register Praktijkopleider+" in trainer.known[0].text


def test_the_conditions_follow_what_the_program_knows(
    petra: Session, where: TrainingCompany, world: World
) -> None:
    assert set(states(petra, where).values()) == {ConditionState.NOT_SHOWN}
    kept = accredited(petra, where, trainer_id=world.jan, trainer_minutes=120)
    practise(petra, kept)
    train(petra, world.jan)
    found = states(petra, where)
    assert found[C.LEARNING_PLACE] is ConditionState.MET
    assert found[C.TRAINER] is ConditionState.MET
    petra.accreditations.save(replace(kept, trainer_minutes=0))
    assert states(petra, where)[C.TRAINER] is ConditionState.NOT_SHOWN


def test_a_contact_of_more_than_a_year_ago_shows_no_cooperation(
    petra: Session, where: TrainingCompany
) -> None:
    petra.accreditations.save_company(replace(where, adviser_name="Judith"))
    service = petra.training_companies
    contact = replace(service.new_evidence(where.id, C.COOPERATION), text="Gebeld", with_whom="J")
    service.save_evidence(replace(contact, on=TODAY.replace(year=TODAY.year - 1)))
    assert states(petra, where)[C.COOPERATION] is ConditionState.MET
    day_before = TODAY.replace(year=TODAY.year - 1) - timedelta(days=1)
    service.save_evidence(replace(contact, on=day_before))
    assert states(petra, where)[C.COOPERATION] is ConditionState.NOT_SHOWN


def test_evidence_comes_and_goes_and_comes_back(petra: Session, where: TrainingCompany) -> None:
    service = petra.training_companies
    kept = service.save_evidence(replace(service.new_evidence(where.id, C.WORKPLACE), text="RI&E"))
    assert states(petra, where)[C.WORKPLACE] is ConditionState.MET
    service.remove_evidence(kept.id)
    assert states(petra, where)[C.WORKPLACE] is ConditionState.NOT_SHOWN
    petra.history.undo_last()
    assert states(petra, where)[C.WORKPLACE] is ConditionState.MET


def test_a_location_goes_with_its_evidence_and_its_ticks(
    petra: Session, where: TrainingCompany
) -> None:
    service = petra.training_companies
    service.save_evidence(replace(service.new_evidence(where.id, C.WORKPLACE), text="RI&E"))
    service.tick(where.id, "evaluated")
    petra.accreditations.remove_company(where.id)
    assert service.lines() == []
    petra.history.undo_last()
    (line,) = service.lines()
    assert (line.done, line.open_conditions) == (2, 4)  # the tick, and the safe workplace


def test_a_tick_in_the_future_is_refused(petra: Session, where: TrainingCompany) -> None:
    with pytest.raises(RuleBroken):
        petra.training_companies.tick(where.id, "evaluated", TODAY + timedelta(days=1))


def test_whoever_may_only_look_changes_no_evidence_and_no_tick(
    lies: Session, jan: Session, where: TrainingCompany
) -> None:
    for session in (lies, jan):
        assert len(session.training_companies.conditions(where.id)) == 5
        with pytest.raises(NotAllowed):
            session.training_companies.tick(where.id, "evaluated")
        with pytest.raises(NotAllowed):
            session.training_companies.checked_today(where.id)


def test_a_code_without_students_is_a_signal_after_three_and_a_half_years(
    petra: Session, where: TrainingCompany
) -> None:
    exact = date(2023, TODAY.month - 6, TODAY.day)
    kept = accredited(petra, where, since=date(2018, 1, 1), last_student_on=exact)
    assert signals(petra, SignalKind.NO_STUDENT) == []
    petra.accreditations.save(replace(kept, last_student_on=exact - timedelta(days=1)))
    (signal,) = signals(petra, SignalKind.NO_STUDENT)
    assert (signal.page, signal.record_id) == ("accreditations", kept.id)


def test_mijnsbb_is_asked_for_after_a_year_where_there_is_an_accreditation(
    petra: Session, where: TrainingCompany
) -> None:
    a_year = TODAY.replace(year=TODAY.year - 1)
    petra.accreditations.save_company(replace(where, last_checked_on=None))
    assert signals(petra, SignalKind.SBB_CHECK) == []  # nothing to check yet
    accredited(petra, where)
    assert len(signals(petra, SignalKind.SBB_CHECK)) == 1
    petra.accreditations.save_company(replace(where, last_checked_on=a_year))
    assert signals(petra, SignalKind.SBB_CHECK) == []
    day_before = a_year - timedelta(days=1)
    petra.accreditations.save_company(replace(where, last_checked_on=day_before))
    (signal,) = signals(petra, SignalKind.SBB_CHECK)
    assert (signal.page, signal.record_id) == ("locations", where.id)
    petra.training_companies.checked_today(where.id)
    assert signals(petra, SignalKind.SBB_CHECK) == []


def test_the_settings_of_the_centre_decide_how_soon(petra: Session, where: TrainingCompany) -> None:
    accredited(petra, where, since=date(2023, 9, 1))  # re-assessment expected 01-09-2027
    assert signals(petra, SignalKind.REASSESSMENT) == []
    petra.settings.change({**petra.settings.values(), "sbb_soon_months": 12})
    assert len(signals(petra, SignalKind.REASSESSMENT)) == 1
