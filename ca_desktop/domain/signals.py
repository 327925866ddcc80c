"""Signals: what needs somebody's attention, why, and the one thing to do about it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from ca_desktop.i18n import _

SOON_DAYS = 28
TERM_SOON_DAYS = 56


class Urgency(StrEnum):
    """How soon a signal asks for action."""

    OVERDUE = "overdue"
    THIS_WEEK = "this_week"
    SOON = "soon"

    @property
    def text(self) -> str:
        return {
            Urgency.OVERDUE: _("Overdue"),
            Urgency.THIS_WEEK: _("This week"),
            Urgency.SOON: _("Soon"),
        }[self]


class SignalKind(StrEnum):
    """What a signal is about."""

    REVIEW = "review"
    REASSESSMENT = "reassessment"
    NO_STUDENT = "no_student"
    SBB_CHECK = "sbb_check"
    CERTIFICATE = "certificate"
    MISSING_PAPER = "missing_paper"
    TRAINER_PAPER = "trainer_paper"
    OVERLOAD = "overload"
    NO_DEPUTY = "no_deputy"
    NO_SUPERVISOR = "no_supervisor"
    FOLLOW_UP = "follow_up"
    PLACE_FREE = "place_free"
    TRAJECTORY_ENDS = "trajectory_ends"
    EVALUATION = "evaluation"
    LONGEST_TIME = "longest_time"
    DOCUMENT = "document"
    CITIZEN_NUMBER = "citizen_number"
    RECOVERY_SHEET = "recovery_sheet"
    OPEN_ACCOUNT = "open_account"
    AFTERCARE = "aftercare"
    NO_NEXT_STEP = "no_next_step"
    CLOSE_FILE = "close_file"
    PRACTICE_AGREEMENT = "practice_agreement"
    PRACTICE_COVER = "practice_cover"
    PRACTICE_WORK = "practice_work"
    PRACTICE_HOURS = "practice_hours"
    PRACTICE_WEEK = "practice_week"
    MINOR = "minor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One line on Vandaag: who, what, why, the page and record (or part of that page) where it is
    settled. `section` and `child` point inside the file of that record.
    """

    kind: SignalKind
    urgency: Urgency
    who: str
    what: str
    action: str
    page: str
    record_id: UUID | str | None
    due_on: date | None
    participant_id: UUID | None = None
    section: str = ""
    child: UUID | str | None = None


def urgency_of(due_on: date, today: date, soon_days: int = SOON_DAYS) -> Urgency | None:
    """Before today is overdue, the coming seven days this week, then soon; later is no signal
    yet.
    """
    days = (due_on - today).days
    if days < 0:
        return Urgency.OVERDUE
    if days < 7:
        return Urgency.THIS_WEEK
    return Urgency.SOON if days <= soon_days else None


def forecast_urgency(expected_on: date, today: date, soon_days: int) -> Urgency | None:
    """The same for a day that was only expected: nothing is ever overdue."""
    urgency = urgency_of(expected_on, today, soon_days)
    return Urgency.THIS_WEEK if urgency is Urgency.OVERDUE else urgency


def others(kind: SignalKind, due_on: date, today: date, page: str, shown: int) -> Signal:
    """The line that says there are more than these `shown`; this page has them all."""
    return Signal(
        kind=kind,
        urgency=urgency_of(due_on, today) or Urgency.SOON,
        who=_("And others"),
        what=_("Only the first {n} of this kind stand here.", n=shown),
        action=_("Open the list"),
        page=page,
        record_id=None,
        due_on=due_on,
    )
