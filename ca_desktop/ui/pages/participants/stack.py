"""A section of the file that holds several parts under each other and scrolls as one."""

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Parts(QScrollArea):
    """Shows the record in every part that has `show_record`; parts must not hold unsaved text."""

    def __init__(self, parts: Sequence[QWidget], *, stretch: bool = True) -> None:
        super().__init__()
        self.parts = tuple(parts)
        body = QWidget()
        body.setObjectName("form-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        if stretch:
            column.addStretch(1)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_record(self, record: Any) -> None:
        """Show this person in every part."""
        for part in self.parts:
            if hasattr(part, "show_record"):
                cast(Any, part).show_record(record)
