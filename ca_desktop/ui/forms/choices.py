"""What forms offer out of the centre's own lists: partners, supervisors, roles."""

from uuid import UUID

from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import _
from ca_desktop.services.session import Session

Choices = list[tuple[UUID, str]]


def partner_choices(session: Session) -> Choices:
    """Every partner, on name."""
    return [(partner.id, partner.name) for partner in session.partners.all()]


def supervisor_choices(session: Session) -> Choices:
    """Every supervisor on last name: who works here today first, who left marked as such."""
    today = session.today()
    everybody = session.supervisors.all()
    here = [(s.id, s.name.full) for s in everybody if s.is_active(today)]
    gone = [
        (s.id, _("{name} (has left)", name=s.name.full))
        for s in everybody
        if not s.is_active(today)
    ]
    return here + gone


def role_choices(session: Session) -> Choices:
    """Every role that is in use."""
    return [(line.id, line.name) for line in session.roles.lines(active_only=True)]


def stage_choices() -> list[tuple[Stage, str]]:
    """Every stage of a file, in the order of its life."""
    return [(stage, stage.text) for stage in Stage]
