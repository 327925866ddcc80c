"""The five conditions of SBB and the checklist: met, expiring or not shown."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from ca_desktop.domain.accreditation_checklist import checklist, checklist_items
from ca_desktop.domain.accreditation_conditions import (
    BY_EVIDENCE,
    ConditionState,
    Known,
    condition_line,
)
from ca_desktop.domain.accreditation_evidence import (
    AccreditationCondition,
    AccreditationEvidence,
    problems,
)
from ca_desktop.domain.checklist_ticks import ChecklistTick

TODAY = date(2026, 11, 25)
HERE = uuid4()
C, S = AccreditationCondition, ConditionState


def evidence(valid_until: date | None = None, condition: C = C.WORKPLACE) -> AccreditationEvidence:
    return AccreditationEvidence(
        training_company_id=HERE,
        condition=condition,
        on=date(2026, 1, 1),
        text="RI&E",
        valid_until=valid_until,
    )


def state(condition: C, known=(), rows=()) -> ConditionState:
    return condition_line(condition, known, rows, TODAY, 6).state


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, S.MET),
        (TODAY - timedelta(days=1), S.NOT_SHOWN),
        (TODAY, S.EXPIRES),
        (date(2027, 5, 24), S.EXPIRES),
        (date(2027, 5, 25), S.MET),
    ],
)
def test_a_safe_workplace_is_shown_by_evidence_until_and_on_its_last_day(until, expected) -> None:
    assert state(C.WORKPLACE, rows=[evidence(until)]) is expected


def test_evidence_that_never_ends_makes_up_for_what_expires() -> None:
    assert state(C.WORKPLACE, rows=[evidence(TODAY), evidence(None)]) is S.MET


@pytest.mark.parametrize("condition", sorted(set(C) - BY_EVIDENCE))
def test_what_the_program_knows_goes_before_words(condition: C) -> None:
    rows = [evidence(None, condition)]
    assert state(condition, rows=rows) is S.NOT_SHOWN
    assert state(condition, [Known(text="a", is_fine=True)], rows) is S.MET
    both = [Known(text="a", is_fine=True), Known(text="b", is_fine=False)]
    assert state(condition, both, rows) is S.NOT_SHOWN
    ending = [Known(text="a", is_fine=True, until=TODAY)]
    assert state(condition, ending, rows) is S.EXPIRES


def test_nothing_known_is_not_shown() -> None:
    for condition in C:
        assert state(condition) is S.NOT_SHOWN


def test_evidence_of_tomorrow_or_without_words_is_refused() -> None:
    early = AccreditationEvidence(
        training_company_id=HERE,
        condition=C.LISTING,
        on=TODAY + timedelta(days=1),
        text=" ",
        valid_until=TODAY,
    )
    assert {one.field for one in problems(early, TODAY)} == {"on", "text", "valid_until"}


def test_the_checklist_believes_the_program_where_it_knows_and_ticks_elsewhere() -> None:
    by_hand = [one.code for one in checklist_items() if not one.known]
    assert by_hand
    ticks = [
        ChecklistTick(training_company_id=HERE, item=code, done_on=TODAY)
        for code in (by_hand[0], "company_id")
    ]
    done = {one.id for one in checklist({"applied", by_hand[1]}, ticks) if one.is_done}
    assert done == {"applied", by_hand[0]}


def test_every_item_has_its_source_and_says_that_it_is_to_be_verified() -> None:
    for item in checklist_items():
        assert item.origin.source
        assert item.status == "te verifiëren"
        assert item.place or not item.known
