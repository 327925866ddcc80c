"""Beheer: the centre, accounts, a password, a backup, the check and the recovery sheet."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.errors import UserError
from ca_desktop.services.session import Session
from ca_desktop.services.stores import StoreDoor
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.question import Question
from ca_desktop.ui.pages.settings.page import SettingsPage

PASSWORD = "groene fiets loopt"
OTHER = "blauwe boot vaart"


@pytest.fixture
def page(qtbot, session: Session, desk: Desk) -> SettingsPage:
    made = SettingsPage(session, desk)
    qtbot.addWidget(made)
    made.resize(1000, 680)
    made.show()
    return made


def finish(qtbot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=20_000)


def as_role(session: Session, role: AccountRole) -> Session:
    actor = replace(session.actor, role=role)
    return Session(replace(session.opened, actor=actor), today=session.today)


def a_png() -> bytes:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF2E6B4F)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def make_account(page: SettingsPage, **typed: object) -> object:
    section = page.section("accounts")
    section.new.click()
    form = section.dialog.form
    values = {
        "full_name": "Jan Bos",
        "sign_in_name": "jan",
        "role": AccountRole.READER,
        "password": OTHER,
        "repeated": OTHER,
    } | typed
    for name, value in values.items():
        form.fields[name].value = value
    form.try_save()
    return form


# -- who sees what ------------------------------------------------------------------------------


def test_a_coordinator_has_every_section(page) -> None:
    assert page.keys == [
        "centre", "guidance", "accounts", "password", "backup", "check", "recovery", "about",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("role", "keys"),
    [
        (AccountRole.SUPERVISOR, ["password", "backup", "about"]),
        (AccountRole.READER, ["password", "about"]),
    ],
)
def test_what_an_account_may_not_do_is_not_there(qtbot, session, desk, role, keys) -> None:
    made = SettingsPage(as_role(session, role), desk)
    qtbot.addWidget(made)
    assert made.keys == keys
    made.open_row("recovery")
    assert made.heading.text() == "Mijn wachtwoord"


def test_another_page_can_point_at_a_section(page) -> None:
    page.open_row("recovery")
    assert page.heading.text() == "Herstelblad"
    page.open_row("backup")
    assert page.heading.text() == "Reservekopie"


# -- the centre ---------------------------------------------------------------------------------


def test_the_centre_is_changed_and_says_so(session, page) -> None:
    form = page.section("centre")
    form.fields["place"].edit.setText("Deventer")
    form.fields["lock_after_minutes"].value = 5
    form.try_save()
    assert (session.centre.get().place, session.centre.get().lock_after_minutes) == ("Deventer", 5)
    assert form.notice.text == "Bewaard."


def test_a_number_out_of_bounds_is_refused_beside_its_field(session, page) -> None:
    form = page.section("centre")
    form.fields["lock_after_minutes"].edit.setText("500")
    form.try_save()
    assert "120" in form.problem_at("lock_after_minutes")
    assert session.centre.get().lock_after_minutes == 10


def test_a_logo_is_taken_kept_and_removed(session, page, tmp_path: Path) -> None:
    file = tmp_path / "logo.png"
    file.write_bytes(a_png())
    form = page.section("centre")
    form.fields["logo"].take_file(file)
    form.try_save()
    assert session.centre.get().logo == a_png()
    form.fields["logo"].remove.click()
    form.try_save()
    assert session.centre.get().logo is None


@pytest.mark.parametrize(
    ("content", "words"), [(b"\x89PNG\r\n\x1a\n" + b"x" * 600_000, "500 KB"), (b"GIF89a", "PNG")]
)
def test_a_logo_that_does_not_fit_is_refused(page, tmp_path: Path, content, words) -> None:
    file = tmp_path / "logo"
    file.write_bytes(content)
    field = page.section("centre").fields["logo"]
    field.take_file(file)
    assert words in field.problem
    assert field.value is None


def test_leaving_with_an_unsaved_change_asks(page) -> None:
    page.section("centre").fields["place"].edit.setText("Deventer")
    page.open_row("about")
    assert page.heading.text() == "Centrum"
    (question,) = page.findChildren(Question)
    question.buttons[0].click()
    assert page.heading.text() == "Dit programma"


# -- accounts -----------------------------------------------------------------------------------


def test_a_new_account_can_sign_in_and_has_a_first_password(session, page) -> None:
    make_account(page)
    names = {account.sign_in_name: account for account in session.accounts.all()}
    assert names["jan"].must_change_password
    StoreDoor.at(session.opened.store).check_password("jan", OTHER)


def test_two_different_passwords_are_refused_beside_the_field(session, page) -> None:
    form = make_account(page, repeated="iets heel anders")
    assert form.problem_at("repeated")
    assert len(session.accounts.all()) == 1


def choose(page: SettingsPage, name: str) -> Account:
    section = page.section("accounts")
    section.refresh()
    account = next(a for a in section.model.rows if a.sign_in_name == name)
    section.table.select_id(account.id)
    return account


def test_an_account_is_closed_after_a_question_and_opened_again(session, page) -> None:
    make_account(page)
    jan = choose(page, "jan")
    section = page.section("accounts")
    section.close_account.click()
    (question,) = section.findChildren(Question)
    question.buttons[0].click()
    assert not next(a for a in session.accounts.all() if a.id == jan.id).is_active
    choose(page, "jan")
    assert not section.reset.isEnabled()
    section.close_account.click()
    form = section.dialog.form
    form.fields["password"].value = form.fields["repeated"].value = PASSWORD
    form.try_save()
    assert next(a for a in session.accounts.all() if a.id == jan.id).is_active
    StoreDoor.at(session.opened.store).check_password("jan", PASSWORD)


def test_nobody_closes_their_own_account(page) -> None:
    choose(page, "petra")
    assert not page.section("accounts").close_account.isEnabled()


def test_a_forgotten_password_is_replaced(session, page) -> None:
    make_account(page)
    choose(page, "jan")
    section = page.section("accounts")
    section.reset.click()
    form = section.dialog.form
    form.fields["password"].value = form.fields["repeated"].value = PASSWORD
    form.try_save()
    StoreDoor.at(session.opened.store).check_password("jan", PASSWORD)


# -- my password --------------------------------------------------------------------------------


def change_password(qtbot, page: SettingsPage, desk: Desk, old: str) -> object:
    form = page.section("password")
    form.fill({"old": old, "password": OTHER, "repeated": OTHER})
    form.change_password()
    finish(qtbot, desk)
    return form


def test_my_password_changes(qtbot, session, page, desk) -> None:
    form = change_password(qtbot, page, desk, PASSWORD)
    assert "gewijzigd" in form.notice.text
    assert form.fields["old"].value == ""
    StoreDoor.at(session.opened.store).check_password("petra", OTHER)


def test_a_wrong_old_password_changes_nothing(qtbot, session, page, desk) -> None:
    form = change_password(qtbot, page, desk, "niet het goede")
    assert form.notice.text
    with pytest.raises(UserError):
        StoreDoor.at(session.opened.store).check_password("petra", OTHER)


# -- safety -------------------------------------------------------------------------------------


def test_a_backup_says_what_is_in_it(qtbot, page, desk, tmp_path: Path) -> None:
    file = tmp_path / "kopie.cacentrum-kopie"
    section = page.section("backup")
    section.back_up_to(file)
    finish(qtbot, desk)
    assert file.exists()
    assert "0 deelnemers en 0 notities" in section.notice.text


def test_a_backup_inside_the_store_is_refused(qtbot, session, page, desk) -> None:
    section = page.section("backup")
    section.back_up_to(session.opened.store / "kopie.cacentrum-kopie")
    finish(qtbot, desk)
    assert "buiten de map" in section.notice.text


def test_the_check_says_that_all_is_well(qtbot, page, desk) -> None:
    section = page.section("check")
    section.go.click()
    finish(qtbot, desk)
    assert section.notice.text == "Alles is in orde."


def test_a_section_that_is_opened_from_elsewhere_has_the_keyboard_in_its_first_field(page) -> None:
    page.open_row("password")
    section = page.section("password")
    assert page.window().focusWidget() is section.fields["old"].control
