"""What the sections without a form share: a column of explanation, a notice and a button."""

from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.ui.kit.marks import Notice, label


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
        self.setWidget(body)

    def explain(self, text: str) -> None:
        """A paragraph."""
        self.column.addWidget(label(text))

    def button(self, text: str, role: str = "primary") -> QPushButton:
        """A button in the column."""
        made = QPushButton(text)
        made.setProperty("role", role)
        made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Fixed)
        self.column.addWidget(made)
        return made
