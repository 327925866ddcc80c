"""Each condition of a placement: when it fits, when it doesn't, when nobody knows, and why."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.availability import Availability
from ca_desktop.domain.conditions import ConditionKind as Kind
from ca_desktop.domain.conditions import MatchGroup, Verdict, Weight, group_of
from ca_desktop.domain.explanations import explain, refusals
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.placement_facts import AgreementFact, GuidanceFact, PaperFact
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage
from tests.domain.facts import (
    PERSON,
    TODAY,
    a_person,
    a_role,
    a_score,
    a_trajectory,
    an_authorisation,
    facts,
    of_kind,
)

FITS, NOT, UNKNOWN = Verdict.FITS, Verdict.DOES_NOT_FIT, Verdict.UNKNOWN
MONDAY_MORNING = HalfDay.from_code("0m")


def test_somebody_who_fits_everywhere_needs_no_reason() -> None:
    made = explain(facts())
    assert {one.verdict for one in made} == {FITS}
    assert group_of(made) is MatchGroup.NOTHING_AGAINST
    assert list(refusals(made, {})) == []


def test_every_condition_has_a_reason_a_source_and_its_own_code() -> None:
    made = explain(facts(scores=(), goals=(), role=a_role(machines=("band_saw",))))
    assert all(one.reason.strip() and one.source.strip() for one in made)
    assert len({one.code for one in made}) == len(made)


@pytest.mark.parametrize(
    ("stage", "verdict", "weight"),
    [
        (Stage.ACTIVE, FITS, Weight.REASON),
        (Stage.WAITING, FITS, Weight.REASON),
        (Stage.PAUSED, NOT, Weight.REASON),
        (Stage.FINISHED, NOT, Weight.LAW),
        (Stage.ARCHIVED, NOT, Weight.LAW),
    ],
)
def test_a_closed_file_stops_a_placement(stage: Stage, verdict: Verdict, weight: Weight) -> None:
    found = of_kind(facts(participant=a_person(stage=stage)), Kind.STAGE)
    assert (found.verdict, found.weight) == (verdict, weight)


def test_nobody_is_in_two_places_in_one_half_day() -> None:
    other = Placement(
        participant_id=PERSON,
        role_id=uuid4(),
        half_days=HalfDays.of("1m"),
        starts_on=TODAY,
        review_on=TODAY,
    )
    found = of_kind(facts(others=(other,)), Kind.OTHER_PLACEMENT)
    assert found.stops
    assert "di ochtend" in found.reason


# -- competences -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("value", "verdict"), [(1, NOT), (2, FITS), (4, FITS)])
def test_the_last_score_is_held_against_the_level_that_the_role_asks(
    value: int, verdict: Verdict
) -> None:
    found = of_kind(facts(scores=(a_score(value),)), Kind.COMPETENCE)
    assert (found.verdict, found.weight) == (verdict, Weight.REASON)
    assert "2 met hulp" in found.reason


def test_an_older_score_does_not_count_and_the_lowest_of_the_skills_decides() -> None:
    scores = (a_score(1, date(2026, 3, 1)), a_score(3), a_score(2, skill="safe"))
    found = of_kind(facts(scores=scores), Kind.COMPETENCE)
    assert found.verdict is FITS
    assert "Werkt veilig" in found.reason


def test_without_a_score_nobody_knows() -> None:
    assert of_kind(facts(scores=()), Kind.COMPETENCE).verdict is UNKNOWN


def test_a_score_on_another_scale_says_nothing() -> None:
    other = replace(a_score(4), scale="OVG")
    assert of_kind(facts(scores=(other,)), Kind.COMPETENCE).verdict is UNKNOWN


# -- language --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "level", "verdict"),
    [("a2", "a1", NOT), ("a2", "a2", FITS), ("a2", None, UNKNOWN), ("pre_a1", None, FITS)],
)
def test_the_lowest_of_what_one_needs_on_the_floor_is_the_level(
    asked: str, level: str | None, verdict: Verdict
) -> None:
    known = LanguageSkills(
        participant_id=PERSON,
        language="nl",
        listening=LanguageLevel(level) if level else None,
        speaking=LanguageLevel.B1 if level else None,
    )
    made = facts(role=a_role(language_level=asked), languages=(known,))
    assert of_kind(made, Kind.LANGUAGE).verdict is verdict


def test_reading_is_asked_only_where_the_work_asks_it() -> None:
    made = facts(role=a_role(language_level="a2", demands=("reading",)))
    assert of_kind(made, Kind.LANGUAGE, "reading").verdict is UNKNOWN
    assert of_kind(facts(), Kind.LANGUAGE).detail == ""


# -- workplace and machines ------------------------------------------------------------------------

QUIET = AgreementFact(code="quiet", text="Een rustige plek", conflicts_with=frozenset({"noise"}))
SUPERVISED = AgreementFact(
    code="machines_supervised", text="Met toezicht", conflicts_with=frozenset({"machines"})
)


def test_an_agreement_that_does_not_go_with_the_work_is_named_with_what_the_work_asks() -> None:
    made = facts(agreements=(QUIET,), role=a_role(demands=("noise", "standing")))
    found = of_kind(made, Kind.WORKPLACE)
    assert found.asks_reason
    assert "Een rustige plek" in found.reason
    assert "lawaai" in found.reason


def test_agreements_in_own_words_are_there_to_read() -> None:
    made = facts(participant=a_person(workplace_agreements=("Niet naast het raam",)))
    found = of_kind(made, Kind.WORKPLACE)
    assert found.verdict is UNKNOWN
    assert "Niet naast het raam" in found.reason


def test_machines_under_supervision_go_with_machines_where_somebody_supervises() -> None:
    role = a_role(demands=("machines",))
    assert of_kind(facts(agreements=(SUPERVISED,), role=role), Kind.WORKPLACE).verdict is FITS
    alone = facts(agreements=(SUPERVISED,), role=role, supervisor=None)
    assert of_kind(alone, Kind.WORKPLACE).asks_reason


@pytest.mark.parametrize(("days", "verdict"), [(-1, NOT), (0, FITS)])
def test_an_authorisation_still_counts_on_its_last_day(days: int, verdict: Verdict) -> None:
    held = an_authorisation("band_saw", valid_until=TODAY + timedelta(days=days))
    made = facts(role=a_role(machines=("band_saw",)), authorisations=(held,))
    found = of_kind(made, Kind.MACHINES)
    assert (found.verdict, found.weight) == (verdict, Weight.ADVICE)


# -- minors ----------------------------------------------------------------------------------------


def turning_18_on(day: date, **changes: object) -> object:
    born = day.replace(year=day.year - 18)
    return facts(
        participant=a_person(born_on=born, **changes),
        role=a_role(machines=("band_saw",), demands=("standing", "noise")),
    )


def test_under_18_machines_without_agreed_supervision_are_stopped_by_law() -> None:
    found = of_kind(turning_18_on(TODAY + timedelta(days=1)), Kind.MINOR, "machines")
    assert found.stops


def test_under_18_machines_with_agreed_supervision_are_allowed() -> None:
    made = turning_18_on(TODAY + timedelta(days=1), agreement_codes=("machines_supervised",))
    assert of_kind(made, Kind.MINOR, "machines").verdict is FITS
    alone = replace(made, supervisor=None)
    assert of_kind(alone, Kind.MINOR, "machines").stops


def test_on_the_birthday_itself_somebody_is_18() -> None:
    made = explain(turning_18_on(TODAY))
    assert not [one for one in made if one.kind is Kind.MINOR]


def test_born_on_a_leap_day_somebody_is_18_on_the_first_of_march() -> None:
    for day, expected in ((date(2026, 2, 28), True), (date(2026, 3, 1), False)):
        made = facts(participant=a_person(born_on=date(2008, 2, 29)), today=day)
        made = replace(made, placement=replace(made.placement, starts_on=day))
        assert any(one.kind is Kind.MINOR for one in explain(made)) is expected


def test_more_than_45_hours_a_week_is_stopped_under_18() -> None:
    young = a_person(born_on=date(2010, 1, 1))
    codes = [f"{day}{part}" for day in range(7) for part in "ma"]
    made = facts(participant=young)
    for number, verdict in ((12, FITS), (13, NOT)):
        placed = replace(made.placement, half_days=HalfDays.of(*codes[:number]))
        found = of_kind(replace(made, placement=placed), Kind.MINOR, "hours")
        assert found.verdict is verdict
    assert "45,5" in found.reason


def test_an_unknown_age_is_said_and_asks_no_reason() -> None:
    found = of_kind(facts(participant=a_person(born_on=None)), Kind.MINOR)
    assert (found.verdict, found.weight) == (UNKNOWN, Weight.ADVICE)


# -- trajectory, availability, places, guidance ----------------------------------------------------


def test_without_a_running_trajectory_a_reason_is_asked() -> None:
    ended = a_trajectory(ends_on=TODAY - timedelta(days=1))
    assert of_kind(facts(trajectories=(ended,)), Kind.TRAJECTORY).asks_reason
    last_day = a_trajectory(ends_on=TODAY)
    made = explain(facts(trajectories=(last_day,)))
    assert not [one for one in made if one.kind is Kind.TRAJECTORY and one.asks_reason]


def test_more_half_days_than_agreed_ask_a_reason() -> None:
    other = Placement(
        participant_id=PERSON,
        role_id=uuid4(),
        half_days=HalfDays.of("2m", "3m", "4m"),
        starts_on=TODAY,
        review_on=TODAY,
    )
    found = of_kind(facts(others=(other,)), Kind.TRAJECTORY, "half_days")
    assert found.asks_reason
    assert "5" in found.reason


def test_a_half_day_on_which_somebody_cannot_come_is_named() -> None:
    only = Availability(participant_id=PERSON, half_days=HalfDays.of("0m"), starts_on=TODAY)
    found = of_kind(facts(availability=(only,)), Kind.AVAILABILITY)
    assert found.asks_reason
    assert "di ochtend" in found.reason
    assert of_kind(facts(availability=()), Kind.AVAILABILITY).verdict is UNKNOWN


@pytest.mark.parametrize(("taken", "verdict"), [(3, FITS), (4, NOT)])
def test_the_last_place_is_still_a_place(taken: int, verdict: Verdict) -> None:
    assert of_kind(facts(taken={MONDAY_MORNING: taken}), Kind.PLACES).verdict is verdict


def test_a_role_without_a_number_of_places_is_not_known_to_be_full() -> None:
    assert of_kind(facts(role=a_role(places=0)), Kind.PLACES).verdict is UNKNOWN


@pytest.mark.parametrize(("needed", "verdict"), [(210, FITS), (211, NOT)])
def test_a_supervisor_with_just_enough_minutes_has_enough(needed: int, verdict: Verdict) -> None:
    fact = GuidanceFact(slot=MONDAY_MORNING, needed=needed, available=210)
    assert of_kind(facts(guidance=(fact,)), Kind.GUIDANCE).verdict is verdict


def test_a_paper_that_is_required_asks_a_reason_and_a_recommended_one_only_tells() -> None:
    for required, asks in ((True, True), (False, False)):
        paper = PaperFact(name="VOG", is_required=required, holds=False, source="x")
        found = of_kind(facts(papers=(paper,)), Kind.SUPERVISOR)
        assert found.verdict is NOT
        assert found.asks_reason is asks


# -- reasons ---------------------------------------------------------------------------------------


def test_what_asks_a_reason_is_refused_until_it_has_one_and_the_law_never_gives_way() -> None:
    made = explain(facts(scores=(a_score(1),), trajectories=()))
    codes = {problem.field for problem in refusals(made, {})}
    assert codes == {"competence:T", "trajectory"}
    assert {p.field for p in refusals(made, {"competence:T": "Begint met een maatje"})} == {
        "trajectory"
    }
    law = explain(facts(participant=a_person(stage=Stage.FINISHED)))
    assert [p.field for p in refusals(law, {"stage": "Toch maar"})] == ["stage"]
    assert group_of(law) is MatchGroup.NOT_POSSIBLE
