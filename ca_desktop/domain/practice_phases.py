"""What is to be done in each phase of a practice, and by whom: dated data of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ca_desktop.domain.catalogue_entries import Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.practice_agreements import PracticePhase
from ca_desktop.i18n import _
from ca_desktop.resources import resource


class PhaseActor(StrEnum):
    """Whose step it is."""

    US = "us"
    SCHOOL = "school"
    STUDENT = "student"

    @property
    def text(self) -> str:
        return {
            PhaseActor.US: _("Us"),
            PhaseActor.SCHOOL: _("School"),
            PhaseActor.STUDENT: _("Student"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseStep:
    """One step of a phase."""

    phase: PracticePhase
    who: PhaseActor
    text: Text
    origin: Origin


@cache
def phase_steps() -> tuple[PhaseStep, ...]:
    """Every step, phase after phase."""
    table = read_table(resource("catalogue", "practice_phases.toml"))
    return read_entries(PhaseStep, table, "steps")


def steps_of(phase: PracticePhase) -> Sequence[PhaseStep]:
    """What is to be done in this phase."""
    return [step for step in phase_steps() if step.phase is phase]
