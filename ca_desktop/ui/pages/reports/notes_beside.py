"""The notes marked for a report, to be read beside the summary that is being written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import Entry
from ca_desktop.i18n import _
from ca_desktop.ui.kit.marks import label, rule
from ca_desktop.ui.kit.theme import theme


class NotesBeside(QScrollArea):
    """Date, form and text of each note; read only, the arrow keys scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Notes marked for a report"))
        self.setMinimumWidth(theme().px(200))
        self.texts: list[str] = []

    def show_notes(self, notes: Sequence[Entry] | None) -> None:
        """Show these notes, newest first; None: nobody was chosen yet."""
        body = QWidget()
        body.setObjectName("form-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(4)
        self.texts = [note.text for note in notes or ()]
        for note in sorted(notes or (), key=lambda one: one.on, reverse=True):
            head = f"{format_date(note.on)} · {note.form.text}"
            column.addWidget(label(head, "label"))
            words = label(note.text)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
            if note.agreement:
                column.addWidget(label(_("Agreed: {text}", text=note.agreement), "muted"))
            column.addWidget(rule())
        if notes is not None and not notes:
            column.addWidget(label(_("No note in this period is marked for a report."), "muted"))
        column.addStretch(1)
        self.setWidget(body)
