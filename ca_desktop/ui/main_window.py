"""The main window: rail, top bar, pages, progress strip. It knows no subject."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.commands import Command, with_commands
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.help_dialog import show_help
from ca_desktop.ui.kit.jobs import ProgressStrip
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.menus import MenuEntry, fill_menu_bar
from ca_desktop.ui.kit.page_stack import PageStack
from ca_desktop.ui.kit.page_tabs import PageTabs
from ca_desktop.ui.kit.question import Answer, ask, tell
from ca_desktop.ui.kit.rail import PageEntry, Rail
from ca_desktop.ui.kit.search_popup import Hit
from ca_desktop.ui.kit.section_stack import PageArea
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.kit.top_bar import TopBar
from ca_desktop.ui.kit.undo_key import UndoKey

NARROW = 1100  # px at 100 %: under this the rail shows icons alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What the composer hands the window. `undo_text()` is '' when there is nothing to undo.

    `keys` are further shortcuts that work everywhere, as (keys, what to do); `commands` are found
    by the global search besides pages and menus.
    """

    centre: str
    user: str
    is_demo: bool = False
    search: Callable[[str], Sequence[Hit]] = lambda _text: ()
    undo_text: Callable[[], str] = lambda: ""
    undo: Callable[[], object] = lambda: None
    may_undo: bool = True
    menu: Sequence[MenuEntry] = ()
    look_changed: Callable[[str, int], object] = lambda _theme, _zoom: None
    keys: Sequence[tuple[str, Callable[[], object]]] = ()
    commands: Sequence[MenuEntry] = ()


class MainWindow(QMainWindow):
    """`navigate(page, row_id)` goes anywhere; `lock_asked` and `closed` are for the composer."""

    lock_asked = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, pages: Sequence[PageEntry], shell: Shell) -> None:
        super().__init__()
        self._desk, self._shell = desk, shell
        self.centre, self.is_demo = shell.centre, shell.is_demo
        self._may_close = False
        self.rail = Rail(pages)
        search = with_commands(self._commands(pages), shell.search)
        self.top = TopBar(shell.centre, shell.user, search)
        self.pages = PageStack(pages)
        self.tabs = PageTabs(pages, self.navigate)
        self.setWindowTitle(" – ".join((shell.centre, _("CA Desktop"))))
        self._lay_out()
        self._connect(pages)

    def navigate(self, key: str, row_id: object = None) -> None:
        """Open a page, at a row if given; asks first when something is unsaved."""
        self.pages.navigate(key, row_id)
        if self.pages.here:
            self._show_page(self.pages.here)

    def ask_undo(self) -> None:
        """Say what will be undone, and do it when that is wanted."""
        words = self._shell.undo_text()
        if words:
            undo = Answer(text=_("Undo"), then=self._undo, kind="primary")
            stay = Answer(text=_("Leave it as it is"))
            ask(self, _("Undo this?"), words, undo, stay, icon="undo-2")
        else:
            tell(self, _("Nothing to undo"), _("You have not changed anything since signing in."))

    def closeEvent(self, event: QCloseEvent) -> None:
        # Qt ignores a close inside a close: a page that lets go at once is asked and answered here.
        if not self._may_close:
            self.pages.leave(self._close_now)
        event.setAccepted(self._may_close)
        if self._may_close:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme().px(NARROW)
        self.rail.set_narrow(narrow)
        self.top.set_narrow(narrow)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        band = label(_("DEMO – fictional people and data"), wrap=False)
        band.setObjectName("demo-band")
        band.setVisible(self._shell.is_demo)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.tabs)
        right.addWidget(PageArea(self.pages), 1)
        row.addLayout(right, 1)
        column.addWidget(band)
        column.addWidget(self.top)
        column.addLayout(row, 1)
        column.addWidget(ProgressStrip(self._desk.jobs))
        self.setCentralWidget(body)
        fill_menu_bar(self, self._shell.menu, self._shell.look_changed)
        self.resize(theme().px(1280), theme().px(720))

    def _commands(self, pages: Sequence[PageEntry]) -> Iterator[Command]:
        for one in (*self._shell.commands, *self._shell.menu):
            if one.text and one.checked is None:
                yield Command(label=_(one.text), do=one.do, detail=one.keys)
        for page in pages:
            go = partial(self.navigate, page.key)
            yield Command(label=_(page.title), do=go, detail=page.keys)
        yield Command(label=_("Lock"), do=self.lock_asked.emit, detail="Ctrl+L")
        if self._shell.may_undo:
            yield Command(label=_("Undo"), do=self.ask_undo, detail="Ctrl+Z")
        yield Command(label=_("Help"), do=lambda: show_help(self, self.pages.here), detail="F1")

    def _connect(self, pages: Sequence[PageEntry]) -> None:
        self.rail.chosen.connect(self.navigate)
        self.pages.navigated.connect(self._show_page)
        self.top.search.chosen.connect(self.navigate)
        self.top.lock_asked.connect(self.lock_asked)
        self.top.undo_asked.connect(self.ask_undo)
        theme().changed.connect(self._fit)
        UndoKey(self)
        self._desk.changes.happened.connect(self.rail.refresh_counts)
        self._key("Ctrl+K", self._search)
        self._key("Ctrl+L", self.lock_asked.emit)
        self.top.undo.setVisible(self._shell.may_undo)
        if self._shell.may_undo:
            self._key("Ctrl+Z", self.ask_undo)
        self._key("F1", lambda: show_help(self, self.pages.here))
        for entry in pages:
            self._key(entry.keys, lambda key=entry.key: self.navigate(key))  # type: ignore[misc] # bound now
        for keys, then in self._shell.keys:
            self._key(keys, then)

    def _key(self, keys: str, then: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: then())

    def _show_page(self, key: str) -> None:
        self.rail.show_page(key)
        self.tabs.show_page(key)

    def _search(self) -> None:
        self.top.search.setFocus()
        self.top.search.selectAll()

    def _undo(self) -> None:
        self._desk.saves.run(
            self._shell.undo,
            then=lambda _done: None,
            failed=lambda error: show_error(error, self),
            owner=self,
        )

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
