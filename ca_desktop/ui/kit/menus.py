"""The menu bar, made from entries; the View menu is ours, the others come from the composer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.theme import theme
from ca_desktop.ui.kit.tokens import THEME_TEXTS, ThemeName


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """One line of a menu: N_() texts for menu and line; an empty `text` is a separator. An & in
    the text of a menu stands before the letter that opens it with Alt.

    `checked` makes it a tick (None: no tick).
    """

    menu: str
    text: str
    do: Callable[[], object] = lambda: None
    keys: str = ""
    checked: bool | None = None


def fill_menu_bar(
    window: QMainWindow, entries: Sequence[MenuEntry], look_changed: Callable[[str, int], object]
) -> None:
    """Build the menus in the order in which they appear; then View.

    `look_changed(theme, zoom)` is called to remember a choice.
    """
    menus: dict[str, QMenu] = {}
    for entry in entries:
        if entry.menu == VIEW and VIEW not in menus:
            menus[VIEW] = _view_menu(window, look_changed)
        menu = menus.get(entry.menu) or window.menuBar().addMenu(_(entry.menu))
        menus[entry.menu] = menu
        if entry.text:
            menu.addAction(_action(window, entry))
        else:
            menu.addSeparator()
    if VIEW not in menus:
        _view_menu(window, look_changed)


VIEW = N_("&View")


def _action(window: QMainWindow, entry: MenuEntry) -> QAction:
    action = QAction(_(entry.text), window)
    action.setShortcut(QKeySequence(entry.keys))
    if entry.checked is not None:
        action.setCheckable(True)
        action.setChecked(entry.checked)
    action.triggered.connect(lambda: entry.do())
    return action


def _view_menu(window: QMainWindow, look_changed: Callable[[str, int], object]) -> QMenu:
    look = theme()
    menu = window.menuBar().addMenu(_(VIEW))
    group = QActionGroup(menu)

    def remember() -> None:
        look_changed(look.name.value, look.zoom)

    def choose(name: ThemeName) -> None:
        look.use(name)
        remember()

    def zoom(steps: int) -> None:
        look.zoom_by(steps)
        remember()

    for name, text in THEME_TEXTS.items():
        action = QAction(_(text), window)
        action.setCheckable(True)
        action.setChecked(look.name is name)
        action.triggered.connect(lambda _on=False, chosen=name: choose(chosen))
        group.addAction(action)
        menu.addAction(action)
    menu.addSeparator()
    for text, steps, keys in (
        (_("Larger"), 1, ["Ctrl++", "Ctrl+="]),
        (_("Smaller"), -1, ["Ctrl+-"]),
        (_("Normal size"), 0, ["Ctrl+Shift+0"]),
    ):
        action = QAction(text, window)
        action.setShortcuts([QKeySequence(k) for k in keys])
        action.triggered.connect(lambda _on=False, by=steps: zoom(by))
        menu.addAction(action)
    return menu
