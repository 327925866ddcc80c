"""A form in steps: each step is looked over before the next, and only the last one keeps it all.

Enter goes on, Alt+Left goes back. What is filled in stays, whichever way somebody goes.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.marks import label, restyle
from ca_desktop.ui.kit.record_form import RecordForm

R = TypeVar("R")
F = TypeVar("F", bound=Field[Any])
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class _Step:
    title: str
    body: QWidget
    column: QVBoxLayout
    fields: list[str] = field(default_factory=list)


class StepForm(RecordForm[R]):
    """Call `step(title)` and then `add(…)` as in any form; `step_shown(index)` after each move.

    `step_problems()` gives what a save would refuse now, by field: a step is left only when none
    of its own fields is among them.
    """

    step_shown = Signal(int)

    def __init__(self, save_text: str) -> None:
        super().__init__(save_text)
        self._steps: list[_Step] = []
        self._marks: list[QLabel] = []
        self.here = 0
        self._bar = QWidget()
        self._bar_row = FlowLayout(self._bar, spacing=12)
        self.place(self._bar)
        self.next_button = QPushButton(_("Next"))
        self.next_button.setProperty("role", "primary")
        self.next_button.clicked.connect(lambda: self.go_on())
        self.button_row.insertWidget(0, self.next_button)
        self.back_button = self.add_button(_("Previous step"), self.go_back)
        self.back_button.setToolTip("Alt+Left")
        self.save_asked.disconnect()
        self.save_asked.connect(lambda: self._asked())

    # -- building --------------------------------------------------------------------------------

    def step(self, title: str, help: str = "") -> None:
        """Begin a step: what is added after this stands in it."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        super().place(body)
        self._steps.append(_Step(title, body, column))
        mark = label("", "muted", wrap=False)
        self._marks.append(mark)
        self._bar_row.addWidget(mark)
        self.section(title, help)

    def place(self, widget: QWidget) -> None:
        """At the end of the step that is being built."""
        if self._steps:
            self._steps[-1].column.addWidget(widget)
        else:
            super().place(widget)

    def add(self, name: str, field: F) -> F:
        """Add a field to the step that is being built."""
        self._steps[-1].fields.append(name)
        return super().add(name, field)

    def step_problems(self) -> Mapping[str, str]:
        """What a save would refuse now."""
        return {}

    def fields_by_step(self) -> list[tuple[str, list[Field[Any]]]]:
        """The title of each step with its fields."""
        return [(one.title, [self.fields[name] for name in one.fields]) for one in self._steps]

    # -- going through ---------------------------------------------------------------------------

    @property
    def is_last(self) -> bool:
        """Whether this is the step that keeps it all."""
        return self.here == len(self._steps) - 1

    def go(self, index: int) -> None:
        """Show this step, with the keyboard in its first field."""
        self.here = max(0, min(index, len(self._steps) - 1))
        for place, one in enumerate(self._steps):
            one.body.setVisible(place == self.here)
        for control in self._steps[self.here].body.findChildren(QWidget):
            control.installEventFilter(self)
        self._paint()
        self.area.verticalScrollBar().setValue(0)
        names = self._steps[self.here].fields
        self.step_shown.emit(self.here)
        if names:
            self.fields[names[0]].take_focus()
        else:
            self.save_button.setFocus()

    def go_on(self) -> None:
        """To the next step, when this one has nothing that would be refused."""
        names = self._steps[self.here].fields
        found = {name: p for name in names if (p := self.fields[name].own_problem())}
        if not found:
            refused = self.step_problems()
            found = {name: text for name, text in refused.items() if name in names}
        self.show_problems(found)
        if not found:
            self.go(self.here + 1)

    def go_back(self) -> None:
        """To the step before."""
        self.go(self.here - 1)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Beside the fields, in the first step that has one."""
        for place, one in enumerate(self._steps):
            if any(name in problems for name in one.fields):
                if place != self.here:
                    self.go(place)
                break
        super().show_problems(problems)

    def event(self, event: QEvent) -> bool:
        """Alt+Left belongs to the steps, as long as there is one to go back to."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_back(event)
            and self.here > 0
        ):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Left also where a control takes the arrows for itself."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and _is_back(event)
            and self.here > 0
        ):
            self.go_back()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on (never takes the last step), Alt+Left goes back."""
        at_button = isinstance(self.focusWidget(), QPushButton)
        if event.key() in _ENTER and not at_button and not self.is_last:
            self.go_on()
        elif _is_back(event) and self.here > 0:
            self.go_back()
        else:
            super().keyPressEvent(event)

    # -- inside ----------------------------------------------------------------------------------

    def _asked(self, then: Callable[[], object] = lambda: None) -> None:
        """Ctrl+S or the button: before the last step it only goes on."""
        if self.is_last:
            self.try_save(then)
        else:
            self.go_on()

    def _paint(self) -> None:
        for place, (one, mark) in enumerate(zip(self._steps, self._marks, strict=True)):
            done = "✓ " if place < self.here else ""
            mark.setText(f"{done}{place + 1}. {one.title}")
            mark.setProperty("role", "label" if place == self.here else "muted")
            restyle(mark)
        self._bar.setAccessibleName(
            _(
                "Step {n} of {total}: {title}",
                n=self.here + 1,
                total=len(self._steps),
                title=self._steps[self.here].title,
            )
        )
        self.next_button.setVisible(not self.is_last)
        self.save_button.setVisible(self.is_last)
        self.back_button.setVisible(self.here > 0)


def _is_back(event: QKeyEvent) -> bool:
    alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_Left and bool(alt)
