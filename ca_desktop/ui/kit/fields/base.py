"""What every field has: label, required mark, help, a problem beside it, an accessible name."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.marks import Picture, label, restyle

T = TypeVar("T")


class Field(QWidget, Generic[T]):
    """A label, a control, a help text and room for a problem.

    Subclasses call `self._build(control)` once and implement `_read` and `_show`.
    `changed` is emitted when a person changes the value, not when the program sets it.
    """

    changed = Signal()
    watched = False  # True: the form looks at the words before it saves them (watch.py)
    _labelled = True  # False where the control carries its own words (a check box)

    _empty_text = N_("Fill this in.")

    def __init__(self, text: str, *, help: str = "", required: bool = False) -> None:
        super().__init__()
        self.text = text
        self.required = required
        self.mark = _("(required)") if required else ""
        self._help = help
        self._quiet = False
        self._problem = ""

    @property
    def value(self) -> T:
        """What is filled in, typed; half-typed nonsense reads as empty (see `own_problem`)."""
        return self._read()

    @value.setter
    def value(self, value: T) -> None:
        self._quiet = True
        try:
            self._show(value)
        finally:
            self._quiet = False
        self.set_problem(None)

    def forget_typing(self) -> None:
        """What stands here is saved: Ctrl+Z goes no further back in this field."""
        edit = getattr(self, "edit", None)
        if isinstance(edit, QPlainTextEdit):
            edit.document().clearUndoRedoStacks()
        elif isinstance(edit, QLineEdit) and edit.isUndoAvailable():
            place = edit.cursorPosition()
            edit.blockSignals(True)
            edit.setText(edit.text())
            edit.blockSignals(False)
            edit.setCursorPosition(place)

    @property
    def problem(self) -> str:
        """The problem shown now, or ''."""
        return self._problem

    def set_problem(self, message: str | None) -> None:
        """Show a message under the field, with an icon; None takes it away."""
        if (message or "") == self._problem:
            return  # a form clears all its fields for every record: styling again takes long
        self._problem = message or ""
        self._problem_text.setText(self._problem)
        self._problem_row.setVisible(bool(message))
        framed = self._framed()
        framed.setProperty("wrong", "true" if message else "false")
        restyle(framed)
        self.control.setAccessibleDescription(message or self._help)

    def rename(self, text: str) -> None:
        """Another label, where another choice in the form gives the field another meaning."""
        self.text = text
        self._label.setText(text)
        self.control.setAccessibleName(text)

    def own_problem(self) -> str | None:
        """What the field itself refuses: nothing filled in where something must be, or nonsense."""
        if self.required and self.is_empty():
            return _(self._empty_text)
        return None

    def holds_unread_text(self) -> bool:
        """Whether something is typed that is no value: it would be lost without a question."""
        edit = getattr(self, "edit", None)
        typed = edit.text().strip() if isinstance(edit, QLineEdit) else ""
        return bool(typed) and self.own_problem() is not None

    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return self._read() in (None, "", (), frozenset())

    def set_read_only(self, on: bool) -> None:
        """Show the value without letting anyone change it."""
        self.control.setEnabled(not on)

    def say_mark(self, words: str) -> None:
        """Another mark beside the label, such as: one of these two is required."""
        self.mark = words
        self._mark.setText(words)
        self._mark.setVisible(bool(words))

    def take_focus(self) -> None:
        """Put the keyboard in this field."""
        self.control.setFocus()

    def _read(self) -> T:
        raise NotImplementedError

    def _show(self, value: T) -> None:
        raise NotImplementedError

    def _framed(self) -> QWidget:
        """What gets the frame of a problem."""
        return self.control

    def _build(self, control: QWidget) -> None:
        self.control = control
        control.setAccessibleName(self.text)
        control.setAccessibleDescription(self._help)
        self.setFocusProxy(control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if self._labelled:
            column.addLayout(self._label_row())
        column.addWidget(control)
        if self._help:
            column.addWidget(label(self._help, "help"))
        column.addWidget(self._make_problem_row())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _label_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._label = label(self.text, "label", wrap=False)
        self._label.setBuddy(self.control)
        row.addWidget(self._label)
        self._mark = label(self.mark, "required", wrap=False)
        self._mark.setVisible(bool(self.mark))
        row.addWidget(self._mark)
        row.addStretch(1)
        return row

    def _make_problem_row(self) -> QWidget:
        self._problem_row = QWidget()
        row = QHBoxLayout(self._problem_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._problem_text = label("", "problem")
        row.addWidget(Picture("circle-alert", "danger"))
        row.addWidget(self._problem_text, 1)
        self._problem_row.hide()
        return self._problem_row

    def _touched(self) -> None:
        """Connect the control's own change signal to this."""
        if self._quiet:
            return
        if self._problem:
            self.set_problem(None)
        self.changed.emit()
