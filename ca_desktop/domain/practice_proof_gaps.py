"""What is missing in the proof for RVO, each named in words with what to do about it.

The BSN and the register of students (ROD) can't be checked here: they stand as something to check.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.dates import Period
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_subsidy import ProofWeek
from ca_desktop.i18n import N_


class ProofGap(StrEnum):
    """One kind of proof that is missing, or that somebody still has to look at."""

    NO_BBL = "no_bbl"
    THIRD_PATH = "third_path"
    UNSIGNED = "unsigned"
    NO_HOURS = "no_hours"
    NO_CODE = "no_code"
    NO_COMPANY = "no_company"
    NOT_COVERED = "not_covered"
    NO_ATTENDANCE = "no_attendance"
    NO_GUIDANCE = "no_guidance"
    NO_ASSESSMENT = "no_assessment"
    CHECK_ROD = "check_rod"

    @property
    def is_to_check(self) -> bool:
        """Whether it is no gap, but something the program can't know."""
        return self is ProofGap.CHECK_ROD


GAP_WORDS: dict[ProofGap, str] = {
    ProofGap.NO_BBL: N_("No practice agreement in the bbl runs in this school year."),
    ProofGap.THIRD_PATH: N_(
        "This is the third learning path: it has a scheme of its own, with its own window."
    ),
    ProofGap.UNSIGNED: N_("The practice agreement is not signed by everybody."),
    ProofGap.NO_HOURS: N_("The practice agreement names no number of hours."),
    ProofGap.NO_CODE: N_("The practice agreement names no programme code."),
    ProofGap.NO_COMPANY: N_("The leerbedrijf-ID of the location is not filled in."),
    ProofGap.NOT_COVERED: N_("The centre is not accredited for this programme code."),
    ProofGap.NO_ATTENDANCE: N_("Weeks without any attendance filled in:"),
    ProofGap.NO_GUIDANCE: N_("Weeks present, without a note or a confirmed guidance:"),
    ProofGap.NO_ASSESSMENT: N_("No work process was assessed in this school year."),
    ProofGap.CHECK_ROD: N_(
        "To be checked: whether the BSN is known at the school and the student stands in the "
        "register of students (ROD)."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingProof:
    """One gap, with the weeks it is about."""

    gap: ProofGap
    mondays: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofFacts:
    """What the gaps are found in: the agreements of this school year, bbl or not, and the rest.

    `is_covered` is None where nobody could say whether the code is covered. `free` are the weeks
    in which the school had holidays all along: they may be empty. `under_age` are the agreements
    that a parent or guardian has to sign too.
    """

    agreements: tuple[PracticeAgreement, ...]
    weeks: Sequence[ProofWeek]
    under_age: frozenset[UUID]
    company_known: bool
    is_covered: bool | None
    is_assessed: bool
    today: date
    free: frozenset[date] = frozenset()


def missing_proof(facts: ProofFacts) -> tuple[MissingProof, ...]:
    """Everything that is missing, the agreement first."""
    return tuple(_missing(facts))


def _missing(facts: ProofFacts) -> Iterator[MissingProof]:
    bbl = [one for one in facts.agreements if one.learning_path is LearningPath.BBL]
    if not bbl:
        third = any(one.learning_path is LearningPath.THIRD for one in facts.agreements)
        yield MissingProof(gap=ProofGap.THIRD_PATH if third else ProofGap.NO_BBL)
        return
    yield from (MissingProof(gap=one) for one in _in_agreements(bbl, facts))
    yield from _in_weeks(facts, bbl)
    if not facts.is_assessed:
        yield MissingProof(gap=ProofGap.NO_ASSESSMENT)
    yield MissingProof(gap=ProofGap.CHECK_ROD)


def _in_agreements(bbl: Iterable[PracticeAgreement], facts: ProofFacts) -> Iterator[ProofGap]:
    bbl = list(bbl)
    if any(not one.is_signed(is_minor=one.id in facts.under_age) for one in bbl):
        yield ProofGap.UNSIGNED
    if any(one.hours <= 0 for one in bbl):
        yield ProofGap.NO_HOURS
    if any(not one.code for one in bbl):
        yield ProofGap.NO_CODE
    elif facts.is_covered is False:
        yield ProofGap.NOT_COVERED
    if not facts.company_known:
        yield ProofGap.NO_COMPANY


def _in_weeks(facts: ProofFacts, bbl: Sequence[PracticeAgreement]) -> Iterator[MissingProof]:
    """Only weeks that are over: what is still to come is not missing yet. A week of which only
    the Saturday or Sunday lies in the agreement may be empty.
    """
    over = [one for one in facts.weeks if (facts.today - one.monday).days >= 7]
    empty = tuple(
        one.monday
        for one in over
        if not one.is_recorded
        and one.monday not in facts.free
        and any(agreed.period.overlaps(_working_days(one.monday)) for agreed in bbl)
    )
    alone = tuple(one.monday for one in over if one.is_present and not one.is_guided)
    if empty:
        yield MissingProof(gap=ProofGap.NO_ATTENDANCE, mondays=empty)
    if alone:
        yield MissingProof(gap=ProofGap.NO_GUIDANCE, mondays=alone)


def _working_days(monday: date) -> Period:
    return Period(starts_on=monday, ends_on=monday + timedelta(days=4))
