"""Goals of a participant in plain words, and scores on work skills over time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class GoalStatus(StrEnum):
    """Where a goal stands."""

    OPEN = "open"
    REACHED = "reached"
    ADJUSTED = "adjusted"
    STOPPED = "stopped"

    @property
    def text(self) -> str:
        return {
            GoalStatus.OPEN: _("working on it"),
            GoalStatus.REACHED: _("reached"),
            GoalStatus.ADJUSTED: _("adjusted"),
            GoalStatus.STOPPED: _("stopped"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What somebody works towards, why, and by when."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    text: str
    reason: str = ""
    competence: str = ""
    set_on: date
    due_on: date | None = None
    status: GoalStatus = GoalStatus.OPEN
    closed_on: date | None = None
    trajectory_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One judgement of one work skill on one scale, by one assessor, on one date, with its
    evidence.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    skill: str
    scale: str = "ZELFST4"
    value: int
    own_value: int | None = None
    on: date
    supervisor_id: UUID | None = None
    evidence: str = ""


def problems(goal: Goal) -> Iterator[Problem]:
    """Everything a save of a goal refuses."""
    if not goal.text.strip():
        yield Problem("text", _("Write the goal in the words of the participant."))
    if goal.due_on and goal.due_on < goal.set_on:
        yield Problem("due_on", _("The date lies before the day on which the goal was set."))
    if goal.closed_on and goal.closed_on < goal.set_on:
        yield Problem("closed_on", _("The date lies before the day on which the goal was set."))
    if goal.status is not GoalStatus.OPEN and goal.closed_on is None:
        yield Problem("closed_on", _("Fill in since when this is so."))


def score_problems(
    score: Score, steps: Iterable[int], today: date, skills: Iterable[str]
) -> Iterator[Problem]:
    """Everything a save of a score refuses; `steps` are the values of its scale (none for a scale
    that isn't there), `skills` the codes of all work skills.
    """
    allowed = tuple(steps)
    if not allowed:
        yield Problem("scale", _("Choose a scale of the list."))
        return
    if score.skill not in tuple(skills):
        yield Problem("skill", _("Choose a work skill."))
    if score.value not in allowed:
        yield Problem("value", _("Choose a step of the scale."))
    if score.own_value is not None and score.own_value not in allowed:
        yield Problem("own_value", _("Choose a step of the scale."))
    if score.on > today:
        yield Problem("on", _("A score can't lie in the future."))
