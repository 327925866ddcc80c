"""Leaving what may hold unsaved text: wait for a save that is under way, else ask."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ca_desktop.ui.kit.question import ask_unsaved


class Holder(Protocol):
    """What can hold unsaved text: a RecordForm, a FileView, or a section around a form."""

    @property
    def is_dirty(self) -> bool: ...
    def try_save(self, then: Callable[[], object] = ..., /) -> None: ...
    def discard(self) -> None: ...
    def wait_for_save(self, then: Callable[[], object], /) -> bool: ...


def leave(parent: QWidget, holder: Holder, then: Callable[[], object]) -> None:
    """Go on with `then` once nothing is unsaved: Save, Discard or Go back.

    What is in line to be saved can't be thrown away any more: `then` comes when it is kept.
    """
    if not holder.is_dirty:
        then()
        return
    if holder.wait_for_save(lambda: leave(parent, holder, then)):
        return

    def discard() -> None:
        holder.discard()
        then()

    ask_unsaved(parent, lambda: holder.try_save(then), discard)
