"""Settings of the centre that are numbers: declared once in the catalogue, with what the centre
changed kept as rows in the store.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from uuid import UUID, uuid4

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_entries import NO_TEXT, Origin, Text
from ca_desktop.domain.catalogue_reading import read_entries, read_table
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _, current_language
from ca_desktop.resources import resource

LEVELS = 6
_MINUTES = "intensity_minutes_"
_ASSUMED = ("[design]", "Eigen aanname")


class SettingType(StrEnum):
    """What can be filled in for a setting."""

    WHOLE = "whole"


@dataclass(frozen=True, slots=True, kw_only=True)
class CentreSetting:
    """One setting that the centre changed; where there is no row, the shipped default holds."""

    id: UUID = field(default_factory=uuid4)
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredSetting:
    """What a setting means, between which bounds it lies, and where its default comes from."""

    key: str
    section: str
    type: SettingType
    default: int = 0
    least: int
    most: int
    unit: Text
    name: Text
    help: Text = NO_TEXT
    origin: Origin

    def problem(self, value: int | None) -> Problem | None:
        """The problem of a value outside the bounds, or None."""
        if value is not None and self.least <= value <= self.most:
            return None
        return Problem(
            self.key,
            _("Choose between {least} and {most}.", least=self.least, most=self.most),
        )


@cache
def declared_settings() -> tuple[DeclaredSetting, ...]:
    """All settings, in the order of the page; the minutes of a level come from the intensities."""
    table = read_table(resource("catalogue", "centre_settings.toml"))
    return tuple(map(_with_intensity, read_entries(DeclaredSetting, table, "settings")))


def _with_intensity(setting: DeclaredSetting) -> DeclaredSetting:
    if not setting.key.startswith(_MINUTES):
        return setting
    level = load_catalogue().intensity(int(setting.key.removeprefix(_MINUTES)))
    return replace(
        setting,
        default=level.minutes_per_hour,
        name=Text(
            nl=f"{setting.name.nl}: {level.name.nl.casefold()}",
            en=f"{setting.name.en}: {level.name.en.casefold()}",
        ),
        help=Text(nl=level.typical.nl, en=level.typical.en),
        origin=level.origin,
    )


def setting_values(kept: Iterable[CentreSetting]) -> dict[str, int]:
    """The value of every setting: what the centre kept, else the default.

    A row that can't be read, of another version of the program, gives the default.
    """
    rows = {one.name: one.value for one in kept}
    return {
        one.key: int(rows[one.key]) if rows.get(one.key, "").isdecimal() else one.default
        for one in declared_settings()
    }


def problems(values: Mapping[str, int | None]) -> Iterator[Problem]:
    """Everything a save of the settings refuses."""
    for one in declared_settings():
        problem = one.problem(values.get(one.key))
        if problem:
            yield problem
            return
    minutes = [values[f"{_MINUTES}{level}"] or 0 for level in range(LEVELS)]
    for level in range(1, LEVELS):
        if minutes[level] < minutes[level - 1]:
            yield Problem(
                f"{_MINUTES}{level}",
                _("A higher level can't have fewer minutes than the level below it."),
            )
    if (values["tight_above"] or 0) > (values["over_above"] or 0):
        yield Problem("over_above", _("This lies below the limit of “tight”. Choose it higher."))


def minutes_of_levels(values: Mapping[str, int]) -> tuple[int, ...]:
    """Minutes of guidance per hour present, of level 0 to 5."""
    return tuple(values[f"{_MINUTES}{level}"] for level in range(LEVELS))


def source_words(setting: DeclaredSetting) -> str:
    """Where the default comes from, as it is said under the field."""
    if not setting.origin.source.startswith(_ASSUMED):
        return _(
            "Default: {value} {unit}. Source: {source} ({day:%d-%m-%Y}).",
            value=setting.default,
            unit=setting.unit.in_(current_language()),
            source=setting.origin.source,
            day=setting.origin.valid_from,
        )
    return _(
        "Default: {value} {unit} (assumption of {day:%d-%m-%Y}, no official norm).",
        value=setting.default,
        unit=setting.unit.in_(current_language()),
        day=setting.origin.valid_from,
    )
