"""A dialog around a RecordForm; it stays open, with messages, when the save is refused."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.dialog_room import resize_within_screen
from ca_desktop.ui.kit.question import ask_unsaved
from ca_desktop.ui.kit.record_form import RecordForm
from ca_desktop.ui.kit.saving import Saves
from ca_desktop.ui.kit.theme import theme

_AROUND = 8


class RecordDialog(QDialog):
    """`edit(parent, title, form, record, save)` opens one. Escape asks when something changed."""

    def __init__(self, parent: QWidget | None, title: str, form: RecordForm[Any]) -> None:
        super().__init__(parent)
        self.form = form
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        column.addWidget(form)
        self.back = QPushButton(_("Go back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.reject())
        form.button_row.insertWidget(1, self.back)
        form.save_button.setDefault(True)
        form.saved_mark.dims = False  # its button also closes the dialog: there is always something
        form.saved.connect(lambda _result: self.accept())
        self.fit()

    @classmethod
    def edit(
        cls,
        parent: QWidget | None,
        title: str,
        form: RecordForm[Any],
        record: Any,
        save: Callable[[Any], object],
        saves: Saves | None = None,
    ) -> "RecordDialog":
        """Open a dialog on this record; `save(record)` is called by its button."""
        dialog = cls(parent, title, form)
        form.saver = save
        form.saves = saves or form.saves
        form.show_record(record)
        dialog.fit()
        dialog.open()
        dialog.start()
        return dialog

    def start(self) -> None:
        """Put the keyboard in the first field that can be filled in."""
        first = next((field for field in self.form.fields.values() if field.isEnabled()), None)
        if first is not None:
            first.take_focus()

    def fit(self) -> None:
        """As tall as the form wants with what it shows now, never taller than the screen; there is
        room for two messages. Wider where two fields beside each other need it: what lies under
        the scroll bar can't be read.
        """
        column = self.form.column
        column.activate()
        beside = self.form.area.verticalScrollBar().sizeHint().width() + 2 * _AROUND
        width = max(theme().px(560), self.form.body.minimumSizeHint().width() + beside)
        wanted = column.totalHeightForWidth(width - theme().px(40))
        resize_within_screen(self, width, wanted + theme().px(150))

    def reject(self) -> None:
        """Escape: nothing is thrown away without asking."""
        if self.form.wait_for_save(lambda: None):
            return  # the dialog closes by itself once it is kept
        if self.form.is_dirty:
            ask_unsaved(self, lambda: self.form.try_save(), self._discard)
        else:
            super().reject()

    def step_aside(self) -> None:
        """Close without asking, to look at something else; for a form that keeps a draft."""
        super().reject()

    def _discard(self) -> None:
        self.form.discard()
        super().reject()
