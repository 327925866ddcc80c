"""The summary of a report: the notes marked for it stand beside the text that is being written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ca_desktop.i18n import _
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.marks import label
from ca_desktop.ui.pages.reports.notes_beside import NotesBeside
from ca_desktop.ui.pages.reports.summary_form import SummaryForm


class SummaryPanel(QWidget):
    """`load(wish)` shows what was written for this person, recipient and period."""

    changed = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session = session
        self._wish: ReportWish | None = None
        self._read_for: object = None
        self.counts = label("", "label")
        self.notes = NotesBeside()
        self.form = SummaryForm(session, desk)
        self._lay_out()
        self.form.changed.connect(self.changed)
        self.form.discarded.connect(self.changed)
        self._show(None)

    def load(self, wish: ReportWish | None) -> None:
        """Show the summary of this wish; what was typed for another one is kept as its draft."""
        if wish is not None and self._wish is not None and _same(wish, self._wish):
            return
        self._show(wish)

    def read_notes(self) -> None:
        """Read the notes of this person and period; every reading is journalled, so not twice."""
        wish = self._wish
        if wish is None:
            return
        wanted = (wish.participant_id, wish.partner_id, wish.starts_on, wish.ends_on)
        if wanted == self._read_for:
            return
        self._read_for = wanted
        self.notes.show_notes(self._session.papers.notes_for_summary(wish))
        counts = self._session.papers.note_counts(wish)
        self.counts.setText(
            _(
                "The summary rests on {used} of {total} notes; {internal} internal, {own} for the "
                "participant.",
                used=counts.used,
                total=counts.total,
                internal=counts.internal,
                own=counts.own,
            )
        )

    def _show(self, wish: ReportWish | None) -> None:
        self._wish = wish
        self.form.load(wish)
        self.form.setEnabled(wish is not None)
        if wish is None:
            self.counts.setText(_("Choose a participant, a recipient and a period first."))
            self.notes.show_notes(None)
            self._read_for = None
        elif self.isVisible():
            self.read_notes()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.notes)
        splitter.addWidget(self.form)
        splitter.setSizes([1000, 1200])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 8, 12)
        outer.setSpacing(8)
        outer.addWidget(self.counts)
        outer.addWidget(splitter, 1)


def _same(one: ReportWish, other: ReportWish) -> bool:
    """Whether two wishes are about the same person, recipient and period."""
    return (one.participant_id, one.partner_id, one.period) == (
        other.participant_id,
        other.partner_id,
        other.period,
    )
