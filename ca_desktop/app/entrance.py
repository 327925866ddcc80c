"""Everything before somebody is at work: first run, new centre, recovery sheet, signing in."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ca_desktop.app.new_folder import free_folder
from ca_desktop.app.new_stores import NewStores
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.services.recovery_sheets import (
    confirm_recovery,
    needs_recovery_sheet,
    new_recovery_groups,
)
from ca_desktop.services.stores import NewCentre, OpenStore, StoreDoor, create_centre
from ca_desktop.settings import KnownStore
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.sign_in.card_window import CardWindow
from ca_desktop.ui.sign_in.first_run import FirstRun, is_store
from ca_desktop.ui.sign_in.new_centre import NewCentre as NewCentreStep
from ca_desktop.ui.sign_in.new_centre import NewCentreAnswers
from ca_desktop.ui.sign_in.recover import NewPassword, Recover
from ca_desktop.ui.sign_in.sign_in import SignIn


class Entrance(QObject):
    """One card, one step at a time; `opened(OpenStore)` when somebody is in."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, jobs: Jobs, known: Sequence[KnownStore] = ()) -> None:
        super().__init__()
        self._jobs, self._known = jobs, known
        self._before: Path | None = None  # the store whose sign-in the first run goes back to
        self.card = CardWindow()
        self._new = NewStores(self.card, jobs, self.show_sign_in, self._go_on)
        self.card.closed.connect(self.closed)

    def start(self, store: Path | None) -> None:
        """Ask for the password of this store; without one (or a wrong one) the first-run
        choices. Whatever the store is, the card stands there.
        """
        try:
            if store is None:
                present = [Path(one.path) for one in self._known if is_store(Path(one.path))]
                self._before = next(iter(present), None)
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
        """The centres that are known here, and four ways to begin."""
        before = self._before
        step = FirstRun(message, self._known, may_go_back=before is not None)
        step.new_asked.connect(self.show_new_centre)
        step.open_asked.connect(self.show_sign_in)
        step.demo_asked.connect(lambda: self._new.ask_demo(step, self._known))
        step.restore_asked.connect(lambda backup: self._new.restore(step, backup))
        if before is not None:
            step.back_asked.connect(lambda: self.show_sign_in(before))
        self.card.show_step(step)

    def show_sign_in(self, store: Path, hint: str = "") -> None:
        """Ask who it is; a store that can't be read is said on the first card."""
        try:
            door = StoreDoor.at(store)
        except UserError as error:
            self.show_first_run(error.message)
            return
        passwords: list[str] = []
        self._before = door.store
        known = next((one for one in self._known if Path(one.path) == door.store.absolute()), None)

        def sign_in(name: str, password: str) -> OpenStore:
            passwords[:] = [password]
            return door.sign_in(name, password)

        step = SignIn(
            door.names,
            sign_in,
            self._jobs,
            centre=known.name if known else door.store.name,
            is_demo=known is not None and known.is_demo,
            hint=hint,
        )
        step.signed_in.connect(lambda opened: self._welcome(opened, passwords[0]))
        step.forgot_asked.connect(lambda: self._show_recover(door))
        step.leave_asked.connect(lambda: self.show_first_run())
        self.card.show_step(step)

    def show_new_centre(self) -> None:
        """Ask the name of the centre and the first account."""
        step = NewCentreStep(free_folder)
        step.submitted.connect(lambda answers: self._make_centre(step, answers))
        step.back_asked.connect(lambda: self._leave_form(step))
        self.card.show_step(step)

    def _leave_form(self, step: NewCentreStep) -> None:
        if not step.form.is_dirty:
            self.show_first_run()
            return
        ask(
            self.card,
            _("Go back?"),
            _("What you filled in here is not kept."),
            Answer(text=_("Go back"), then=self.show_first_run),
            Answer(text=_("Stay here"), kind="primary"),
        )

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
        self._new.run(
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


def _today() -> date:
    """The day on this computer's calendar: a centre begins on a local day."""
    return date.today()  # noqa: DTZ011 - a local day on purpose
