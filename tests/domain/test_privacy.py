"""The privacy lens: the table, the ticks and the names of papers."""

from datetime import date

import pytest

from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.paper_names import paper_file_name, plain_file_name, shown_number
from ca_desktop.domain.privacy import (
    DataElement,
    RecipientKind,
    Rule,
    lens,
    require_person,
    rule,
)

PARTNERS = [kind for kind in RecipientKind if kind is not RecipientKind.PARTICIPANT]


def test_the_table_answers_for_every_element_and_recipient() -> None:
    for element in DataElement:
        for kind in RecipientKind:
            assert rule(element, kind) in Rule
            assert element.text
            assert kind.text


@pytest.mark.parametrize(
    "element", [DataElement.BSN, DataElement.DIAGNOSIS, DataElement.CRIMINAL_PAST]
)
def test_some_elements_are_on_nobodys_paper(element: DataElement) -> None:
    assert {rule(element, kind) for kind in RecipientKind} == {Rule.NEVER}


def test_no_partner_gets_the_target_group_or_an_internal_note() -> None:
    for kind in PARTNERS:
        for element in (DataElement.TARGET_GROUP, DataElement.ENTRIES_INTERNAL):
            assert not lens(kind).shows(element)
            assert element not in lens(kind).offer()


def test_raw_notes_are_for_the_participant_and_for_care_on_request() -> None:
    rules = {kind: rule(DataElement.ENTRIES_RAW, kind) for kind in RecipientKind}
    assert rules.pop(RecipientKind.PARTICIPANT) is Rule.ALWAYS
    assert rules.pop(RecipientKind.CARE) is Rule.ON_REQUEST
    assert set(rules.values()) == {Rule.NEVER}


@pytest.mark.parametrize("kind", RecipientKind)
def test_what_is_offered_shows_only_once_it_is_ticked_with_a_reason(kind: RecipientKind) -> None:
    for element in lens(kind).offer():
        assert not lens(kind).shows(element)
        assert lens(kind, {element: "gevraagd op 1 juni"}).shows(element)
        with pytest.raises(RuleBroken) as refused:
            lens(kind, {element: "  "})
        assert refused.value.problems[0].field == element.value


@pytest.mark.parametrize("kind", RecipientKind)
def test_what_is_not_offered_can_not_be_ticked(kind: RecipientKind) -> None:
    for element in DataElement:
        if lens(kind).shows(element) or element in lens(kind).offer():
            continue
        with pytest.raises(RuleBroken, match="mag niet op een papier"):
            lens(kind, {element: "omdat het moet"})


def test_a_tick_on_what_is_shown_anyway_changes_nothing() -> None:
    assert lens(RecipientKind.MUNICIPALITY, {DataElement.NAME: ""}).included == {}


def test_a_new_employer_gets_a_report_only_on_the_persons_wish_and_the_message_says_how() -> None:
    with pytest.raises(UserError, match="--include name="):
        require_person(lens(RecipientKind.EMPLOYER))
    require_person(lens(RecipientKind.EMPLOYER, {DataElement.NAME: "brief van 1 juni 2026"}))


def test_a_funder_never_gets_a_report_about_one_person() -> None:
    with pytest.raises(UserError, match="aantallen over groepen"):
        require_person(lens(RecipientKind.FUNDER))


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (RecipientKind.MUNICIPALITY, "GEM123"),
        (RecipientKind.EMPLOYER, "D42"),
    ],
)
def test_the_file_name_holds_the_number_that_the_recipient_may_have(
    kind: RecipientKind, number: str
) -> None:
    shown = shown_number(lens(kind), centre_number="D42", partner_number="GEM123", name="Jan Smit")
    assert shown == number
    name = paper_file_name(
        "voortgangsrapport", date(2026, 3, 1), date(2026, 5, 31), shown, until="tot"
    )
    assert name == f"voortgangsrapport-2026-03-tot-2026-05-{number}.pdf"


def test_a_number_that_holds_the_persons_name_stays_out_of_the_file_name() -> None:
    number = shown_number(
        lens(RecipientKind.SCHOOL),
        centre_number="D42",
        partner_number="2026-JANSEN-3",
        name="Łukasz Jansen",
    )
    assert number == "D42"


def test_a_file_name_survives_odd_signs() -> None:
    number = shown_number(
        lens(RecipientKind.SCHOOL), centre_number="D42", partner_number="a/b\\..:7 ?", name="Jan"
    )
    assert number == "a-b-7"
    assert plain_file_name("functieblad", "Winkel & publiek") == "functieblad-winkel-publiek.pdf"


def test_the_subsidy_giver_gets_who_and_how_much_and_nothing_that_was_said() -> None:
    view = lens(RecipientKind.SUBSIDY)
    assert {element for element in DataElement if view.shows(element)} == {
        DataElement.NAME,
        DataElement.CENTRE_NUMBER,
        DataElement.ATTENDANCE,
        DataElement.WORK_PROCESSES,
        DataElement.GUIDANCE_COUNTS,
    }
    assert view.offer() == ()
