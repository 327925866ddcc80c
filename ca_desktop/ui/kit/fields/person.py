"""Choose a person by typing two letters; suggestions come from a callable."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from ca_desktop.i18n import N_, _
from ca_desktop.ui.kit.fields.base import Field

Suggest = Callable[[str], Sequence[tuple[Hashable, str]]]


class PersonPicker(Field[Hashable]):
    """The id of one person, or None. `suggest(text)` gives (id, label) from two letters on.

    Down and Up walk through the suggestions, Enter takes one. `show_person(id, label)` fills it;
    setting `.value` needs `name_of(id) -> label`.
    """

    _empty_text = N_("Choose somebody from the list.")

    taken = Signal()  # somebody was chosen while the keyboard was in the field

    def __init__(
        self,
        text: str,
        suggest: Suggest,
        *,
        name_of: Callable[[Hashable], str] = str,
        help: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(text, help=help, required=required)
        self._suggest = suggest
        self._name_of = name_of
        self._chosen: Hashable = None
        self._found: Sequence[tuple[Hashable, str]] = ()
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(_("Type two letters of the name"))
        self._build(self.edit)
        self.popup = QListWidget()
        self.popup.setAccessibleName(_("Suggestions"))
        self.popup.setWordWrap(True)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.popup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.popup)
        self.popup.hide()
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._typed)
        self.popup.itemClicked.connect(lambda _item: self._take())

    def show_person(self, person: Hashable, name: str) -> None:
        """Show this person as chosen."""
        self._chosen = person
        self.edit.setText(name)
        self.popup.hide()

    def own_problem(self) -> str | None:
        if self._chosen is None and self.edit.text().strip():
            return _("Choose somebody from the list.")
        return super().own_problem()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the suggestions; leaving with one suggestion takes it."""
        if event.type() is QEvent.Type.FocusOut and self.popup.isVisible():
            if len(self._found) == 1:
                self._take()
            self.popup.hide()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(event.key()) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if not self.popup.isVisible():
            return False
        row, last = self.popup.currentRow(), self.popup.count() - 1
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.setCurrentRow(min(last, max(0, row + (1 if key == Qt.Key.Key_Down else -1))))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def _typed(self, text: str) -> None:
        self._chosen = None
        self._found = self._suggest(text.strip()) if len(text.strip()) >= 2 else ()
        self.popup.clear()
        self.popup.addItems([name for _id, name in self._found])
        asked = len(text.strip()) >= 2
        if asked and not self._found:
            nothing = QListWidgetItem(_("Nothing found."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.popup.addItem(nothing)
        self.popup.setVisible(asked)
        if self._found:
            self.popup.setCurrentRow(0)
        self._fit_popup()
        self._touched()

    def _fit_popup(self) -> None:
        """As tall as the first eight suggestions; long ones take two lines."""
        shown = min(8, self.popup.count())
        line = self.popup.fontMetrics().lineSpacing() + 12
        tall = sum(max(line, self.popup.sizeHintForRow(row)) for row in range(shown))
        self.popup.setFixedHeight(max(line, tall) + 8)

    def _take(self) -> None:
        row = self.popup.currentRow()
        if 0 <= row < len(self._found):
            had_keyboard = self.edit.hasFocus()
            self.show_person(*self._found[row])
            self._touched()
            if had_keyboard:
                self.taken.emit()

    def _read(self) -> Hashable:
        return self._chosen

    def _show(self, value: Hashable) -> None:
        if value is None:
            self._chosen = None
            self.edit.clear()
            self.popup.hide()
        else:
            self.show_person(value, self._name_of(value))
