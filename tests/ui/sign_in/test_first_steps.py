"""The first five minutes: a centre, an account, the recovery sheet, signing in."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ca_desktop.domain.errors import UserError
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun
from ca_desktop.ui.sign_in.new_centre import NewCentre, NewCentreAnswers
from ca_desktop.ui.sign_in.recover import NewPassword, Recover
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep
from ca_desktop.ui.sign_in.sign_in import SignIn

GROUPS = ("ABCD123", "EFGH456", "JKMN789", "PQRS012", "TVWX345", "YZ01678")


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def new_centre(qtbot, tmp_path) -> NewCentre:
    step = NewCentre(lambda name: tmp_path / (name.casefold() or "centrum"))
    qtbot.addWidget(step)
    return step


def a_sheet(qtbot, tmp_path, **more) -> RecoverySheetStep:
    step = RecoverySheetStep(GROUPS, store=tmp_path / "store", places=(1, 4), **more)
    qtbot.addWidget(step)
    step.show()
    return step


def fill(step: NewCentre) -> None:
    step.name.edit.setText("De Werf")
    step.full_name.edit.setText("Petra Bakker")
    step.sign_in_name.edit.setText("petra")
    step.password.edit.setText("boom fiets water")
    step.repeated.edit.setText("boom fiets water")


def test_the_first_window_offers_four_ways(qtbot):
    step = FirstRun()
    qtbot.addWidget(step)
    with qtbot.waitSignal(step.new_asked):
        step.new.click()
    with qtbot.waitSignal(step.demo_asked):
        step.demo.click()


def test_why_opening_failed_is_said_in_the_first_window(qtbot):
    step = FirstRun("Deze map is geen centrum.")
    qtbot.addWidget(step)
    assert step.notice.text == "Deze map is geen centrum."


def test_a_new_centre_is_made_by_keyboard_alone(qtbot, tmp_path):
    new_centre = NewCentre(lambda name: tmp_path / (name.casefold() or "centrum"))
    window = CardWindow()
    qtbot.addWidget(window)
    window.show_step(new_centre)
    with qtbot.waitActive(window):
        window.show()
    new_centre.name.take_focus()
    got: list[NewCentreAnswers] = []
    new_centre.submitted.connect(got.append)
    for typed in (
        "De Werf",
        "Deventer",
        None,
        "Petra Bakker",
        None,
        "boom fiets water",
        "boom fiets water",
    ):
        focus = window.focusWidget()
        assert isinstance(focus, QLineEdit)
        if typed is not None:
            qtbot.keyClicks(focus, typed)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    [answers] = got
    assert (answers.name, answers.place, answers.sign_in_name) == ("De Werf", "Deventer", "petra")
    assert answers.folder.name == "de werf"


def test_the_folder_follows_the_name_until_it_is_typed(qtbot, new_centre):
    qtbot.keyClicks(new_centre.name.edit, "Werf")
    assert new_centre.folder.value.endswith("werf")
    new_centre.folder.edit.clear()
    qtbot.keyClicks(new_centre.folder.edit, "/elders")
    qtbot.keyClicks(new_centre.name.edit, "x")
    assert new_centre.folder.value == "/elders"


def test_a_weak_password_is_refused_beside_its_field(qtbot, new_centre):
    fill(new_centre)
    new_centre.password.edit.setText("kort")
    new_centre.repeated.edit.setText("kort")
    with qtbot.assertNotEmitted(new_centre.submitted):
        new_centre.form.save_button.click()
    assert new_centre.form.problem_at("password")


def test_two_different_passwords_are_refused(qtbot, new_centre):
    fill(new_centre)
    new_centre.repeated.edit.setText("boom fiets vuur")
    with qtbot.assertNotEmitted(new_centre.submitted):
        new_centre.form.save_button.click()
    assert new_centre.form.problem_at("repeated")


def test_the_answers_never_show_the_password():
    answers = NewCentreAnswers(
        name="a", place="", folder=Path(), full_name="b", sign_in_name="c", password="geheim"
    )
    assert "geheim" not in repr(answers)


def test_the_sheet_goes_on_after_two_groups_typed_back(qtbot, tmp_path):
    step = a_sheet(qtbot, tmp_path)
    step.ready.click()
    assert step.table.isHidden()
    qtbot.keyClicks(step.typed[0].edit, "efgh-456")
    qtbot.keyClicks(step.typed[1].edit, "tvwx 345")
    with qtbot.waitSignal(step.confirmed):
        step.go_on.click()


def test_a_wrong_group_is_said_and_the_groups_stay_away(qtbot, tmp_path):
    step = a_sheet(qtbot, tmp_path)
    step.ready.click()
    step.typed[0].edit.setText("EFGH457")
    step.typed[1].edit.setText("TVWX345")
    with qtbot.assertNotEmitted(step.confirmed):
        step.go_on.click()
    assert step.typed[0].problem
    assert not step.typed[1].problem
    assert step.table.isHidden()


def test_the_groups_come_back_when_somebody_asks_and_are_typed_again(qtbot, tmp_path):
    step = a_sheet(qtbot, tmp_path)
    step.ready.click()
    step.typed[0].edit.setText("EFGH456")
    step.look_again.click()
    assert not step.table.isHidden()
    assert step.typed[0].isHidden()
    assert step.go_on.isHidden()
    step.ready.click()
    assert step.table.isHidden()
    assert step.typed[0].value == ""


def test_the_card_of_a_new_centre_shows_every_field_on_the_smallest_screen(qtbot, new_centre):
    card = CardWindow()
    qtbot.addWidget(card)
    card.show_step(new_centre)
    card.resize(760, 700)
    with qtbot.waitExposed(card):
        card.show()
    assert new_centre.form.area.verticalScrollBar().maximum() == 0


def test_the_sheet_can_be_put_off_once_at_most(qtbot, tmp_path):
    assert not a_sheet(qtbot, tmp_path).later.isHidden()
    assert a_sheet(qtbot, tmp_path, may_postpone=False).later.isHidden()


def test_the_sheet_is_never_saved_in_the_folder_of_the_centre(qtbot, tmp_path):
    saved: list[Path] = []
    step = a_sheet(qtbot, tmp_path, save_sheet=saved.append)
    step.save_to(tmp_path / "store" / "blad.pdf")
    assert saved == []
    assert step.notice.text
    step.save_to(tmp_path / "stick" / "blad.pdf")
    assert saved == [tmp_path / "stick" / "blad.pdf"]


def test_a_wrong_password_is_said_beside_the_field(qtbot, jobs):
    def check(_name: str, _password: str) -> None:
        raise UserError("Dit wachtwoord klopt niet.")

    step = SignIn(["petra", "jan"], check, jobs, last="petra")
    qtbot.addWidget(step)
    qtbot.keyClicks(step.password.edit, "fout")
    step.password.edit.returnPressed.emit()
    qtbot.waitUntil(lambda: step.password.problem == "Dit wachtwoord klopt niet.")
    assert step.isEnabled()


def test_who_signed_in_last_stands_first(qtbot, jobs):
    step = SignIn(["anna", "jan", "petra"], lambda _n, _p: None, jobs, last="jan")
    qtbot.addWidget(step)
    assert step.name.value == "jan"


def test_signing_in_hands_on_what_was_opened(qtbot, jobs):
    step = SignIn(["petra"], lambda name, _password: f"centrum van {name}", jobs)
    qtbot.addWidget(step)
    qtbot.keyClicks(step.password.edit, "boom fiets water")
    with qtbot.waitSignal(step.signed_in) as done:
        step.password.edit.returnPressed.emit()
    assert done.args == ["centrum van petra"]
    assert step.password.value == ""


def test_the_eye_shows_the_password(qtbot, jobs):
    step = SignIn(["petra"], lambda _n, _p: None, jobs)
    qtbot.addWidget(step)
    assert step.password.edit.echoMode() is QLineEdit.EchoMode.Password
    step.password._eye.trigger()
    assert step.password.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_the_sheet_gives_a_new_password(qtbot, jobs):
    step = Recover(["petra"], lambda *what: what, jobs)
    qtbot.addWidget(step)
    step.code.edit.setText(" ".join(GROUPS))
    step.password.edit.setText("boom fiets water")
    step.repeated.edit.setText("boom fiets water")
    with qtbot.waitSignal(step.recovered) as done:
        step.form.save_button.click()
    assert done.args == [(" ".join(GROUPS), "petra", "boom fiets water")]


def test_a_mistake_in_the_code_is_said_beside_the_groups(qtbot, jobs):
    def recover(*_what: str) -> None:
        raise UserError("In groep 3 staat een typefout.")

    step = Recover(["petra"], recover, jobs)
    qtbot.addWidget(step)
    step.code.edit.setText("x")
    step.password.edit.setText("boom fiets water")
    step.repeated.edit.setText("boom fiets water")
    step.form.save_button.click()
    qtbot.waitUntil(lambda: step.form.problem_at("code") == "In groep 3 staat een typefout.")


def test_after_a_reset_one_chooses_an_own_password(qtbot, jobs):
    step = NewPassword("petra", lambda password: password, jobs)
    qtbot.addWidget(step)
    step.password.edit.setText("petra12345")
    step.repeated.edit.setText("petra12345")
    step.form.save_button.click()
    assert step.form.problem_at("password")


def test_the_password_of_the_demo_is_shown_once(qtbot):
    step = DemoReady("demo", "x7-k2-p9")
    qtbot.addWidget(step)
    with qtbot.waitSignal(step.go_on_asked):
        step.go_on.click()


def test_enter_in_the_last_field_makes_the_centre(qtbot, new_centre):
    fill(new_centre)
    with qtbot.waitSignal(new_centre.submitted):
        qtbot.keyClick(new_centre.repeated.edit, Qt.Key.Key_Return)
