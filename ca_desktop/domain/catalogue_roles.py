"""The roles of the catalogue, as `resources/catalogue/roles/<key>.toml` describes them."""

from dataclasses import dataclass

from ca_desktop.domain.catalogue_entries import NO_TEXT, Origin, Text
from ca_desktop.domain.roles import Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueTask:
    """One task; `machine`: it is done at a machine that somebody has to be authorised for."""

    code: str
    text: Text
    machine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueMinimum:
    """A competence that somebody needs at the start, with its level on the scale ZELFST4."""

    competence: str
    level: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDevelopable:
    """A competence that somebody can develop in this role."""

    competence: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueSuitability:
    """How suitable the role usually is for a target group: a suggestion, never a decision."""

    group: str
    grade: Grade
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueLine:
    """A line of text, with a code for an icon, and a source where it states a fact."""

    code: str = ""
    text: Text
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueProfile:
    """What an intern of one education type does and needs."""

    type: str
    assignment: Text
    requirements: Text
    guidance: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRole:
    """A role as shipped. `guidance_intensity` is a level 0–5, `language_level` a code of ERK;
    `demands` and `machines` are codes of those lists.
    """

    key: str
    optional: bool = False
    places: int
    guidance_intensity: int
    language_level: str
    icon: str
    demands: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()
    name: Text
    purpose: Text
    steering: Text
    tasks: tuple[CatalogueTask, ...]
    minimum: tuple[CatalogueMinimum, ...]
    developable: tuple[CatalogueDevelopable, ...]
    suitability: tuple[CatalogueSuitability, ...]
    safety: tuple[CatalogueLine, ...]
    protective_equipment: tuple[CatalogueLine, ...]
    conditions: tuple[CatalogueLine, ...]
    cautions: tuple[CatalogueLine, ...] = ()
    qualifications: tuple[str, ...] = ()
    profiles: tuple[CatalogueProfile, ...] = ()
    growth: Text
    origin: Origin

    @property
    def code(self) -> str:
        return self.key
