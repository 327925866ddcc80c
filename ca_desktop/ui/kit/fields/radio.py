"""A few plain choices under each other, each with its own words of explanation."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from ca_desktop.i18n import N_
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.marks import label

T = TypeVar("T")


class RadioField(Field[T | None]):
    """One of a few values, as (value, text, help); all of them can be read at once."""

    _empty_text = N_("Choose one of these.")

    def __init__(
        self, text: str, options: Sequence[tuple[T, str, str]], *, required: bool = False
    ) -> None:
        super().__init__(text, required=required)
        self._group = QButtonGroup(self)
        self._values = [value for value, _text, _help in options]
        self.buttons: list[QRadioButton] = []
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(6, 4, 6, 4)  # inside the frame of a problem
        column.setSpacing(0)
        for place, (_value, words, help_line) in enumerate(options):
            button = QRadioButton(words)
            button.setAccessibleName(f"{text}: {words}")
            button.setAccessibleDescription(help_line)
            self._group.addButton(button, place)
            self.buttons.append(button)
            column.addWidget(button)
            explained = label(help_line, "help")
            explained.setContentsMargins(28, 0, 0, 4)
            column.addWidget(explained)
        self._build(holder)
        holder.setFocusProxy(self.buttons[0])
        self._group.idToggled.connect(self._toggled)

    def _toggled(self, _place: int, on: bool) -> None:
        if on:
            self._touched()

    def _read(self) -> T | None:
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def _show(self, value: T | None) -> None:
        self._group.setExclusive(False)
        for one, button in zip(self._values, self.buttons, strict=True):
            button.setChecked(one == value)
        self._group.setExclusive(True)
