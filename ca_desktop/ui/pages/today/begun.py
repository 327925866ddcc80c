"""What was begun and not saved yet: its kind, its words, and where it goes on."""

from uuid import UUID

from ca_desktop.domain.drafts import Draft
from ca_desktop.i18n import _


def typed(draft: Draft) -> str:
    """What was typed, on one line: the text, or the name of who is taken in."""
    keys = ("first_name", "last_name") if draft.key.startswith("intake") else ("text",)
    return " ".join(" ".join(draft.values.get(key, "") for key in keys).split())


def kind_of(draft: Draft) -> tuple[str, str, str]:
    """The page, picture and name of what was begun."""
    kinds = {
        "placement": ("placements", "briefcase", _("Placement")),
        "goal": ("participants", "target", _("Goal")),
        "participant": ("participants", "user", _("File")),
        "intake": ("participants", "user-plus", _("Intake")),
        "summary": ("reports", "file-text", _("Summary for a report")),
    }
    return kinds.get(draft.key.partition(":")[0], ("entries", "notebook-pen", _("Note")))


def row_of(draft: Draft, page: str) -> object:
    """Where on its page the draft goes on: a note by its key, the rest by the participant."""
    if page == "entries":
        return f"draft:{draft.key}"
    if page == "participants":
        chosen = draft.values.get("participant_id", "")
        return UUID(chosen) if chosen else "new"
    return None
