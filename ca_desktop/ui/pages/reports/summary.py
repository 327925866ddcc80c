"""The summary of a report: the notes marked for it stand beside the text that is being written."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ca_desktop.domain.papers import ReportSummary
from ca_desktop.i18n import _
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.errors import show_error
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.marks import Notice, label
from ca_desktop.ui.pages.reports.notes_beside import NotesBeside
from ca_desktop.ui.pages.reports.summary_draft import SummaryDraft


class SummaryPanel(QWidget):
    """`load(wish)` shows what was written for this person, recipient and period."""

    changed = Signal()

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        self._wish: ReportWish | None = None
        self._saved: ReportSummary | None = None
        self._read_for: object = None
        self._draft = SummaryDraft(session.drafts)
        self.counts = label("", "label")
        self.notice = Notice("", "good")
        self.notes = NotesBeside()
        self.text = RunningTextField(
            _("Summary"), help=_("Stands on the paper. The notes themselves do not."), lines=8
        )
        self.next_step = RunningTextField(_("Advice on the next step"), lines=3)
        self.save_button = QPushButton(_("Save summary"))
        self.save_button.setToolTip("Ctrl+S")
        self.save_button.clicked.connect(lambda: self.try_save())
        self._lay_out()
        for field in (self.text, self.next_step):
            field.changed.connect(self._on_typed)
            field.draft_due.connect(lambda _text: self.keep_draft())
        keys = QShortcut(QKeySequence.StandardKey.Save, self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(lambda: self.try_save())
        self.load(None)

    # -- what is shown -------------------------------------------------------------------------

    def load(self, wish: ReportWish | None) -> None:
        """Show the summary of this wish; what was typed for another one is kept as its draft."""
        if wish is not None and self._wish is not None and _same(wish, self._wish):
            self._wish = wish
            return
        self.keep_draft()
        self._wish = wish
        self.setEnabled(wish is not None)
        self._saved = self._session.papers.summary(wish) if wish else None
        self._show(self._saved)
        self.notice.say("")
        if wish is None:
            self.counts.setText(_("Choose a participant, a recipient and a period first."))
            self.notes.show_notes(())
            self._read_for = None
            return
        self._offer_draft(wish)
        if self.isVisible():
            self.read_notes()

    def read_notes(self) -> None:
        """Read the notes of this person and period; every reading is journalled, so not twice."""
        wish = self._wish
        if wish is None:
            return
        wanted = (wish.participant_id, wish.starts_on, wish.ends_on)
        if wanted == self._read_for:
            return
        self._read_for = wanted
        self.notes.show_notes(self._session.papers.notes_for_summary(wish))
        counts = self._session.papers.note_counts(wish)
        self.counts.setText(
            _(
                "Summary based on {used} of {total} notes, {internal} internal.",
                used=counts.used,
                total=counts.total,
                internal=counts.internal,
            )
        )

    def summary(self) -> ReportSummary | None:
        """The summary as it stands here, saved or not."""
        if self._saved is None:
            return None
        return replace(self._saved, text=self.text.value, next_step=self.next_step.value)

    # -- unsaved -------------------------------------------------------------------------------

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._saved is not None and self.summary() != self._saved

    def save_now(self) -> None:
        """Save what stands here, without a message. Raises what the service refuses."""
        summary = self.summary()
        if summary is None or not self.is_dirty:
            return
        self._saved = self._session.papers.save_summary(summary)
        self._draft.drop(self._wish)
        self.text.drafted()
        self.next_step.drafted()

    def try_save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save, say so, and go on."""

        def done(_nothing: object) -> None:
            self.notice.say(_("The summary is saved."), "good")
            then()

        self._desk.saves.run(
            self.save_now, then=done, failed=lambda error: show_error(error, self), owner=self
        )

    def discard(self) -> None:
        """Put back what was saved last, and forget the draft."""
        self._draft.drop(self._wish)
        self._show(self._saved)
        self.notice.say("")

    def keep_draft(self) -> None:
        """Keep what is typed as a draft, so that it survives a crash."""
        if self.is_dirty and self._wish is not None:
            self._draft.keep(self._wish, self.text.value, self.next_step.value)

    # -- inside --------------------------------------------------------------------------------

    def _offer_draft(self, wish: ReportWish) -> None:
        found = self._draft.of(wish)
        if found is None:
            return
        self.text.value, self.next_step.value = found
        if self.is_dirty:
            self.notice.say(
                _("This text was typed earlier and is not saved yet. Save it or go on writing."),
                "warning",
            )
            QTimer.singleShot(0, self, self.changed.emit)

    def _show(self, summary: ReportSummary | None) -> None:
        self.text.value = summary.text if summary else ""
        self.next_step.value = summary.next_step if summary else ""

    def _on_typed(self) -> None:
        self.notice.say("")
        self.changed.emit()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.notes)
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text, 3)
        column.addWidget(self.next_step, 1)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        column.addLayout(row)
        self.splitter.addWidget(writing)
        self.splitter.setSizes([45, 55])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 8, 8, 12)
        outer.setSpacing(8)
        outer.addWidget(self.counts)
        outer.addWidget(self.notice)
        outer.addWidget(self.splitter, 1)


def _same(one: ReportWish, other: ReportWish) -> bool:
    """Whether two wishes are about the same person, recipient and period."""
    return (one.participant_id, one.partner_id, one.period) == (
        other.participant_id,
        other.partner_id,
        other.period,
    )
