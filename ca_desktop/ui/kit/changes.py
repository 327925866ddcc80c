"""Carries 'these subjects have changed' from the database to the pages, on the window's thread."""

from collections.abc import Callable, Iterable

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal


class Changes(QObject):
    """`database.subscribe(changes.publish)` at one end, `changes.happened` at the other."""

    happened = Signal(object)  # frozenset[str] of topics
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self.happened, Qt.ConnectionType.QueuedConnection)

    def publish(self, topics: Iterable[str]) -> None:
        """From any thread: these topics were written."""
        self._arrived.emit(frozenset(topics))

    def on(self, topics: Iterable[str], owner: QObject, refresh: Callable[[], object]) -> None:
        """Call `refresh()` whenever one of these topics was written, as long as owner lives."""
        wanted = frozenset(topics)

        def look(written: frozenset[str]) -> None:
            if wanted & written:
                refresh()

        self.happened.connect(look)
        owner.destroyed.connect(lambda: self._forget(look))

    def _forget(self, look: Callable[[frozenset[str]], None]) -> None:
        if not shiboken6.isValid(self):  # the whole program is closing
            return
        self.happened.disconnect(look)
