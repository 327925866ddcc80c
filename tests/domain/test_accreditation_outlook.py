"""The board of accreditations: in which group each stands today, and for which reason."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditation_outlook import (
    OutlookFacts,
    OutlookGroup,
    OutlookPlace,
    OutlookTerms,
    outlook_of,
)
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.supervisors import CertificateStatus, Supervisor
from ca_desktop.domain.work_cover import cover_of
from ca_desktop.domain.work_processes import WorkProcess

TODAY = date(2026, 11, 25)
TERMS = OutlookTerms(soon_months=6, decision_days=14)
S, G, P = AccreditationState, OutlookGroup, OutlookPlace
TRAINER = Supervisor(number=1, last_name="Smit", starts_on=date(2020, 1, 1))
ONE = Accreditation(
    training_company_id=uuid4(),
    code="25254",
    name="Assistent",
    level=1,
    state=S.ACCREDITED,
    since=date(2025, 6, 1),
    trainer_id=TRAINER.id,
)
WORK = WorkProcess(
    accreditation_id=ONE.id,
    task_code="B1-K1",
    task_name="",
    code="B1-K1-W1",
    name="Zaagt",
    is_feasible=True,
)
FINE = OutlookFacts(
    accreditation=ONE,
    last_step=None,
    trainer=TRAINER,
    paper=CertificateStatus.VALID,
    paper_until=None,
    cover=cover_of([WORK], ()),
    agreed_until=None,
)


def a_step(state: AccreditationState, on: date, planned_on: date | None = None):
    return AccreditationStep(accreditation_id=ONE.id, state=state, on=on, planned_on=planned_on)


def stands(facts: OutlookFacts, today: date = TODAY) -> OutlookGroup:
    return outlook_of(facts, today, TERMS).group


def places(facts: OutlookFacts, today: date = TODAY) -> list[OutlookPlace]:
    return [one.place for one in outlook_of(facts, today, TERMS).reasons]


def with_(**changes: object) -> OutlookFacts:
    return replace(FINE, accreditation=replace(ONE, **changes))


def test_with_trainer_paper_and_work_a_student_may_start() -> None:
    assert stands(FINE) is G.READY


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"trainer": None}, P.TRAINER),
        ({"trainer": replace(TRAINER, ended_on=TODAY - timedelta(days=1))}, P.TRAINER),
        ({"trainer": replace(TRAINER, ended_on=TODAY)}, P.TRAINER),
        ({"trainer": replace(TRAINER, starts_on=TODAY + timedelta(days=1))}, P.TRAINER),
        ({"paper": None}, P.PAPERS),
        ({"paper": CertificateStatus.EXPIRED}, P.PAPERS),
        ({"paper": CertificateStatus.EXPIRING, "paper_until": TODAY}, P.PAPERS),
        ({"cover": None}, P.PROCESSES),
        ({"cover": cover_of([replace(WORK, is_feasible=False)], ())}, P.PROCESSES),
    ],
)
def test_what_is_missing_asks_attention_at_its_place(changes, place) -> None:
    facts = replace(FINE, **changes)
    assert stands(facts) is G.ATTENTION
    assert places(facts) == [place]


def test_the_heaviest_reason_comes_first() -> None:
    facts = replace(with_(since=date(2020, 1, 1)), trainer=None, cover=None)
    assert places(facts)[:2] == [P.TRAINER, P.PROCESSES]


@pytest.mark.parametrize(
    ("assessed", "near"),
    [
        (date(2023, 5, 25), False),  # six months to the day
        (date(2023, 5, 24), True),
        (date(2022, 11, 25), True),  # expected today
        (date(2021, 1, 1), True),  # expected long ago: still accredited
    ],
)
def test_a_re_assessment_within_six_months_asks_attention(assessed: date, near: bool) -> None:
    facts = replace(
        with_(since=date(2015, 1, 1), last_assessed_on=assessed),
        agreed_until=date(2026, 11, 1),
    )
    assert (P.STEP in places(facts)) == near
    assert stands(facts) is (G.ATTENTION if near else G.READY)


@pytest.mark.parametrize(
    ("last", "near"),
    [(date(2023, 5, 25), False), (date(2023, 5, 24), True), (date(2020, 2, 29), True)],
)
def test_more_than_three_and_a_half_years_without_a_student_asks_attention(
    last: date, near: bool
) -> None:
    facts = replace(
        with_(since=date(2015, 1, 1), last_assessed_on=date(2026, 1, 1)), agreed_until=last
    )
    assert (P.COURSE in places(facts)) == near


def test_a_student_who_is_here_now_keeps_the_lapse_away() -> None:
    facts = replace(
        with_(since=date(2015, 1, 1), last_assessed_on=date(2026, 1, 1)),
        agreed_until=TODAY + timedelta(days=100),
    )
    assert stands(facts) is G.READY


def test_the_end_that_sbb_named_counts_with_its_last_day() -> None:
    assert stands(with_(ends_on=TODAY)) is G.ATTENTION
    assert stands(with_(ends_on=TODAY - timedelta(days=1))) is G.CLOSED
    assert stands(with_(ends_on=date(2028, 1, 1))) is G.READY


@pytest.mark.parametrize("state", S)
def test_every_state_stands_in_a_group_with_a_reason(state: AccreditationState) -> None:
    for step in (None, a_step(state, date(2026, 3, 2))):
        found = outlook_of(replace(with_(state=state), last_step=step), TODAY, TERMS)
        assert found.first.text
        assert (found.group in {G.READY, G.ATTENTION}) == state.is_accredited


def test_an_application_that_takes_longer_than_usual_says_so() -> None:
    def words(days: int) -> str:
        step = a_step(S.APPLIED, TODAY - timedelta(days=days))
        return outlook_of(replace(with_(state=S.APPLIED), last_step=step), TODAY, TERMS).first.text

    assert "bel de adviseur" not in words(14)
    assert "bel de adviseur" in words(15)


def test_a_visit_that_was_yesterday_asks_what_was_decided() -> None:
    def words(planned: date) -> str:
        step = a_step(S.VISIT_PLANNED, date(2026, 11, 1), planned)
        return outlook_of(
            replace(with_(state=S.VISIT_PLANNED), last_step=step), TODAY, TERMS
        ).first.text

    assert "Leg vast" not in words(TODAY)
    assert "Leg vast" in words(TODAY - timedelta(days=1))
