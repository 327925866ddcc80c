"""Cover: code, location and first day against the accreditations, to the last day of both ends."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_cover import Cover, Dossier, cover_of, elective_cover
from tests.practice import SINCE, START, filled

HERE, THERE = uuid4(), uuid4()
ONE_DAY = timedelta(days=1)
State = AccreditationState
AGREEMENT = filled(uuid4(), uuid4(), training_company_id=HERE)
ACCREDITED = Accreditation(
    training_company_id=HERE,
    code="25371",
    name="Logistiek medewerker",
    level=2,
    state=State.ACCREDITED,
    since=SINCE,
    equivalents=("25999",),
)


def judged(agreement=AGREEMENT, *accreditations, steps=()):
    return cover_of(
        agreement,
        Dossier(
            accreditations=accreditations,
            steps=steps,
            locations={HERE: "Kanaalstraat", THERE: "Vlijtseweg"},
        ),
    )


def step(state: AccreditationState, on: date) -> AccreditationStep:
    return AccreditationStep(accreditation_id=ACCREDITED.id, state=state, on=on)


def test_the_same_code_at_the_same_location_is_covered_and_says_by_what() -> None:
    found = judged(AGREEMENT, ACCREDITED)
    assert (found.cover, found.accreditation_id) == (Cover.EQUAL, ACCREDITED.id)
    assert "25371 Logistiek medewerker" in found.reason
    assert "01-08-2025" in found.reason


def test_an_equivalent_covers_too_and_is_named() -> None:
    found = judged(replace(AGREEMENT, code="25999"), ACCREDITED)
    assert found.cover is Cover.EQUIVALENT
    assert not found.stops
    assert "25999" in found.reason
    assert "25371" in found.reason


def test_an_equal_code_goes_before_an_equivalent() -> None:
    akin = replace(ACCREDITED, id=uuid4(), code="25372", equivalents=("25371",))
    assert judged(AGREEMENT, akin, ACCREDITED).cover is Cover.EQUAL


def test_another_code_is_not_covered() -> None:
    found = judged(replace(AGREEMENT, code="25254"), ACCREDITED)
    assert found.cover is Cover.NOT_COVERED
    assert found.stops


def test_another_location_does_not_cover_but_is_named() -> None:
    found = judged(replace(AGREEMENT, training_company_id=THERE), ACCREDITED)
    assert found.cover is Cover.NOT_COVERED
    assert "Kanaalstraat" in found.reason


@pytest.mark.parametrize(
    ("day", "cover"),
    [
        (SINCE - ONE_DAY, Cover.NOT_COVERED),
        (SINCE, Cover.EQUAL),
        (date(2028, 2, 29), Cover.EQUAL),
        (date(2028, 3, 1), Cover.NOT_COVERED),
    ],
)
def test_the_first_and_the_last_day_of_the_accreditation_belong_to_it(
    day: date, cover: Cover
) -> None:
    ends = replace(ACCREDITED, ends_on=date(2028, 2, 29))
    assert judged(replace(AGREEMENT, starts_on=day), ends).cover is cover


def test_a_forecast_of_the_next_assessment_never_ends_an_accreditation() -> None:
    old = replace(ACCREDITED, since=date(2015, 8, 1), last_assessed_on=date(2019, 8, 1))
    assert judged(AGREEMENT, old).cover is Cover.EQUAL


@pytest.mark.parametrize("state", [s for s in State if not s.is_accredited])
def test_no_other_state_covers(state: AccreditationState) -> None:
    found = judged(AGREEMENT, replace(ACCREDITED, state=state))
    assert found.cover is Cover.NOT_COVERED
    assert state.text in found.reason


def test_who_began_before_the_withdrawal_was_covered_and_the_state_of_now_is_told() -> None:
    gone = replace(ACCREDITED, state=State.WITHDRAWN)
    later = step(State.WITHDRAWN, START + ONE_DAY)
    found = judged(AGREEMENT, gone, steps=(later,))
    assert found.cover is Cover.EQUAL
    assert State.WITHDRAWN.text in found.reason
    same_day = replace(later, on=START)
    assert judged(AGREEMENT, gone, steps=(same_day,)).cover is Cover.NOT_COVERED


def test_accredited_again_after_a_lapse_counts_from_that_day() -> None:
    steps = (
        step(State.ACCREDITED, SINCE),
        step(State.LAPSED, START - 30 * ONE_DAY),
        step(State.ACCREDITED, START),
    )
    assert judged(AGREEMENT, ACCREDITED, steps=steps).cover is Cover.EQUAL
    before = replace(AGREEMENT, starts_on=START - ONE_DAY)
    assert judged(before, ACCREDITED, steps=steps).cover is Cover.NOT_COVERED


def test_who_began_before_a_lapse_stays_covered_when_the_centre_is_accredited_again() -> None:
    again = replace(ACCREDITED, since=date(2026, 1, 1))  # the first day of the second time
    steps = (
        step(State.ACCREDITED, date(2023, 1, 1)),
        step(State.LAPSED, date(2025, 3, 1)),
        step(State.ACCREDITED, date(2026, 1, 1)),
    )
    for day, stops in (
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
        (date(2025, 2, 28), False),
        (date(2025, 3, 1), True),
        (date(2026, 1, 1), False),
    ):
        assert judged(replace(AGREEMENT, starts_on=day), again, steps=steps).stops is stops


def test_steps_of_another_accreditation_say_nothing() -> None:
    other = replace(step(State.WITHDRAWN, SINCE), accreditation_id=uuid4())
    assert judged(AGREEMENT, ACCREDITED, steps=(other,)).cover is Cover.EQUAL


@pytest.mark.parametrize("path", [p for p in LearningPath if not p.is_mbo])
def test_outside_the_mbo_no_accreditation_is_needed(path: LearningPath) -> None:
    found = judged(replace(AGREEMENT, learning_path=path, code="", level=0))
    assert found.cover is Cover.NOT_NEEDED


@pytest.mark.parametrize("missing", [{"code": ""}, {"training_company_id": None}])
def test_without_code_or_location_nobody_knows(missing: dict[str, object]) -> None:
    assert judged(replace(AGREEMENT, **missing), ACCREDITED).cover is Cover.UNKNOWN


def test_an_elective_may_be_done_under_any_accreditation_of_the_location() -> None:
    dossier = Dossier(accreditations=(ACCREDITED,))
    assert elective_cover(HERE, START, dossier).cover is Cover.EQUAL
    assert elective_cover(THERE, START, dossier).cover is Cover.NOT_COVERED
    assert elective_cover(HERE, SINCE - ONE_DAY, dossier).cover is Cover.NOT_COVERED
