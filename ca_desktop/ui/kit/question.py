"""Questions and messages with verbs on their buttons; never exec(), always open()."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import Picture, label
from ca_desktop.ui.kit.theme import theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One button: its verb, what it does, and how it looks. `danger` never sits on Enter."""

    text: str
    then: Callable[[], object] = lambda: None
    kind: Literal["primary", "plain", "danger"] = "plain"


class Question(QDialog):
    """A question; Escape is the last answer, which must be the safe one."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        answers: Sequence[Answer],
        icon: str = "circle-help",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._answers = answers
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Picture(icon, "ink", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(label(title, "heading"))
        body = label(text)
        body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(body)
        words.addStretch(1)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(row)
        row_of_buttons, first = self._button_row()
        column.addLayout(row_of_buttons)
        first.setDefault(True)
        first.setFocus()
        self.setMinimumWidth(theme().px(440))

    def reject(self) -> None:
        """Escape or the window's cross: the last answer."""
        super().reject()
        self._answers[-1].then()

    def _button_row(self) -> tuple[QHBoxLayout, QPushButton]:
        row = QHBoxLayout()
        for answer in self._answers:
            button = QPushButton(answer.text)
            button.setAutoDefault(answer.kind != "danger")
            if answer.kind != "plain":
                button.setProperty("role", answer.kind)
            button.clicked.connect(lambda _on=False, chosen=answer: self._take(chosen))
            self.buttons.append(button)
            row.addWidget(button)
            if answer.kind == "danger":
                row.addStretch(1)
        if all(answer.kind != "danger" for answer in self._answers):
            row.insertStretch(0, 1)
        safe = [b for b, a in zip(self.buttons, self._answers, strict=True) if a.kind != "danger"]
        first = next((b for b in safe if b.property("role") == "primary"), safe[-1])
        return row, first

    def _take(self, answer: Answer) -> None:
        if answer is self._answers[-1]:
            self.reject()
        else:
            self.accept()
            answer.then()


def ask(
    parent: QWidget | None, title: str, text: str, *answers: Answer, icon: str = "circle-help"
) -> Question:
    """Open a question. The last answer is the safe one: Escape gives it."""
    question = Question(parent, title, text, answers, icon)
    question.open()
    return question


def ask_unsaved(
    parent: QWidget, save: Callable[[], object], discard: Callable[[], object]
) -> Question:
    """The question when somebody leaves what is not saved yet."""
    return ask(
        parent,
        _("Save your changes?"),
        _("What you changed here has not been saved yet."),
        Answer(text=_("Discard"), then=discard, kind="danger"),
        Answer(text=_("Save"), then=save, kind="primary"),
        Answer(text=_("Go back")),
    )


def tell(parent: QWidget | None, title: str, text: str, icon: str = "info") -> Question:
    """Open a message with one button."""
    return ask(parent, title, text, Answer(text=_("Close"), kind="primary"), icon=icon)
