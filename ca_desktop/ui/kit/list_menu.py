"""The button above a list with what can be done with all of it, such as saving it as a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAction:
    """Something to do with a list as a whole; `text` is an N_() text."""

    text: str
    do: Callable[[], object]
    icon: str = ""


class ListMenu(QToolButton):
    """Shows the actions; not there when there are none."""

    def __init__(self, actions: Sequence[ListAction], title: str) -> None:
        super().__init__()
        self.setText(_("More"))
        self.setIcon(icon("ellipsis"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(_("More for {list}", list=title))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        for one in actions:
            action = QAction(_(one.text), menu)
            action.setIcon(icon(one.icon))
            action.triggered.connect(lambda _on=False, chosen=one: chosen.do())
            menu.addAction(action)
        self.setMenu(menu)
        self.setVisible(bool(actions))
