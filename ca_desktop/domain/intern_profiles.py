"""What interns of each kind of education do here and ask of us, and how much guidance to propose.

Path and level of the mbo decide; a target group is never read for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ca_desktop.domain.catalogue_entries import Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.resources import resource

_HIGHER = frozenset({LearningPath.HBO, LearningPath.WO})


@dataclass(frozen=True, slots=True, kw_only=True)
class InternProfile:
    """One kind of education: the assignment, what is asked, the guidance and who gives it."""

    code: str
    name: Text
    assignment: Text
    demands: Text
    guidance: Text
    guided_by: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class InternAdvice:
    """A profile with the level of guidance that is proposed: in the first weeks, and after them."""

    profile: InternProfile
    at_start: int
    after: int
    weeks: int


@cache
def intern_profiles() -> tuple[InternProfile, ...]:
    """Every profile of the catalogue."""
    table = read_table(resource("catalogue", "intern_profiles.toml"))
    return read_entries(InternProfile, table, "profiles")


def profile_of(path: LearningPath, level: int) -> InternProfile | None:
    """The profile of this path and level; None for an mbo path whose level is not known."""
    outside = "higher" if path in _HIGHER else "school"
    code = f"mbo_{level}" if path.is_mbo else outside
    return next((one for one in intern_profiles() if one.code == code), None)


def advice_of(path: LearningPath, level: int, settings: Mapping[str, int]) -> InternAdvice | None:
    """The profile with what the centre's settings propose."""
    profile = profile_of(path, level)
    if profile is None:
        return None
    return InternAdvice(
        profile=profile,
        at_start=settings[f"intern_start_{profile.code}"],
        after=settings[f"intern_after_{profile.code}"],
        weeks=settings["start_phase_weeks"],
    )
