"""Every step before somebody is at work, by the program's own entrance."""

from pathlib import Path

from ca_desktop.app.entrance import Entrance
from ca_desktop.services.stores import OpenStore
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun
from ca_desktop.ui.sign_in.new_centre import NewCentre
from ca_desktop.ui.sign_in.recover import NewPassword, Recover
from ca_desktop.ui.sign_in.recovery_sheet import RecoverySheetStep
from ca_desktop.ui.sign_in.sign_in import SignIn
from tests.screens.stage import Access, Stage

WORD = "groene fiets loopt"


def walk(stage: Stage, access: Access) -> None:
    """From the first run to a wrong password."""
    stage.scene = "sign-in"
    entrance = Entrance(stage.jobs)
    entrance.card.resize(stage.size)
    made: list[OpenStore] = []
    entrance.opened.connect(made.append)
    entrance.start(None)
    stage.keep(entrance.card, "first-run")
    _first_run(stage, entrance)
    _new_centre(stage, entrance)
    _demo(stage, entrance, access)
    _sign_in(stage, entrance, access)
    entrance.finish()
    for opened in made:
        opened.close()
    stage.settle()


def _first_run(stage: Stage, entrance: Entrance) -> None:
    entrance.show_sign_in(Path("nergens") / "centrum")
    stage.keep(entrance.card, "no-store-there")
    assert isinstance(entrance.card.step, FirstRun)


def _new_centre(stage: Stage, entrance: Entrance) -> None:
    entrance.show_new_centre()
    step = entrance.card.step
    assert isinstance(step, NewCentre)
    stage.keep(entrance.card, "new-centre")
    step.form.save_button.click()
    stage.keep(entrance.card, "new-centre-refused")
    step.name.edit.setText("Circulair ambachtscentrum De Werf")
    step.name.edit.textEdited.emit(step.name.edit.text())
    step.place.value, step.full_name.value, step.sign_in_name.value = "Apeldoorn", "Petra", "petra"
    step.password.value = step.repeated.value = WORD
    step.form.save_button.click()
    stage.settle(lambda: isinstance(entrance.card.step, RecoverySheetStep))
    sheet = entrance.card.step
    assert isinstance(sheet, RecoverySheetStep)
    stage.keep(entrance.card, "recovery-sheet")
    sheet.print_button.click()
    stage.keep_dialogs("recovery-sheet-preview")
    sheet.save_button.click()
    stage.keep_dialogs("recovery-sheet-warning")
    sheet.ready.click()
    stage.keep(entrance.card, "recovery-sheet-ask")
    for field in sheet.typed:
        field.edit.setText("ABC")
    sheet.go_on.click()
    stage.keep(entrance.card, "recovery-sheet-wrong")
    sheet.later.click()
    stage.keep_dialogs("recovery-sheet-later")


def _demo(stage: Stage, entrance: Entrance, access: Access) -> None:
    entrance.card.show_step(DemoReady(access.name, access.password))
    stage.keep(entrance.card, "demo-ready")


def _sign_in(stage: Stage, entrance: Entrance, access: Access) -> None:
    entrance.show_sign_in(access.store)
    step = entrance.card.step
    assert isinstance(step, SignIn)
    stage.keep(entrance.card, "sign-in")
    step.password.value = "fout"
    step.go.click()
    stage.keep(entrance.card, "wrong-password")
    step.forgot.click()
    assert isinstance(entrance.card.step, Recover)
    stage.keep(entrance.card, "recover")
    entrance.card.step.form.save_button.click()
    stage.keep(entrance.card, "recover-refused")
    entrance.card.show_step(NewPassword(access.name, lambda _new: None, stage.jobs))
    stage.keep(entrance.card, "new-password")
