"""Hours that an mbo programme has to hold, per learning path: dated data of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from ca_desktop.domain.catalogue_entries import Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class HourNorm:
    """Hours that a programme has to hold: per study year (`years` 0) or for the whole study."""

    code: str
    learning_path: LearningPath
    levels: tuple[int, ...]
    years: int
    guided: int
    practice: int
    total: int
    name: Text
    origin: Origin


@cache
def hour_norms() -> tuple[HourNorm, ...]:
    """Every norm of the catalogue."""
    return read_entries(HourNorm, read_table(resource("catalogue", "practice_hours.toml")), "norms")


def norms_for(path: LearningPath, level: int) -> Sequence[HourNorm]:
    """The norms that may hold for this path and level; none outside bol and bbl."""
    return [one for one in hour_norms() if one.learning_path is path and level in one.levels]


def per_week(hours: int, weeks: int) -> Fraction:
    """Hours a week when these hours are spread over so many weeks."""
    return Fraction(hours, weeks) if weeks > 0 else Fraction(0)
