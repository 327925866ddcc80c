"""Nothing leaks: a marker in every field of a person, printed for every recipient, searched for."""

from dataclasses import replace
from datetime import date
from itertools import chain, combinations
from uuid import uuid4

import pytest

from ca_desktop.domain.entries import GuidanceForm, Visibility
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.privacy import DataElement, Lens, RecipientKind, lens
from ca_desktop.domain.progress_report import (
    ProgressReport,
    ProgressSource,
    build_progress_report,
    recipient_kind,
)
from ca_desktop.i18n import translator
from ca_desktop.reports.progress_report import render
from tests.reports.examples import PERIOD, a_partner, a_source, an_entry
from tests.reports.pdf_text import everything

MARKERS = {
    DataElement.NAME: ("Zqvoornaam", "Zqachternaam"),
    DataElement.PARTNER_NUMBER: ("ZQN77123",),
    DataElement.BIRTH_DATE: ("17-08-1987",),
    DataElement.ADDRESS: ("Zqstraat", "9876ZQ", "Zqwoonplaats"),
    DataElement.CONTACT: ("zqmail@", "0612398745"),
    DataElement.TARGET_GROUP: ("Zqdoelgroep",),
    DataElement.LEGAL_BASIS: ("Zqgrondslag",),
    DataElement.TRAJECTORY: ("Zqtraject",),
    DataElement.PLACEMENTS: ("Zqfunctie",),
    DataElement.WORKPLACE_AGREEMENTS: ("Zqwerkvloer",),
    DataElement.WORK_SKILL_SCORES: ("Zqvaardigheid",),
    DataElement.GOALS_AGREEMENTS: ("Zqdoeltekst", "Zqafspraak"),
    DataElement.GUIDANCE_SUMMARY: ("Zqsamenvatting",),
    DataElement.NEXT_STEP_ADVICE: ("Zqadvies",),
    DataElement.ENTRIES_RAW: ("Zqnotitie",),
    DataElement.ENTRIES_INTERNAL: ("Zqinternetekst",),
    DataElement.INCIDENTS: ("Zqincidenttekst",),
}
ONLY_FOR_THE_PARTICIPANT = ("Zqpersoonlijk", "Zqwaarom", "Zqandertraject", "ZQN99OTHER")
ON_NO_PAPER = (
    "Zqcontactpersoon",
    "0699911122",
    "Zqverwijzer",
    "Zqopmerking",
    "Zqbewijs",
    "Zqrelatie",
)
KINDS = [
    None,
    PartnerKind.MUNICIPALITY,
    PartnerKind.SCHOOL,
    PartnerKind.CARE,
    PartnerKind.EMPLOYER,
]


def a_marked_source(partner: Partner | None) -> ProgressSource:
    """A person with a marker in every field."""
    plain = a_source(partner)
    (trajectory,) = plain.trajectories
    marked = replace(trajectory, partner_number="ZQN77123", goal_text="Zqtraject")
    other = replace(
        marked, partner_id=uuid4(), partner_number="ZQN99OTHER", goal_text="Zqandertraject"
    )
    person = replace(
        plain.participant,
        first_name="Zqvoornaam",
        last_name="Zqachternaam",
        born_on=date(1987, 8, 17),
        phone="0612398745",
        email="zqmail@x.example",
        address="Zqstraat",
        postcode="9876ZQ",
        place="Zqwoonplaats",
        contact_name="Zqcontactpersoon",
        contact_relation="Zqrelatie",
        contact_phone="0699911122",
        referrer="Zqverwijzer",
        workplace_agreements=("Zqwerkvloer",),
    )
    return replace(
        plain,
        participant=person,
        trajectories=(marked, other),
        target_group="Zqdoelgroep",
        basis_words={trajectory.legal_role: "Zqgrondslag"},
        entries=(
            an_entry("Zqnotitie", agreement="Zqafspraak"),
            an_entry("Zqinternetekst", visibility=Visibility.INTERNAL),
            an_entry("Zqpersoonlijk", visibility=Visibility.PARTICIPANT),
            an_entry("Zqincidenttekst", form=GuidanceForm.INCIDENT),
        ),
        goals=(
            Goal(
                participant_id=person.id,
                text="Zqdoeltekst",
                reason="Zqwaarom",
                set_on=date(2026, 3, 2),
            ),
        ),
        scores=(
            Score(
                participant_id=person.id,
                skill="x",
                value=2,
                on=date(2026, 4, 1),
                evidence="Zqbewijs",
            ),
        ),
        skill_names={"x": "Zqvaardigheid"},
        placements=tuple(replace(one, remarks="Zqopmerking") for one in plain.placements),
        role_names={one.role_id: "Zqfunctie" for one in plain.placements},
        summary=replace(plain.summary, text="Zqsamenvatting", next_step="Zqadvies")
        if plain.summary
        else None,
    )


