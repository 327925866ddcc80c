"""What forms offer out of the centre's own lists: partners, supervisors, roles."""

from uuid import UUID

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import _
from ca_desktop.services.session import Session

Choices = list[tuple[UUID, str]]


def partner_choices(session: Session) -> Choices:
    """Every partner, on name."""
    return [(partner.id, partner.name) for partner in session.partners.all()]


def school_choices(session: Session) -> Choices:
    """Every partner that is a school, on name."""
    return [(school.id, school.name) for school in session.practice_agreements.schools()]


def location_choices(session: Session) -> Choices:
    """Every location, with its leerbedrijf-ID."""
    return [
        (c.id, f"{c.location} ({c.company_id})" if c.company_id else c.location)
        for c in session.accreditations.companies()
    ]


def trajectory_choices(session: Session, participant_id: UUID) -> Choices:
    """The trajectories of one participant: for which partner, since when."""
    names = {partner.id: partner.name for partner in session.partners.all()}
    return [
        (one.id, f"{names.get(one.partner_id, '')}, {format_date(one.starts_on)}")
        for one in session.trajectories.of(participant_id)
    ]


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
