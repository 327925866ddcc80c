"""Students: who learns at a school and practises here, as one list of practice agreements."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.i18n import _

MOST_LINES = 500


class PracticeTime(StrEnum):
    """When a practice is: today lies in it, before it, or after it."""

    NOW = "now"
    SOON = "soon"
    PAST = "past"

    @property
    def text(self) -> str:
        return {
            PracticeTime.NOW: _("Now"),
            PracticeTime.SOON: _("Still to begin"),
            PracticeTime.PAST: _("Over"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentFilter:
    """Which agreements are asked for; None and False leave a filter out."""

    time: PracticeTime | None = None
    school_id: UUID | None = None
    learning_path: LearningPath | None = None
    phase: PracticePhase | None = None
    unsigned: bool = False
    not_covered: bool = False
