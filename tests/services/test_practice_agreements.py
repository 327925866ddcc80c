"""Practice agreements and what hangs on them: who sees and changes them, and what is refused."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.practice_agreements import AgreementParty, PracticePhase
from ca_desktop.domain.practice_cover import Cover
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.trajectories import LegalForm, LegalRole
from ca_desktop.services.accreditation_steps import StepWish
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY
from tests.practice import a_location, an_accreditation, an_agreement, filled

Phase = PracticePhase


@pytest.fixture
def company(petra: Session) -> UUID:
    made = a_location(petra).id
    an_accreditation(petra, made)
    return made


def test_an_agreement_is_shown_with_school_cover_and_who_still_has_to_sign(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(
        petra, world.amina, world.school, company, signed_by=(), trainer_id=world.jan
    )
    (line,) = petra.practice_agreements.of(world.amina)
    assert (line.id, line.school, line.trainer) == (one.id, "Graafschap College", "Jan Bos")
    assert line.cover.cover is Cover.EQUAL
    assert AgreementParty.REPRESENTATIVE not in line.unsigned
    assert len(line.unsigned) == 3
    assert not line.is_signed


@pytest.mark.parametrize(("days", "signs"), [(1, True), (0, False)])
def test_a_parent_signs_for_who_is_under_18_on_the_day_of_signing(
    petra: Session, world: World, company: UUID, days: int, signs: bool
) -> None:
    signed_on = date(2026, 8, 28)
    person: Participant = petra.participants.get(world.amina)
    born_on = date(2008, 8, 28) + timedelta(days=days)
    petra.participants.change(replace(person, born_on=born_on))
    an_agreement(petra, world.amina, world.school, company, signed_on=signed_on)
    (line,) = petra.practice_agreements.of(world.amina)
    assert (AgreementParty.REPRESENTATIVE in line.unsigned) is signs


def test_a_supervisor_reaches_only_the_practice_of_own_participants(
    petra: Session, jan: Session, els: Session, lies: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    assert [line.id for line in jan.practice_agreements.of(world.amina)] == [one.id]
    jan.practice_agreements.save(replace(one, remarks="Belt op maandag"))
    for refused in (
        lambda: els.practice_agreements.of(world.amina),
        lambda: els.practice_agreements.get(one.id),
        lambda: els.practice_agreements.cover(one),
        lambda: els.practice_agreements.save(one),
        lambda: els.practice_agreements.remove(one.id),
        lambda: els.practice_sheets.of(world.amina),
        lambda: els.practised_work.of(world.amina),
        lambda: els.school_visits.of(world.amina),
        lambda: els.guided_weeks.of(world.amina),
        lambda: lies.practice_agreements.of(world.amina),
    ):
        with pytest.raises(NotAllowed):
            refused()


def test_an_agreement_of_an_own_participant_is_not_moved_to_somebody_elses(
    petra: Session, jan: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    with pytest.raises(NotAllowed):
        jan.practice_agreements.save(replace(one, participant_id=world.bram))


def test_what_is_not_covered_may_be_prepared_but_not_carried_out(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company, code="25254")
    matched = petra.practice_agreements.save(replace(one, phase=Phase.MATCHING))
    for phase in (Phase.CARRYING_OUT, Phase.ASSESSMENT, Phase.COMPLETION):
        with pytest.raises(RuleBroken) as refused:
            petra.practice_agreements.save(replace(matched, phase=phase))
        assert refused.value.problems[0].field == "phase"
    covered = replace(matched, code="25371", phase=Phase.CARRYING_OUT)
    assert petra.practice_agreements.save(covered).phase is Phase.CARRYING_OUT


def test_a_practice_that_lost_its_cover_can_still_be_closed(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company, phase=Phase.CARRYING_OUT)
    line = petra.accreditations.lines()[0].accreditation
    withdrawn = petra.accreditation_steps.new(line).step
    withdrawn = replace(withdrawn, state=AccreditationState.WITHDRAWN, on=date(2026, 8, 20))
    petra.accreditation_steps.take(StepWish(step=withdrawn))
    ended = petra.practice_agreements.save(
        replace(one, ended_on=TODAY, phase=Phase.COMPLETION, remarks="SBB trok in")
    )
    assert ended.ended_on == TODAY
    with pytest.raises(RuleBroken):
        petra.practice_agreements.save(replace(ended, starts_on=date(2026, 10, 1)))


def test_the_school_is_a_partner_that_is_a_school(
    petra: Session, world: World, company: UUID
) -> None:
    made = filled(world.amina, world.municipality, training_company_id=company)
    with pytest.raises(RuleBroken) as refused:
        petra.practice_agreements.save(made)
    assert [one.field for one in refused.value.problems] == ["school_id"]


def test_a_new_agreement_takes_school_path_and_days_from_the_trajectory(
    petra: Session, world: World, company: UUID
) -> None:
    new = petra.trajectories.new(world.amina, world.school, LegalRole.TRAINING_COMPANY)
    trajectory = petra.trajectories.save(
        replace(
            new,
            legal_form=LegalForm.APPRENTICESHIP_BBL,
            starts_on=date(2026, 9, 7),
            ends_on=date(2027, 7, 9),
        )
    )
    made = petra.practice_agreements.new(world.amina, uuid4())
    assert made.trajectory_id == trajectory.id
    assert made.school_id == world.school
    assert made.learning_path is LearningPath.BBL
    assert (made.starts_on, made.planned_end_on) == (date(2026, 9, 7), date(2027, 7, 9))
    assert made.training_company_id == company


def test_removing_takes_the_sheets_along_and_undo_brings_both_back(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    sheet = replace(
        petra.practice_sheets.new(world.amina, one.id),
        elective_code="K0067",
        elective_name="Duurzaamheid",
    )
    petra.practice_sheets.save(sheet)
    petra.practice_agreements.remove(one.id)
    assert petra.practice_sheets.of(world.amina) == []
    petra.history.undo_last()
    assert [line.id for line in petra.practice_agreements.of(world.amina)] == [one.id]
    assert [line.id for line in petra.practice_sheets.of(world.amina)] == [sheet.id]


def test_an_agreement_under_which_something_was_recorded_stays(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    visit = petra.school_visits.save(petra.school_visits.new(world.amina, one.id))
    with pytest.raises(UserError, match="werkelijke einddatum"):
        petra.practice_agreements.remove(one.id)
    petra.school_visits.remove(visit.id)
    petra.practice_agreements.remove(one.id)
    assert petra.practice_agreements.of(world.amina) == []


def test_an_elective_is_judged_by_the_location_and_begins_within_the_agreement(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    sheet = replace(petra.practice_sheets.new(world.amina, one.id), elective_code="K0067")
    assert sheet.number == 2
    with pytest.raises(RuleBroken):
        petra.practice_sheets.save(sheet)
    named = replace(sheet, elective_name="Duurzaamheid")
    early = replace(named, starts_on=one.starts_on - timedelta(days=1))
    with pytest.raises(RuleBroken) as refused:
        petra.practice_sheets.save(early)
    assert refused.value.problems[0].field == "starts_on"
    petra.practice_sheets.save(replace(named, starts_on=one.starts_on))
    (line,) = petra.practice_sheets.of(world.amina)
    assert line.cover is not None
    assert line.cover.cover is Cover.EQUAL


def test_a_verdict_needs_somebody_who_gave_it(petra: Session, world: World, company: UUID) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    work = replace(
        petra.practised_work.new(world.amina, one.id),
        code="B1-K1-W1",
        name="Ontvangt goederen",
        verdict=WorkVerdict.WITH_HELP,
    )
    with pytest.raises(RuleBroken):
        petra.practised_work.save(work)
    petra.practised_work.save(replace(work, supervisor_id=world.jan))
    (line,) = petra.practised_work.of(world.amina)
    assert line.supervisor == "Jan Bos"


def test_records_hang_on_an_agreement_of_the_same_person(
    petra: Session, world: World, company: UUID
) -> None:
    one = an_agreement(petra, world.amina, world.school, company)
    stray = replace(petra.school_visits.new(world.amina, one.id), participant_id=world.bram)
    with pytest.raises(UserError):
        petra.school_visits.save(stray)


def test_a_week_is_confirmed_once_by_any_of_its_days(petra: Session, world: World) -> None:
    new = petra.guided_weeks.new(world.amina, date(2021, 1, 3))
    assert new.monday == date(2020, 12, 28)  # week 53 of 2020 ends on 3 January
    kept = petra.guided_weeks.save(replace(new, supervisor_id=world.jan, monday=date(2021, 1, 1)))
    assert kept.monday == date(2020, 12, 28)
    with pytest.raises(RuleBroken, match="2020-W53"):
        petra.guided_weeks.save(replace(kept, id=uuid4()))
    with pytest.raises(RuleBroken):
        petra.guided_weeks.save(replace(kept, monday=TODAY + timedelta(days=7)))
