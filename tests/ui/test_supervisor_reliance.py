"""What breaks when somebody is away, who stands in, the hand-over and the load, on the screen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.reliance import RelianceKind
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.absence import AbsenceForm
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.capacity.page import CapacityPage
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from tests.conftest import TODAY
from tests.ui.people import a_participant, a_placement, a_supervisor


@pytest.fixture
def jan(session: Session) -> Supervisor:
    one = replace(a_supervisor(session), kinds=(SupervisorKind.QUARTERMASTER,))
    one = replace(one, weekly_minutes=60, half_days=HalfDays.of("2m"))
    made = session.supervisors.save(one)
    person = a_participant(session, "Noor")
    a_placement(session, person.id, "2m", supervisor_id=made.id)
    return made


@pytest.fixture
def page(qtbot, session, desk, jan) -> SupervisorsPage:
    made = SupervisorsPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    made.open_row(jan.id)
    return made


def test_the_section_looks_at_once_and_each_line_opens_its_place(qtbot, page, visits):
    page.file.open_section("reliance")
    section = page.file.section("reliance")
    qtbot.waitUntil(lambda: section.model.rowCount() > 0)
    line = next(one for one in section.model.rows if one.kind is RelianceKind.PLACEMENT)
    assert line.who == "Noor Boer"
    section.table.opened.emit(line)
    assert visits.last == ("placements", line.record.record_id)
    assert "aan Jan Bos" in section.outcome.text


def test_leaving_asks_no_last_day(qtbot, page):
    section = page.file.section("reliance")
    section.show_record(page.file.shown)
    form = section.form
    assert not form.ends_on.isHidden()
    form.for_good.box.setChecked(True)
    assert form.ends_on.isHidden()
    form.starts_on.value = TODAY + timedelta(days=30)
    assert form.away().for_good


def test_the_days_that_were_typed_stay_when_the_page_reads_again(qtbot, page):
    page.file.open_section("reliance")
    form = page.file.section("reliance").form
    form.starts_on.value = TODAY + timedelta(days=30)
    page.refresh()
    assert form.away().starts_on == TODAY + timedelta(days=30)


def test_days_that_cannot_be_are_said_beside_the_field(qtbot, page):
    section = page.file.section("reliance")
    section.show_record(page.file.shown)
    section.form.ends_on.value = TODAY - timedelta(days=1)
    section.look()
    assert section.form.problem_at("ends_on")


def test_the_absence_form_says_who_can_take_over(qtbot, session, desk, jan):
    els = a_supervisor(session, "Els", "Veen")
    session.supervisors.save(replace(els, weekly_minutes=900, half_days=HalfDays.of("2m")))
    a_supervisor(session, "Mia", "Aal")
    form = AbsenceForm(session, desk)
    qtbot.addWidget(form)
    form.show_record(session.absences.new(jan.id))
    qtbot.waitUntil(lambda: "Veen, Els: kan overnemen" in offered(form))
    assert offered(form)[1] == "Veen, Els: kan overnemen"
    form.substitute.combo.setCurrentIndex(1)
    assert form.substitute.reasons.text() == "Aan het werk, met genoeg tijd: wo ochtend."
    assert form.record().substitute_id == els.id


def offered(form: AbsenceForm) -> list[str]:
    combo = form.substitute.combo
    return [combo.itemText(place) for place in range(combo.count())]


def test_subjects_to_begin_with_are_ticked_and_kept(page, session, jan):
    page.file.open_section("hand_over")
    section = page.file.section("hand_over")
    assert section.deputy.text
    section.ask_proposals()
    form = section.dialog.form
    assert len(form.chosen.value) == len(session.hand_over.proposals(jan.id))
    form.chosen.value = form.chosen.value[:2]
    form.try_save()
    assert section.list.model.rowCount() == 2


def test_a_password_in_a_hand_over_is_refused_beside_the_field(page, session, jan):
    page.open_row(Spot(jan.id, "hand_over", "new"))
    form = page.file.section("hand_over").list.dialog.form
    form.fields["subject"].value = "Kluis"
    form.fields["text"].value = "De pincode is 4821"
    form.try_save()
    assert "Schrijf die hier nooit op" in form.problem_at("text")
    form.fields["text"].value = "Hanneke heeft de code"
    form.try_save()
    assert len(session.hand_over.of(jan.id)) == 1


def test_the_list_and_the_header_say_how_full_the_week_is(qtbot, page, session, jan):
    qtbot.waitUntil(lambda: bool(page.model.index(0, 3).data()))
    load = session.supervisors.loads().loads[jan.id]
    assert page.model.index(0, 3).data() == f"{load.percent} %"
    assert page.file.header(jan).facts[1].text.startswith("Begeleiding deze week")


def test_the_list_says_that_a_required_paper_is_missing(qtbot, page, session, jan):
    kinds = (*jan.kinds, SupervisorKind.EMERGENCY_RESPONDER)
    session.supervisors.save(replace(jan, kinds=kinds))
    page.refresh()
    page.week._on_written()
    page.week.count()
    qtbot.waitUntil(lambda: page.model.index(0, 4).data() == "ontbreekt")
    page.pane.filters.choose("papers", CertificateStatus.MISSING)
    assert page.model.rowCount() == 1
    page.pane.filters.choose("papers", None)
    session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="emergency_response", seen_on=TODAY)
    )
    page.refresh()
    page.week._on_written()
    page.week.count()
    qtbot.waitUntil(lambda: page.model.index(0, 4).data() == "geldig")


def test_a_signal_opens_a_new_certificate_of_its_kind(page, jan):
    page.open_row(Spot(jan.id, "certificates", "new:vca"))
    assert page.file.section("certificates").list.dialog.form.kind.value == "vca"


def test_a_signal_opens_the_week_and_the_row_on_the_board(qtbot, session, desk, jan):
    board = CapacityPage(session, desk)
    qtbot.addWidget(board)
    board.open_row(Spot(jan.id, "2026-11-30"))
    qtbot.waitUntil(lambda: not board.model.is_empty)
    assert board.monday.isoformat() == "2026-11-30"
    assert board.grid.currentIndex().row() == board.model.row_of(jan.id)


def test_the_deputy_is_where_the_signal_leads(qtbot, page, jan):
    page.resize(1200, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_row(Spot(jan.id, "details", "deputy_id"))
    assert page.file.form.deputy.control.hasFocus()


def test_the_days_that_were_thought_of_are_recorded_without_typing_them_again(
    qtbot, page, session, jan
):
    page.file.open_section("reliance")
    section = page.file.section("reliance")
    section.form.starts_on.value = TODAY + timedelta(days=1)
    section.form.ends_on.value = TODAY + timedelta(days=22)
    section.form.keep.click()
    section.dialog.form.try_save()
    qtbot.waitUntil(lambda: bool(session.absences.of(jan.id)))
    kept = session.absences.of(jan.id)[0].absence
    assert (kept.starts_on, kept.ends_on) == (
        TODAY + timedelta(days=1),
        TODAY + timedelta(days=22),
    )


def test_who_leaves_for_good_has_no_absence_to_record(page):
    page.file.open_section("reliance")
    form = page.file.section("reliance").form
    form.for_good.box.setChecked(True)
    assert form.keep.isHidden()


def test_the_whole_question_is_in_sight_without_scrolling_in_it(qtbot, page):
    page.resize(1100, 420)
    with qtbot.waitExposed(page):
        page.show()
    page.file.open_section("reliance")
    form = page.file.section("reliance").form
    qtbot.waitUntil(lambda: form.body.height() > 100)
    assert form.area.height() >= form.body.minimumSizeHint().height()


def test_a_deputy_who_left_is_said_above_the_hand_over(page, session, jan):
    yesterday = TODAY - timedelta(days=1)
    gone = replace(a_supervisor(session), starts_on=yesterday, ended_on=yesterday, last_name="Weg")
    session.supervisors.save(gone)
    page.file.open_section("hand_over")
    section = page.file.section("hand_over")
    section.show_record(replace(jan, deputy_id=gone.id))
    assert "Weg werkt hier nu niet" in section.deputy.text
    section.show_record(replace(jan, deputy_id=gone.id, kinds=(SupervisorKind.OTHER,)))
    assert section.deputy.text == ""
