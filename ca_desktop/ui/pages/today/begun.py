"""The card of what was begun and not saved yet: go on with it, or throw it away."""

from collections.abc import Callable, Sequence
from uuid import UUID

from ca_desktop.domain.drafts import Draft
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.people import name_in
from ca_desktop.ui.kit.action_lines import Card, Line
from ca_desktop.ui.kit.desk import Spot

_EXCERPT = 90
_EXCERPT_OF = {
    "intake": ("first_name", "last_name"),
    "practice_agreement": ("code", "qualification"),
    "practised_work": ("name", "situation"),
}
_ABOUT_PRACTICE = ("practice_agreement", "practised_work", "school_visit")
_ON_THEIR_OWN_FILE = ("participants", "reports")  # pages that need the participant to go on

Navigate = Callable[[str, object], object]
ThrowAway = Callable[[Draft], object]


def begun_card(
    session: Session, drafts: Sequence[Draft], navigate: Navigate, throw_away: ThrowAway
) -> Card:
    """One line for each draft, the newest first."""
    card = Card(_("Begun and not saved yet ({n})", n=len(drafts)), "pencil", "warning")
    card.put(_line(session, draft, navigate, throw_away) for draft in drafts)
    return card


def _line(session: Session, draft: Draft, navigate: Navigate, throw_away: ThrowAway) -> Line:
    page, picture, what = _kind_of(draft)
    name = name_in(session, draft)

    def away() -> object:
        return throw_away(draft)

    if draft.is_withheld:
        why = _("You may no longer see the file of this participant.")
        return Line(picture, what, why, _("Throw away …"), away)
    if draft.participant_id is not None and not name and page in _ON_THEIR_OWN_FILE:
        return Line(picture, what, _("This participant was removed."), _("Throw away …"), away)
    where = _row_of(draft, page)
    return Line(
        picture,
        _("{what} about {name}", what=what, name=name) if name else what,
        _excerpt(draft),
        _("Go on writing"),
        lambda: navigate(page, where),
        more=(_("Throw away …"), away),
    )


def _excerpt(draft: Draft) -> str:
    keys = _EXCERPT_OF.get(draft.key.partition(":")[0], ("text",))
    text = " ".join(" ".join(draft.values.get(key, "") for key in keys).split())
    return f"{text[:_EXCERPT]}…" if len(text) > _EXCERPT else text


def _kind_of(draft: Draft) -> tuple[str, str, str]:
    """The page, picture and name of what was begun."""
    kinds = {
        "placement": ("placements", "briefcase", _("Placement")),
        "goal": ("participants", "target", _("Goal")),
        "participant": ("participants", "user", _("Personal file")),
        "intake": ("participants", "user-plus", _("Intake")),
        "practice_agreement": ("participants", "file-text", _("Practice agreement")),
        "practised_work": ("participants", "target", _("Practised work")),
        "school_visit": ("participants", "phone", _("Contact with the school")),
        "summary": ("reports", "file-text", _("Summary for a report")),
    }
    return kinds.get(draft.key.partition(":")[0], ("entries", "notebook-pen", _("Note")))


def _row_of(draft: Draft, page: str) -> object:
    """Where on its page the draft goes on: a note by its key, the rest by the participant."""
    if page == "entries":
        return f"draft:{draft.key}"
    if page == "participants":
        if draft.participant_id is None:
            return draft.key
        kind, _colon, key = draft.key.partition(":")
        if kind in _ABOUT_PRACTICE:
            return Spot(draft.participant_id, "practice", draft.key)
        if kind != "goal":
            return Spot(draft.participant_id, "overview")
        goal = UUID(key)  # a new goal has the key of its participant
        return Spot(
            draft.participant_id, "development", "new" if goal == draft.participant_id else goal
        )
    return None