def forbidden(view: Lens) -> list[str]:
    """The markers that may not be found on this recipient's paper."""
    hidden = [
        mark for element, marks in MARKERS.items() if not view.shows(element) for mark in marks
    ]
    if view.recipient is not RecipientKind.PARTICIPANT:
        hidden += ONLY_FOR_THE_PARTICIPANT
    if not view.shows(DataElement.ABSENCE_SICK):
        hidden += ["dagdelenziek", "Ziek2"]
    if not view.shows(DataElement.ABSENCE_REPORTED):
        hidden += ["nietgemeld"]
    return [*hidden, *ON_NO_PAPER]


def expected(view: Lens) -> list[str]:
    """The markers that have to be there, so that this test can't pass on an empty paper."""
    shown = [element for element in MARKERS if view.shows(element)]
    return [mark for element in shown for mark in MARKERS[element]]


def ticks(offered: tuple[DataElement, ...]) -> list[dict[DataElement, str]]:
    """Every set of ticks."""
    sets = chain.from_iterable(combinations(offered, n) for n in range(len(offered) + 1))
    return [dict.fromkeys(chosen, "gevraagd") for chosen in sets]


def a_marked_report(kind: PartnerKind | None, included: dict[DataElement, str]) -> ProgressReport:
    partner = a_partner(kind, remarks="Zqopmerking") if kind else None
    view = lens(recipient_kind(partner), included)
    return build_progress_report(view, a_marked_source(partner), PERIOD, "nl")


def allowed_ticks(kind: PartnerKind | None) -> list[dict[DataElement, str]]:
    recipient = recipient_kind(a_partner(kind) if kind else None)
    every = ticks(lens(recipient).offer())
    return [one for one in every if lens(recipient, one).shows(DataElement.NAME)]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_recipient_may_not_have_is_not_in_the_object(kind: PartnerKind | None) -> None:
    recipient = recipient_kind(a_partner(kind) if kind else None)
    for included in allowed_ticks(kind):
        held = repr(a_marked_report(kind, included))
        if not lens(recipient, included).shows(DataElement.BIRTH_DATE):
            assert "1987" not in held
        found = [m for m in forbidden(lens(recipient, included)) if m in held]
        assert not found, (kind, included)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_recipient_may_not_have_is_not_on_the_paper(kind: PartnerKind | None) -> None:
    recipient = recipient_kind(a_partner(kind) if kind else None)
    every = allowed_ticks(kind)
    fewest = min(map(len, every))
    for included in [one for one in every if len(one) in (fewest, fewest + 1)] + every[-1:]:
        view = lens(recipient, included)
        report = a_marked_report(kind, included)
        text = everything(render(report, translator("nl"))) + report.file_name
        assert not [mark for mark in forbidden(view) if mark in text], (kind, included)
        assert not [mark for mark in expected(view) if mark not in text], (kind, included)


@pytest.mark.parametrize("kind", KINDS)
def test_metadata_footer_and_file_name_hold_no_name(kind: PartnerKind | None) -> None:
    report = a_marked_report(kind, allowed_ticks(kind)[-1])
    for mark in (*MARKERS[DataElement.NAME], *MARKERS[DataElement.TARGET_GROUP]):
        assert mark not in report.title
        assert mark not in report.file_name
