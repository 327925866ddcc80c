"""The progress report as it goes to paper: only what the lens let through, its numbers computed."""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.dates import Period
from ca_desktop.domain.entries import GuidanceForm
from ca_desktop.domain.goals import GoalStatus
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.letterhead import Letterhead
from ca_desktop.domain.privacy import DataElement, RecipientKind
from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPerson:
    """About whom; what may not be shown is empty."""

    name: str
    number: str = ""
    partner_numbers: tuple[str, ...] = ()
    born_on: date | None = None
    address: str = ""
    contact: str = ""
    target_group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRecipient:
    """For whom."""

    kind: RecipientKind
    name: str
    contact_name: str = ""
    address_lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What was agreed in one trajectory. Purpose and goal text are the coordinator's words."""

    partner: str
    purpose: str
    goal: TrajectoryGoal
    goal_text: str
    starts_on: date
    ends_on: date | None
    half_days_per_week: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWorked:
    """A role in which somebody worked during the period."""

    role: str
    supervisor: str
    starts_on: date
    ended_on: date | None
    half_days: HalfDays


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPresence:
    """One ISO week in half-days; nothing recorded is 0 of 0."""

    week: str
    recorded: int
    present: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSummary:
    """Presence in half-days and minutes; of absence what the lens shows, else None.

    `recorded` is present and absent together; `not_filled_in` half-days were planned, but nobody
    recorded anything; `starts_late`: nothing was recorded in the first week, only from `first_on`.
    """

    recorded: int
    present: int
    absent: int
    not_filled_in: int = 0
    first_on: date | None = None
    starts_late: bool = False
    minutes: int
    weeks: tuple[WeekPresence, ...] = ()
    reported: int | None = None
    unreported: int | None = None
    sick: int | None = None
    per_code: tuple[tuple[AttendanceCode, int], ...] | None = None

    @property
    def percentage(self) -> int | None:
        """Present of recorded, in whole percents, a half goes up; None where nothing was
        recorded.
        """
        if not self.recorded:
            return None
        return (200 * self.present + self.recorded) // (2 * self.recorded)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal that was worked on in the period."""

    text: str
    reason: str
    status: GoalStatus
    set_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorePoint:
    """One judgement on the scale."""

    on: date
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSeries:
    """One work skill over time, oldest first."""

    skill: str
    points: tuple[ScorePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """All skills on one scale; `words` belong to the steps 1, 2, 3 …"""

    words: tuple[str, ...]
    starts_on: date
    ends_on: date
    series: tuple[ScoreSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCount:
    """How often and how many minutes guidance was given in one form. None: any other contact."""

    form: GuidanceForm | None
    contacts: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceSummary:
    """Guidance counted; the summary rests on `used` notes, of `total` where that may be told."""

    forms: tuple[FormCount, ...]
    contacts: int
    minutes: int
    used: int
    total: int | None
    summary: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """A note of the guidance log as it was written."""

    on: date
    form: GuidanceForm
    minutes: int
    supervisor: str
    text: str
    agreement: str
    is_internal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """Something that was agreed in a contact; `form` None: in any other contact."""

    on: date
    form: GuidanceForm | None
    supervisor: str
    text: str
    follow_up_on: date | None
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """Who sign; an empty name is written by hand."""

    participant: str
    supervisor: str
    coordinator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """Everything on the paper. None means: not for this recipient.

    `covered` are the days the report is about, where those are not the whole period.
    """

    letterhead: Letterhead
    language: str
    title: str
    file_name: str
    number: str
    recipient: ReportRecipient
    person: ReportPerson
    starts_on: date
    ends_on: date
    covered: tuple[Period, ...]
    made_on: date
    author: str
    legal_roles: tuple[LegalRole, ...]
    legal_basis: tuple[str, ...]
    signers: Signers
    included: tuple[tuple[DataElement, str], ...]
    agreed: tuple[Agreed, ...] | None = None
    roles: tuple[RoleWorked, ...] | None = None
    attendance: AttendanceSummary | None = None
    workplace_agreements: tuple[str, ...] | None = None
    goals: tuple[GoalLine, ...] | None = None
    scores: ScoreTable | None = None
    guidance: GuidanceSummary | None = None
    agreements: tuple[AgreementLine, ...] | None = None
    incidents: tuple[NoteLine, ...] | None = None
    notes: tuple[NoteLine, ...] | None = None
    next_step: str | None = None
