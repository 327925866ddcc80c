"""The count of praktijkleren: weeks that count, the amount, and what is missing in the proof."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.centre_settings import declared_settings, setting_values
from ca_desktop.domain.dates import Period, week_start
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import ALWAYS_SIGN, PracticeAgreement
from ca_desktop.domain.practice_proof_gaps import (
    GAP_WORDS,
    MissingProof,
    ProofFacts,
    ProofGap,
    missing_proof,
)
from ca_desktop.domain.practice_subsidy import (
    ProofWeek,
    SubsidyTerms,
    claimable,
    proof_weeks,
    scheme_for,
)
from ca_desktop.domain.school_years import SchoolYear

PERSON, SUPERVISOR, COACH = UUID(int=1), UUID(int=2), UUID(int=3)
YEAR = SchoolYear(2025)
TODAY = date(2026, 8, 20)


def present(on: date, minutes: int = 210, code: AttendanceCode | None = None) -> Attendance:
    chosen = code or AttendanceCode.PRESENT
    return Attendance(
        participant_id=PERSON, on=on, part=DayPart.MORNING, code=chosen, minutes=minutes
    )


def note(on: date, by: UUID | None = SUPERVISOR) -> Entry:
    return Entry(
        participant_id=PERSON,
        supervisor_id=by,
        on=on,
        minutes=15,
        form=GuidanceForm.WORK_INSTRUCTION,
        text="Niet voor RVO.",
        visibility=Visibility.INTERNAL,
        written_by=SUPERVISOR,
        written_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def agreement(**changes: object) -> PracticeAgreement:
    values: dict[str, object] = {
        "participant_id": PERSON,
        "school_id": uuid4(),
        "training_company_id": uuid4(),
        "code": "25254",
        "learning_path": LearningPath.BBL,
        "level": 2,
        "starts_on": date(2025, 8, 1),
        "planned_end_on": date(2026, 7, 31),
        "hours": 610,
        "signed_by": tuple(ALWAYS_SIGN),
        "signed_on": date(2025, 7, 20),
    }
    return PracticeAgreement(**{**values, **changes})


def weeks(
    *attendance: Attendance, notes: tuple[Entry, ...] = (), **more: object
) -> list[ProofWeek]:
    days = more.get("days", (YEAR.week_period,))
    confirmed = more.get("confirmed", ())
    return list(proof_weeks(YEAR, days, attendance, notes, confirmed))


@pytest.mark.parametrize(
    ("divisor", "count", "cents"),
    [
        (40, 40, 270_000),
        (40, 30, 202_500),
        (40, 21, 141_750),
        (40, 52, 270_000),
        (42, 21, 135_000),
        (40, 0, 0),
        (42, 1, 6_429),  # 64,2857: half a cent or more goes up
        (42, 42, 270_000),
    ],
)
def test_the_amount_follows_the_weeks_up_to_the_divisor(
    divisor: int, count: int, cents: int
) -> None:
    assert SubsidyTerms(divisor=divisor, maximum=2700).cents(count) == cents


def test_exactly_half_a_cent_is_rounded_up() -> None:
    assert SubsidyTerms(divisor=8, maximum=1).cents(1) == 13  # 12,5 cents
    assert SubsidyTerms(divisor=16, maximum=1).cents(1) == 6  # 6,25 cents


@given(
    divisor=st.integers(1, 53),
    maximum=st.integers(0, 20_000),
    count=st.integers(0, 60),
)
def test_more_weeks_never_give_less_and_never_more_than_the_maximum(
    divisor: int, maximum: int, count: int
) -> None:
    terms = SubsidyTerms(divisor=divisor, maximum=maximum)
    assert 0 <= terms.cents(count) <= terms.cents(count + 1) <= maximum * 100
    assert terms.cents(divisor) == maximum * 100


def test_the_divisor_and_the_maximum_are_settings_with_their_source() -> None:
    terms = SubsidyTerms.of(setting_values(()))
    assert (terms.divisor, terms.maximum) == (40, 2700)
    mine = [one for one in declared_settings() if one.section == "subsidy"]
    assert len(mine) == 2
    assert all("te controleren" in one.origin.source for one in mine)


def test_a_week_counts_with_presence_and_a_note_or_a_confirmation() -> None:
    first, second, third, fourth = (date(2025, 9, 1) + timedelta(weeks=n) for n in range(4))
    made = {
        one.monday: one
        for one in weeks(
            present(first),
            present(second + timedelta(days=2)),
            present(third),
            notes=(note(first + timedelta(days=4)), note(first), note(fourth)),
            confirmed=(GuidedWeek(participant_id=PERSON, monday=second, supervisor_id=COACH),),
        )
    }
    assert [made[day].counts for day in (first, second, third, fourth)] == [
        True,
        True,
        False,
        False,
    ]
    assert (made[first].contacts, made[first].guided_by) == (2, (SUPERVISOR,))
    assert made[second].confirmed_by == COACH
    assert claimable(made.values()) == 2


def test_being_ill_or_minutes_of_nobody_present_make_no_week() -> None:
    monday = date(2025, 9, 1)
    (week,) = [
        one
        for one in weeks(present(monday, 0, AttendanceCode.SICK), notes=(note(monday),))
        if one.monday == monday
    ]
    assert (week.is_recorded, week.is_present, week.counts) == (True, False, False)


def test_days_outside_the_agreement_count_for_nothing() -> None:
    october = Period(starts_on=date(2025, 10, 1), ends_on=date(2025, 10, 31))
    made = weeks(
        present(date(2025, 9, 30)),  # the day before, in the first week
        present(date(2025, 10, 31)),  # the last day
        present(date(2025, 11, 3)),
        notes=tuple(note(day) for day in (date(2025, 9, 30), date(2025, 10, 31))),
        days=(october,),
    )
    assert [one.monday for one in made] == [
        date(2025, 9, 29) + timedelta(weeks=n) for n in range(5)
    ]
    assert [one.monday for one in made if one.counts] == [date(2025, 10, 27)]


def test_a_week_across_the_school_years_is_claimed_once() -> None:
    wednesday, friday = date(2024, 7, 31), date(2024, 8, 2)
    days = (Period(starts_on=date(2024, 1, 1), ends_on=date(2025, 1, 1)),)
    lines, notes = (present(wednesday), present(friday)), (note(wednesday),)
    counted = {
        year.name: [one for one in proof_weeks(year, days, lines, notes, ()) if one.counts]
        for year in (SchoolYear(2023), SchoolYear(2024))
    }
    assert counted["2023-2024"] == []
    (week,) = counted["2024-2025"]
    assert (week.monday, week.minutes) == (week_start(wednesday), 420)


def test_week_53_counts_as_any_other() -> None:
    year, monday = SchoolYear(2020), date(2020, 12, 28)
    made = proof_weeks(year, (year.period,), (present(date(2021, 1, 2)),), (note(monday),), ())
    assert [one.monday for one in made if one.counts] == [monday]


def test_only_the_bbl_and_the_third_path_have_a_scheme_and_each_its_own_window() -> None:
    bbl, third = scheme_for(LearningPath.BBL), scheme_for(LearningPath.THIRD)
    assert bbl is not None
    assert third is not None
    assert bbl != third
    assert scheme_for(LearningPath.BOL) is None
    window = bbl.window(YEAR)
    assert (window.starts_on, window.ends_on) == (date(2026, 6, 2), date(2026, 9, 15))
    assert "te controleren" in bbl.origin.source
    assert bbl.origin.checked_on is None


def facts(**changes: object) -> ProofFacts:
    values: dict[str, object] = {
        "agreements": (agreement(),),
        "weeks": (),
        "under_age": frozenset(),
        "company_known": True,
        "is_covered": True,
        "is_assessed": True,
        "today": TODAY,
    }
    return ProofFacts(**{**values, **changes})


def gaps(**changes: object) -> list[ProofGap]:
    return [one.gap for one in missing_proof(facts(**changes))]


def test_a_whole_proof_only_asks_to_check_what_the_program_can_not_know() -> None:
    assert gaps() == [ProofGap.CHECK_ROD]
    assert ProofGap.CHECK_ROD.is_to_check


YOUNG = agreement()


@pytest.mark.parametrize(
    ("changes", "gap"),
    [
        ({"agreements": (agreement(signed_by=()),)}, ProofGap.UNSIGNED),
        ({"agreements": (agreement(signed_on=None),)}, ProofGap.UNSIGNED),
        ({"agreements": (YOUNG,), "under_age": frozenset({YOUNG.id})}, ProofGap.UNSIGNED),
        ({"agreements": (agreement(hours=0),)}, ProofGap.NO_HOURS),
        ({"agreements": (agreement(code=""),)}, ProofGap.NO_CODE),
        ({"is_covered": False}, ProofGap.NOT_COVERED),
        ({"company_known": False}, ProofGap.NO_COMPANY),
        ({"is_assessed": False}, ProofGap.NO_ASSESSMENT),
    ],
)
def test_each_missing_piece_is_named(changes: dict[str, object], gap: ProofGap) -> None:
    assert gaps(**changes) == [gap, ProofGap.CHECK_ROD]


def test_without_a_bbl_agreement_there_is_one_thing_to_say() -> None:
    assert gaps(agreements=()) == [ProofGap.NO_BBL]
    assert gaps(agreements=(agreement(learning_path=LearningPath.BOL),)) == [ProofGap.NO_BBL]
    assert gaps(agreements=(agreement(learning_path=LearningPath.THIRD),)) == [ProofGap.THIRD_PATH]


def test_weeks_are_missed_only_once_they_are_over() -> None:
    this_week = week_start(TODAY)
    before = this_week - timedelta(weeks=1)
    empty = [ProofWeek(monday=before), ProofWeek(monday=this_week)]
    alone = [ProofWeek(monday=before, minutes=60, is_recorded=True)]
    ill = [ProofWeek(monday=before, is_recorded=True)]
    missed = MissingProof(gap=ProofGap.NO_ATTENDANCE, mondays=(before,))
    runs = (agreement(planned_end_on=TODAY),)
    assert missing_proof(facts(agreements=runs, weeks=empty))[0] == missed
    assert missing_proof(facts(weeks=alone))[0] == MissingProof(
        gap=ProofGap.NO_GUIDANCE, mondays=(before,)
    )
    assert gaps(weeks=ill) == [ProofGap.CHECK_ROD]
    holidays = facts(agreements=runs, weeks=empty, free=frozenset({before}))
    assert [one.gap for one in missing_proof(holidays)] == [ProofGap.CHECK_ROD]


def test_every_gap_has_its_words() -> None:
    assert set(GAP_WORDS) == set(ProofGap)
