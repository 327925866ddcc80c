"""The row of filter chips above a list: toggles and small menus that combine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.button_words import as_typed
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.marks import restyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One chip. Without `options` it is a toggle (True or None), else a choice out of them.

    `text` is an N_() text; `options()` gives (value, text) pairs each time the menu opens;
    `start` is what it stands on at first.
    """

    key: str
    text: str
    options: Callable[[], Sequence[tuple[Any, str]]] | None = None
    start: Any = None


class FilterRow(QWidget):
    """Shows the chips and knows what they stand on; `changed` after every choice."""

    changed = Signal()

    def __init__(self, filters: Sequence[Filter]) -> None:
        super().__init__()
        self.values: dict[str, Any] = {f.key: f.start for f in filters}
        self._chips: dict[str, tuple[Filter, QToolButton]] = {}
        self._row = FlowLayout(self)
        for one in filters:
            self._row.addWidget(self._chip(one))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(bool(filters))

    def minimumSizeHint(self) -> QSize:
        """Chips go on in a second row rather than push the page wider."""
        return QSize(0, super().minimumSizeHint().height())

    def lead_with(self, widget: QWidget) -> None:
        """Put something in front of the chips."""
        chips = [self._row.takeAt(0) for _chip in range(self._row.count())]
        self._row.addWidget(widget)
        for chip in chips:
            if chip is not None:
                self._row.addItem(chip)

    def in_order(self) -> list[QWidget]:
        """The chips and what leads them, as they are read."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return [made for item in items if item is not None and (made := item.widget()) is not None]

    def choose(self, key: str, value: Any) -> None:
        """Set a chip, as if somebody chose it."""
        self.values[key] = value
        self._paint(key)
        self.changed.emit()

    def as_texts(self) -> dict[str, str]:
        """What the chips stand on, to keep; chips that are off are left out."""
        return {key: _kept(value) for key, value in self.values.items() if value is not None}

    def put(self, texts: Mapping[str, str]) -> list[str]:
        """Set all chips as they were kept; gives the names of chips whose choice is gone."""
        gone = []
        for key, (one, _button) in self._chips.items():
            value, text = None, texts.get(key)
            if text is not None:
                offered = [v for v, _text in one.options()] if one.options else [True]
                value = next((v for v in offered if _kept(v) == text), None)
                gone += [_(one.text)] if value is None else []
            self.values[key] = value
            self._paint(key)
        self.changed.emit()
        return gone

    @property
    def words(self) -> str:
        """What the chips stand on, as a person reads it: 'Here now; Role: Sorting'."""
        chips = (button.text() for key, (_one, button) in self._chips.items() if self._is_on(key))
        return "; ".join(text.removeprefix("✓ ").removesuffix(" ▾") for text in chips)

    def _is_on(self, key: str) -> bool:
        return self.values[key] is not None

    @property
    def active(self) -> bool:
        """Whether any chip narrows the list."""
        return any(value is not None for value in self.values.values())

    def clear(self) -> None:
        """All chips off."""
        for key in self.values:
            self.values[key] = None
            self._paint(key)
        self.changed.emit()

    def _chip(self, one: Filter) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "chip")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._chips[one.key] = (one, button)
        if one.options is None:
            button.clicked.connect(
                lambda: self.choose(one.key, None if self.values[one.key] else True)
            )
        else:
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda: self._offer(one, menu))
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._paint(one.key)
        return button

    def _offer(self, one: Filter, menu: QMenu) -> None:
        menu.clear()
        options = [(None, _("All")), *(one.options() if one.options else ())]
        for value, text in options:
            action = QAction(as_typed(text), menu)
            action.setCheckable(True)
            action.setChecked(value == self.values[one.key])
            action.triggered.connect(lambda _on=False, v=value: self.choose(one.key, v))
            menu.addAction(action)

    def _paint(self, key: str) -> None:
        one, button = self._chips[key]
        value = self.values[key]
        words = _(one.text)
        if one.options is None:
            words = f"✓ {words}" if value else words
        else:
            known = one.options() if value is not None else ()
            text = next((text for option, text in known if option == value), "")
            words = f"{words}: {text} ▾" if text else f"{words} ▾"
        button.setText(as_typed(words))
        button.setAccessibleName(words)
        button.setProperty("on", "true" if value is not None else "false")
        restyle(button)


def _kept(value: Any) -> str:
    return "yes" if value is True else str(value)
