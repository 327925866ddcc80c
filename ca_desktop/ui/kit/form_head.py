"""On top of what stands beside a list: of whom it is; and the way back while it is a new one."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from ca_desktop.i18n import _
from ca_desktop.ui.kit.file_view import FileView
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.record_form import RecordForm


class FormHead:
    """Gives a form a title (a file has its own header), and both a button that goes back.

    `go_back` is asked by the button or by Escape, in a new record alone.
    """

    def __init__(
        self, detail: RecordForm[Any] | FileView[Any], go_back: Callable[[], object]
    ) -> None:
        self.title = label("", "title")
        self.title.setContentsMargins(16, 12, 16, 4)
        self.title.hide()
        if isinstance(detail, RecordForm):
            detail.put_on_top(self.title)
            self.back = detail.add_button(_("Go back"), go_back)
        else:
            self.back = QPushButton(_("Go back"))
            self.back.clicked.connect(lambda: go_back())
            detail.add_action(self.back)
        self.back.setToolTip("Esc")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), detail)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(lambda: go_back())
        self.say("", is_new=False)

    def say(self, title: str, *, is_new: bool) -> None:
        """Name what is shown; only something new can be gone back from."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.back.setVisible(is_new)
        self._escape.setEnabled(is_new)
