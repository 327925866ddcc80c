"""A form on one record: filled from it, saved as a changed copy of it."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.form import Form, by_field
from ca_desktop.ui.kit.saved_mark import SavedMark
from ca_desktop.ui.kit.saving import Saves
from ca_desktop.ui.kit.watch import FormWatch

R = TypeVar("R")


class RecordForm(Form, Generic[R]):
    """A form on one frozen record: `show_record(record)` fills, `record()` gives a changed copy.

    By default fields and attributes share their names; override `to_values` and `to_record`
    where they don't. `saver(record)` is called on save; the page sets it. A save that waits in
    line makes the form unsaved until it is done, so that no other record is shown meanwhile.
    """

    saved = Signal(object)
    discarded = Signal()

    def __init__(self, save_text: str = "", *, buttons: bool = True) -> None:
        super().__init__(save_text, buttons=buttons)
        self.shown: R | None = None
        self.saver: Callable[[R], object] = lambda _record: None
        self.saves = Saves(parent=self)
        self.problems: Callable[[R], Iterable[Problem]] | None = None
        self._sent: dict[str, Any] | None = None  # the values of the save that is under way
        self._after: list[Callable[[], object]] = []
        self.watch = FormWatch()
        self.saved_mark = SavedMark(self.save_button, dims=not save_text)
        self.button_row.insertWidget(1, self.saved_mark)
        self.save_asked.connect(lambda: self.try_save())
        self.changed.connect(self.look_saved)

    def to_values(self, record: R) -> Mapping[str, Any]:
        """The record as values by field name."""
        return {name: getattr(record, name) for name in self.fields if hasattr(record, name)}

    def to_record(self, record: R, values: Mapping[str, Any]) -> R:
        """A changed copy of the record with these values."""
        known = {f.name for f in dataclasses.fields(record)}  # type: ignore[arg-type] # R is a dataclass
        mine = {name: value for name, value in values.items() if name in known}
        return dataclasses.replace(record, **mine)  # type: ignore[type-var] # R is a dataclass

    @property
    def is_dirty(self) -> bool:
        """Whether something typed here does not stand in the file yet."""
        return self._sent is not None or super().is_dirty

    @property
    def is_all_sent(self) -> bool:
        """Whether a save of exactly what stands here is under way."""
        return self._sent is not None and self.values() == self._sent

    def wait_for_save(self, then: Callable[[], object]) -> bool:
        """Whether a save is under way; `then` comes after it, or never when it is refused."""
        if self._sent is None:
            return False
        self._after.append(then)
        return True

    def show_record(self, record: R) -> None:
        """Show this record."""
        self._end_save()
        self.shown = record
        self.fill(self.to_values(record))

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values; what was answered about words in others counts no longer."""
        self.watch.begin()
        super().fill(values)
        self.look_saved()

    def look_saved(self) -> None:
        """Say whether what stands here is saved."""
        self.saved_mark.look(self.shown, is_dirty=self.is_dirty)

    def record(self) -> R:
        """The record as it stands in the form. Raises RuntimeError when nothing is shown."""
        if self.shown is None:
            raise RuntimeError("no record is shown")
        return self.to_record(self.shown, self.values())

    def rule_problems(self, wrong: frozenset[str]) -> Mapping[str, str]:
        """What `problems(record)` of the subject says about the fields that are filled in well."""
        if self.problems is None or self.shown is None:
            return {}
        values = {**self.values(), **{n: self._clean[n] for n in wrong}}
        found = by_field(tuple(self.problems(self.to_record(self.shown, values))))
        return {name: text for name, text in found.items() if name not in wrong}

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save what stands here; `then()` after it stands in the file. Refusals are shown.

        While a save waits, what was typed after it is saved when that one is done.
        """
        if self.wait_for_save(lambda: self.try_save(then) if self.is_dirty else then()):
            return
        if self.shown is None or not self.check():
            return
        if self.watch.holds_back(self.fields, self._clean, lambda: self.try_save(then)):
            QTimer.singleShot(0, self, self._show_watch)  # once there is room made for it
            return
        self._send(self.record(), then)

    def _send(self, record: R, then: Callable[[], object]) -> None:
        sent = self._sent = self.values()

        def done(result: object) -> None:
            if self._sent is not sent:
                return  # another record is shown by now: it keeps its own values
            following = [then, *self._after]
            self._end_save()
            self.shown = record
            self._clean = sent
            self.saved_mark.remember(record, result)
            for name, field in self.fields.items():
                if not self.is_changed(name):
                    field.forget_typing()
            self.clear_problems()
            self.saved.emit(result)
            self.look_saved()
            for one in following:
                one()

        def refused(error: Exception) -> None:
            if self._sent is not sent:
                show_error(error, self)
                return
            self._end_save()
            self.show_refusal(error)

        self.saves.run(lambda: self.saver(record), then=done, failed=refused, owner=self)
        if self._sent is sent:  # it waits; a button that is switched off would lose the keyboard
            self.save_button.setText(_("Being saved …"))

    def discard(self) -> None:
        """Put back what was saved last; what is in line to be saved is not thrown away."""
        if self.shown is not None and self._sent is None:
            self.discarded.emit()  # first: what was thrown away must not be brought back
            self.show_record(self.shown)

    def _show_watch(self) -> None:
        if self.watch.notices:
            self.area.ensureWidgetVisible(self.watch.first.keep)

    def _end_save(self) -> None:
        self._sent, self._after = None, []
        self.save_button.setText(self._save_text)
