"""Forms: one column of fields under headings, a row of buttons, what is wrong beside each field.

`Form` is a bag of named fields; record_form.py has the form on one record.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Signal

from ca_desktop.domain.errors import Problem, RuleBroken, UserError
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields.base import Field
from ca_desktop.ui.kit.form_column import FormColumn

F = TypeVar("F", bound=Field[Any])


class Form(FormColumn):
    """Fields in one column. Tab order is the order in which they were added.

    `changed` comes when a person changes something, `save_asked` on Ctrl+S or the button.
    """

    changed = Signal()

    def __init__(self, save_text: str = "", *, buttons: bool = True) -> None:
        super().__init__(save_text, buttons=buttons)
        self.fields: dict[str, Field[Any]] = {}
        self._clean: dict[str, Any] = {}

    def add(self, name: str, field: F) -> F:
        """Add a field under the name that problems use, and give it back."""
        if not self.fields:
            self.setFocusProxy(field.control)
        self.fields[name] = field
        self.place(field)
        field.changed.connect(self._on_changed)
        self._clean[name] = field.value
        return field

    # -- values ------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """Every field's value by name."""
        return {name: field.value for name, field in self.fields.items()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values (names that are no field are skipped); the form is clean after it."""
        for name, field in self.fields.items():
            if name in values and not self._shows(field, values[name]):
                field.value = values[name]
        self.clear_problems()
        self.mark_clean()

    def _shows(self, field: Field[Any], value: object) -> bool:
        """Whether the field shows exactly this: then it is left alone, and the cursor stays."""
        same = bool(field.value == value) and not field.holds_unread_text()
        if same:
            field.forget_typing()
        return same

    def mark_clean(self) -> None:
        """What stands here now is what is saved."""
        self._clean = self.values()

    @property
    def is_dirty(self) -> bool:
        """Whether somebody changed something since the last fill or save."""
        return any(self.is_changed(name) for name in self.fields)

    def is_changed(self, name: str) -> bool:
        """Whether somebody changed this field since the last fill or save."""
        field = self.fields[name]
        return bool(field.value != self._clean[name]) or field.holds_unread_text()

    def set_read_only(self, on: bool = True) -> None:
        """Show without letting anyone change (somebody who may read only)."""
        for field in self.fields.values():
            field.set_read_only(on)
        self.save_button.setVisible(not on)

    # -- problems ----------------------------------------------------------------------------

    def check(self) -> bool:
        """Show what the fields themselves refuse; True when there is nothing."""
        found = {n: p for n, f in self.fields.items() if (p := f.own_problem())}
        found = {**self.rule_problems(frozenset(found)), **found} if found else found
        self.show_problems(found)
        return not found

    def rule_problems(self, wrong: frozenset[str]) -> Mapping[str, str]:
        """What the rules refuse besides what the fields in `wrong` refuse, to say all at once."""
        return {}

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Messages by field name, beside their fields; other names go to the notice on top."""
        self.clear_problems()
        loose = [text for name, text in problems.items() if name not in self.fields]
        for name, text in problems.items():
            if name in self.fields:
                self.fields[name].set_problem(text)
        self.notice.say("\n".join(loose), "danger")
        first = next((f for n, f in self.fields.items() if n in problems), None)
        if first is not None:
            first.take_focus()
            self.area.ensureWidgetVisible(first)

    def show_refusal(self, error: Exception) -> None:
        """A refused save: rules beside their fields, another message on top, a bug as a dialog."""
        if isinstance(error, RuleBroken):
            self.show_problems(by_field(error.problems))
        elif isinstance(error, UserError):
            self.notice.say(error.message, "danger")
        else:
            show_error(error, self)

    def clear_problems(self) -> None:
        """Take all messages away."""
        self.notice.say("")
        for field in self.fields.values():
            field.set_problem(None)

    def problem_at(self, name: str) -> str:
        """The message beside this field, or ''."""
        return self.fields[name].problem

    def _on_changed(self) -> None:
        self.changed.emit()


def by_field(problems: tuple[Problem, ...]) -> dict[str, str]:
    """The messages by the field they are about, each on a line of its own."""
    found: dict[str, str] = {}
    for problem in problems:
        found[problem.field] = "\n".join(filter(None, (found.get(problem.field), problem.message)))
    return found
