"""Supervisors: hours per half-day that make the week, and what may be kept of a certificate."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.capacity import WHOLE_WEEK
from ca_desktop.domain.capacity_board import supply_of
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.supervisors import (
    Certificate,
    CertificateStatus,
    SlotMinutes,
    Supervisor,
    SupervisorKind,
    certificate_problems,
    problems,
    renewed,
    settled,
)
from tests.conftest import TODAY

JAN = Supervisor(
    number=1, last_name="Bos", kinds=(SupervisorKind.WORK_SUPERVISOR,), starts_on=TODAY
)


def slots(**minutes: int) -> tuple[SlotMinutes, ...]:
    """slots(_0m=120): two hours on Monday morning."""
    return tuple(SlotMinutes(slot=key[1:], minutes=n) for key, n in minutes.items())


def fields(found: object) -> list[str]:
    return [one.field for one in found]


def test_the_week_follows_from_the_hours_per_half_day() -> None:
    jan = settled(replace(JAN, weekly_minutes=999, slot_minutes=slots(_2a=90, _0m=240, _4m=0)))
    assert jan.weekly_minutes == 330
    assert jan.half_days == HalfDays.of("0m", "2a")
    assert [one.slot for one in jan.slot_minutes] == ["0m", "2a"]


def test_without_hours_per_half_day_the_week_stays_as_it_was_filled_in() -> None:
    jan = replace(JAN, weekly_minutes=480, half_days=HalfDays.of("0m"), slot_minutes=slots(_1m=0))
    assert settled(jan) == replace(jan, slot_minutes=())


def test_the_hours_per_half_day_are_what_a_supervisor_can_give() -> None:
    jan = settled(replace(JAN, slot_minutes=slots(_0m=240, _2a=90)))
    monday, wednesday = HalfDay.from_code("0m"), HalfDay.from_code("2a")
    assert supply_of(jan) == {monday: 240, wednesday: 90}
    spread = replace(jan, slot_minutes=())
    assert supply_of(spread) == {monday: 165, wednesday: 165}


@given(
    st.dictionaries(
        st.sampled_from(WHOLE_WEEK.codes), st.integers(min_value=0, max_value=480), max_size=14
    ),
    st.integers(min_value=0, max_value=3600),
)
def test_what_is_given_in_a_week_is_always_the_week(minutes: dict[str, int], week: int) -> None:
    filled = tuple(SlotMinutes(slot=code, minutes=n) for code, n in minutes.items())
    jan = settled(replace(JAN, weekly_minutes=week, slot_minutes=filled))
    assert sum(supply_of(jan).values(), Fraction(0)) == jan.weekly_minutes
    assert not jan.slot_minutes or set(supply_of(jan)) == set(jan.half_days)


@pytest.mark.parametrize(
    ("wrong", "at"),
    [
        ({"slot_minutes": slots(_0m=481)}, "slot_minutes"),
        ({"slot_minutes": slots(_0m=-1)}, "slot_minutes"),
        ({"slot_minutes": slots(_9x=60)}, "slot_minutes"),
        ({"slot_minutes": (*slots(_0m=60), *slots(_0m=30))}, "slot_minutes"),
        ({"employer": "Gemeente", "partner_id": uuid4()}, "employer"),
        ({"deputy_id": JAN.id}, "deputy_id"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(wrong: dict[str, object], at: str) -> None:
    assert not list(problems(JAN))
    assert fields(problems(replace(JAN, **wrong))) == [at]


def refused(kind: str = "vog", **more: object) -> list[str]:
    paper = Certificate(supervisor_id=JAN.id, kind=kind, seen_on=TODAY)
    paper = replace(paper, **more)
    return fields(certificate_problems(paper, TODAY, ("vog", "vca"), ("vog",)))


def test_of_a_vog_only_is_kept_that_it_was_seen() -> None:
    assert refused(valid_until=TODAY) == []
    assert refused(seen_on=None) == ["seen_on"]
    assert refused(evidence="map 3") == ["evidence"]
    assert refused(description="nr. 12345") == ["description"]
    assert refused(issued_on=TODAY) == ["issued_on"]
    assert refused(renewal_on=TODAY) == []
    assert refused(renewal_on=TODAY, renewal_note="nr. 12345") == ["renewal_note"]
    more = {"evidence": "map 3", "description": "VOL", "issued_on": TODAY, "seen_on": None}
    assert refused("vca", **more) == []


def test_a_renewal_has_a_day() -> None:
    assert refused("vca", renewal_note="bij het ROC") == ["renewal_on"]
    assert refused("vca", renewal_note="bij het ROC", renewal_on=TODAY) == []


def test_a_plan_to_renew_goes_once_the_paper_is_valid_longer() -> None:
    old = Certificate(
        supervisor_id=JAN.id,
        kind="vca",
        valid_until=date(2028, 2, 29),
        renewal_on=date(2028, 2, 1),
        renewal_note="ROC",
    )
    longer = renewed(replace(old, valid_until=date(2029, 2, 28)), old)
    assert (longer.renewal_on, longer.renewal_note) == (None, "")
    assert renewed(replace(old, valid_until=None), old).renewal_on is None
    assert renewed(replace(old, evidence="map 3"), old).renewal_on == old.renewal_on
    next_plan = replace(old, valid_until=date(2029, 2, 28), renewal_on=date(2029, 1, 5))
    assert renewed(next_plan, old) == next_plan
    assert renewed(old, None) == old


def test_the_last_day_still_counts_as_valid() -> None:
    paper = Certificate(supervisor_id=JAN.id, kind="vca", valid_until=date(2028, 2, 29))
    assert paper.status(date(2028, 2, 29), 30) is CertificateStatus.EXPIRING
    assert paper.status(date(2028, 3, 1), 30) is CertificateStatus.EXPIRED
    assert paper.status(date(2028, 2, 29) - timedelta(days=31), 30) is CertificateStatus.VALID
