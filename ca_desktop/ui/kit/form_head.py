"""What a form beside a list has on top: of whom it is; and the way back while it is a new one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm


class FormHead:
    """Gives the form a title; `go_back` is asked by the button or by Escape in a new record."""

    def __init__(self, form: RecordForm[Any], go_back: Callable[[], object]) -> None:
        self.title = label("", "title")
        self.title.setContentsMargins(16, 12, 16, 4)
        self.title.hide()
        form.put_on_top(self.title)
        self.back = form.add_button(_("Go back"), go_back)
        self.back.setToolTip("Esc")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), form)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(lambda: go_back())
        self.say("", is_new=False)

    def say(self, title: str, *, is_new: bool) -> None:
        """Name what is shown; only something new can be gone back from."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.back.setVisible(is_new)
        self._escape.setEnabled(is_new)
