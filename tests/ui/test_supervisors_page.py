"""Supervisors: their kinds and hours, their papers, and the people they guide."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.certificate import CertificateForm
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.supervisors.page import SupervisorsPage
from ca_desktop.ui.pages.supervisors.sections import CertificatesSection, PeopleSection
from tests.conftest import TODAY


def a_supervisor(session: Session, first: str, last: str, **more: object) -> Supervisor:
    more.setdefault("kinds", (SupervisorKind.WORK_SUPERVISOR,))
    return session.supervisors.save(
        replace(session.supervisors.new(), first_name=first, last_name=last, **more)
    )


@pytest.fixture
def jan(session) -> Supervisor:
    return a_supervisor(session, "Jan", "Bos", weekly_minutes=24 * 60)


@pytest.fixture
def page(qtbot, session, desk, jan) -> SupervisorsPage:
    made = SupervisorsPage(session, desk)
    qtbot.addWidget(made)
    made.refresh()
    return made


def cells(page: SupervisorsPage, row: int = 0) -> list[str]:
    model = page.model
    return [model.index(row, column).data() or "" for column in range(model.columnCount())]


def test_a_line_says_name_kinds_people_and_papers(page):
    assert cells(page) == ["Bos, Jan", "Werkbegeleider", "0", "", "nog geen"]


def test_the_week_is_shown_in_hours_and_kept_in_minutes(page, session, jan):
    page.open_row(jan.id)
    hours = page.file.form.fields["weekly_minutes"]
    assert hours.value == 24
    hours.edit.setText("28,5")
    page.file.try_save()
    assert session.supervisors.get(jan.id).weekly_minutes == 28.5 * 60


def test_a_new_supervisor_has_only_details_until_saved(page, session):
    page.add()
    assert [page.file.tabs.isTabVisible(i) for i in range(3)] == [True, False, False]
    form = page.file.form
    form.fields["last_name"].value = "Ünal"
    form.fields["kinds"].value = (SupervisorKind.JOB_COACH,)
    page.file.try_save()
    assert all(page.file.tabs.isTabVisible(i) for i in range(3))
    assert "Ünal" in [s.last_name for s in session.supervisors.all()]


def test_somebody_without_a_kind_is_refused_beside_the_field(page):
    page.add()
    page.file.form.fields["last_name"].value = "Vos"
    page.file.try_save()
    assert page.file.form.problem_at("kinds")


def test_the_worst_paper_decides_what_the_list_says(page, session, jan):
    yesterday = TODAY - timedelta(days=1)
    session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="vog", seen_on=yesterday, valid_until=yesterday)
    )
    page.refresh()
    assert cells(page)[4] == "verlopen"
    assert page.columns[4].icon(page.model.row_at(0)) == "circle-alert"
    page.pane.filters.choose("papers", CertificateStatus.VALID)
    assert page.model.rowCount() == 0


def test_somebody_who_stopped_is_hidden_but_can_be_opened(page, session):
    last_week = TODAY - timedelta(days=7)
    eva = a_supervisor(session, "Eva", "Aal", starts_on=date(2020, 1, 1), ended_on=last_week)
    page.refresh()
    assert page.model.rowCount() == 1
    page.open_row(eva.id)
    assert page.table.current_row().supervisor == eva


def test_a_certificate_proposes_how_long_it_is_valid(qtbot, jan):
    form = CertificateForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.show_record(Certificate(supervisor_id=jan.id, kind=""))
    form.kind.combo.setCurrentIndex(2)
    assert "vier jaar" in form.note.text
    qtbot.keyClicks(form.issued_on.edit, "29-2-2024")
    assert form.valid_until.value == date(2028, 2, 29)


def test_a_date_that_somebody_typed_is_never_proposed_away(qtbot, jan):
    form = CertificateForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.show_record(Certificate(supervisor_id=jan.id, kind="vog"))
    qtbot.keyClicks(form.valid_until.edit, "5-5-2027")
    qtbot.keyClicks(form.seen_on.edit, "1-2-2026")
    assert form.valid_until.value == date(2027, 5, 5)


def test_of_a_vog_nothing_that_was_typed_about_another_kind_is_kept(qtbot, jan):
    form = CertificateForm(lambda: TODAY)
    qtbot.addWidget(form)
    form.show_record(Certificate(supervisor_id=jan.id, kind="vca", seen_on=TODAY))
    form.fields["renewal_on"].value = TODAY
    form.fields["renewal_note"].value = "nr. 12345"
    form.fill({**form.values(), "kind": "vog"})
    assert form.fields["renewal_note"].isHidden()
    kept = form.to_record(form.shown, form.values())
    assert (kept.renewal_on, kept.renewal_note) == (TODAY, "")


def test_certificates_are_added_in_the_file(page, session, jan):
    page.open_row(jan.id)
    page.file.open_section("certificates")
    section = page.file.section("certificates")
    assert isinstance(section, CertificatesSection)
    section.list.add()
    form = section.list.dialog.form
    form.kind.value = "vog"
    form.try_save()
    line = session.supervisors.certificates(jan.id)[0]
    assert line.certificate.seen_on == TODAY
    assert section.list.model.rowCount() == 1


def test_what_is_asked_and_missing_is_said_above_the_papers(page, session, jan):
    kinds = (SupervisorKind.EMERGENCY_RESPONDER,)
    session.supervisors.save(replace(jan, kinds=kinds))
    page.refresh()
    page.open_row(jan.id)
    page.file.open_section("certificates")
    section = page.file.section("certificates")
    assert section.gaps.text.startswith("Bedrijfshulpverlening (BHV): ontbreekt, verplicht")
    session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="emergency_response", seen_on=TODAY)
    )
    section.show_record(session.supervisors.get(jan.id))
    assert section.gaps.text == ""


def test_a_new_certificate_has_no_kind_yet(page, jan):
    page.open_row(Spot(jan.id, "certificates", "new"))
    kind = page.file.section("certificates").list.dialog.form.kind
    assert (kind.value, kind.combo.currentText()) == (None, "– kies –")


def test_a_signal_leads_to_the_certificate_itself(page, session, jan):
    kept = session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="vog", seen_on=TODAY, valid_until=TODAY)
    )
    (signal,) = [s for s in session.signals.all() if s.kind is SignalKind.CERTIFICATE]
    page.open_row(Spot(signal.record_id, signal.section, signal.child))
    section = page.file.section("certificates")
    assert page.file._stack.currentWidget() is section
    assert section.list.dialog.form.shown == kept


def test_enter_on_a_person_goes_to_that_person(page, session, jan, visits):
    person = session.participants.take_in(replace(session.participants.new(), last_name="Kok"))
    placement = session.placements.new(person.id, session.roles.named("sorteren").id)
    placement = replace(placement, supervisor_id=jan.id, half_days=HalfDays.of("0m"))
    session.placements.save(placement)
    page.refresh()
    assert cells(page)[2] == "1"
    page.open_row(jan.id)
    page.file.open_section("people")
    section = page.file.section("people")
    assert isinstance(section, PeopleSection)
    section.table.opened.emit(section.model.row_at(0))
    assert visits.last == ("participants", person.id)


def test_everything_that_is_wrong_is_said_in_one_round_and_the_first_gets_the_keyboard(page):
    page.add()
    form = page.file.form
    form.fields["starts_on"].value = None
    form.try_save()
    assert form.problem_at("last_name") == "Vul een voornaam of een achternaam in."
    assert form.problem_at("kinds") == "Vink er minstens één aan."
    assert form.problem_at("starts_on") == "Vul dit in."
    assert form.window().focusWidget() is form.fields["last_name"].control


def test_the_keys_of_the_sections_work_from_the_list_too(qtbot, page, jan):
    page.resize(1200, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open_row(jan.id)
    page.table.setFocus()
    here = page.file.tabs.currentIndex()
    qtbot.keyClick(page.table, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.file.tabs.currentIndex() == here + 1


def test_somebody_new_can_be_gone_back_from(page):
    page.add()
    assert not page._head.back.isHidden()
    page._head.back.click()
    assert page._right.currentIndex() == 0
    assert page._head.back.isHidden()
