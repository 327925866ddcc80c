"""Trajectories: for which partner, on what ground and towards which goal somebody is here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.bsn import holds_bsn
from ca_desktop.domain.dates import Period, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import N_, _

MOST_MINUTES = 60 * 60


class LegalRole(StrEnum):
    """The centre's legal position in one trajectory; it decides what may be recorded and
    reported.
    """

    WMO_PROVIDER = "wmo_provider"
    CARE_SUBCONTRACTOR = "care_subcontractor"
    TRAINING_COMPANY = "training_company"
    EMPLOYER = "employer"
    REINTEGRATION = "reintegration"
    UNPAID_HOST = "unpaid_host"

    @property
    def text(self) -> str:
        return {
            LegalRole.WMO_PROVIDER: _("Wmo provider"),
            LegalRole.CARE_SUBCONTRACTOR: _("Host for a care organisation"),
            LegalRole.TRAINING_COMPANY: _("Training company"),
            LegalRole.EMPLOYER: _("Employer"),
            LegalRole.REINTEGRATION: _("Reintegration for municipality or UWV"),
            LegalRole.UNPAID_HOST: _("Work experience or volunteering"),
        }[self]


class TrajectoryGoal(StrEnum):
    """Where a trajectory leads."""

    DAY_ACTIVITY = "day_activity"
    WORK_RHYTHM = "work_rhythm"
    LANGUAGE = "language"
    QUALIFICATION = "qualification"
    PAID_WORK = "paid_work"
    LASTING_PLACE = "lasting_place"
    ORIENTATION = "orientation"

    @property
    def text(self) -> str:
        return {
            TrajectoryGoal.DAY_ACTIVITY: _("Day activity"),
            TrajectoryGoal.WORK_RHYTHM: _("Work rhythm"),
            TrajectoryGoal.LANGUAGE: _("Language"),
            TrajectoryGoal.QUALIFICATION: _("Qualification"),
            TrajectoryGoal.PAID_WORK: _("Paid work"),
            TrajectoryGoal.LASTING_PLACE: _("A lasting place"),
            TrajectoryGoal.ORIENTATION: _("Finding out what fits"),
        }[self]


class LegalForm(StrEnum):
    """The form in which somebody is here; it decides terms and fields (legal_forms.toml)."""

    INTERNSHIP_BOL = "internship_bol"
    APPRENTICESHIP_BBL = "apprenticeship_bbl"
    PRACTICAL_LEARNING = "practical_learning"
    INTERNSHIP_SPECIAL = "internship_special"
    INTERNSHIP_HIGHER = "internship_higher"
    WMO_DAY_ACTIVITY = "wmo_day_activity"
    WORK_EXPERIENCE = "work_experience"
    PARTICIPATION_PLACE = "participation_place"
    TRIAL_PLACEMENT = "trial_placement"
    SHELTERED_WORK = "sheltered_work"
    JOB_WITH_SUBSIDY = "job_with_subsidy"
    JOB = "job"
    VOLUNTEER = "volunteer"
    PROJECT = "project"
    INTEGRATION_DUAL = "integration_dual"

    @property
    def text(self) -> str:
        return _(FORM_WORDS[self])


FORM_WORDS = {
    LegalForm.INTERNSHIP_BOL: N_("Internship, school-based vocational education (bol)"),
    LegalForm.APPRENTICESHIP_BBL: N_("Apprenticeship (bbl)"),
    LegalForm.PRACTICAL_LEARNING: N_("Practical learning with a statement (praktijkverklaring)"),
    LegalForm.INTERNSHIP_SPECIAL: N_("Internship, special or practical education"),
    LegalForm.INTERNSHIP_HIGHER: N_("Internship, higher education"),
    LegalForm.WMO_DAY_ACTIVITY: N_("Day activity (Wmo)"),
    LegalForm.WORK_EXPERIENCE: N_("Work-experience place"),
    LegalForm.PARTICIPATION_PLACE: N_("Participation place"),
    LegalForm.TRIAL_PLACEMENT: N_("Trial placement"),
    LegalForm.SHELTERED_WORK: N_("Sheltered work"),
    LegalForm.JOB_WITH_SUBSIDY: N_("Job with wage-cost subsidy"),
    LegalForm.JOB: N_("Job"),
    LegalForm.VOLUNTEER: N_("Volunteer work"),
    LegalForm.PROJECT: N_("Project"),
    LegalForm.INTEGRATION_DUAL: N_("Civic integration, learning and working"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """An agreement with a partner about one participant."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    partner_id: UUID
    legal_role: LegalRole
    partner_number: str = ""
    purpose: str = ""
    goal: TrajectoryGoal
    goal_text: str = ""
    starts_on: date
    ends_on: date | None = None
    half_days_per_week: int = 0
    minutes_per_week: int = 0
    legal_form: LegalForm | None = None
    evaluation_on: date | None = None
    decision_number: str = ""
    predecessor_id: UUID | None = None

    @property
    def period(self) -> Period:
        return Period(starts_on=self.starts_on, ends_on=self.ends_on)


def problems(trajectory: Trajectory) -> Iterator[Problem]:
    """Everything a save of a trajectory refuses."""
    problem = order_problem("ends_on", trajectory.starts_on, trajectory.ends_on)
    if problem:
        yield problem
    for name in ("partner_number", "decision_number"):
        if holds_bsn(getattr(trajectory, name)):
            yield Problem(
                name,
                _(
                    "This looks like a BSN (citizen service number), and that may not be recorded "
                    "here. Write the number that the partner itself uses, with a letter before it "
                    "when it only looks like one."
                ),
            )
    if trajectory.evaluation_on and trajectory.evaluation_on < trajectory.starts_on:
        yield Problem("evaluation_on", _("The evaluation lies before the start."))
    if not 0 <= trajectory.minutes_per_week <= MOST_MINUTES:
        yield Problem("minutes_per_week", _("A week has at most 60 hours of work."))
    if not 0 <= trajectory.half_days_per_week <= 14:
        yield Problem("half_days_per_week", _("A week has at most 14 half-days."))


def in_period(trajectories: Iterable[Trajectory], period: Period) -> tuple[Trajectory, ...]:
    """Those that run for at least one day of the period, newest first."""
    running = [t for t in trajectories if t.period.overlaps(period)]
    return tuple(sorted(running, key=lambda t: t.starts_on, reverse=True))
