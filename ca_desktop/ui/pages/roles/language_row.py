"""The row with the languages of the papers, above a factsheet or its texts."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import label

PAPER_LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


class LanguageRow(QWidget):
    """`chosen(code)` when somebody picks another language; the page may refuse by `show_code`."""

    chosen = Signal(str)

    def __init__(self, code: str, leave: Callable[[Callable[[], object]], object]) -> None:
        super().__init__()
        self.code = code
        self._leave = leave
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(label(_("Language"), "label", wrap=False))
        for one, name in PAPER_LANGUAGES:
            row.addWidget(self._button(one, name))
        row.addStretch(1)
        self.show_code(code)

    def choose(self, code: str) -> None:
        """Go to a language once nothing is unsaved."""
        self.show_code(self.code)
        if code != self.code:
            self._leave(lambda: self._go(code))

    def show_code(self, code: str) -> None:
        """Mark this language."""
        self.code = code
        self.buttons[code].setChecked(True)
        for one, button in self.buttons.items():
            button.setProperty("on", "true" if one == code else "false")
            button.style().polish(button)

    def _go(self, code: str) -> None:
        self.show_code(code)
        self.chosen.emit(code)

    def _button(self, code: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(name)
        button.setCheckable(True)
        button.setProperty("role", "chip")
        button.clicked.connect(lambda: self.choose(code))
        self._group.addButton(button)
        self.buttons[code] = button
        return button
