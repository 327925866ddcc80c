"""Yes or no, and several out of a list."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem

from ca_desktop.i18n import N_
from ca_desktop.ui.kit.fields.base import Field

T = TypeVar("T")


class CheckField(Field[bool]):
    """A check box that carries its own words."""

    _labelled = False

    def __init__(self, text: str, *, help: str = "") -> None:
        super().__init__(text, help=help)
        self.box = QCheckBox(text)
        self._build(self.box)
        self.box.toggled.connect(self._touched)

    def is_empty(self) -> bool:
        return False

    def _read(self) -> bool:
        return self.box.isChecked()

    def _show(self, value: bool) -> None:
        self.box.setChecked(bool(value))


class MultiChoiceField(Field[tuple[T, ...]]):
    """Several values out of a list, in the list's order; Space ticks, letters find."""

    _empty_text = N_("Tick at least one.")

    def __init__(
        self,
        text: str,
        options: Iterable[tuple[T, str]] | Callable[[], Iterable[tuple[T, str]]] = (),
        *,
        help: str = "",
        required: bool = False,
        rows: int = 6,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._options = options
        self._values: list[T] = []
        self.list = QListWidget()
        self.list.setFixedHeight((self.list.fontMetrics().lineSpacing() + 12) * rows + 8)
        self._build(self.list)
        self.reload()
        self.list.itemChanged.connect(self._touched)

    def reload(self) -> None:
        """Read the options again; what is ticked stays."""
        ticked = self._read()
        options = self._options() if callable(self._options) else self._options
        self._quiet = True
        self.list.clear()
        self._values = []
        for value, text in options:
            item = QListWidgetItem(text)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Unchecked)
            self._values.append(value)
            self.list.addItem(item)
        self._show(ticked)
        self._quiet = False

    def set_options(self, options: Iterable[tuple[T, str]]) -> None:
        """Offer these from now on."""
        self._options = list(options)
        self.reload()

    def _read(self) -> tuple[T, ...]:
        checked = Qt.CheckState.Checked
        return tuple(
            value
            for row, value in enumerate(self._values)
            if self.list.item(row).checkState() is checked
        )

    def _show(self, value: Iterable[T]) -> None:
        ticked = list(value or ())
        for row, one in enumerate(self._values):
            state = Qt.CheckState.Checked if one in ticked else Qt.CheckState.Unchecked
            self.list.item(row).setCheckState(state)
