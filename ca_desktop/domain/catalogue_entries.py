"""What the catalogue says of people and work, Dutch and English together, one dataclass per kind.

The names of the fields are the keys in `resources/catalogue/*.toml`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the catalogue."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """The text in a language; Dutch where the catalogue doesn't have that language."""
        return self.en if language == "en" else self.nl


NO_TEXT = Text("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a value comes from, since when it holds, and when somebody last compared the two."""

    source: str
    valid_from: date
    checked_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntry:
    """An entry with a code, a name and an explanation; the kinds below add what they need."""

    code: str
    name: Text
    description: Text = NO_TEXT
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueCompetence:
    """One of the 25 mbo competences A–Y, with a sentence of what one can see."""

    letter: str
    name: Text
    observable: Text
    origin: Origin

    @property
    def code(self) -> str:
        return self.letter


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSkill:
    """Something a supervisor can see of somebody at work, and the competences it belongs to."""

    code: str
    group: str
    name: Text
    competences: tuple[str, ...]
    observable: Text
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleStep:
    """One value of a scale; `code` only where a word is kept, such as a language level."""

    value: int
    code: str = ""
    label: Text
    sentence: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A scale for scores: either steps with words, or a range from minimum to maximum."""

    code: str
    name: Text
    use: Text
    default: bool = False
    minimum: int | None = None
    maximum: int | None = None
    steps: tuple[ScaleStep, ...] = ()
    origin: Origin

    @property
    def lowest(self) -> int:
        return self.steps[0].value if self.steps else self.minimum or 0

    @property
    def highest(self) -> int:
        return self.steps[-1].value if self.steps else self.maximum or 0

    def step(self, value: int) -> ScaleStep | None:
        """The step of a value, or None for a value without words."""
        return next((step for step in self.steps if step.value == value), None)


class Recordable(StrEnum):
    """Whether a target group may be recorded on a person."""

    YES = "yes"
    UNDER_LEGAL_ROLE = "under_legal_role"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup:
    """A target group. The suggested intensities (0–5) are hints beside a field, never filled in."""

    code: str
    active: bool
    name: Text
    description: Text
    guidance: Text
    recordable: Recordable
    legal_roles: tuple[str, ...]
    hint: Text
    suggested_start: int
    suggested_after: int
    suggestion_note: Text = NO_TEXT
    extra_supervisors: tuple[str, ...]
    origin: Origin

    @property
    def is_never_recorded(self) -> bool:
        return self.recordable is Recordable.NEVER

    def may_be_recorded(self, legal_role: str | None) -> bool:
        """Whether a trajectory under this legal role (None: no trajectory) allows the label."""
        if self.recordable is Recordable.YES:
            return True
        return self.recordable is Recordable.UNDER_LEGAL_ROLE and legal_role in self.legal_roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Intensity:
    """A level of guidance, in minutes per hour that somebody is present."""

    level: int
    name: Text
    minutes_per_hour: int
    ratio: Text
    typical: Text
    origin: Origin

    @property
    def code(self) -> str:
        return str(self.level)
