"""The sentences of the demo centre, read once from `resources/demo` and made ready to fill in."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from ca_desktop.domain.entries import GuidanceForm, Visibility
from ca_desktop.resources import resource

_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_SENTENCE_START = re.compile(r"(^|[.!?\n] |\n)\{(ding|naam|aantal)\}")


class When(StrEnum):
    """On which kind of day a text belongs."""

    THERE = "there"
    LATE = "late"
    ELSEWHERE = "elsewhere"
    EXCUSED = "excused"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One text for a guidance note; slots stand between braces.

    What it claims stands beside it: `share` (of the half-days present) and `reported` (days away
    with a message), both over the last `weeks`, and `months` since the start.
    """

    form: GuidanceForm
    text: str
    agreement: str = ""
    days: int = 0
    stage: str = ""
    groups: frozenset[str] = frozenset()
    visibility: Visibility | None = None
    minutes: int = 0
    when: When = When.THERE
    weeks: int = 0
    share: tuple[float, ...] = ()
    reported: int | None = None
    months: tuple[int, ...] = ()
    adults: bool = False

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
    summaries: tuple[Mapping[str, Any], ...]
    documents: tuple[Mapping[str, Any], ...]
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
        summaries=tuple(_read("summaries")["summaries"]),
        documents=tuple(_read("documents")["documents"]),
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
        minutes=table.get("minutes", 0),
        when=When(table.get("when", When.THERE)),
        weeks=table.get("weeks", 0),
        share=tuple(table.get("share", ())),
        reported=table.get("reported"),
        months=tuple(table.get("months", ())),
        adults=table.get("adults", False),
    )


def in_words(number: int) -> str:
    """A small number in words, as it stands in a sentence."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _capitals(text: str) -> str:
    return _SENTENCE_START.sub(lambda found: f"{found[1]}{{{found[2].capitalize()}}}", text)


def _read(name: str) -> dict[str, Any]:
    with resource("demo", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
