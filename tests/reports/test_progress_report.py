"""The progress report on paper, with what real centres put in it."""

from dataclasses import replace

import pytest

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Visibility
from ca_desktop.domain.errors import RuleBroken, UserError
from ca_desktop.domain.partners import PartnerKind
from ca_desktop.domain.privacy import DataElement, RecipientKind, lens
from ca_desktop.domain.progress_report import build_progress_report
from ca_desktop.i18n import translator
from ca_desktop.reports.layout import page_count
from ca_desktop.reports.progress_report import render
from tests.reports.examples import (
    PERIOD,
    a_participant,
    a_partner,
    a_report,
    a_source,
    an_entry,
)
from tests.reports.factsheets import CENTRE
from tests.reports.pdf_text import bookmarks, everything, fonts, pages

DUTCH = translator("nl")


def test_a_report_for_a_municipality_takes_two_pages() -> None:
    paper = render(a_report(a_partner()), DUTCH)
    assert page_count(paper) == len(pages(paper)) == 2


def test_the_title_block_says_who_for_whom_when_why_and_on_what_ground() -> None:
    report = a_report(a_partner())
    first = pages(render(report, DUTCH))[0]
    for words in (
        "Vertrouwelijk",
        "AnwaralHaddad",
        "GEM-20431",
        "GemeenteApeldoorn",
        "01-03-2026t/m31-05-2026",
        "SamiraelIdrissiop03-06-2026",
        *("".join(basis.split()) for basis in report.legal_basis),
    ):
        assert words in first


def test_the_footer_and_the_title_write_dates_as_the_paper_does() -> None:
    report = a_report(a_partner())
    assert report.title == "Voortgangsrapport 01-03-2026 t/m 31-05-2026 · GEM-20431"
    assert "01-03-2026t/m31-05-2026·GEM-20431" in pages(render(report, DUTCH))[1]
    assert report.file_name.startswith("voortgangsrapport-2026-03-")


def test_having_read_it_is_ticked_by_the_participant_never_stated() -> None:
    text = everything(render(a_report(a_partner()), DUTCH))
    assert "☐Dedeelnemerheeftditrapportgelezen." in text
    assert "Opmerkingenvandedeelnemer:" in text
    assert text.count("…" * 64) == 2


def test_one_half_day_is_said_as_one() -> None:
    half_days = a_source().attendance
    present = next(one for one in half_days if one.code is AttendanceCode.PRESENT)
    text = everything(render(a_report(attendance=(present,)), DUTCH))
    assert "1dagdeel(100%)" in text
    assert "1dagdelen" not in text


def test_the_file_says_it_was_made_on_the_day_of_the_report() -> None:
    paper = render(a_report(), DUTCH)
    assert b"/CreationDate (D:20260603000000" in paper
    assert render(a_report(), DUTCH) == paper


def test_the_summary_says_on_how_many_notes_it_rests() -> None:
    text = everything(render(a_report(a_partner()), DUTCH))
    assert "Dezesamenvattingrustop5notities." in text
    assert "intern" not in text


def test_only_the_participant_is_told_how_many_notes_there_are_in_all() -> None:
    text = everything(render(a_report(), DUTCH))
    assert "Dezesamenvattingrustop7van8notities." in text


def test_a_note_of_400_lines_flows_over_pages_and_loses_no_line() -> None:
    note = "\n".join(f"regel{number:03} " + "woord " * 14 for number in range(400))
    paper = render(a_report(entries=(an_entry(note),)), DUTCH)
    text = everything(paper)
    assert all(f"regel{number:03}" in text for number in range(400))
    assert page_count(paper) > 8


def test_long_words_and_texts_in_cells_print_as_well() -> None:
    partner = a_partner(name="Stichting " + "zeer " * 400, contact_name="x" * 600)
    source = a_source(partner, author="A" * 300, role_names={})
    long_goals = tuple(replace(goal, text="doel " * 2000) for goal in source.goals)
    source = replace(source, goals=long_goals)
    view = lens(RecipientKind.MUNICIPALITY)
    assert render(build_progress_report(view, source, PERIOD, "nl"), DUTCH)


