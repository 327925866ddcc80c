"""The plan for one person of the demo centre, before anything is dated."""

from dataclasses import dataclass

from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal
from ca_desktop.services.demo.texts import Note

INTENSIVE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """A note that belongs to one persona, written so many weeks ago."""

    weeks: int
    minutes: int
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """A second trajectory beside the first: for another partner, on other half-days."""

    partner: str
    legal_role: LegalRole
    purpose: str
    goal: TrajectoryGoal
    goal_text: str
    role: str
    half_days: tuple[str, ...]
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """For whom the first year was, where that was another partner in another legal role."""

    partner: str
    legal_role: LegalRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """Half-days on which a persona was away, so many weeks ago."""

    weeks: int
    half_days: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A plan for one person. `group` steers the plan; it is recorded only where that is allowed."""

    number: int
    first: str
    prefix: str
    last: str
    is_woman: bool
    age: int
    language: str
    group: str
    role: str
    supervisor: str
    half_days: tuple[str, ...]
    partner: str
    legal_role: LegalRole
    goal: TrajectoryGoal
    goal_text: str
    months: int
    level: int
    intensity: int
    agreements: tuple[str, ...]
    ends_after: int | None = None
    goals: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[OwnNote, ...] = ()
    also: Also | None = None
    before: Before | None = None
    missed: Missed | None = None

    @property
    def is_persona(self) -> bool:
        return bool(self.notes)

    @property
    def is_intensive(self) -> bool:
        """Whether somebody is guided at least every two weeks."""
        return self.intensity >= INTENSIVE

    @property
    def call_name(self) -> str:
        """How a supervisor writes about this person."""
        return self.first or f"meneer {self.prefix.capitalize()} {self.last}"
