"""Two partners, one person: neither reads on its report what was recorded for the other."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from ca_desktop.domain.entries import GuidanceForm
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.domain.goals import Goal
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.privacy import DataElement, RecipientKind, lens
from ca_desktop.domain.progress_report import ProgressReport, build_progress_report
from ca_desktop.domain.progress_source import ProgressSource
from ca_desktop.i18n import translator
from ca_desktop.reports.progress_report import render
from tests.reports.examples import PERIOD, a_partner, a_source, an_entry
from tests.reports.pdf_text import everything

MUNICIPALITY, CARE = a_partner(), a_partner(PartnerKind.CARE, id=uuid4(), name="Zorggroep Zq")
TICKED = {DataElement.ENTRIES_RAW: "gevraagd", DataElement.INCIDENTS: "gevraagd"}


def a_shared_source() -> ProgressSource:
    """Somebody who is here for a municipality and, on other half-days, for care."""
    source = a_source(MUNICIPALITY)
    (client,) = source.trajectories
    care = replace(
        client, id=uuid4(), partner_id=CARE.id, partner_number="ZQ1", goal_text="Zqzorgdoel"
    )
    ours, theirs = source.placements
    theirs = replace(theirs, trajectory_id=care.id, half_days=HalfDays.of("2a"))
    notes = (
        an_entry("Voor iedereen", agreement="Algemeen besproken"),
        an_entry("Zqnotitie", agreement="Zqvervoer aangepast", trajectory_id=care.id),
        an_entry("Zqvoorval", form=GuidanceForm.INCIDENT, trajectory_id=care.id),
        an_entry("Gemeentenotitie", agreement="Gemeente belt", trajectory_id=client.id),
    )
    goal = Goal(
        participant_id=source.participant.id,
        text="Zqdoel van de zorg",
        set_on=date(2026, 3, 2),
        trajectory_id=care.id,
    )
    return replace(
        source,
        trajectories=(client, care),
        placements=(replace(ours, trajectory_id=client.id), theirs),
        entries=notes,
        goals=(*source.goals, goal),
        role_names={ours.role_id: "Sorteren", theirs.role_id: "Zqfunctie"},
    )


def report_for(partner: object, ticked: dict[DataElement, str] | None = None) -> ProgressReport:
    source = replace(a_shared_source(), partner=partner)
    kind = RecipientKind.CARE if partner is CARE else RecipientKind.MUNICIPALITY
    kind = RecipientKind.PARTICIPANT if partner is None else kind
    return build_progress_report(lens(kind, ticked), source, PERIOD, "nl")


def text_of(report: ProgressReport) -> str:
    return everything(render(report, translator("nl"))) + report.file_name


def test_a_municipality_reads_nothing_that_was_recorded_for_care() -> None:
    report = report_for(MUNICIPALITY)
    assert "Zq" not in text_of(report)
    assert "Gemeentebelt" in text_of(report)
    assert "Algemeenbesproken" in text_of(report)


def test_care_reads_nothing_that_was_recorded_for_the_municipality_also_with_notes_ticked() -> None:
    text = text_of(report_for(CARE, TICKED))
    assert "Zqnotitie" in text
    assert "Zqvoorval" in text
    for mark in ("Gemeentenotitie", "Gemeentebelt", "GEM-20431", "Sorteren"):
        assert mark not in text


def test_contacts_and_half_days_of_another_partner_are_not_counted() -> None:
    mine, theirs, own = report_for(MUNICIPALITY), report_for(CARE), report_for(None)
    counts = [one.guidance.contacts for one in (mine, theirs, own) if one.guidance]
    assert counts == [2, 3, 4]
    half_days = [one.attendance.recorded for one in (mine, theirs, own) if one.attendance]
    assert half_days[0] + half_days[1] > half_days[2] > half_days[0] > half_days[1]


def test_the_participant_reads_all_of_it() -> None:
    text = text_of(report_for(None, {}))
    assert "Zqnotitie" in text or "Zqvervoeraangepast" in text
    assert "Gemeentebelt" in text


def test_days_outside_the_trajectory_are_not_in_the_report_and_it_says_so() -> None:
    source = a_source(MUNICIPALITY)
    (trajectory,) = source.trajectories
    late = an_entry("Later", on=date(2026, 5, 20), agreement="Zqte laat afgesproken")
    early = an_entry("Eerder", on=date(2026, 4, 2), agreement="Op tijd afgesproken")
    ended = replace(trajectory, ends_on=date(2026, 4, 30))
    source = replace(source, trajectories=(ended,), entries=(late, early))
    report = build_progress_report(lens(RecipientKind.MUNICIPALITY), source, PERIOD, "nl")
    text = text_of(report)
    assert "Zqte" not in text
    assert "Optijdafgesproken" in text
    assert "Alleendedagenbinnenhettraject:01-03-2026t/m30-04-2026" in text


def test_a_visit_of_a_school_is_another_contact_for_who_is_no_school() -> None:
    visit = an_entry("Bezoek", form=GuidanceForm.SCHOOL_VISIT, agreement="Nieuwe opdracht")
    source = replace(a_source(MUNICIPALITY), entries=(visit,))
    report = build_progress_report(lens(RecipientKind.MUNICIPALITY), source, PERIOD, "nl")
    assert "Schoolbezoek" not in text_of(report)
    assert "Andercontact" in text_of(report)


def test_a_period_that_is_not_over_gets_no_report() -> None:
    source = replace(a_source(MUNICIPALITY), made_on=date(2026, 5, 30))
    with pytest.raises(RuleBroken, match="nog niet voorbij"):
        build_progress_report(lens(RecipientKind.MUNICIPALITY), source, PERIOD, "nl")
