"""The role factsheet, the recovery sheet, the drawings and the house style."""

from dataclasses import fields, replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.entries import GuidanceForm
from ca_desktop.domain.goals import GoalStatus
from ca_desktop.domain.recovery_sheet import build_recovery_sheet
from ca_desktop.domain.roles import Grade
from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal
from ca_desktop.i18n import translator
from ca_desktop.reports import charts, recovery_sheet, role_factsheet, texts
from ca_desktop.reports.layout import page_count, style
from ca_desktop.reports.layout.fitting import shared, with_breaks
from ca_desktop.reports.layout.fonts import runs, width
from tests.reports.examples import a_report
from tests.reports.factsheets import CENTRE, a_factsheet
from tests.reports.pdf_text import bookmarks, everything, fonts, pages

DUTCH = translator("nl")
GROUPS = ("7KQ2MA", "X9TRW3", "4HJ8ZB", "PAQ7CC", "5N2VED", "D8G3YE")
ORDER = (
    "Tasks",
    "Needed at the start",
    "To be learnt here",
    "Working safely",
    "Who it may suit",
    "Steering",
    "Working conditions",
    "Growing further",
    "Interns per kind of education",
    "Qualifications and SBB accreditation",
)
ROLES = [role.key for role in load_catalogue().roles]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", ROLES)
def test_every_shipped_role_fits_a_page_or_has_its_training_on_the_next_and_loses_no_text(
    key: str, language: str
) -> None:
    data = a_factsheet(key, language)
    t = translator(language)
    paper = role_factsheet.render(data, t)
    if page_count(paper) != 1:
        first, second = (page.extract_text() for page in PdfReader(BytesIO(paper)).pages)
        for title in ("Tasks", "Working safely", "Growing further"):
            assert t(title) in first
        assert t("Qualifications and SBB accreditation") in second
    text = everything(paper).replace("\u00a0", "")
    for words in (data.purpose, data.steering, *data.tasks, *data.safety, *data.cautions):
        assert "".join(words.split()) in text
    for line in data.qualifications:
        assert line.code in text


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", ROLES)
def test_every_factsheet_is_read_in_the_same_order(key: str, language: str) -> None:
    t = translator(language)
    paper = role_factsheet.render(a_factsheet(key, language), t)
    order = [t(title) for title in ORDER]
    if key != "stagiair":
        order.remove(t("Interns per kind of education"))
    assert bookmarks(paper)[1:] == order


def test_a_factsheet_says_what_counts_for_everyone_and_what_the_letters_mean() -> None:
    text = everything(role_factsheet.render(a_factsheet("demonteren"), DUTCH))
    assert "Vooriedereen:komtopdeafgesprokentijd" in text
    assert "Vooriedereen:werkritme,taal" in text
    assert "vraagthulpbijtwijfel.(T,niveau2)" in text
    assert "TInstructiesenproceduresopvolgen" in text
    assert "Niveau2:methulp." in text


def test_what_nobody_wears_is_something_to_use() -> None:
    text = everything(role_factsheet.render(a_factsheet("repareren"), DUTCH))
    assert "Draagofgebruik:veiligheidsbril;geïsoleerdgereedschap;ESD-polsband;" in text


def test_groups_of_which_the_same_is_said_stand_together() -> None:
    text = everything(role_factsheet.render(a_factsheet("begeleiding"), DUTCH))
    assert "Bijstand(Participatiewet);Ex-gedetineerden:Naervaringinhetwerkenmetscholing." in text


def test_a_long_word_breaks_after_a_slash_or_a_hyphen_only() -> None:
    look = style.text_style("cell")
    room = width("Meubelmaker/(scheeps)", look.fontSize)
    name = "Allround Meubelmaker/(scheeps)interieurbouwer"
    assert with_breaks(name, room, look) == "Allround Meubelmaker/\n(scheeps)interieurbouwer"
    assert with_breaks(name, 1000, look) == name


def test_a_column_is_wider_where_a_word_needs_it() -> None:
    assert shared(300, [40, 50, 60], [50, 60, 70], 10) == [100, 100, 100]
    widths = shared(300, [20, 20, 150], [200, 20, 150], 10)
    assert widths[2] >= 160
    assert widths[0] > widths[1] >= 30
    assert sum(widths) == pytest.approx(300)