@pytest.mark.parametrize(
    "name",
    ["Van der Berg & Zn", "<b>Smit</b>", "Łukasz Wójcik", "Ayşe Çelik", "Олена", "ሰላም", "&amp;"],
)
def test_a_name_prints_as_it_is_written(name: str) -> None:
    person = a_participant(first_name=name, prefix="", last_name="Jansen")
    text = everything(render(a_report(a_partner(), participant=person), DUTCH))
    assert "".join(name.split()) in text


@pytest.mark.parametrize(
    "odd", ["مرحبا", "漢字", "😀", "a\u0301", "\x00\x07", "\u202e", "\ud800", "{x}"]
)
def test_signs_that_no_font_has_do_not_stop_a_paper(odd: str) -> None:
    assert render(a_report(entries=(an_entry(f"voor {odd} na"),)), DUTCH)


def test_an_empty_period_says_so_in_words() -> None:
    paper = render(
        a_report(
            a_partner(),
            attendance=(),
            entries=(),
            goals=(),
            scores=(),
            placements=(),
            summary=None,
        ),
        DUTCH,
    )
    text = everything(paper)
    for words in (
        "geenaanwezigheid",
        "geendoelen",
        "geenscores",
        "geenplaatsing",
    ):
        assert words in text
    assert "Samenvatting" not in text
    assert page_count(paper) == 1


def test_every_font_is_embedded_and_helvetica_is_not_among_them() -> None:
    found = fonts(render(a_report(), DUTCH))
    assert found
    assert all(found.values())
    assert not [name for name in found if "Helvetica" in name or "Times" in name]


def test_the_same_data_give_the_same_bytes() -> None:
    report = a_report(a_partner())
    assert render(report, DUTCH) == render(report, DUTCH)


def test_a_demo_centre_writes_example_across_every_page() -> None:
    demo = replace(CENTRE, is_demo=True)
    every = pages(render(a_report(centre=demo), DUTCH))
    assert len(every) > 1
    assert all("VOORBEELD" in page for page in every)
    assert not any("VOORBEELD" in page for page in pages(render(a_report(), DUTCH)))


def test_pages_are_numbered_and_headings_are_bookmarks() -> None:
    paper = render(a_report(a_partner()), DUTCH)
    assert "Pagina1van2" in pages(paper)[0]
    assert "Pagina2van2" in pages(paper)[1]
    assert {"Voortgangsrapport", "Doelen", "Begeleiding"} <= set(bookmarks(paper))


def test_a_partner_without_a_trajectory_in_the_period_gets_no_report() -> None:
    with pytest.raises(UserError, match="geen traject"):
        a_report(a_partner(), trajectories=())


@pytest.mark.parametrize("kind", [PartnerKind.FUNDER, PartnerKind.OTHER])
def test_a_partner_that_may_know_no_name_gets_no_report(kind: PartnerKind) -> None:
    with pytest.raises(UserError, match="aantallen over groepen"):
        a_report(a_partner(kind))


def test_a_period_without_an_end_or_upside_down_is_refused() -> None:
    view = lens(RecipientKind.PARTICIPANT)
    for period in (
        Period(starts_on=PERIOD.starts_on),
        Period(starts_on=PERIOD.starts_on, ends_on=PERIOD.starts_on.replace(year=2020)),
    ):
        with pytest.raises(RuleBroken):
            build_progress_report(view, a_source(), period, "nl")


def test_internal_notes_print_only_when_the_participant_asked_for_them() -> None:
    entries = (an_entry("Alleen voor ons", visibility=Visibility.INTERNAL),)
    assert a_report(entries=entries).notes == ()
    asked = a_report(None, {DataElement.ENTRIES_INTERNAL: "inzage gevraagd"}, entries=entries)
    assert [note.text for note in asked.notes or ()] == ["Alleen voor ons"]
    assert "intern" in everything(render(asked, DUTCH))


def test_a_dutch_window_can_print_an_english_paper() -> None:
    text = everything(render(a_report(a_partner(), language="en"), translator("en")))
    assert "Progressreport" in text
    assert "Voortgangsrapport" not in text


def test_a_tick_is_accounted_for_on_the_paper() -> None:
    paper = render(a_report(a_partner(), {DataElement.ADDRESS: "Vervoer regelen"}), DUTCH)
    assert "Opverzoekopgenomen:Adres.Reden:Vervoerregelen" in everything(paper)
