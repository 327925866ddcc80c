"""A student whose code is not covered is not placed by accident; what else a placement asks."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from ca_desktop.domain.conditions import Condition, Record, Verdict, Weight
from ca_desktop.domain.conditions import ConditionKind as Kind
from ca_desktop.domain.explanations import explain, refusals
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.placement_facts import PlacementFacts, PracticeFact
from ca_desktop.domain.practice_agreements import AgreementParty
from ca_desktop.domain.practice_cover import CodeCover, Cover
from ca_desktop.domain.trajectories import LegalForm, LegalRole
from tests.domain.facts import PERSON, TODAY, a_trajectory, facts, of_kind
from tests.practice import filled

FITS, NOT, UNKNOWN = Verdict.FITS, Verdict.DOES_NOT_FIT, Verdict.UNKNOWN
ONE_DAY = timedelta(days=1)
OURS = uuid4()


def a_fact(cover: Cover = Cover.EQUAL, **changes: Any) -> PracticeFact:
    more = {key: changes.pop(key) for key in ("unsigned", "practised_here") if key in changes}
    return PracticeFact(
        agreement=filled(PERSON, uuid4(), starts_on=TODAY, **changes),
        cover=CodeCover(cover=cover, reason="Zo staat het bij SBB", accreditation_id=OURS),
        **more,
    )


def student(*practice: PracticeFact, **changes: Any) -> PlacementFacts:
    bol = a_trajectory(legal_form=LegalForm.INTERNSHIP_BOL)
    return facts(trajectories=(bol,), practice=practice, **changes)


def about(made: PlacementFacts) -> list[Condition]:
    return [one for one in explain(made) if one.kind is Kind.STUDENT]


def test_an_agreement_that_is_not_covered_stops_the_placement_by_law() -> None:
    (found,) = about(student(a_fact(Cover.NOT_COVERED)))
    assert found.stops
    assert found.weight is Weight.LAW
    assert found.reason == "Zo staat het bij SBB"
    assert found.record is not None
    assert (found.record.section, found.record.record_id) == ("practice", PERSON)
    reasons = {found.code: "Toch maar doen"}
    assert [p.field for p in refusals([found], reasons)] == [found.code]


@pytest.mark.parametrize("cover", [Cover.EQUAL, Cover.EQUIVALENT])
def test_a_covered_code_fits_and_points_at_the_accreditation(cover: Cover) -> None:
    (found,) = about(student(a_fact(cover)))
    assert found.verdict is FITS
    assert found.record == Record(page="accreditations", record_id=OURS)


def test_outside_the_mbo_nothing_is_asked_of_sbb() -> None:
    (found,) = about(student(a_fact(Cover.NOT_NEEDED)))
    assert found.verdict is FITS


def test_without_a_code_nobody_knows() -> None:
    (found,) = about(student(a_fact(Cover.UNKNOWN)))
    assert found.verdict is UNKNOWN


@pytest.mark.parametrize(("days", "asked"), [(0, ["student:cover"]), (-1, ["student"])])
def test_the_last_day_of_the_agreement_still_counts(days: int, asked: list[str]) -> None:
    last = a_fact(planned_end_on=TODAY + days * ONE_DAY)
    last = replace(last, agreement=replace(last.agreement, starts_on=date(2026, 9, 1)))
    assert [one.code for one in about(student(last))] == asked


def test_an_agreement_that_really_ended_counts_no_more() -> None:
    ended = a_fact(ended_on=TODAY - ONE_DAY)
    ended = replace(ended, agreement=replace(ended.agreement, starts_on=date(2026, 9, 1)))
    assert [one.code for one in about(student(ended))] == ["student"]


@pytest.mark.parametrize(
    "form",
    [LegalForm.INTERNSHIP_BOL, LegalForm.APPRENTICESHIP_BBL, LegalForm.PRACTICAL_LEARNING, None],
)
def test_a_student_without_an_agreement_asks_a_reason(form: LegalForm | None) -> None:
    school = a_trajectory(legal_form=form, legal_role=LegalRole.TRAINING_COMPANY)
    made = facts(trajectories=(school,), accredited={"25254": OURS})
    found = of_kind(made, Kind.STUDENT)
    assert found.asks_reason
    assert "25254" in found.reason
    none = of_kind(replace(made, accredited={}), Kind.STUDENT)
    assert none.asks_reason
    assert "SBB" in none.reason


def test_an_agreement_outside_the_mbo_does_not_stand_in_for_that_of_a_bbl_student() -> None:
    hbo = a_fact(Cover.NOT_NEEDED, learning_path=LearningPath.HBO)
    cover, other = about(student(hbo))
    assert cover.verdict is FITS
    assert other.asks_reason
    assert "hbo" in other.reason
    both = about(student(hbo, a_fact()))
    assert {one.verdict for one in both} == {FITS}


def test_who_does_not_learn_at_a_school_is_asked_nothing() -> None:
    assert about(facts()) == []


def test_an_agreement_that_begins_later_and_is_not_covered_asks_a_reason_now() -> None:
    later = a_fact(Cover.NOT_COVERED)
    later = replace(later, agreement=replace(later.agreement, starts_on=TODAY + ONE_DAY))
    (found,) = about(facts(practice=(later,)))
    assert found.asks_reason
    assert "25-11-2026" in found.reason
    made = facts(practice=(later,))
    over = replace(made.placement, ended_on=TODAY)
    assert about(replace(made, placement=over)) == []


def test_an_agreement_without_every_signature_asks_a_reason() -> None:
    found = of_kind(student(a_fact(unsigned=(AgreementParty.SCHOOL,))), Kind.STUDENT, "signed")
    assert found.asks_reason
    assert "School" in found.reason
    undated = of_kind(student(a_fact(signed_on=None)), Kind.STUDENT, "signed")
    assert undated.asks_reason


def test_a_role_without_its_work_processes_is_only_advised_against() -> None:
    asked = ("B1-K1-W1", "B1-K1-W2")
    none = of_kind(student(a_fact(process_codes=asked)), Kind.STUDENT, "work")
    assert (none.verdict, none.weight) == (NOT, Weight.ADVICE)
    some = a_fact(process_codes=asked, practised_here=frozenset({"B1-K1-W2", "B9-K9-W9"}))
    found = of_kind(student(some), Kind.STUDENT, "work")
    assert found.verdict is FITS
    assert "B1-K1-W2" in found.reason
    assert "B1-K1-W1" not in found.reason


def test_two_agreements_at_once_each_have_their_own_code() -> None:
    made = about(student(a_fact(), a_fact(Cover.NOT_COVERED)))
    assert len({one.code for one in made}) == 2
    assert any(one.stops for one in made)
