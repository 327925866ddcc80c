"""One note as it was written, to read: text, agreement, follow-up, what was added."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import Entry, EntryLine, Removal
from ca_desktop.i18n import _
from ca_desktop.ui.kit.button_words import as_typed
from ca_desktop.ui.kit.flow import FlowLayout
from ca_desktop.ui.kit.marks import Tone, chip, label
from ca_desktop.ui.pages.entries.columns import follow_up_words, is_late


class NoteView(QWidget):
    """`edit_asked`, `add_asked`, `settle_asked(done)`, `person_asked`, `remove_asked`,
    `strike_asked`; shows one EntryLine."""

    edit_asked = Signal()
    add_asked = Signal()
    settle_asked = Signal(bool)
    person_asked = Signal()
    remove_asked = Signal()
    strike_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.person = QPushButton()
        self.person.setProperty("role", "link")
        self.person.clicked.connect(lambda: self.person_asked.emit())
        self._is_done = False
        self.edit = QPushButton(_("Edit"))
        self.edit.clicked.connect(lambda: self.edit_asked.emit())
        self.addition = QPushButton(_("Write an addition"))
        self.addition.clicked.connect(lambda: self.add_asked.emit())
        self.settle = QPushButton()
        self.settle.clicked.connect(lambda: self.settle_asked.emit(not self._is_done))
        self.remove = _danger(_("Remove note …"), self.remove_asked)
        self.strike = _danger(_("Strike note …"), self.strike_asked)
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self._lay_out()

    def show_note(
        self,
        line: EntryLine,
        today: date,
        *,
        is_open: bool,
        may_write: bool,
        removal: Removal,
        original: Entry | None,
        additions: Sequence[Entry],
    ) -> None:
        """Show this note; editing only while it is open, after that an addition."""
        entry = line.entry
        self._is_done = entry.follow_up_done
        self.person.setText(as_typed(line.participant.full))
        self.edit.setVisible(may_write and is_open)
        self.addition.setVisible(may_write and not is_open)
        self.remove.setVisible(may_write and removal is Removal.REMOVE)
        self.strike.setVisible(may_write and removal is Removal.STRIKE)
        self.settle.setVisible(may_write and entry.follow_up_on is not None)
        self.settle.setText(
            _("Put follow-up back") if entry.follow_up_done else _("Follow-up is done")
        )
        self._clear()
        self._add(_facts(line, today))
        if original is not None:
            self._add(quoted(original, _("This adds to the note of {date}")))
        self._add(_text(entry.text))
        if entry.agreement:
            self._add(label(_("Agreed"), "heading"))
            self._add(_text(entry.agreement))
        for later in additions:
            self._add(quoted(later, _("Added on {date}")))

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("form-body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self.person, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._body)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.edit, self.addition, self.settle, self.remove, self.strike):
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(16, 8, 16, 12)
        below.addWidget(buttons)
        outer.addLayout(below)

    def _add(self, widget: QWidget) -> None:
        self._body.addWidget(widget)

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _danger(words: str, asked: SignalInstance) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "danger")
    button.setAutoDefault(False)
    button.clicked.connect(lambda: asked.emit())
    return button


def quoted(entry: Entry, title: str) -> QWidget:
    """Another note in a card, under a title with its date."""
    card = QFrame()
    card.setProperty("role", "card")
    column = QVBoxLayout(card)
    column.addWidget(label(title.format(date=format_date(entry.on)), "label"))
    column.addWidget(_text(entry.text))
    if entry.agreement:
        column.addWidget(label(_("Agreed"), "label"))
        column.addWidget(_text(entry.agreement))
    return card


def _facts(line: EntryLine, today: date) -> QWidget:
    entry = line.entry
    holder = QWidget()
    row = FlowLayout(holder)
    words = [
        format_date(entry.on),
        entry.form.text,
        _("{minutes} minutes", minutes=entry.minutes),
        line.supervisor,
        entry.visibility.text,
    ]
    for text in filter(None, words):
        row.addWidget(chip(text))
    if entry.edited_at:
        row.addWidget(chip(_("Edited")))
    if entry.follow_up_on:
        tone: Tone = "warning" if is_late(entry, today) else "good" if entry.follow_up_done else ""
        text = _("Follow-up {when}", when=follow_up_words(entry, today))
        row.addWidget(chip(text, tone))
    return holder


def _text(words: str) -> QLabel:
    result = label(words)
    result.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    result.setAccessibleName(words)
    return result
