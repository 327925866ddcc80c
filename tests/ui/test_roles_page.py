"""Roles: how full they are, their factsheet as it prints, their texts and settings."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.roles import Grade, Role, RoleTask
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.roles.page import RolesPage
from ca_desktop.ui.pages.roles.profile_form import task_lines, tasks_of
from ca_desktop.ui.pages.roles.sections import FactsheetSection, ProfileSection


@pytest.fixture
def sorting(session) -> Role:
    return session.roles.named("sorteren")


@pytest.fixture
def page(qtbot, session, desk, sorting) -> RolesPage:
    made = RolesPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.open_row(sorting.id)
    return made


def factsheet(qtbot, page: RolesPage) -> FactsheetSection:
    section = page.detail.section("factsheet")
    assert isinstance(section, FactsheetSection)
    qtbot.waitUntil(lambda: section.paper is not None)
    return section


def profile(page: RolesPage) -> ProfileSection:
    page.detail.open_section("profile")
    section = page.detail.section("profile")
    assert isinstance(section, ProfileSection)
    return section


def place(session: Session, role: Role, *names: str) -> None:
    for name in names:
        person = session.participants.take_in(replace(session.participants.new(), last_name=name))
        placement = session.placements.new(person.id, role.id)
        session.placements.save(replace(placement, half_days=HalfDays.of("0m")))


def press(page: RolesPage, words: str) -> None:
    question = page.findChildren(Question)[-1]
    next(b for b in question.findChildren(QPushButton) if b.text() == words).click()


def test_the_factsheet_is_shown_as_it_prints(qtbot, page):
    section = factsheet(qtbot, page)
    assert section.paper.content.startswith(b"%PDF")
    assert not section.preview.sheet.pixmap().isNull()


def test_the_factsheet_speaks_the_language_that_was_chosen(qtbot, page):
    section = factsheet(qtbot, page)
    section.languages.buttons["en"].click()
    qtbot.waitUntil(lambda: section.paper.language == "en")
    assert "Sorting" in section.paper.title


def test_saving_the_factsheet_issues_it(qtbot, page, tmp_path: Path):
    section = factsheet(qtbot, page)
    section.preview.save_asked.emit(tmp_path / "functieblad.pdf")
    assert (tmp_path / "functieblad.pdf").read_bytes() == section.paper.content
    assert "functieblad.pdf" in section.notice.text


def test_a_folder_that_can_not_be_written_is_said_in_words(qtbot, page, tmp_path: Path):
    section = factsheet(qtbot, page)
    section.preview.save_asked.emit(tmp_path / "nergens" / "blad.pdf")
    assert section.findChildren(Question) or section.window().findChildren(Question)
    assert section.notice.text == ""


def test_a_role_over_its_places_is_marked(qtbot, page, session, sorting):
    texts = session.roles.profile(sorting.id, "nl")
    session.roles.save(replace(sorting, places=1), texts)
    place(session, sorting, "Aal", "Bos")
    page.refresh()
    line = page.model.row_at(page.model.row_of(sorting.id))
    assert page.columns[3].text(line) == "2 van 1"
    assert page.columns[3].icon(line) == "triangle-alert"
    page.pane.filters.choose("over", True)
    assert page.model.rowCount() == 1


def test_texts_are_changed_per_language(page, session, sorting):
    section = profile(page)
    section.languages.buttons["en"].click()
    section.form.fields["name"].edit.setText("Sorting things")
    page.detail.try_save()
    assert session.roles.profile(sorting.id, "en").name == "Sorting things"
    assert session.roles.profile(sorting.id, "nl").name == "Sorteren"


def test_changing_language_asks_about_unsaved_texts(page, session, sorting):
    section = profile(page)
    section.form.fields["name"].edit.setText("Sorteerplek")
    section.languages.buttons["en"].click()
    assert section.languages.code == "nl"
    press(page, "Bewaren")
    assert section.languages.code == "en"
    assert session.roles.profile(sorting.id, "nl").name == "Sorteerplek"


def test_opening_the_texts_changes_nothing_by_itself(page, session):
    for line in session.roles.lines():
        page.open_row(line.id)
        section = profile(page)
        assert not section.is_dirty
        assert section.form.record() == session.roles.profile(line.id, "nl")


def test_competences_and_suitability_are_kept(page, session, sorting):
    section = profile(page)
    minimum = section.form.fields["minimum"]
    before = len(minimum.value)
    minimum.more.click()
    minimum.lines[-1].words.setText("Begint op tijd.")
    group = section.form.fields["suitability"].lines["ST"]
    group.grade.setCurrentIndex(3)
    page.detail.try_save()
    texts = session.roles.profile(sorting.id, "nl")
    assert len(texts.minimum) == before + 1
    assert texts.minimum[-1].text == "Begint op tijd."
    assert next(s for s in texts.suitability if s.group == "ST").grade is Grade.INTENSIVE


def test_tasks_keep_their_codes_when_one_is_put_between():
    tasks = (RoleTask("SO-01", "Weegt"), RoleTask("SO-02", "Zaagt", machine=True))
    lines = task_lines(tasks)
    assert lines == ("Weegt", "Zaagt (machine)")
    changed = tasks_of((lines[0], "Veegt", lines[1]), tasks)
    assert changed == (tasks[0], RoleTask("SO-03", "Veegt"), tasks[1])


def test_settings_are_saved_with_words_from_the_catalogue(page, session, sorting):
    page.detail.open_section("settings")
    form = page.detail.settings
    assert "1 begeleider op" in form.fields["intensity"].combo.currentText()
    form.fields["places"].value = 9
    form.fields["qualification_codes"].value = ("25250",)
    form.fields["is_active"].value = False
    page.detail.try_save()
    kept = session.roles.get(sorting.id)
    assert (kept.places, kept.qualification_codes, kept.is_active) == (9, ("25250",), False)


def test_a_new_role_begins_with_a_name_and_tasks(page, session):
    page.add()
    form = page.dialog.form
    form.fields["name"].value = "Fietsenmaker"
    form.fields["key"].value = "fietsen"
    form.fields["tasks"].value = ("Plakt banden",)
    form.try_save()
    role = session.roles.named("fietsen")
    assert session.roles.profile(role.id, "nl").tasks == (RoleTask("T-01", "Plakt banden"),)
    assert page.table.current_row().id == role.id


def test_a_role_with_people_is_not_removed_and_says_why(page, session, sorting):
    place(session, sorting, "Aal")
    page.open_row(sorting.id)
    page._ask_remove(page.model.row_at(page.model.row_of(sorting.id)))
    press(page, "Verwijderen")
    assert session.roles.get(sorting.id)
