"""Papers of supervisors beside each other: gaps, renewals and rules, by keyboard."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Spot
from ca_desktop.ui.pages.supervisor_papers.page import RENEWALS, RULES, SupervisorPapersPage
from tests.conftest import TODAY
from tests.ui.people import a_supervisor


@pytest.fixture
def jan(session: Session) -> Supervisor:
    made = a_supervisor(session)
    kinds = (SupervisorKind.EMERGENCY_RESPONDER, SupervisorKind.JOB_COACH)
    return session.supervisors.save(replace(made, kinds=kinds))


@pytest.fixture
def page(qtbot, session, desk, jan) -> SupervisorPapersPage:
    made = SupervisorPapersPage(session, desk)
    qtbot.addWidget(made)
    made.matrix.refresh()
    qtbot.waitUntil(lambda: made.matrix.model.rowCount() > 0)
    return made


def texts(page: SupervisorPapersPage, row: int = 0) -> dict[str, str]:
    model = page.matrix.model
    return {
        key: model.index(row, column).data().replace("\n", " ")
        for column, (key, _name) in enumerate(model.papers)
    }


def go_to(page: SupervisorPapersPage, paper: str, row: int = 0) -> Any:
    model = page.matrix.model
    column = [key for key, _name in model.papers].index(paper)
    page.matrix.grid.setCurrentIndex(model.index(row, column))
    return page.matrix.grid.currentIndex()


def test_a_cell_says_in_words_where_a_paper_stands(page):
    assert texts(page) == {
        "job_coach_register": "ontbreekt aanbevolen",
        "emergency_response": "ontbreekt verplicht",
    }
    assert page.matrix.total.text == (
        "1 verplicht papier ontbreekt of is verlopen. 1 aanbevolen papier ontbreekt of is verlopen."
    )
    index = go_to(page, "emergency_response")
    assert "iedereen, als bhv'er" in page.matrix.meaning.text()
    assert index.data(Qt.ItemDataRole.FontRole).bold()
    assert not go_to(page, "job_coach_register").data(Qt.ItemDataRole.FontRole)


def test_enter_on_a_gap_adds_that_paper(qtbot, page, session, jan):
    go_to(page, "emergency_response")
    qtbot.keyClick(page.matrix.grid, Qt.Key.Key_Return)
    form = page.matrix.dialog.form
    assert form.kind.value == "emergency_response"
    form.valid_until.value = TODAY + timedelta(days=300)
    form.try_save()
    (line,) = session.supervisors.certificates(jan.id)
    assert line.certificate.kind == "emergency_response"
    page.matrix.refresh()
    qtbot.waitUntil(lambda: "geldig" in texts(page)["emergency_response"])
    go_to(page, "emergency_response")
    qtbot.keyClick(page.matrix.grid, Qt.Key.Key_Return)
    assert page.matrix.dialog.form.shown == line.certificate


def test_only_gaps_leaves_out_who_and_what_is_complete(qtbot, page, session, jan):
    a_supervisor(session, "Els", "Veen")
    session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="emergency_response", seen_on=TODAY)
    )
    page.matrix.refresh()
    qtbot.waitUntil(lambda: page.matrix.model.rowCount() == 2)
    page.matrix.filters.choose("gaps", True)
    assert [row.id for row in page.matrix.model.rows] == [jan.id]
    assert list(texts(page)) == ["job_coach_register"]


def test_another_page_points_at_a_supervisor(qtbot, page, session):
    els = a_supervisor(session, "Els", "Veen")
    page.open_row(els.id)
    qtbot.waitUntil(lambda: page.matrix.grid.currentIndex().row() == 1)
    assert page.tabs.currentIndex() == 0


def test_a_renewal_is_planned_from_its_line(page, session, jan):
    until = TODAY + timedelta(days=20)
    kept = session.supervisors.save_certificate(
        Certificate(supervisor_id=jan.id, kind="vca", seen_on=TODAY, valid_until=until)
    )
    page.open_row(Spot(jan.id, RENEWALS, kept.id))
    assert page.tabs.currentIndex() == 1
    form = page.renewals.dialog.form
    assert form.shown == kept
    form.renewal_on.value = TODAY + timedelta(days=10)
    form.fields["renewal_note"].value = "ROC"
    form.try_save()
    page.renewals.refresh()
    assert page.renewals.model.row_at(0).certificate.renewal_note == "ROC"
    page.renewals.filters.choose("open", True)
    assert page.renewals.model.rowCount() == 0
    assert page.renewals.count.text() == "december 2026 (1)"


def test_what_expired_has_a_month_of_its_own(page, session, jan):
    for days in (-1, 0, 40):
        session.supervisors.save_certificate(
            Certificate(
                supervisor_id=jan.id,
                kind=("vca", "forklift", "nen3140")[(days > 0) + (days >= 0)],
                seen_on=TODAY,
                valid_until=TODAY + timedelta(days=days),
            )
        )
    page.renewals.refresh()
    words = [text for _day, text in page.renewals._months()]
    assert words == ["verlopen (1)", "november 2026 (1)", "januari 2027 (1)"]
    page.renewals.filters.choose("month", page.renewals._months()[0][0])
    assert [line.certificate.kind for line in page.renewals.model.rows] == ["vca"]


def rule_at(page: SupervisorPapersPage, code: str) -> SupervisorPaperRule:
    return next(line.rule for line in page.rules.list.model.rows if line.rule.code == code)


def test_a_rule_is_switched_off_from_its_line(page, session):
    page.open_row(RULES)
    lines = page.rules.list
    lines.table.select_id(rule_at(page, "emergency_responder").id)
    lines.more_button.click()
    assert not rule_at(page, "emergency_responder").is_active


def test_a_rule_of_our_own_needs_a_source(page, session):
    page.rules.list.add()
    form = page.rules.list.dialog.form
    form.fields["target_group"].value = "minors"
    form.fields["task"].value = SupervisorKind.JOB_COACH
    form.fields["certificate"].value = "first_aid"
    form.fields["is_required"].value = False
    form.try_save()
    assert form.problem_at("source")
    form.fields["source"].value = "Besluit van 1 november"
    form.try_save()
    (own,) = [
        line.rule
        for line in session.supervisor_paper_rules.lines()
        if line.rule.certificate == "first_aid"
    ]
    assert (own.minors, own.task, own.is_required) == (True, SupervisorKind.JOB_COACH, False)
    assert own.is_active


@pytest.mark.parametrize(
    "code", ["wmo_vog", "minors_vog", "training_kind", "refugees_nt2", "job_coach_register"]
)
def test_a_rule_that_is_opened_and_kept_stays_the_same(page, session, code):
    shipped = rule_at(page, code)
    page.rules.list.table.select_id(shipped.id)
    page.rules.list.edit(page.rules.list.table.current_row())
    form = page.rules.list.dialog.form
    assert form.record() == shipped