def test_the_factsheet_shows_places_the_sbb_line_and_whom_to_ask() -> None:
    text = everything(role_factsheet.render(a_factsheet(), DUTCH))
    for words in ("3van6bezet", "100349458", "HenkvanderMeulen", "SamiraelIdrissi", "Erkend"):
        assert words in text


def test_a_role_with_far_too_much_text_runs_on_over_a_second_page() -> None:
    data = a_factsheet(tasks=tuple(f"Taak {n} " + "woord " * 40 for n in range(60)))
    paper = role_factsheet.render(data, DUTCH)
    assert page_count(paper) > 1
    assert "Taak59" in everything(paper)


def test_an_almost_empty_role_prints_as_well() -> None:
    empty = {
        f.name: ()
        for f in fields(a_factsheet())
        if isinstance(getattr(a_factsheet(), f.name), tuple)
    }
    data = a_factsheet(**empty, purpose="", steering="", growth="", contact=None)
    assert page_count(role_factsheet.render(data, DUTCH)) == 1


def test_metadata_say_title_language_and_author() -> None:
    paper = role_factsheet.render(a_factsheet(), DUTCH)
    reader = PdfReader(BytesIO(paper))
    assert reader.metadata is not None
    assert reader.metadata.title == "Functieblad Sorteren"
    assert reader.metadata.author == CENTRE.name
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Taken" in bookmarks(paper)
    assert all(fonts(paper).values())


def test_a_logo_is_drawn_and_a_broken_one_is_left_out() -> None:
    plain = a_factsheet()
    broken = replace(plain.letterhead, logo=b"no picture")
    assert role_factsheet.render(replace(plain, letterhead=broken), DUTCH)
    head = replace(plain.letterhead, logo=_a_picture(), centre="Een erg lange naam " * 6)
    paper = role_factsheet.render(replace(plain, letterhead=head), DUTCH)
    assert len(PdfReader(BytesIO(paper)).pages[0].images) == 1


def _a_picture() -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (120, 60), "green").save(out, "PNG")
    return out.getvalue()


def test_the_recovery_sheet_shows_six_groups_on_one_page() -> None:
    sheet = build_recovery_sheet(
        CENTRE, GROUPS, coordinator="Marieke de Graaf", made_on=date(2026, 11, 24), language="nl"
    )
    paper = recovery_sheet.render(sheet, DUTCH)
    (page,) = pages(paper)
    assert all(group in page for group in GROUPS)
    assert "MariekedeGraaf" in page
    assert not [group for group in GROUPS if group in str(PdfReader(BytesIO(paper)).metadata)]


def test_drawings_are_the_same_on_screen_and_know_their_words() -> None:
    report = a_report()
    assert report.scores is not None
    assert report.attendance is not None
    rows = charts.score_rows(report.scores)
    whole = charts.score_chart(report.scores)
    assert whole.height == sum(row.height for row in rows)
    for drawing in (whole, charts.presence_bars(report.attendance.weeks, DUTCH)):
        svg = charts.as_svg(drawing).decode()
        assert svg.lstrip().startswith("<")
        assert "Noto Sans" in svg
        assert "Helvetica" not in svg
        assert "clip" not in svg
    words = charts.score_words(report.scores.series[0], report.scores.words)
    assert "2 met hulp (01-12-2025) → 4 zelfstandig (27-05-2026)" in words


def test_every_code_on_paper_has_the_word_that_the_screen_uses() -> None:
    for table, codes in (
        (texts.ATTENDANCE, AttendanceCode),
        (texts.FORMS, GuidanceForm),
        (texts.GOALS, GoalStatus),
        (texts.TRAJECTORY_GOALS, TrajectoryGoal),
        (texts.GRADES, Grade),
        (texts.STATES, AccreditationState),
    ):
        assert {code: DUTCH(table[code]) for code in codes} == {code: code.text for code in codes}
    assert set(texts.RETENTION) == set(LegalRole)


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("Łukasz", "NotoSans"),
        ("●●○", "DejaVuSans"),
        ("→", "DejaVuSans"),
        ("ሰላም", "NotoSansEthiopic"),
        ("سلام", "NotoSansArabic"),
        ("Олена", "NotoSans"),
    ],
)
def test_each_run_gets_a_font_that_can_draw_it(text: str, font: str) -> None:
    assert [name for name, _piece in runs(text)] == [font]
