"""A quiet sign beside the button of a form: saved; and a calm button while nothing waits."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import Picture, label, restyle


class SavedMark(QWidget):
    """Says "Saved" until the next change, and dims the button when there is nothing to save.

    The button is dimmed and never switched off: a button that is switched off hands the keyboard
    to whatever comes next.
    """

    def __init__(self, button: QPushButton, *, dims: bool) -> None:
        super().__init__()
        self._button, self.dims = button, dims
        self._kept: tuple[Any, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(Picture("circle-check", "good"))
        row.addWidget(label(_("Saved"), "good", wrap=False))
        self.hide()

    def remember(self, *records: object) -> None:
        """This was just saved: the record as it was typed, and as it stands in the file."""
        self._kept = records

    def look(self, shown: object, *, is_dirty: bool) -> None:
        """Say what is so now: `shown` as it is saved, and whether something was typed after it."""
        if is_dirty or shown not in self._kept:
            self._kept = ()
        self.setVisible(bool(self._kept))
        idle = "true" if self.dims and not is_dirty else "false"
        if self._button.property("idle") != idle:
            self._button.setProperty("idle", idle)
            restyle(self._button)
