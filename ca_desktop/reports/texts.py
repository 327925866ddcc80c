"""Words for codes on paper: message ids, as a paper speaks its own language, not the window's."""

from datetime import date

from ca_desktop.domain.accreditation_evidence import AccreditationCondition
from ca_desktop.domain.accreditations import AccreditationState
from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.entries import GuidanceForm
from ca_desktop.domain.goals import GoalStatus
from ca_desktop.domain.half_days import SHORT_WEEKDAYS, DayPart, HalfDays
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import AgreementParty
from ca_desktop.domain.practised_work import WorkVerdict
from ca_desktop.domain.privacy import RecipientKind
from ca_desktop.domain.roles import Grade
from ca_desktop.domain.school_visits import VisitKind
from ca_desktop.domain.supervisors import CertificateStatus, SupervisorKind
from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal
from ca_desktop.i18n import N_, Translate

ATTENDANCE = {
    AttendanceCode.PRESENT: N_("Present"),
    AttendanceCode.EXCUSED: N_("Excused"),
    AttendanceCode.SICK: N_("Sick"),
    AttendanceCode.LEAVE: N_("Leave"),
    AttendanceCode.SCHOOL: N_("School"),
    AttendanceCode.HOLIDAY: N_("Holiday"),
    AttendanceCode.UNKNOWN: N_("Unknown"),
}
FORMS = {
    GuidanceForm.WORK_INSTRUCTION: N_("Work instruction"),
    GuidanceForm.PROGRESS_TALK: N_("Progress talk"),
    GuidanceForm.EVALUATION: N_("Evaluation"),
    GuidanceForm.SCHOOL_VISIT: N_("School visit"),
    GuidanceForm.THREE_WAY_TALK: N_("Three-way talk"),
    GuidanceForm.INCIDENT: N_("Incident"),
    GuidanceForm.PHONE: N_("Phone call"),
    GuidanceForm.LANGUAGE: N_("Language coaching"),
    GuidanceForm.HOUSE_RULES: N_("House rules"),
}
GOALS = {
    GoalStatus.OPEN: N_("working on it"),
    GoalStatus.REACHED: N_("reached"),
    GoalStatus.ADJUSTED: N_("adjusted"),
    GoalStatus.STOPPED: N_("stopped"),
}
TRAJECTORY_GOALS = {
    TrajectoryGoal.DAY_ACTIVITY: N_("Day activity"),
    TrajectoryGoal.WORK_RHYTHM: N_("Work rhythm"),
    TrajectoryGoal.LANGUAGE: N_("Language"),
    TrajectoryGoal.QUALIFICATION: N_("Qualification"),
    TrajectoryGoal.PAID_WORK: N_("Paid work"),
    TrajectoryGoal.LASTING_PLACE: N_("A lasting place"),
    TrajectoryGoal.ORIENTATION: N_("Finding out what fits"),
}
GRADES = {
    Grade.VERY_SUITABLE: N_("very suitable"),
    Grade.CONDITIONS: N_("suitable with conditions"),
    Grade.INTENSIVE: N_("only with intensive guidance"),
    Grade.NOT_DEFAULT: N_("not a usual choice"),
}
STATES = {
    AccreditationState.ORIENTATION: N_("Orientation"),
    AccreditationState.IN_PREPARATION: N_("In preparation"),
    AccreditationState.APPLIED: N_("Applied for"),
    AccreditationState.VISIT_PLANNED: N_("Visit planned"),
    AccreditationState.ACCREDITED: N_("Accredited"),
    AccreditationState.REASSESSMENT_PLANNED: N_("Re-assessment planned"),
    AccreditationState.REJECTED: N_("Rejected"),
    AccreditationState.OBJECTION: N_("Objection made"),
    AccreditationState.WITHDRAWN: N_("Withdrawn"),
    AccreditationState.LAPSED: N_("Lapsed"),
}
EDUCATION = {
    "mbo_1": N_("Mbo level 1 (entree)"),
    "mbo_2": N_("Mbo level 2"),
    "mbo_3": N_("Mbo level 3"),
    "mbo_4": N_("Mbo level 4"),
    "vmbo_pro_vso": N_("Vmbo, practical or special education"),
    "hbo_wo": N_("Higher education (hbo, wo)"),
}
VERDICTS = {
    WorkVerdict.STARTING: N_("just starting"),
    WorkVerdict.WITH_HELP: N_("does it with help"),
    WorkVerdict.MASTERED: N_("masters it"),
}
VISITS = {
    VisitKind.VISIT: N_("School visit"),
    VisitKind.CALL: N_("Call or message"),
    VisitKind.INTERIM: N_("Interim talk"),
    VisitKind.FINAL: N_("Final talk"),
}
PARTIES = {
    AgreementParty.SCHOOL: N_("School"),
    AgreementParty.STUDENT: N_("Student"),
    AgreementParty.TRAINING_COMPANY: N_("We, the training company"),
    AgreementParty.REPRESENTATIVE: N_("Parent or guardian"),
}
PATHS = {
    LearningPath.BOL: N_("bol"),
    LearningPath.BBL: N_("bbl"),
    LearningPath.THIRD: N_("third learning path"),
    LearningPath.VMBO: N_("vmbo"),
    LearningPath.PRO: N_("practical education (pro)"),
    LearningPath.VSO: N_("special education (vso)"),
    LearningPath.HBO: N_("hbo"),
    LearningPath.WO: N_("university (wo)"),
}
CERTIFICATE_STATES = {
    CertificateStatus.VALID: N_("valid"),
    CertificateStatus.EXPIRING: N_("expires soon"),
    CertificateStatus.EXPIRED: N_("expired"),
    CertificateStatus.MISSING: N_("missing"),
    CertificateStatus.NOT_REQUIRED: N_("not required"),
}
CONDITIONS = {
    AccreditationCondition.WORKPLACE: N_("A good and safe workplace"),
    AccreditationCondition.LEARNING_PLACE: N_("Work that belongs to the occupation"),
    AccreditationCondition.TRAINER: N_("A trainer with knowledge, time and means"),
    AccreditationCondition.COOPERATION: N_("Cooperation with school and SBB"),
    AccreditationCondition.LISTING: N_("Listed on Stagemarkt and Leerbanenmarkt"),
}
SUPERVISOR_KINDS = {
    SupervisorKind.WORK_SUPERVISOR: N_("Work supervisor"),
    SupervisorKind.WORKPLACE_TRAINER: N_("Workplace trainer"),
    SupervisorKind.WORKPLACE_TRAINER_PLUS: N_("Workplace trainer plus"),
    SupervisorKind.JOB_COACH: N_("Job coach"),
    SupervisorKind.LANGUAGE_COACH: N_("Language and work coach"),
    SupervisorKind.SUPPORT_WORKER: N_("Support worker"),
    SupervisorKind.EXPERT_BY_EXPERIENCE: N_("Expert by experience"),
    SupervisorKind.LANGUAGE_TEACHER: N_("Teacher of Dutch (NT2)"),
    SupervisorKind.LANGUAGE_VOLUNTEER: N_("Language volunteer"),
    SupervisorKind.EMERGENCY_RESPONDER: N_("Emergency responder"),
    SupervisorKind.QUARTERMASTER: N_("Quartermaster or coordinator"),
    SupervisorKind.OTHER: N_("Other"),
}
RETENTION = {
    LegalRole.WMO_PROVIDER: N_("15 years after it was made (Wmo 2015, art. 5.3.4)"),
    LegalRole.CARE_SUBCONTRACTOR: N_("2 years after the end of the trajectory (guideline)"),
    LegalRole.TRAINING_COMPANY: N_("5 years after the school year (practical training scheme)"),
    LegalRole.EMPLOYER: N_("2 years after the end of the employment (guideline)"),
    LegalRole.REINTEGRATION: N_("2 years after the end of the trajectory (guideline)"),
    LegalRole.UNPAID_HOST: N_("2 years after the end of the trajectory (guideline)"),
}
PURPOSES = {
    RecipientKind.PARTICIPANT: N_("For your own file: how it is going and what was agreed"),
    RecipientKind.MUNICIPALITY: N_("Progress of the trajectory for the client"),
    RecipientKind.SCHOOL: N_("Progress of the work placement"),
    RecipientKind.CARE: N_("Progress of the work for the care organisation"),
    RecipientKind.EMPLOYER: N_("Work experience, at the participant's own request"),
    RecipientKind.FUNDER: N_("Progress of the trajectory for the client"),
    RecipientKind.SUBSIDY: N_("Proof of guided weeks, to apply for and account for the subsidy"),
}


