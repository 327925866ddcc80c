"""Cijfers and Nazorg in the window: from a number to the people, from a person to the file."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from ca_desktop.domain.aftercare import Aftercare, AftercareResult
from ca_desktop.domain.flow import cell_text
from ca_desktop.domain.flow_measures import FlowBy, Measure
from ca_desktop.domain.placements import Outcome
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.aftercare import ContactForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.pages.reports.figures import FiguresView
from ca_desktop.ui.pages.reports.page import ReportsPage
from ca_desktop.ui.pages.today.page import TodayPage
from tests.conftest import TODAY
from tests.services.flow_people import contacts, grouped, leaves, somebody
from tests.ui.conftest import Visits

LEFT_ON = date(2026, 8, 24)


@pytest.fixture
def contact(session: Session) -> Aftercare:
    """Two people started this year; one of them went to school three months ago."""
    somebody(session, "Noor", date(2026, 3, 2))
    gone = somebody(session, "Bram", date(2026, 3, 2))
    leaves(session, gone, LEFT_ON, Outcome.EDUCATION)
    return contacts(session, gone, LEFT_ON, None)[0]


@pytest.fixture
def page(qtbot, session: Session, desk: Desk, contact: Aftercare) -> ReportsPage:
    made = ReportsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1160, 680)
    made.show()
    return made


@pytest.fixture
def view(qtbot, page: ReportsPage) -> FiguresView:
    assert page.figures is not None
    page.tabs.setCurrentIndex(4)
    shown = page.figures
    qtbot.waitUntil(lambda: shown.figures is not None)
    return shown


def test_the_table_shows_what_the_service_counts(view: FiguresView, session: Session) -> None:
    figures = view.figures
    assert figures is not None
    assert figures == session.flow.figures(figures.period, FlowBy.ROLE)
    for row, line in enumerate(figures.lines):
        for column, measure in enumerate(figures.measures, start=1):
            item = view.table.item(row, column)
            assert item is not None
            assert item.text() == cell_text(line.cells[measure], _)


def test_enter_on_a_number_shows_who_it_counts_and_enter_again_opens_the_file(
    qtbot, view: FiguresView, visits: Visits, contact: Aftercare
) -> None:
    left = list(Measure).index(Measure.LEFT) + 1
    view.table.setCurrentCell(0, left)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.behind.heading.text() == "Vertrokken: Alles samen (1)")
    assert [one.name.first for one in view.behind.model.rows] == ["Bram"]
    qtbot.keyClick(view.behind.table, Qt.Key.Key_Return)
    assert visits.last == ("participants", contact.participant_id)


def test_an_outcome_opens_its_people_too(qtbot, view: FiguresView) -> None:
    view.outcomes.setCurrentCell(0, 2)
    qtbot.keyClick(view.outcomes, Qt.Key.Key_Enter)
    qtbot.waitUntil(lambda: view.behind.heading.text() == "Vertrokken: Opleiding (1)")


def test_of_a_target_group_a_number_opens_nothing(
    qtbot, view: FiguresView, session: Session
) -> None:
    for number in range(5):
        grouped(session, somebody(session, f"P{number}", date(2026, 3, 2)), "PW")
    view.choice.by.value = FlowBy.GROUP
    view.choice.changed.emit()
    qtbot.waitUntil(lambda: view.figures is not None and view.figures.by is FlowBy.GROUP)
    assert "minder dan 5" in view.notice.text
    for row in range(view.table.rowCount()):
        view.table.setCurrentCell(row, 1)
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.behind.isHidden()


def test_the_paper_holds_the_same_numbers_and_no_name_and_is_kept(
    qtbot, view: FiguresView, session: Session, tmp_path: Path
) -> None:
    view.choice.paper.click()
    dialog = view.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._paper is not None)
    file = tmp_path / "cijfers.pdf"
    dialog.pane.save_to(file)
    qtbot.waitUntil(file.exists)
    words = "\n".join(page.extract_text() for page in PdfReader(file).pages)
    assert "Bram" not in words
    assert "Noor" not in words
    figures = view.figures
    assert figures is not None
    total = "".join(cell_text(figures.total.cells[m], _) for m in figures.measures)
    assert total.replace(" ", "") in words.replace("\n", "").replace(" ", "")
    (kept,) = session.flow_papers.issued()
    assert kept.content == file.read_bytes()
    dialog.reject()


def test_today_leads_to_the_contact_that_is_due_and_it_is_recorded_there(
    qtbot, session: Session, desk: Desk, page: ReportsPage, visits: Visits, contact: Aftercare
) -> None:
    today = TodayPage(session, desk)
    qtbot.addWidget(today)
    today.show()
    (signal,) = [one for one in session.signals.all() if one.kind == "aftercare"]
    assert (signal.who, signal.action) == ("Bram Proef", "Nazorg vastleggen")
    page.open_row(signal.record_id)
    view = page.aftercare
    assert view is not None
    assert view.dialog is not None
    form = view.dialog.form
    assert isinstance(form, ContactForm)
    assert "Opleiding" in form.who.text()
    form.fields["result"].value = AftercareResult.STILL_THERE
    form.save_button.click()
    qtbot.waitUntil(lambda: not session.aftercare.due())
    kept = session.aftercare.get(contact.id).contact
    assert (kept.done_on, kept.result) == (TODAY, AftercareResult.STILL_THERE)
