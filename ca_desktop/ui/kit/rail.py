"""The rail at the left: the pages as icon and word, icons alone when there is little room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QToolButton, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon, icon_size
from ca_desktop.ui.kit.marks import restyle
from ca_desktop.ui.kit.theme import theme


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEntry:
    """One page of the program. `title` is an N_() text; `make()` builds it when first opened.

    `keys` is its shortcut ('Ctrl+1'), `count()` how much waits there (0: nothing).
    `beside` names the page of which it is a second tab: the rail then has no button for it.
    """

    key: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    keys: str = ""
    count: Callable[[], int] | None = None
    beside: str = ""


class RailButton(QToolButton):
    """A page in the rail, with a small number where something waits."""

    def __init__(self, entry: PageEntry) -> None:
        super().__init__()
        self.entry = entry
        self.waiting = 0
        self.setCheckable(True)
        self.setIcon(icon(entry.icon))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(f"  {_(entry.title)}")
        self.show_count(0)

    def show_count(self, waiting: int) -> None:
        """Show how much waits; the number is also in the accessible name."""
        self.waiting = waiting
        words = _(self.entry.title)
        said = _("{page}, {n} waiting", page=words, n=waiting) if waiting else words
        self.setAccessibleName(said)
        self.setToolTip(f"{said}  ({self.entry.keys})" if self.entry.keys else said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.waiting:
            return
        look, tokens = theme(), theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(self.waiting) if self.waiting < 100 else "99+"
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 0.8)
        font.setBold(True)
        painter.setFont(font)
        width = max(look.px(18), painter.fontMetrics().horizontalAdvance(words) + look.px(8))
        room = QRect(self.width() - width - look.px(4), look.px(3), width, look.px(17))
        if self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            room.moveTop((self.height() - room.height()) // 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.warning))
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(tokens.surface))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()


class Rail(QWidget):
    """`chosen(key)` when somebody picks a page."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        inside = QWidget()
        inside.setObjectName("form-body")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(1)
        keys = {entry.key for entry in entries}
        self._under: dict[str, str] = {}
        for entry in entries:
            if entry.beside in keys:
                self._under[entry.key] = entry.beside
            else:
                self._add(entry)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.set_narrow(False)
        theme().changed.connect(self._on_theme)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or icons with words."""
        self._narrow = narrow
        style = Qt.ToolButtonStyle
        for button in self.buttons.values():
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )
            button.setIconSize(icon_size(20))
            button.setProperty("narrow", "true" if narrow else "false")
            restyle(button)
        widest = max((b.sizeHint().width() for b in self.buttons.values()), default=0)
        self.setFixedWidth(theme().px(60) if narrow else widest + theme().px(48))

    def show_page(self, key: str) -> None:
        """Mark this page as the one that is open."""
        self.buttons[self._under.get(key, key)].setChecked(True)

    def refresh_counts(self, _topics: object = None) -> None:
        """Ask every page how much waits."""
        for button in self.buttons.values():
            if button.entry.count is not None:
                button.show_count(button.entry.count())

    def _on_theme(self) -> None:
        """A bound method, not a lambda: Qt lets go of it together with the rail."""
        self.set_narrow(self._narrow)

    def _add(self, entry: PageEntry) -> None:
        button = RailButton(entry)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(entry.key))
        self._group.addButton(button)
        self.buttons[entry.key] = button
        self._column.addWidget(button)
