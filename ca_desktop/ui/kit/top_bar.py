"""The bar on top: which centre, the global search, undo, who is signed in, the lock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.search_popup import GlobalSearch, Hit


class TopBar(QWidget):
    """Signals say what is wanted; the main window does it."""

    lock_asked = Signal()
    undo_asked = Signal()

    def __init__(self, centre: str, user: str, search: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = GlobalSearch(search)
        self._name = centre
        self.centre = label(centre, "label", wrap=False)
        self.centre.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.centre.setToolTip(centre)
        self.centre.setAccessibleName(centre)
        self.centre.installEventFilter(self)
        self.user = label(user, "muted", wrap=False)
        self.undo = self._button("undo-2", _("Undo"), "Ctrl+Z")
        self.lock = self._button("lock", _("Lock"), "Ctrl+L")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.centre, 2)
        row.addWidget(self.search, 3)
        row.addStretch(0)
        row.addWidget(self.undo)
        row.addWidget(self.user)
        row.addWidget(self.lock)
        self.undo.clicked.connect(lambda: self.undo_asked.emit())
        self.lock.clicked.connect(lambda: self.lock_asked.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A long name of a centre ends in … where there is no room for all of it."""
        if watched is self.centre and event.type() is QEvent.Type.Resize:
            words, room = self.centre.fontMetrics(), self.centre.width()
            self.centre.setText(words.elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        return super().eventFilter(watched, event)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, or icons with words."""
        style = Qt.ToolButtonStyle
        for button in (self.undo, self.lock):
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon
            )

    def _button(self, name: str, text: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setText(f" {text}")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(f"{text} ({keys})")
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
