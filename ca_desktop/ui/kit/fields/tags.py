"""Short words beside each other with a comma between, out of those that are in use or new ones."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from ca_desktop.i18n import _
from ca_desktop.ui.kit.fields.base import Field


class TagsField(Field[tuple[str, ...]]):
    """Tags, each once, in the order in which they were typed.

    `suggest()` gives what is in use; it is read when the keyboard comes into the field.
    """

    def __init__(
        self, text: str, suggest: Callable[[], Sequence[str]] = tuple, *, help: str = ""
    ) -> None:
        super().__init__(text, help=help or _("Separate them with a comma."))
        self._suggest = suggest
        self.edit = QLineEdit()
        self._known = QStringListModel(self)
        self.completer = QCompleter(self._known, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setWidget(self.edit)
        self.completer.activated.connect(self._take)
        self._build(self.edit)
        self.edit.textEdited.connect(self._offer)
        self.edit.textChanged.connect(self._touched)
        self.edit.installEventFilter(self)

    def set_read_only(self, on: bool) -> None:
        self.edit.setReadOnly(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The words in use are read when somebody comes to fill this in."""
        if event.type() is QEvent.Type.FocusIn and not self.edit.isReadOnly():
            self._known.setStringList(list(self._suggest()))
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        begun = text.rpartition(",")[2].strip()
        self.completer.setCompletionPrefix(begun)
        popup = self.completer.popup()
        if begun and self.completer.completionCount():
            self.completer.complete()
        elif popup is not None:
            popup.hide()

    def _take(self, word: str) -> None:
        before = self.edit.text().rpartition(",")[0].strip()
        self.edit.setText(f"{before}, {word}" if before else word)

    def _read(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_tidy(self.edit.text().split(","))))

    def _show(self, value: Iterable[str]) -> None:
        self.edit.setText(", ".join(value or ()))


def _tidy(words: Iterable[str]) -> Iterable[str]:
    return filter(None, (" ".join(word.split()) for word in words))
