"""Stores that are made from the first card: the demo centre, a backup put back, a new centre."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from ca_desktop.app.new_folder import folder_named, free_folder
from ca_desktop.domain.errors import UserError
from ca_desktop.i18n import _
from ca_desktop.services.stores import OpenStore, StoreDoor
from ca_desktop.settings import KnownStore
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.question import Answer, ask
from ca_desktop.ui.sign_in.card_window import CardWindow, Step
from ca_desktop.ui.sign_in.demo_ready import DemoReady
from ca_desktop.ui.sign_in.first_run import FirstRun, is_store

DEMO_SEED = 2026
DEMO_PARTICIPANTS = 60


class NewStores(QObject):
    """Makes a store in the worker while the card waits.

    `sign_in(store, hint)` shows who may come in, `go_in(opened)` goes to work.
    """

    def __init__(
        self,
        card: CardWindow,
        jobs: Jobs,
        sign_in: Callable[..., object],
        go_in: Callable[[OpenStore], object],
    ) -> None:
        super().__init__(card)
        self._card, self._jobs = card, jobs
        self._sign_in, self._go_in = sign_in, go_in

    def ask_demo(self, step: FirstRun, known: Sequence[KnownStore]) -> None:
        """Make the demo centre; where there is one already, offer that one first."""
        there = _demo_that_is_there(known)
        if there is None:
            self._make_demo(step)
            return
        ask(
            self._card,
            _("There is a demo centre already"),
            _("It stands in {path}. A new one gets another password.", path=there),
            Answer(text=_("Open the one that is there"), then=lambda: self._sign_in(there)),
            Answer(text=_("Make a new one"), then=lambda: self._make_demo(step)),
            Answer(text=_("Go back")),
        )

    def restore(self, step: FirstRun, backup: Path) -> None:
        """Put a backup back in a new folder."""
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
            self._sign_in(store, words)

        self.run(
            step,
            _("Putting back the backup"),
            lambda: restore(backup, store),
            ready,
            self._say_on(step),
        )

    def run(
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

    def _make_demo(self, step: FirstRun) -> None:
        from ca_desktop.services.demo.create import create_demo

        store = free_folder(_("demo centre"))

        def make() -> Any:
            return create_demo(store, participants=DEMO_PARTICIPANTS, seed=DEMO_SEED)

        def ready(access: Any) -> None:
            self._show_demo(store, access.sign_in_name, access.password)

        self.run(step, _("Making the demo centre"), make, ready, self._say_on(step))

    def _show_demo(self, store: Path, name: str, password: str) -> None:
        """The password once, to write down; the button goes in with it."""
        shown = DemoReady(name, password)

        def enter() -> OpenStore:
            return StoreDoor.at(store).sign_in(name, password)

        def refused(error: Exception) -> None:
            self._sign_in(store)
            show_error(error, self._card)

        shown.go_on_asked.connect(
            lambda: self.run(shown, _("Opening the centre"), enter, self._go_in, refused)
        )
        self._card.show_step(shown)

    def _say_on(self, step: FirstRun) -> Callable[[Exception], None]:
        def say(error: Exception) -> None:
            if isinstance(error, UserError):
                step.show_message(error.message)
            else:
                show_error(error, self._card)

        return say


def _demo_that_is_there(known: Sequence[KnownStore]) -> Path | None:
    """A demo centre of this computer; also one that was made before such a list was kept."""
    demos = [Path(one.path) for one in known if one.is_demo]
    usual = folder_named(_("demo centre"))
    if all(Path(one.path) != usual for one in known):
        demos.append(usual)
    return next((demo for demo in demos if is_store(demo)), None)
