"""Lines that ask something: a picture, who, what, one button. A click anywhere does the same."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.ui.kit.marks import Picture, Tone, label, rule
from ca_desktop.ui.kit.theme import theme

NAME_WIDTH = 210


class Line(QFrame):
    """One line; `go` is what its button and a click on it do; `more` a second button: its words
    and what it does."""

    def __init__(
        self,
        icon: str,
        who: str,
        what: str,
        action: str,
        go: Callable[[], object],
        more: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self._go = go
        self.setObjectName("today-line")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{who}: {what}" if what else who)
        self.button = _button(action, who, lambda: self._go())
        self.more = _button(more[0], who, more[1]) if more else None
        name = label(who, "label")
        name.setFixedWidth(theme().px(NAME_WIDTH))
        words = label(what)
        row = QGridLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setHorizontalSpacing(12)
        row.addWidget(Picture(icon, "muted", 18), 0, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(name, 0, 1)
        row.addWidget(words, 0, 2)
        if self.more is not None:
            self.more.setProperty("role", "link")
            row.addWidget(self.more, 0, 3)
        row.addWidget(self.button, 0, 4)
        row.setColumnStretch(2, 1)
        self.setMinimumHeight(theme().px(44))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the line goes to the place as well."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._go()
        else:
            super().mouseReleaseEvent(event)


def _button(words: str, who: str, then: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(f"{words}: {who}")
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.clicked.connect(lambda: then())
    return button


class Card(QWidget):
    """A heading with icon, word and count, over lines in one frame."""

    def __init__(self, title: str, icon: str, tone: Tone) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture(icon, tone or "ink", 20))
        self.heading = label(title, "heading", wrap=False)
        head.addWidget(self.heading)
        head.addStretch(1)
        frame = QFrame()
        frame.setProperty("role", "card")
        self._lines = QVBoxLayout(frame)
        self._lines.setContentsMargins(4, 4, 4, 4)
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(frame)

    def put(self, lines: Iterable[QWidget]) -> None:
        """Add lines, with hairlines between."""
        for line in lines:
            if self._lines.count():
                self._lines.addWidget(rule())
            self._lines.addWidget(line)
