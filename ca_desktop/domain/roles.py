"""Roles (functies): the profile of the work, taken from the catalogue and edited by the centre."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.i18n import _


class Grade(StrEnum):
    """How suitable a role usually is for a group: a suggestion for a talk, never a decision."""

    VERY_SUITABLE = "very_suitable"
    CONDITIONS = "conditions"
    INTENSIVE = "intensive"
    NOT_DEFAULT = "not_default"

    @property
    def symbol(self) -> str:
        return {"very_suitable": "●●", "conditions": "●", "intensive": "○", "not_default": "–"}[
            self.value
        ]

    @property
    def text(self) -> str:
        return {
            Grade.VERY_SUITABLE: _("very suitable"),
            Grade.CONDITIONS: _("suitable with conditions"),
            Grade.INTENSIVE: _("only with intensive guidance"),
            Grade.NOT_DEFAULT: _("not a usual choice"),
        }[self]


@dataclass(frozen=True, slots=True)
class RoleTask:
    """One task of a role; `machine` tasks ask for an authorisation and expert supervision of
    minors.
    """

    code: str
    text: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class RoleCompetence:
    """A competence (letter A–Y) and, where it is a minimum, its level on ZELFST4; 0 for
    developable.
    """

    competence: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Suitability:
    """The usual suitability for one target group, with a short condition."""

    group: str
    grade: Grade
    note: str = ""


@dataclass(frozen=True, slots=True)
class InternProfile:
    """What an intern of one education type does and needs."""

    education_type: str
    assignment: str
    requirements: str
    guidance: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleProfile:
    """The texts of a role in one language; a centre edits its own copy."""

    id: UUID = field(default_factory=uuid4)
    role_id: UUID
    language: str
    name: str
    purpose: str = ""
    tasks: tuple[RoleTask, ...] = ()
    minimum: tuple[RoleCompetence, ...] = ()
    developable: tuple[RoleCompetence, ...] = ()
    suitability: tuple[Suitability, ...] = ()
    steering: str = ""
    safety: tuple[str, ...] = ()
    protective_equipment: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    intern_profiles: tuple[InternProfile, ...] = ()
    growth: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role at this centre; `key` is what people and commands call it ('sorteren')."""

    id: UUID = field(default_factory=uuid4)
    number: int
    key: str
    is_active: bool = True
    places: int = 0
    intensity: int = 2
    language_level: str = "pre_a1"
    demands: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()
    icon: str = "briefcase"
    qualification_codes: tuple[str, ...] = ()
    catalogue_source: str = ""
    contact_supervisor_id: UUID | None = None


def problems(role: Role) -> Iterator[Problem]:
    """Everything a save of a role refuses."""
    if not role.key.strip() or " " in role.key:
        yield Problem("key", _("Give the role a short key without spaces."))
    if not 0 <= role.places <= 500:
        yield Problem("places", _("Choose between 0 and 500 places."))
    if not 0 <= role.intensity <= 5:
        yield Problem("intensity", _("Choose an intensity from 0 to 5."))


def profile_problems(profile: RoleProfile) -> Iterator[Problem]:
    """Everything a save of a profile refuses."""
    if not profile.name.strip():
        yield Problem("name", _("Give the role a name."))
    if not profile.tasks:
        yield Problem("tasks", _("Write at least one task."))
    for competence in (*profile.minimum, *profile.developable):
        if len(competence.competence) != 1 or not "A" <= competence.competence <= "Y":
            yield Problem("minimum", _("A competence is a letter from A to Y."))
            return


def search_text(role: Role, names: tuple[str, ...]) -> str:
    """The key, number and names in every language, folded."""
    return fold(" ".join((str(role.number), role.key, *names)))
