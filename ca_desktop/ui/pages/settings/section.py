"""What the sections without a form share: a column of explanation, a notice and a button."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.kit.theme import theme

WIDEST = 760


class Section(QScrollArea):
    """A scrolling column; `self.column` takes widgets, `self.notice` says what came of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget()
        body.setObjectName("form-body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(16, 8, 16, 16)
        self.column.setSpacing(12)
        self.notice = Notice("", "good")
        body.setMaximumWidth(theme().px(WIDEST))
        body.installEventFilter(self)
        self._body = body
        self.setWidget(body)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands here changed: as tall as that needs at this width, no taller."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        width = min(self.viewport().width(), self._body.maximumWidth())
        self._body.setMinimumHeight(max(0, self.column.heightForWidth(width)))

    def explain(self, text: str) -> QLabel:
        """A paragraph."""
        words = label(text)
        self.column.addWidget(words)
        return words

    def button(self, text: str, role: str = "primary") -> QPushButton:
        """A button in the column."""
        made = QPushButton(text)
        made.setProperty("role", role)
        made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Fixed)
        self.column.addWidget(made)
        return made
