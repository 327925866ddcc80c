"""The sentences of the demo centre, read once from `resources/demo` and made ready to fill in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ca_desktop.domain.entries import GuidanceForm, Visibility
from ca_desktop.resources import resource

_SENTENCE_START = re.compile(r"(^|[.!?\n] |\n)\{(ding|naam|aantal)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One text for a guidance note; slots stand between braces."""

    form: GuidanceForm
    text: str
    agreement: str = ""
    days: int = 0
    stage: str = ""
    groups: frozenset[str] = frozenset()
    visibility: Visibility | None = None
    absent: bool = False

    def fits(self, group: str, stage: str) -> bool:
        """Whether this text suits somebody of this group at this stage ('start' or 'later')."""
        return (not self.groups or group in self.groups) and self.stage in ("", stage)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoTexts:
    """Everything that the demo centre says, as it stands in the files."""

    centre: Mapping[str, Any]
    people: Mapping[str, Any]
    names: Mapping[str, Any]
    personas: tuple[Mapping[str, Any], ...]
    notes: Mapping[str, tuple[Note, ...]]
    things: Mapping[str, tuple[str, ...]]
    mornings: tuple[str, ...]
    afternoons: tuple[str, ...]
    weekdays: tuple[str, ...]
    amounts: tuple[str, ...]


@cache
def demo_texts() -> DemoTexts:
    """The texts, read once per process."""
    work = _read("entries")
    talks = _read("talks")
    return DemoTexts(
        centre=_read("centre"),
        people=_read("people"),
        names=_read("names"),
        personas=tuple(_read("personas")["personas"]),
        notes={
            **{role: tuple(map(note_of, notes)) for role, notes in work["notes"].items()},
            **{
                form: tuple(note_of({"form": form, **note}) for note in notes)
                for form, notes in talks["notes"].items()
            },
        },
        things={role: tuple(things) for role, things in work["ding"].items()},
        mornings=tuple(work["ochtend"]),
        afternoons=tuple(work["middag"]),
        weekdays=tuple(work["dag"]),
        amounts=tuple(work["aantal"]),
    )


def note_of(table: Mapping[str, Any]) -> Note:
    """A note as it stands in a file, with capitals where a slot begins a sentence."""
    visibility = table.get("visibility")
    return Note(
        form=GuidanceForm(table["form"]),
        text=_capitals(table["text"]),
        agreement=_capitals(table.get("agreement", "")),
        days=table.get("days", 0),
        stage=table.get("stage", ""),
        groups=frozenset(table.get("groups", ())),
        visibility=Visibility(visibility) if visibility else None,
        absent=table.get("absent", False),
    )


def _capitals(text: str) -> str:
    return _SENTENCE_START.sub(lambda found: f"{found[1]}{{{found[2].capitalize()}}}", text)


def _read(name: str) -> dict[str, Any]:
    with resource("demo", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
