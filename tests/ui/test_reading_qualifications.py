"""A list of programmes is read in from the window: columns, differences, what is in use apart."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.qualification_rows import Difference
from ca_desktop.services.session import Session
from ca_desktop.ui.pages.qualifications.page import QualificationsPage
from ca_desktop.ui.pages.qualifications.reading import (
    COLUMNS,
    DIFFERENCES,
    DONE,
    FILE,
    ReadingDialog,
)
from tests.conftest import TODAY

LINES = (
    "Opleidingscode;Kwalificatie;Niveau;Equivalenten\n"
    "25250;Assistent bouw;1;25701/25702\n"
    "26001;Vakman hergebruik;niveau 3;\n"
    "26002;Zonder niveau;;\n"
    "25254;Assistent logistiek;1;\n"
)


@pytest.fixture
def accredited(session: Session) -> Accreditation:
    company = replace(session.accreditations.new_company(), location="Loods")
    new = session.accreditations.new(session.accreditations.save_company(company).id)
    return session.accreditations.save(replace(new, code="25250", name="Eigen naam", level=1))


@pytest.fixture
def dialog(qtbot, session, desk, accredited) -> ReadingDialog:
    page = QualificationsPage(session, desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.read_button.click()
    assert page.dialog is not None
    return page.dialog


def until(qtbot, dialog: ReadingDialog, step: int) -> None:
    qtbot.waitUntil(lambda: dialog.step == step and not dialog._desk.jobs.busy)


def to_differences(qtbot, dialog: ReadingDialog, folder: Path, text: str = LINES) -> None:
    file = folder / "lijst.csv"
    file.write_text(text, encoding="utf-8")
    dialog.read(file)
    until(qtbot, dialog, COLUMNS)
    dialog.go_on()
    until(qtbot, dialog, DIFFERENCES)


def test_a_list_is_read_in_after_its_differences_were_seen(qtbot, dialog, session, tmp_path):
    to_differences(qtbot, dialog, tmp_path)
    rows = dialog.differences.rows
    assert rows.chosen == {"25250", "26001"}
    rows.table.select_id("26002")
    assert "Regel 4" in rows.reason.text
    qtbot.keyClick(rows.table, Qt.Key.Key_Space)
    assert "26002" not in rows.chosen  # a row with a problem can't be taken along
    rows.table.select_id("26001")
    rows.switch.click()
    assert rows.chosen == {"25250"}
    assert dialog.next.text() == "1 opleiding inlezen"
    dialog.go_on()
    until(qtbot, dialog, DONE)
    kept = session.qualifications.known("25250").qualification
    assert kept.equivalents == ("25701", "25702")
    assert (kept.source, kept.checked_on) == ("lijst.csv", None)
    assert session.qualifications.known("26001") is None


def test_a_list_of_sbb_itself_checks_what_is_the_same_too(qtbot, dialog, session, tmp_path):
    to_differences(qtbot, dialog, tmp_path)
    dialog.differences.checked.setChecked(True)
    assert dialog.differences.rows.chosen == {"25250", "26001", "25254"}
    dialog.differences.source.value = "Koppeltabel SBB, juli 2026"
    dialog.go_on()
    until(qtbot, dialog, DONE)
    same = session.qualifications.known("25254").qualification
    assert (same.checked_on, same.source) == (TODAY, "Koppeltabel SBB, juli 2026")


def test_what_is_in_use_stands_apart_with_a_way_to_it(
    qtbot, dialog, session, accredited, visits, tmp_path
):
    to_differences(qtbot, dialog, tmp_path)
    step = dialog.differences
    assert not step.tabs.isHidden()
    step.tabs.setCurrentIndex(1)
    assert "Eigen naam → Assistent bouw" in step.kept.model.row_at(0).reason
    step.kept.open.click()
    assert visits.last == ("accreditations", accredited.id)
    assert not session.qualifications.known("25250").is_changed


def test_one_kind_of_difference_may_be_shown_by_itself(qtbot, dialog, tmp_path):
    to_differences(qtbot, dialog, tmp_path)
    rows = dialog.differences.rows
    rows.shown.setCurrentIndex(rows.shown.findData(Difference.NEW.value))
    assert [rows.model.row_at(n).id for n in range(rows.model.rowCount())] == ["26001"]
    rows.all_or_none.click()
    assert rows.chosen == {"25250"}
    rows.all_or_none.click()
    assert rows.chosen == {"25250", "26001"}


def test_a_wrong_guess_of_a_column_is_mended_before_anything_is_compared(qtbot, dialog, tmp_path):
    file = tmp_path / "lijst.csv"
    file.write_text("Nr;Kwalificatie\n25250;Bouw\n", encoding="utf-8")
    dialog.read(file)
    until(qtbot, dialog, COLUMNS)
    assert not dialog.next.isEnabled()
    assert "code" in dialog.columns.problem.text
    dialog.columns.boxes[0].setCurrentIndex(1)
    assert dialog.next.isEnabled()


def test_a_file_that_is_no_list_is_refused_in_words_and_nothing_moves(qtbot, dialog, tmp_path):
    file = tmp_path / "foto.xlsx"
    file.write_bytes(b"\x89PNG\0")
    dialog.read(file)
    qtbot.waitUntil(lambda: bool(dialog.notice.text))
    assert dialog.step == FILE
    assert "geen lijst" in dialog.notice.text


def test_escape_goes_back_a_step_and_keeps_nothing(qtbot, dialog, session, tmp_path):
    to_differences(qtbot, dialog, tmp_path)
    dialog.reject()
    assert dialog.step == COLUMNS
    dialog.reject()
    assert dialog.step == FILE
    assert session.qualifications.known("26001") is None
