"""The draft of a summary: what somebody was typing, kept under person, recipient and period."""

from ca_desktop.services.drafts import DraftService
from ca_desktop.services.papers import ReportWish


def draft_key(wish: ReportWish) -> str:
    """'summary:<participant>:<partner>:<from>:<until>'; no partner: for the participant."""
    partner = wish.partner_id or ""
    return f"summary:{wish.participant_id}:{partner}:{wish.starts_on}:{wish.ends_on}"


class SummaryDraft:
    """Keeps, gives back and drops the draft of one wish."""

    def __init__(self, drafts: DraftService) -> None:
        self._drafts = drafts

    def keep(self, wish: ReportWish, text: str, next_step: str) -> None:
        """Keep what is typed."""
        self._drafts.keep(draft_key(wish), {"text": text, "next_step": next_step})

    def of(self, wish: ReportWish) -> tuple[str, str] | None:
        """The text and the next step that were typed, or None."""
        found = self._drafts.get(draft_key(wish))
        if found is None:
            return None
        return found.values.get("text", ""), found.values.get("next_step", "")

    def drop(self, wish: ReportWish | None) -> None:
        """Forget the draft, where there is one."""
        if wish is not None and self._drafts.get(draft_key(wish)) is not None:
            self._drafts.drop(draft_key(wish))
