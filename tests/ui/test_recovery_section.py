"""Beheer, Herstelblad: a new sheet, two groups typed back, and the sheet in a file."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.settings.page import SettingsPage
from tests.ui.test_settings_page import finish


@pytest.fixture
def page(qtbot, session: Session, desk: Desk) -> SettingsPage:
    made = SettingsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1000, 680)
    made.show()
    return made


def a_sheet(qtbot, page: SettingsPage, desk: Desk) -> object:
    page.open_row("recovery")
    section = page.section("recovery")
    section.make.click()
    (question,) = section.findChildren(Question)
    assert "oude blad" in question.findChildren(type(section.state))[2].text()
    question.buttons[0].click()
    finish(qtbot, desk)
    return section


def test_a_new_sheet_is_checked_by_typing_two_groups_back(qtbot, session, page, desk) -> None:
    section = a_sheet(qtbot, page, desk)
    step = section.step
    step.ready.click()
    for place, field in zip(step._places, step.typed, strict=True):
        field.value = step._groups[place]
    step.go_on.click()
    assert session.centre.get().recovery_confirmed
    assert section.step is None


def test_a_new_sheet_counts_as_unchecked_until_then(qtbot, session, page, desk) -> None:
    section = a_sheet(qtbot, page, desk)
    assert not session.centre.get().recovery_confirmed
    page.open_row("about")
    assert page.heading.text() == "Herstelblad"
    assert section.is_open


def test_the_sheet_is_never_saved_in_the_folder_of_the_centre(
    qtbot, session, page, desk, tmp_path: Path
) -> None:
    step = a_sheet(qtbot, page, desk).step
    step.save_to(session.opened.store / "blad.pdf")
    assert not (session.opened.store / "blad.pdf").exists()
    step.save_to(tmp_path / "blad.pdf")
    assert (tmp_path / "blad.pdf").read_bytes().startswith(b"%PDF")


def test_this_program_says_where_the_data_lives(session, page) -> None:
    words = [fact.text() for fact in page.section("about").facts]
    assert str(session.opened.store) in words


def test_a_sheet_that_can_not_be_saved_says_why(qtbot, page, desk, tmp_path: Path) -> None:
    section = a_sheet(qtbot, page, desk)
    section.step.save_to(tmp_path / "weg" / "blad.pdf")
    (question,) = section.findChildren(Question)
    words = " ".join(text.text() for text in question.findChildren(QLabel))
    assert "kan niet worden geopend" in words
    question.reject()


def test_a_sheet_in_a_file_is_for_its_owner_only(qtbot, page, desk, tmp_path: Path) -> None:
    section = a_sheet(qtbot, page, desk)
    file = tmp_path / "blad.pdf"
    section.step.save_to(file)
    assert file.read_bytes().startswith(b"%PDF")
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o600
