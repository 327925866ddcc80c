"""What a progress report is made from: everything known of one person, and for whom it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner, PartnerKind
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import RecipientKind
from ca_desktop.domain.trajectories import Trajectory, in_period
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressSource:
    """Everything known of one person; the names are in the paper's language. `partner` None: the
    paper is for the participant. `basis_words` and `purpose_words` are the catalogue's, by legal
    role. `summary` is the one written for this recipient and period."""

    centre: Centre
    participant: Participant
    partner: Partner | None = None
    trajectories: tuple[Trajectory, ...] = ()
    partner_names: Mapping[UUID, str] = field(default_factory=dict)
    basis_words: Mapping[str, str] = field(default_factory=dict)
    purpose_words: Mapping[str, str] = field(default_factory=dict)
    target_group: str = ""
    attendance: tuple[Attendance, ...] = ()
    entries: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()
    scores: tuple[Score, ...] = ()
    skill_names: Mapping[str, str] = field(default_factory=dict)
    scale_words: tuple[str, ...] = ()
    placements: tuple[Placement, ...] = ()
    pauses: tuple[Period, ...] = ()
    role_names: Mapping[UUID, str] = field(default_factory=dict)
    supervisor_names: Mapping[UUID, str] = field(default_factory=dict)
    summary: ReportSummary | None = None
    author: str
    supervisor: str = ""
    coordinator: str = ""
    made_on: date


_KINDS = {
    PartnerKind.MUNICIPALITY: RecipientKind.MUNICIPALITY,
    PartnerKind.SCHOOL: RecipientKind.SCHOOL,
    PartnerKind.CARE: RecipientKind.CARE,
    PartnerKind.EMPLOYER: RecipientKind.EMPLOYER,
    PartnerKind.FUNDER: RecipientKind.FUNDER,
    PartnerKind.OTHER: RecipientKind.FUNDER,
}


def recipient_kind(partner: Partner | None) -> RecipientKind:
    """Who reads it; to an organisation of another kind goes no report about a person."""
    return RecipientKind.PARTICIPANT if partner is None else _KINDS[partner.kind]


def addressed_trajectories(source: ProgressSource, period: Period) -> tuple[Trajectory, ...]:
    """The partner's own trajectories in this period; all of them for the participant.

    UserError when a partner has none: then there is no ground for a report.
    """
    running = in_period(source.trajectories, period)
    if source.partner is None:
        return running
    partner_id = source.partner.id
    found = tuple(one for one in running if one.partner_id == partner_id)
    if not found:
        raise UserError(
            _(
                "{partner} has no trajectory for this participant in this period, so it gets no "
                "report. Choose another period or another recipient.",
                partner=source.partner.name,
            )
        )
    return found