def half_days_text(half_days: HalfDays, t: Translate) -> str:
    """'ma ochtend, wo hele dag' in the language of the paper."""
    words = []
    for weekday in sorted({slot.weekday for slot in half_days}):
        parts = [slot.part for slot in half_days if slot.weekday == weekday]
        one = t("morning") if parts[0] is DayPart.MORNING else t("afternoon")
        when = t("all day") if len(parts) == 2 else one
        words.append(f"{t(SHORT_WEEKDAYS[weekday])} {when}")
    return ", ".join(words)


def period_text(starts_on: date, ends_on: date | None, t: Translate) -> str:
    """'01-03-2026 tot en met 31-05-2026', or 'vanaf …' for an open end."""
    if ends_on is None:
        return t("from {start}", start=format_date(starts_on))
    return t(
        "{start} up to and including {end}", start=format_date(starts_on), end=format_date(ends_on)
    )


def money_text(cents: int, language: str) -> str:
    """'€ 1.417,50', in English '€ 1,417.50'."""
    whole = f"{cents // 100:,}.{cents % 100:02d}"
    if language == "nl":
        whole = whole.translate({ord(","): ".", ord("."): ","})
    return f"€\u00a0{whole}"


def hours_text(minutes: int, t: Translate) -> str:
    """Whole hours, as schools count them; a part of an hour is left out."""
    return t("{hours} hours", hours=minutes // 60)


def half_day_count(number: int, t: Translate) -> str:
    """'1 dagdeel', '2 dagdelen'."""
    return t("1 half-day") if number == 1 else t("{number} half-days", number=number)


def duration_text(minutes: int, t: Translate) -> str:
    """'2 uur 15 min'."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return t("{minutes} min", minutes=rest)
    if not rest:
        return t("{hours} hours", hours=hours)
    return t("{hours} hours {minutes} min", hours=hours, minutes=rest)
