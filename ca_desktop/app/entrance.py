"""Everything before somebody is at work: first run, new centre, recovery sheet, signing in."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ca_desktop.app.new_folder import free_folder
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.services.recovery_sheets import (
    confirm_recovery,
    needs_recovery_sheet,
    new_recovery_groups,
)
from ca_desktop.services.stores import NewCentre, OpenStore, StoreDoor, create_centre
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.sign_in.card_window import CardWindow, Step
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun
from ca_desktop.ui.sign_in.new_centre import NewCentre as NewCentreStep
from ca_desktop.ui.sign_in.new_centre import NewCentreAnswers
from ca_desktop.ui.sign_in.recover import NewPassword, Recover
from ca_desktop.ui.sign_in.sign_in import SignIn

DEMO_SEED = 2026
DEMO_PARTICIPANTS = 60


class Entrance(QObject):
    """One card, one step at a time; `opened(OpenStore)` when somebody is in."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, jobs: Jobs, last_store: str = "") -> None:
        super().__init__()
        self._jobs = jobs
        self._last_store = last_store
        self.card = CardWindow()
        self.card.closed.connect(self.closed)

    def start(self, store: Path | None) -> None:
        """Ask for the password of this store; without one (or a wrong one) the first-run
        choices. Whatever the store is, the card stands there.
        """
        try:
            if store is None:
                self.show_first_run()
            else:
                self.show_sign_in(store)
            self.card.show()
        except Exception as error:
            self.show_first_run()
            self.card.show()
            show_error(error, self.card)

    def finish(self) -> None:
        """Take the card away; closing it now is not leaving the program."""
        self.card.closed.disconnect(self.closed)
        self.card.close()
        self.card.deleteLater()

    def show_first_run(self, message: str = "") -> None:
        """The four ways to begin."""
        step = FirstRun(message)
        step.new_asked.connect(self.show_new_centre)
        step.open_asked.connect(self.show_sign_in)
        step.demo_asked.connect(lambda: self._make_demo(step))
        step.restore_asked.connect(lambda backup: self._restore(step, backup))
        self.card.show_step(step)

    def show_sign_in(self, store: Path, hint: str = "") -> None:
        """Ask who it is; a store that can't be read is said on the first card."""
        try:
            door = StoreDoor.at(store)
        except UserError as error:
            self.show_first_run(error.message)
            return
        passwords: list[str] = []

        def sign_in(name: str, password: str) -> OpenStore:
            passwords[:] = [password]
            return door.sign_in(name, password)

        step = SignIn(door.names, sign_in, self._jobs, hint=hint)
        step.signed_in.connect(lambda opened: self._welcome(opened, passwords[0]))
        step.forgot_asked.connect(lambda: self._show_recover(door))
        step.leave_asked.connect(self.show_first_run)
        self.card.show_step(step)

    def show_new_centre(self) -> None:
        """Ask the name of the centre and the first account."""
        step = NewCentreStep(free_folder)
        step.submitted.connect(lambda answers: self._make_centre(step, answers))
        step.back_asked.connect(self.show_first_run)
        self.card.show_step(step)

    def _make_centre(self, step: NewCentreStep, answers: NewCentreAnswers) -> None:
        new = NewCentre(
            folder=answers.folder,
            name=answers.name,
            place=answers.place,
            full_name=answers.full_name,
            sign_in_name=answers.sign_in_name,
            password=answers.password,
            repeated=answers.password,
        )
        self._run(
            step,
            _("Making the centre"),
            lambda: create_centre(new, _today()),
            self._show_recovery_sheet,
            step.form.show_refusal,
        )

    def _show_recovery_sheet(self, opened: OpenStore) -> None:
        from ca_desktop.app.recovery import recovery_step

        try:
            groups = new_recovery_groups(opened)
        except UserError as error:
            # The centre is there; who signs in gets the sheet.
            self._go_back(opened)
            show_error(error, self.card)
            return
        step = recovery_step(opened, groups, self.card)
        step.confirmed.connect(lambda: self._sheet_done(opened, postponed=False))
        step.postponed.connect(lambda: self._sheet_done(opened, postponed=True))
        self.card.show_step(step)

    def _sheet_done(self, opened: OpenStore, *, postponed: bool) -> None:
        confirm_recovery(opened, postponed=postponed)
        self.opened.emit(opened)

    def _go_on(self, opened: OpenStore) -> None:
        """To work, or first to the recovery sheet where a first run was broken off."""
        if needs_recovery_sheet(opened):
            self._show_recovery_sheet(opened)
        else:
            self.opened.emit(opened)

    def _welcome(self, opened: OpenStore, password: str) -> None:
        from ca_desktop.services.accounts import AccountService

        accounts = AccountService(opened)
        if not accounts.own().must_change_password:
            self._go_on(opened)
            return

        def change(new: str) -> OpenStore:
            accounts.change_own_password(password, new, new)
            return opened

        step = NewPassword(accounts.own().sign_in_name, change, self._jobs)
        step.recovered.connect(self._go_on)
        step.back_asked.connect(lambda: self._go_back(opened))
        self.card.show_step(step)

    def _go_back(self, opened: OpenStore) -> None:
        opened.close()
        self.show_sign_in(opened.store)

    def _show_recover(self, door: StoreDoor) -> None:
        step = Recover(
            door.names,
            lambda code, name, password: door.recover(code, name, password, password),
            self._jobs,
        )
        step.recovered.connect(self.opened)
        step.back_asked.connect(lambda: self.show_sign_in(door.store))
        self.card.show_step(step)

    def _make_demo(self, step: FirstRun) -> None:
        from ca_desktop.services.demo.create import create_demo

        store = free_folder(_("demo centre"))

        def ready(access: Any) -> None:
            shown = DemoReady(access.sign_in_name, access.password)
            shown.go_on_asked.connect(lambda: self.show_sign_in(store))
            self.card.show_step(shown)

        def make() -> Any:
            return create_demo(store, participants=DEMO_PARTICIPANTS, seed=DEMO_SEED)

        self._run(step, _("Making the demo centre"), make, ready, self._say_on(step))

    def _restore(self, step: FirstRun, backup: Path) -> None:
        from ca_desktop.services.backups import restore

        store = free_folder(backup.name.partition(".")[0])

        def ready(facts: Any) -> None:
            words = _(
                "Put back in {path}: {participants} participants, {entries} notes. "
                "Sign in as on the day of the backup.",
                path=store,
                participants=facts.participants,
                entries=facts.entries,
            )
            self.show_sign_in(store, words)

        self._run(
            step,
            _("Putting back the backup"),
            lambda: restore(backup, store),
            ready,
            self._say_on(step),
        )

    def _say_on(self, step: FirstRun) -> Callable[[Exception], None]:
        def say(error: Exception) -> None:
            if isinstance(error, UserError):
                step.show_message(error.message)
            else:
                show_error(error, self.card)

        return say

    def _run(
        self,
        step: Step,
        words: str,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        refused: Callable[[Exception], object],
    ) -> None:
        """Long work of one step, which can't be pressed meanwhile."""

        def failed(error: Exception) -> None:
            step.busy(False)
            refused(error)

        step.busy(True)
        self._jobs.run(lambda _progress: work(), then=then, failed=failed, owner=step, label=words)


def _today() -> date:
    """The day on this computer's calendar: a centre begins on a local day."""
    return date.today()  # noqa: DTZ011 - a local day on purpose
