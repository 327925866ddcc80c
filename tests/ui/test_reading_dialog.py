"""A list is read in from the window, a list is saved, and filters are kept by name."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ca_desktop.domain.exports import ExportKind, ExportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.export import ExportDialog
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.saved_filters import SavedFilters
from ca_desktop.ui.pages.participants.page import ParticipantsPage
from ca_desktop.ui.pages.participants.reading import CHECK, COLUMNS, DONE, FILE, ReadingDialog
from tests.builders import a_supervisor

HEAD = "Achternaam;Voornaam;Geboortedatum;BSN"
LINES = f"{HEAD}\nBos;Jan;31-2-1990;\nVos;Els;1-1-1990;\nVos;Els;1-1-1990;\n"


@pytest.fixture
def page(qtbot, session: Session, desk: Desk) -> ParticipantsPage:
    made = ParticipantsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def dialog(qtbot, page: ParticipantsPage, session: Session, desk: Desk) -> ReadingDialog:
    made = ReadingDialog(page, session, desk)
    made.open()
    return made


def until(qtbot, dialog: ReadingDialog, step: int) -> None:
    qtbot.waitUntil(lambda: dialog.step == step and not dialog._desk.jobs.busy)


def test_a_list_is_read_in_step_by_step(
    qtbot, dialog: ReadingDialog, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(LINES, encoding="utf-8")
    dialog.read(file)
    until(qtbot, dialog, COLUMNS)
    assert dialog.columns.boxes[3] is None  # a BSN can't be chosen
    dialog.go_on()
    until(qtbot, dialog, CHECK)
    assert dialog.check.count.text() == "1 goed, 1 met een probleem, 1 mogelijk dubbel"
    table = dialog.check.table
    assert table is not None
    table.select_id(2)
    assert "31-2-1990" in dialog.check.reason.text
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.check.chosen == {3}  # a row with a problem can't be taken along
    table.select_id(4)
    dialog.check.switch.click()
    assert dialog.next.text() == "2 deelnemers inlezen"
    dialog.go_on()
    until(qtbot, dialog, DONE)
    assert len(session.participants.find("Vos")) == 2
    dialog.write_rest(tmp_path / "rest.csv")
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    assert "31-2-1990" in (tmp_path / "rest.csv").read_text(encoding="utf-8")


def test_a_file_that_is_no_list_is_refused_in_words_and_nothing_moves(
    qtbot, dialog: ReadingDialog, tmp_path: Path
) -> None:
    file = tmp_path / "foto.xlsx"
    file.write_bytes(b"\x89PNG\0")
    dialog.read(file)
    qtbot.waitUntil(lambda: bool(dialog.notice.text))
    assert dialog.step == FILE
    assert "geen lijst" in dialog.notice.text


def test_escape_goes_back_a_step(qtbot, dialog: ReadingDialog, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text(LINES, encoding="utf-8")
    dialog.read(file)
    until(qtbot, dialog, COLUMNS)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.step == FILE
    assert dialog.isVisible()


def test_a_list_is_saved_with_a_warning_first(
    qtbot, page: ParticipantsPage, session: Session, desk: Desk, tmp_path: Path
) -> None:
    asked = ExportDialog(page, session, desk, ExportWish(kind=ExportKind.PARTICIPANTS, keys=()))
    asked.open()
    assert "niet versleuteld" in asked.warning.text
    asked.write_to(tmp_path / "deelnemers.xlsx")
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert (tmp_path / "deelnemers.xlsx").stat().st_size > 1000


def test_a_saved_filter_is_set_again_and_says_what_is_gone(
    qtbot, page: ParticipantsPage, session: Session
) -> None:
    jan = a_supervisor(session, "Jan", "Bos")
    saved = page.pane.filters.findChild(SavedFilters)
    page.pane.filters.choose("supervisor", jan.id)
    saved.ask_keep()
    saved.dialog.form.fields["name"].value = "Van Jan"
    saved.dialog.form.try_save()
    (kept,) = session.filters.all("participants")
    page.pane.filters.clear()
    saved.choose(kept)
    assert page.filter("supervisor") == jan.id
    assert page.filter("active") is True
    assert page.pane.notice.text == ""
    session.supervisors.remove(jan.id)
    saved.choose(kept)
    assert page.filter("supervisor") is None
    assert "Begeleider" in page.pane.notice.text
    assert replace(kept) == kept
