"""The bar on top: which centre, the global search, undo, who is signed in, the lock."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.icons import icon
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.kit.search_popup import GlobalSearch, Hit
from ca_desktop.ui.kit.theme import theme

LEAST = 140  # px at 100 % for the name of the centre


class _Name(QLabel):
    """The name of the centre, whole where that can be; a very long one ends in …"""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "label")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setToolTip(name)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """As wide as the whole name, also while only a part of it is shown."""
        width = self.fontMetrics().horizontalAdvance(self._name) + 2
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A part of the name will do where there is little room."""
        return QSize(min(theme().px(LEAST), self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        cut = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._name, cut, self.width()))


class TopBar(QWidget):
    """Signals say what is wanted; the main window does it."""

    lock_asked = Signal()
    undo_asked = Signal()

    def __init__(self, centre: str, user: str, search: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = GlobalSearch(search)
        self.centre = _Name(centre)
        self.user = label(user, "muted", wrap=False)
        self.undo = self._button("undo-2", _("Undo"), "Ctrl+Z")
        self.lock = self._button("lock", _("Lock"), "Ctrl+L")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self.centre)
        row.addStretch(1)
        row.addWidget(self.search, 1000)  # all that the name leaves
        row.addWidget(self.undo)
        row.addWidget(self.user)
        row.addWidget(self.lock)
        self.undo.clicked.connect(lambda: self.undo_asked.emit())
        self.lock.clicked.connect(lambda: self.lock_asked.emit())

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
