"""Going on from a shortlist: the form on a placement, filled in with what was chosen."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.i18n import _
from ca_desktop.services.matches import Match
from ca_desktop.services.session import Session
from ca_desktop.ui.forms.matching import MatchDialog
from ca_desktop.ui.forms.placement import PlacementForm
from ca_desktop.ui.kit.desk import Desk
from ca_desktop.ui.kit.record_dialog import RecordDialog


def ask_roles(
    parent: QWidget, session: Session, desk: Desk, participant_id: UUID, name: str
) -> MatchDialog:
    """Which role suits this person?"""
    half_days = session.matches.usual_half_days(participant_id)
    dialog = MatchDialog(
        parent,
        desk,
        _("Which role suits {name}?", name=name),
        lambda asked, _search: session.matches.roles_for(participant_id, asked),
        lambda match: match.role,
        half_days,
    )
    dialog.chosen.connect(lambda match: place(parent, session, desk, match))
    dialog.open()
    return dialog


def ask_people(
    parent: QWidget, session: Session, desk: Desk, role_id: UUID, name: str
) -> MatchDialog:
    """Who suits this role?"""
    dialog = MatchDialog(
        parent,
        desk,
        _("Who suits {role}?", role=name),
        lambda asked, search: session.matches.people_for(role_id, asked, search),
        lambda match: f"{match.participant.sorted_form} ({match.number})",
        HalfDays.of("0m"),
        _("Search somebody by name or number"),
    )
    dialog.chosen.connect(lambda match: place(parent, session, desk, match))
    dialog.open()
    return dialog


def place(parent: QWidget, session: Session, desk: Desk, match: Match) -> RecordDialog:
    """The form on the placement that the shortlist looked at."""
    form = PlacementForm(session, desk)
    title = _("Place {name} in {role}", name=match.participant.full, role=match.role)
    return RecordDialog.edit(parent.window(), title, form, match.asked, form.keep, desk.saves)
