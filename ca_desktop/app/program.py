"""The running program: first the card to sign in, then the workplace, and back again."""

import threading
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ca_desktop import settings
from ca_desktop.app.entrance import Entrance
from ca_desktop.i18n import use_language
from ca_desktop.resources import resource
from ca_desktop.services.stores import OpenStore
from ca_desktop.settings import KnownStore, Settings
from ca_desktop.ui.kit.enter_key import EnterPresses
from ca_desktop.ui.kit.errors import install_excepthook
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.theme import Theme

if TYPE_CHECKING:
    from ca_desktop.app.workplace import Workplace


class Program:
    """Holds what lives as long as the program: Qt, the look, the worker, this computer's
    settings.
    """

    def __init__(self, chosen: Settings) -> None:
        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else QApplication(["ca-desktop"])
        self.app.setApplicationName("CA Desktop")
        self.app.setDesktopFileName("ca-desktop")
        self.app.setQuitOnLastWindowClosed(False)
        self.app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
        self.settings = chosen
        self.look = Theme.install(self.app, chosen.theme.value, chosen.zoom)
        self.look.use_language(chosen.language)
        install_excepthook()
        EnterPresses(self.app)
        self.jobs = Jobs(self.app)
        self.entrance: Entrance | None = None
        self.workplace: Workplace | None = None

    def start(self, store: Path | None = None) -> None:
        """Show the card: the named store, else the one used last, else the first run."""
        last = Path(self.settings.last_store) if self.settings.last_store else None
        self._enter(store or last)
        QTimer.singleShot(0, _warm_up)

    def run(self) -> int:
        """Until the last window is closed."""
        status = self.app.exec()
        self.jobs.close()
        return status

    def _enter(self, store: Path | None) -> None:
        self.entrance = Entrance(self.jobs, self.settings.known)
        self.entrance.opened.connect(self._begin_work)
        self.entrance.closed.connect(self.app.quit)
        self.entrance.start(store)

    def _begin_work(self, opened: OpenStore) -> None:
        # The pages stand on SQLAlchemy: imported now, so that the first card did not wait for it.
        from ca_desktop.app.workplace import Workplace

        self._remember_store(opened)
        self.workplace = Workplace(
            self.app,
            self.jobs,
            opened,
            self._remember_look,
            self._speak,
            place=self.settings.geometry,
            remember_place=lambda place: self._remember(geometry=place),
        )
        self.workplace.left.connect(self._change_shift)
        self.workplace.closed.connect(self.app.quit)
        self.workplace.show()
        if self.entrance is not None:
            self.entrance.finish()
            self.entrance = None

    def _change_shift(self, store: object) -> None:
        """Somebody else signs in, or another centre is opened (None: choose)."""
        self.workplace = None
        self._enter(store if isinstance(store, Path) else None)

    def _remember_look(self, name: str, zoom: int) -> None:
        self._remember(theme=settings.Theme(name), zoom=zoom)

    def _speak(self, language: str) -> None:
        use_language(language)
        self.look.use_language(language)
        self._remember(language=language)

    def _remember_store(self, opened: OpenStore) -> None:
        centre = opened.centre()
        path = str(opened.store.absolute())
        store = KnownStore(path=path, name=centre.name, is_demo=centre.is_demo)
        self._keep(self.settings.with_opened(store))

    def _remember(self, **changes: object) -> None:
        self._keep(replace(self.settings, **changes))  # type: ignore[arg-type]  # named fields

    def _keep(self, chosen: Settings) -> None:
        self.settings = chosen
        try:
            settings.save(self.settings)
        except OSError:
            # A choice that can't be kept is no reason to stop anybody from working.
            return


def _warm_up() -> None:
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()


def warm_up() -> None:
    """Import and read what the store and its pages need, while the password is typed."""
    import_module("ca_desktop.services.session")
    import_module("ca_desktop.domain.catalogue").load_catalogue()
