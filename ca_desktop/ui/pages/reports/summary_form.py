"""The form in which the summary of a report is written; its draft is kept while somebody types."""

from ca_desktop.domain.papers import ReportSummary
from ca_desktop.i18n import _
from ca_desktop.services.papers import ReportWish
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.drafts import DraftKeeper
from ca_desktop.ui.kit.fields import RunningTextField
from ca_desktop.ui.kit.record_form import RecordForm


def draft_key(summary: ReportSummary) -> str:
    """'summary:<participant>:<partner>:<from>:<until>'; no partner: for the participant."""
    partner = summary.partner_id or ""
    return f"summary:{summary.participant_id}:{partner}:{summary.starts_on}:{summary.ends_on}"


class SummaryForm(RecordForm[ReportSummary]):
    """The summary and the advice on the next step of one report."""

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(_("Save summary"))
        self._session = session
        self.text = self.add(
            "text",
            RunningTextField(
                _("Summary"),
                help=_("Stands on the paper. The notes themselves do not."),
                lines=9,
            ),
        )
        self.next_step = self.add(
            "next_step", RunningTextField(_("Advice on the next step"), lines=4)
        )
        self.column.setContentsMargins(8, 0, 8, 8)
        self.button_row.setContentsMargins(8, 8, 8, 0)
        self.save_button.setProperty("role", "")  # the one thing to press is the paper's own button
        self.saver = session.papers.save_summary
        self.saves = desk.saves
        self.keeper = DraftKeeper(self, session.drafts, self._key, desk.saves)
        self.saved.connect(lambda _result: self.notice.say(_("The summary is saved."), "good"))
        self.changed.connect(lambda: self.notice.say(""))

    def load(self, wish: ReportWish | None) -> None:
        """Show what was written for this wish, with what was typed and not saved over it."""
        self.keeper.keep_now()
        self._end_save()
        self.shown = None
        if wish is None:
            self.fill({"text": "", "next_step": ""})
            return
        self.show_record(self._session.papers.summary(wish))
        draft = self._session.drafts.get(self._key())
        if draft is None or draft.is_withheld:
            return
        self.keeper.restore(draft)
        if self.is_dirty:
            words = _("This text was typed earlier and is not saved yet. Save it or go on writing.")
            self.notice.say(words, "warning")
        else:
            self.keeper.drop()

    def summary(self) -> ReportSummary | None:
        """The summary as it stands here, saved or not; None when no report was chosen."""
        return self.record() if self.shown is not None else None

    def save_now(self) -> None:
        """Save what stands here, without a word. Raises what the service refuses."""
        if self.shown is not None and self.is_dirty:
            self.shown = self._session.papers.save_summary(self.record())
            self.mark_clean()
            self.keeper.drop()

    def _key(self) -> str:
        return draft_key(self.shown) if self.shown is not None else ""
