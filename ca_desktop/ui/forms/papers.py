"""From a list to its papers: the actions in the menu above a list that lead to Rapporten."""

from collections.abc import Callable, Sequence
from typing import Any

from ca_desktop.domain.papers import PaperKind
from ca_desktop.domain.permissions import Action, may
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.list_detail import ListDetailPage
from ca_desktop.ui.kit.list_menu import ListAction

_WORDS = {
    PaperKind.SBB_DOSSIER: N_("Print the SBB dossier …"),
    PaperKind.ACCREDITATION_OVERVIEW: N_("Print the overview of accreditations …"),
    PaperKind.CERTIFICATE_OVERVIEW: N_("Print the overview of certificates …"),
    PaperKind.SUPERVISOR_SHEET: N_("Print a supervisor sheet …"),
}


def paper_actions(
    page: ListDetailPage[Any], session: Session, *kinds: PaperKind
) -> Sequence[ListAction]:
    """An action per paper; none for whoever may not print papers of the centre."""
    if not may(session.actor.role, Action.PRINT_CENTRE_PAPERS):
        return ()

    def go(kind: PaperKind) -> Callable[[], object]:
        return lambda: page.desk.navigate("reports", (kind, None))

    return [ListAction(text=_WORDS[kind], do=go(kind), icon="file-text") for kind in kinds]
