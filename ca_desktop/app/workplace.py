"""The workplace of one signed-in account: the main window, its pages, the lock, leaving."""

import logging
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ca_desktop.app.pages import page_entries
from ca_desktop.app.window_place import open_at, place_of
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from ca_desktop.ui.forms.watched_words import watched_words
from ca_desktop.ui.kit.changes import Changes
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.jobs import Jobs
from ca_desktop.ui.kit.menus import VIEW, MenuEntry
from ca_desktop.ui.kit.saving import Saves
from ca_desktop.ui.kit.watch import install_watcher
from ca_desktop.ui.main_window import MainWindow, Shell
from ca_desktop.ui.pages.participants.undo_words import undo_words
from ca_desktop.ui.sign_in.lock import IdleLock, Lock, LockKey

_LOG = logging.getLogger(__name__)
FILE, LANGUAGE = N_("&File"), N_("&Language")
LANGUAGE_NAMES = (("nl", "Nederlands"), ("en", "English"))


class Workplace(QObject):
    """`left(store)` when the window goes but the program stays; `closed` when it is over."""

    left = Signal(object)
    closed = Signal()

    def __init__(
        self,
        app: QApplication,
        jobs: Jobs,
        opened: OpenStore,
        remember_look: Callable[[str, int], object],
        speak: Callable[[str], object],
        today: Callable[[], date] = date.today,
        *,
        place: str = "",
        remember_place: Callable[[str], object] = lambda _place: None,
    ) -> None:
        super().__init__()
        self._place, self._remember_place = place, remember_place
        self._app, self._jobs, self._opened = app, jobs, opened
        self._remember_look, self._speak = remember_look, speak
        self.session = Session(opened, today=today)
        self._changes = Changes(self)
        self._unsubscribe = opened.database.subscribe(self._changes.publish)
        self._minutes = self.session.centre.get().lock_after_minutes
        self._idle = IdleLock(app, self._minutes)
        self._idle.idle.connect(self._lock_now)
        self._lock_key = LockKey(app)
        self._lock_key.asked.connect(self._lock_now)
        self._saves = Saves(lambda: opened.database.is_writing, self)
        self._lock: Lock | None = None
        install_watcher(watched_words)
        self.window = self._make_window()

    def show(self) -> None:
        """Open the window on Vandaag, where it stood the last time."""
        open_at(self.window, self._place)
        self.window.navigate("today")
        self.window.rail.refresh_counts()

    def _make_window(self) -> MainWindow:
        desk = Desk(
            changes=self._changes,
            jobs=self._jobs,
            saves=self._saves,
            navigate=lambda page, row_id: self.window.navigate(page, row_id),
            is_allowed=lambda action: may(self.session.actor.role, Action(str(action))),
            today=self.session.today,
            shelf=self.session.filters,
        )
        window = MainWindow(desk, page_entries(self.session, desk), self._shell())
        window.closed.connect(self._leave)
        window.lock_asked.connect(self._lock_now)
        return window

    def _make_lock(self) -> Lock:
        """The lock with the name and password of now: both may have changed since signing in.

        It stands on the vault in memory: a disk that is gone has to lock as well.
        """
        vault, mine = self._opened.vault, self.session.actor.account_id
        name = next((name for name in vault.names() if vault.account_of(name) == mine), "")
        lock = Lock(
            self.window,
            name,
            vault.unlock,
            self._jobs,
            keep=self._keep_drafts,
            centre=self.window.centre,
            is_demo=self.window.is_demo,
        )
        lock.unlocked.connect(self._count_again)
        lock.left.connect(lambda: self._go(self._opened.store))
        lock.closed.connect(self._leave)
        return lock

    def _shell(self) -> Shell:
        centre, session = self.session.centre.get(), self.session
        may_undo = may(session.actor.role, Action.UNDO)
        return Shell(
            centre=centre.name,
            user=session.actor.name,
            is_demo=centre.is_demo,
            search=session.search.find,
            undo_text=lambda: undo_words(session) if may_undo else "",
            undo=session.history.undo_last,
            may_undo=may_undo,
            menu=tuple(self._menu()),
            look_changed=self._remember_look,
            commands=tuple(self._commands()),
            keys=(("Ctrl+N", lambda: self.window.navigate("entries", "new")),),
        )

    def _commands(self) -> Iterator[MenuEntry]:
        """What can be begun from anywhere by typing its words."""
        for action, text, page, keys in (
            (Action.WRITE_ENTRIES, N_("Write a note"), "entries", "Ctrl+N"),
            (Action.TAKE_IN, N_("Take somebody in"), "participants", ""),
            (Action.PLACE, N_("Place somebody"), "placements", ""),
            (Action.CHANGE_SUPERVISORS, N_("Add supervisor"), "supervisors", ""),
        ):
            if may(self.session.actor.role, action):
                go = partial(self._open, page, "new")
                yield MenuEntry(menu="", text=text, do=go, keys=keys)

    def _open(self, page: str, row: str) -> None:
        self.window.navigate(page, row)

    def _menu(self) -> list[MenuEntry]:
        entries = []
        for action, text, section in (
            (Action.BACK_UP, N_("Make backup …"), "backup"),
            (Action.CHANGE_OWN_PASSWORD, N_("Change my password …"), "password"),
        ):
            if may(self.session.actor.role, action):
                go = partial(self._open, "settings", section)
                entries.append(MenuEntry(menu=FILE, text=text, do=go))
        return [
            *entries,
            MenuEntry(menu=FILE, text=N_("Put back a backup …"), do=lambda: self._ask_leave(None)),
            MenuEntry(
                menu=FILE, text=N_("Open another centre …"), do=lambda: self._ask_leave(None)
            ),
            MenuEntry(menu=FILE, text=""),
            MenuEntry(
                menu=FILE, text=N_("Sign out"), do=lambda: self._ask_leave(self._opened.store)
            ),
            MenuEntry(menu=FILE, text=N_("Quit"), do=lambda: self.window.close(), keys="Ctrl+Q"),
            MenuEntry(menu=VIEW, text=""),
            *(
                MenuEntry(
                    menu=LANGUAGE,
                    text=name,
                    do=lambda code=code: self._ask_language(code),  # type: ignore[misc] # bound now
                    checked=code == current_language(),
                )
                for code, name in LANGUAGE_NAMES
            ),
        ]

    def _ask_language(self, code: str) -> None:
        self.window.pages.leave(lambda: self._use_language(code))

    def _use_language(self, code: str) -> None:
        """Texts are set when a window is built: the same session gets a new window."""
        self._speak(code)
        old, here = self.window, self.window.pages.here
        self.window = self._make_window()
        open_at(self.window, place_of(old))
        self.window.navigate(here or "today")
        self.window.rail.refresh_counts()
        old.closed.disconnect(self._leave)
        old.hide()
        old.deleteLater()

    def _lock_now(self) -> None:
        if self._lock is not None and self._lock.is_locked:
            return
        try:
            self._lock = self._make_lock()
            self._lock.lock()
        except Exception:
            self._idle.set_minutes(self._minutes)  # it did not lock, so it goes on counting
            raise
        self._idle.stop()

    def _count_again(self) -> None:
        try:
            self._minutes = self.session.centre.get().lock_after_minutes
        except UserError as error:
            _LOG.warning("The minutes before the lock could not be read: %s", error.message)
        self._idle.set_minutes(self._minutes)

    def _keep_drafts(self) -> None:
        """Keep what is being typed anywhere, before nobody can reach it any more.

        One form that can't be kept is no reason to stay open, or to leave the others.
        """
        for keeper in self.window.findChildren(DraftKeeper):
            try:
                keeper.keep_now()
            except Exception:
                _LOG.exception("What was being typed could not be kept")

    def _ask_leave(self, store: Path | None) -> None:
        self.window.pages.leave(lambda: self._go(store))

    def _go(self, store: Path | None) -> None:
        """Close the store and let somebody else in (None: choose a centre)."""
        self.window.closed.disconnect(self._leave)
        if self._lock is not None:
            self._lock.let_go()
        try:
            self._shut()
        finally:
            self.window.hide()
            self.left.emit(store)  # whatever went wrong: somebody has to be able to come in

    def _leave(self) -> None:
        try:
            self._shut()
        finally:
            self.closed.emit()  # whatever went wrong: a program without a window has to end

    def _shut(self) -> None:
        self._idle.stop()
        self._idle.let_go()
        self._lock_key.let_go()
        self._remember_place(place_of(self.window))
        self._keep_drafts()
        self._saves.finish()
        self._unsubscribe()
        self._opened.close()
