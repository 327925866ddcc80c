"""Steps of an accreditation: taken, mended and taken back as one, with their letters."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from ca_desktop.services.work_processes import PastedProcesses
from tests.builders import World
from tests.conftest import TODAY

S = AccreditationState


@pytest.fixture
def begun(petra: Session) -> Accreditation:
    """An accreditation that was applied for ten days ago."""
    where = petra.accreditations.save_company(
        replace(petra.accreditations.new_company(), location="Apeldoorn", company_id="100200300")
    )
    new = replace(petra.accreditations.new(where.id), code="25254", name="Logistiek", level=1)
    started = replace(new, state=S.APPLIED, since=TODAY - timedelta(days=10))
    return petra.accreditations.save(started)


def a_wish(about: Accreditation, state: AccreditationState, on: date = TODAY, **more) -> StepWish:
    file = {name: more.pop(name) for name in ("file_name", "content") if name in more}
    step = AccreditationStep(accreditation_id=about.id, state=state, on=on, **more)
    return StepWish(step=step, **file)


def states(session: Session, about: Accreditation) -> list[AccreditationState]:
    return [one.state for one in session.accreditation_steps.timeline(about.id).steps]


def test_a_new_accreditation_begins_with_its_first_step(
    petra: Session, begun: Accreditation
) -> None:
    (step,) = petra.accreditation_steps.timeline(begun.id).steps
    assert (step.state, step.on) == (S.APPLIED, TODAY - timedelta(days=10))


def test_one_that_was_accredited_for_years_begins_with_its_letter_and_its_assessment(
    petra: Session, begun: Accreditation
) -> None:
    new = replace(petra.accreditations.new(begun.training_company_id), code="25371", name="L")
    dates = {"since": date(2018, 3, 1), "last_assessed_on": date(2022, 4, 2)}
    kept = petra.accreditations.save(replace(new, state=S.ACCREDITED, **dates))
    assert states(petra, kept) == [S.ACCREDITED, S.ACCREDITED]
    assert (kept.since, kept.expected_assessment_on) == (date(2018, 3, 1), date(2026, 4, 2))


def test_a_step_writes_state_and_dates_together(petra: Session, begun: Accreditation) -> None:
    moved = petra.accreditation_steps.take(a_wish(begun, S.ACCREDITED, TODAY, letter="Brief 12"))
    assert (moved.state, moved.since) == (S.ACCREDITED, TODAY)
    assert petra.accreditations.get(begun.id) == moved
    assert states(petra, begun) == [S.APPLIED, S.ACCREDITED]


def test_a_state_that_can_not_follow_is_refused_and_nothing_is_written(
    petra: Session, begun: Accreditation
) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.accreditation_steps.take(a_wish(begun, S.LAPSED))
    assert [one.field for one in refused.value.problems] == ["state"]
    assert states(petra, begun) == [S.APPLIED]


@pytest.mark.parametrize("days", [-11, 1])
def test_a_day_before_the_last_step_or_after_today_is_refused(
    petra: Session, begun: Accreditation, days: int
) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.accreditation_steps.take(a_wish(begun, S.ACCREDITED, TODAY + timedelta(days=days)))
    assert [one.field for one in refused.value.problems] == ["on"]
    assert petra.accreditations.get(begun.id) == begun


def test_several_steps_of_one_day_are_taken_one_after_another(
    petra: Session, begun: Accreditation
) -> None:
    for state in (S.VISIT_PLANNED, S.ACCREDITED, S.REASSESSMENT_PLANNED, S.ACCREDITED):
        petra.accreditation_steps.take(a_wish(begun, state))
    assert states(petra, begun)[1:] == [
        S.VISIT_PLANNED,
        S.ACCREDITED,
        S.REASSESSMENT_PLANNED,
        S.ACCREDITED,
    ]
    assert petra.accreditations.get(begun.id).last_assessed_on == TODAY


def test_the_last_step_is_taken_back_with_state_and_dates(
    petra: Session, begun: Accreditation
) -> None:
    wish = a_wish(begun, S.ACCREDITED, file_name="brief.pdf", content=b"%PDF-1")
    petra.accreditation_steps.take(wish)
    assert petra.accreditation_steps.take_back(begun.id) == begun
    assert states(petra, begun) == [S.APPLIED]
    with pytest.raises(RuleBroken):
        petra.accreditation_steps.take_back(begun.id)


def test_a_step_is_mended_and_the_dates_go_along(petra: Session, begun: Accreditation) -> None:
    wish = a_wish(begun, S.ACCREDITED, TODAY - timedelta(days=2))
    petra.accreditation_steps.take(wish)
    day = TODAY - timedelta(days=5)
    mended = replace(wish.step, on=day, letter="Brief 7", state=S.REJECTED)
    moved = petra.accreditation_steps.mend(StepWish(step=mended))
    assert (moved.state, moved.since) == (S.ACCREDITED, day)  # the state itself never
    early = replace(wish.step, on=TODAY - timedelta(days=11))
    with pytest.raises(RuleBroken):
        petra.accreditation_steps.mend(StepWish(step=early))


def test_undo_takes_step_letter_state_and_dates_back_together(
    petra: Session, begun: Accreditation
) -> None:
    wish = a_wish(begun, S.ACCREDITED, file_name="brief.pdf", content=b"%PDF-1")
    petra.accreditation_steps.take(wish)
    petra.history.undo_last()
    assert petra.accreditations.get(begun.id) == begun
    timeline = petra.accreditation_steps.timeline(begun.id)
    assert len(timeline.steps) == 1
    assert timeline.letters == {}


def test_an_undo_after_which_state_and_steps_would_differ_is_refused(
    petra: Session, begun: Accreditation
) -> None:
    petra.accreditation_steps.take(a_wish(begun, S.VISIT_PLANNED))
    petra.accreditations.save(replace(petra.accreditations.get(begun.id), remarks="Gebeld"))
    petra.history.undo_last()
    petra.history.undo_last()
    assert petra.accreditations.get(begun.id) == begun
    assert states(petra, begun) == [S.APPLIED]


def test_state_and_dates_change_by_no_other_way(petra: Session, begun: Accreditation) -> None:
    for change in (
        {"state": S.ACCREDITED, "since": TODAY},
        {"since": TODAY},
        {"next_assessment_on": date(2030, 1, 1)},
    ):
        with pytest.raises(RuleBroken):
            petra.accreditations.save(replace(begun, **change))
    assert petra.accreditations.save(replace(begun, remarks="x")).remarks == "x"


def test_a_letter_is_kept_opened_replaced_and_written_outside(
    petra: Session, begun: Accreditation, tmp_path: Path
) -> None:
    steps = petra.accreditation_steps
    wish = a_wish(begun, S.ACCREDITED, file_name="brief.pdf", content=b"%PDF-1")
    steps.take(wish)
    assert steps.timeline(begun.id).letters == {wish.id: "brief.pdf"}
    steps.mend(StepWish(step=replace(wish.step, remarks="x")))
    assert steps.letter(wish.id).content == b"%PDF-1"
    steps.mend(StepWish(step=wish.step, file_name="nieuw.pdf", content=b"%PDF-2"))
    assert steps.letter(wish.id).content == b"%PDF-2"
    steps.save_letter_as(wish.id, tmp_path / "uit.pdf")
    assert (tmp_path / "uit.pdf").read_bytes() == b"%PDF-2"
    steps.remove_letter(wish.id)
    with pytest.raises(UserError):
        steps.letter(wish.id)


def test_a_letter_of_more_than_20_mb_is_refused_with_its_step(
    petra: Session, begun: Accreditation
) -> None:
    wish = a_wish(begun, S.ACCREDITED, file_name="groot.pdf", content=bytes(20_000_001))
    with pytest.raises(RuleBroken):
        petra.accreditation_steps.take(wish)
    assert states(petra, begun) == [S.APPLIED]
    exact = replace(wish, content=bytes(20_000_000))
    assert petra.accreditation_steps.take(exact).state is S.ACCREDITED


def test_an_accreditation_goes_with_everything_that_hangs_on_it_and_comes_back(
    petra: Session, begun: Accreditation
) -> None:
    petra.accreditation_steps.take(a_wish(begun, S.VISIT_PLANNED))
    lines = PastedProcesses(accreditation_id=begun.id, text="B1-K1-W1 Ontvangt goederen")
    petra.work_processes.paste(lines)
    petra.accreditations.remove(begun.id)
    assert petra.accreditations.lines() == []
    petra.history.undo_last()
    assert states(petra, begun) == [S.APPLIED, S.VISIT_PLANNED]
    assert len(petra.work_processes.of(begun.id).lines) == 1


def test_whoever_may_only_look_changes_no_step(
    petra: Session, begun: Accreditation, lies: Session, jan: Session
) -> None:
    for session in (lies, jan):
        assert session.accreditation_steps.timeline(begun.id).steps
        with pytest.raises(NotAllowed):
            session.accreditation_steps.take(a_wish(begun, S.ACCREDITED))
        with pytest.raises(NotAllowed):
            session.accreditation_steps.take_back(begun.id)


def an_agreement(
    session: Session, about: Accreditation, person: UUID, school: UUID, **more: object
) -> PracticeAgreement:
    """Kept under the services: those of the agreements themselves are tested elsewhere."""
    agreement = PracticeAgreement(
        participant_id=person,
        school_id=school,
        training_company_id=about.training_company_id,
        code="25254",
        learning_path=LearningPath.BBL,
        level=1,
        starts_on=date(2022, 9, 1),
        planned_end_on=date(2023, 7, 31),
    )
    with session.opened.database.write(session.actor, "Test") as uow:
        uow.save(replace(agreement, **more))
    return agreement


def test_the_last_student_is_the_latest_of_before_and_of_the_agreements_also_on_an_equivalent(
    petra: Session, begun: Accreditation, world: World
) -> None:
    petra.accreditation_steps.take(a_wish(begun, S.ACCREDITED))
    now = petra.accreditations.get(begun.id)
    petra.accreditations.save(
        replace(now, last_student_on=date(2021, 7, 31), equivalents=("90001",))
    )

    def last() -> date | None:
        return petra.accreditation_steps.timeline(begun.id).last_student_on

    assert last() == date(2021, 7, 31)
    an_agreement(petra, begun, world.amina, world.school)
    assert last() == date(2023, 7, 31)
    an_agreement(petra, begun, world.bram, world.school, code="90001", ended_on=date(2024, 2, 29))
    assert last() == date(2024, 2, 29)
    an_agreement(petra, begun, world.bram, world.school, code="99999", ended_on=date(2026, 1, 1))
    to_come = TODAY + timedelta(days=1)
    an_agreement(
        petra, begun, world.bram, world.school, starts_on=to_come, planned_end_on=date(2028, 1, 1)
    )
    assert last() == date(2024, 2, 29)


def test_students_on_the_code_are_shown_within_reach_only(
    petra: Session, begun: Accreditation, world: World, jan: Session, lies: Session
) -> None:
    for person in (world.amina, world.bram):
        an_agreement(petra, begun, person, world.school)
    assert len(petra.accreditations.students(begun.id)) == 2
    (mine,) = jan.accreditations.students(begun.id)
    assert mine.agreement.participant_id == world.amina
    with pytest.raises(NotAllowed):
        lies.accreditations.students(begun.id)
