"""What makes a placement fit or not: conditions, each with its reason, its source and its record.

Never a score, never a decision: people decide, and what does not fit is said in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ca_desktop.i18n import _


class Verdict(StrEnum):
    """What is known of one condition."""

    FITS = "fits"
    DOES_NOT_FIT = "does_not_fit"
    UNKNOWN = "unknown"

    @property
    def text(self) -> str:
        return {
            Verdict.FITS: _("fits"),
            Verdict.DOES_NOT_FIT: _("does not fit"),
            Verdict.UNKNOWN: _("not known"),
        }[self]


class Weight(StrEnum):
    """What follows when a condition does not fit: LAW stops the placement, REASON asks why it is
    made all the same, ADVICE only tells.
    """

    LAW = "law"
    REASON = "reason"
    ADVICE = "advice"


class ConditionKind(StrEnum):
    """What a condition is about, in the order in which people read them."""

    STAGE = "stage"
    OTHER_PLACEMENT = "other_placement"
    MINOR = "minor"
    TRAJECTORY = "trajectory"
    LONGEST_TIME = "longest_time"
    STUDENT = "student"
    AVAILABILITY = "availability"
    PLACES = "places"
    GUIDANCE = "guidance"
    SUPERVISOR = "supervisor"
    COMPETENCE = "competence"
    LANGUAGE = "language"
    WORKPLACE = "workplace"
    MACHINES = "machines"
    GROWTH = "growth"

    @property
    def text(self) -> str:
        return {
            ConditionKind.STAGE: _("Where the file stands"),
            ConditionKind.OTHER_PLACEMENT: _("Other placements"),
            ConditionKind.MINOR: _("Under 18"),
            ConditionKind.TRAJECTORY: _("Trajectory"),
            ConditionKind.LONGEST_TIME: _("Longest time"),
            ConditionKind.STUDENT: _("Internship"),
            ConditionKind.AVAILABILITY: _("Availability"),
            ConditionKind.PLACES: _("Room in the role"),
            ConditionKind.GUIDANCE: _("Guidance"),
            ConditionKind.SUPERVISOR: _("Papers of the supervisor"),
            ConditionKind.COMPETENCE: _("Competence"),
            ConditionKind.LANGUAGE: _("Language"),
            ConditionKind.WORKPLACE: _("Workplace agreements"),
            ConditionKind.MACHINES: _("Machines"),
            ConditionKind.GROWTH: _("What there is to learn"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Where the record behind a condition stands: a page, a section of its file, and in there
    the very goal, trajectory or certificate.
    """

    page: str
    record_id: UUID
    section: str = ""
    child: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One condition for one person in one role; `detail` tells two of one kind apart."""

    kind: ConditionKind
    detail: str = ""
    verdict: Verdict
    weight: Weight
    reason: str
    source: str
    record: Record | None = None

    @property
    def code(self) -> str:
        """'competence:T': how a written reason finds its condition."""
        return f"{self.kind}:{self.detail}" if self.detail else str(self.kind)

    @property
    def stops(self) -> bool:
        """Whether no reason can overrule it."""
        return self.verdict is Verdict.DOES_NOT_FIT and self.weight is Weight.LAW

    @property
    def asks_reason(self) -> bool:
        """Whether the placement needs a written reason."""
        return self.verdict is Verdict.DOES_NOT_FIT and self.weight is Weight.REASON


class MatchGroup(StrEnum):
    """A shortlist is sorted in three groups by what does not fit, and by name within each."""

    NOTHING_AGAINST = "nothing_against"
    NEEDS_A_TALK = "needs_a_talk"
    NOT_POSSIBLE = "not_possible"

    @property
    def text(self) -> str:
        return {
            MatchGroup.NOTHING_AGAINST: _("Nothing that does not fit"),
            MatchGroup.NEEDS_A_TALK: _("Something does not fit: talk about it"),
            MatchGroup.NOT_POSSIBLE: _("Not possible now"),
        }[self]


def group_of(conditions: Iterable[Condition]) -> MatchGroup:
    """In which group of a shortlist these conditions put somebody."""
    found = tuple(conditions)
    if any(one.stops for one in found):
        return MatchGroup.NOT_POSSIBLE
    if any(one.asks_reason for one in found):
        return MatchGroup.NEEDS_A_TALK
    return MatchGroup.NOTHING_AGAINST


def count(conditions: Iterable[Condition], verdict: Verdict) -> int:
    """How many conditions have this verdict."""
    return sum(one.verdict is verdict for one in conditions)
