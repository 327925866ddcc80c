"""SBB accreditation: states step by step, and a forecast that never becomes an expiry."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditations import (
    NEXT_STATES,
    Accreditation,
    AccreditationState,
    TrainingCompany,
    problems,
)
from ca_desktop.domain.training_companies import company_id_warning, training_company_problems

TODAY = date(2026, 11, 24)


def an_accreditation(**changes: object) -> Accreditation:
    accreditation = Accreditation(
        training_company_id=uuid4(),
        code="25254",
        name="Assistent logistiek",
        level=1,
        state=AccreditationState.ACCREDITED,
        since=date(2024, 2, 29),
    )
    return replace(accreditation, **changes)


def fields(now: Accreditation, before: Accreditation | None = None) -> list[str]:
    return [problem.field for problem in problems(now, before, TODAY)]


@pytest.mark.parametrize("code", ["2525", "252544", "K0067", "abcde", ""])
def test_a_code_that_is_no_code_is_refused(code: str) -> None:
    assert fields(an_accreditation(code=code)) == ["code"]


def test_the_next_assessment_is_expected_four_years_on_also_from_a_leap_day() -> None:
    assert an_accreditation().expected_assessment_on == date(2028, 2, 29)
    assessed = an_accreditation(last_assessed_on=date(2025, 3, 1))
    assert assessed.expected_assessment_on == date(2029, 3, 1)


def test_a_date_that_was_filled_in_goes_before_the_forecast() -> None:
    planned = an_accreditation(next_assessment_on=date(2027, 1, 5))
    assert planned.expected_assessment_on == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"next_assessment_on": date(2024, 2, 28)}, ["next_assessment_on"]),
        ({"next_assessment_on": date(2024, 2, 29)}, ["next_assessment_on"]),
        ({"next_assessment_on": date(2024, 3, 1)}, []),
        (
            {"last_assessed_on": date(2026, 3, 1), "next_assessment_on": date(2025, 3, 1)},
            ["next_assessment_on"],
        ),
        ({"since": None, "state": AccreditationState.APPLIED}, []),
    ],
)
def test_the_next_assessment_comes_after_the_last_and_after_the_start(
    changes: dict[str, object], refused: list[str]
) -> None:
    assert fields(an_accreditation(**changes)) == refused


def test_after_four_years_it_is_still_accredited() -> None:
    old = an_accreditation(since=date(2015, 8, 1))
    assert old.expected_assessment_on == date(2019, 8, 1)
    assert old.state.is_accredited
    assert fields(old) == []


@pytest.mark.parametrize("state", AccreditationState)
def test_only_the_steps_of_the_state_are_taken(state: AccreditationState) -> None:
    before = an_accreditation(state=state)
    for following in AccreditationState:
        refused = "state" in fields(replace(before, state=following), before)
        assert refused == (following is not state and following not in NEXT_STATES[state])


def test_the_refusal_names_the_next_step() -> None:
    before = an_accreditation(state=AccreditationState.ORIENTATION, since=None)
    jump = replace(before, state=AccreditationState.ACCREDITED, since=TODAY)
    (problem,) = problems(jump, before, TODAY)
    assert "In voorbereiding" in problem.message


def test_an_accreditation_without_its_date_or_in_the_future_is_refused() -> None:
    assert fields(an_accreditation(since=None)) == ["since"]
    assert fields(an_accreditation(since=date(2026, 11, 25))) == ["since"]
    assert fields(an_accreditation(since=TODAY)) == []


def test_an_odd_company_id_is_warned_about_and_kept() -> None:
    assert company_id_warning("100077736") is None
    assert company_id_warning("1234567") is not None
    kept = TrainingCompany(location="Apeldoorn", company_id="1234567")
    assert list(training_company_problems(kept)) == []


def test_nothing_is_expected_any_more_after_the_last_day_that_sbb_named() -> None:
    old = an_accreditation(since=date(2022, 1, 1), ends_on=TODAY)
    assert old.may_start_on(TODAY)
    assert old.is_assessment_near(TODAY, 6)
    assert old.is_lapse_near(None, TODAY, 6)
    over = date(2026, 11, 25)
    assert not old.may_start_on(over)
    assert not old.is_assessment_near(over, 6)
    assert not old.is_lapse_near(None, over, 6)
