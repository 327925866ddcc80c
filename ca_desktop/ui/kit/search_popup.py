"""The global search (Ctrl+K): a box in the top bar and grouped results under it."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.i18n import _
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.theme import theme

_WAIT_MS = 60


class Hit(Protocol):
    """One result, as the search service gives it."""

    @property
    def group(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def page(self) -> str: ...
    @property
    def record_id(self) -> Any: ...


class GlobalSearch(QLineEdit):
    """Type, arrow down, Enter. `chosen(page, record_id)` when a result is taken."""

    chosen = Signal(str, object)

    def __init__(self, search: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__()
        self._search = search
        self._hits: dict[int, Hit] = {}
        self.setPlaceholderText(_("Search everything (Ctrl+K)"))
        self.setAccessibleName(_("Search everything"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.popup = QWidget()
        self.popup.setObjectName("search-popup")
        self.popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.popup.hide()
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("Results"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it elides
        inside = QVBoxLayout(self.popup)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.list)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.look)
        self.textEdited.connect(self._on_edited)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.installEventFilter(self)

    def look(self) -> None:
        """Search for what stands in the box and show the results."""
        text = self.text().strip()
        if not text:
            self.popup.hide()
            return
        try:
            hits = self._search(text)
        except Exception as error:
            show_error(error, self.window())
            return
        self._fill(hits)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.popup.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.look()
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
            self.setText("")
        else:
            return False
        return True

    def _on_edited(self, text: str) -> None:
        if not text:
            self.setText("")  # emptied: nothing to bring back
        self._timer.start()

    def _step(self, by: int) -> None:
        rows = sorted(self._hits)
        if rows:
            here = self.list.currentRow()
            place = rows.index(here) + by if here in rows else 0
            self.list.setCurrentRow(rows[min(len(rows) - 1, max(0, place))])

    def _fill(self, hits: Sequence[Hit]) -> None:
        self.list.clear()
        self._hits = {}
        group = ""
        for hit in hits:
            if hit.group != group:
                group = hit.group
                self._heading(group)
            words = f"{hit.label}  ·  {hit.detail}" if hit.detail else hit.label
            self._hits[self.list.count()] = hit
            self.list.addItem(words)
        if not hits:
            self._heading(_("Nothing found."))
        self._step(0)

    def _heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        self.list.addItem(item)

    def _place(self) -> None:
        window = self.window()
        if self.popup.parentWidget() is not window:
            self.popup.setParent(window)
        rows = min(14, self.list.count())
        height = rows * (self.list.sizeHintForRow(0) + 1) + theme().px(20)
        under = self.mapTo(window, QPoint(0, self.height() + 2))
        room = window.height() - under.y() - 8
        self.popup.setGeometry(
            under.x(), under.y(), max(self.width(), theme().px(380)), min(height, room)
        )
        self.popup.raise_()
        self.popup.show()

    def _take(self) -> None:
        hit = self._hits.get(self.list.currentRow())
        if hit is not None:
            self.popup.hide()
            self.setText("")  # clear() would leave it to be brought back by Ctrl+Z
            do = getattr(hit, "do", None)  # a command does itself
            if do is not None:
                do()
            else:
                self.chosen.emit(hit.page, hit.record_id)
