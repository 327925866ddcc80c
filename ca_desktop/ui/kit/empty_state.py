"""What a list or a page shows when there is nothing: what to do first, and the button for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ca_desktop.ui.kit.marks import Picture, label


class EmptyState(QWidget):
    """An icon, a sentence and at most one button."""

    def __init__(
        self,
        text: str,
        button: str = "",
        then: Callable[[], object] = lambda: None,
        icon: str = "info",
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(Picture(icon, "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        self.words = label(text, "muted")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)
        self.button = QPushButton(button)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(lambda: then())
        self.button.setVisible(bool(button))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
