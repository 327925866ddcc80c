"""Which languages somebody speaks, with a level per skill (the European framework, ERK)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _

SKILLS = ("listening", "reading", "conversation", "speaking", "writing")


class LanguageLevel(StrEnum):
    """A level of the ERK; `pre_a1` is the beginning. Ordered by `rank`."""

    PRE_A1 = "pre_a1"
    A1 = "a1"
    A2 = "a2"
    B1 = "b1"
    B2 = "b2"
    C1 = "c1"

    @property
    def text(self) -> str:
        return "pre-A1" if self is LanguageLevel.PRE_A1 else self.value.upper()

    @property
    def rank(self) -> int:
        """0 for the beginning, 5 for C1."""
        return list(LanguageLevel).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkills:
    """The levels of one person in one language; None where nobody measured it."""

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    language: str
    listening: LanguageLevel | None = None
    reading: LanguageLevel | None = None
    conversation: LanguageLevel | None = None
    speaking: LanguageLevel | None = None
    writing: LanguageLevel | None = None
    measured_on: date | None = None
    source: str = ""

    @property
    def spoken(self) -> LanguageLevel | None:
        """The lowest of what one needs to follow and ask on the floor; None where unknown."""
        known = [
            one for one in (self.listening, self.conversation, self.speaking) if one is not None
        ]
        return min(known, key=lambda one: one.rank, default=None)

    @property
    def text(self) -> str:
        """'luisteren A2, lezen A1': what is known."""
        words = {
            "listening": _("listening"),
            "reading": _("reading"),
            "conversation": _("conversation"),
            "speaking": _("speaking"),
            "writing": _("writing"),
        }
        known = [(words[skill], getattr(self, skill)) for skill in SKILLS]
        return ", ".join(f"{word} {level.text}" for word, level in known if level is not None)


def problems(
    skills: LanguageSkills, others: tuple[LanguageSkills, ...], today: date
) -> Iterator[Problem]:
    """Everything a save refuses; `others` are this person's other languages."""
    if any(one.id != skills.id and one.language == skills.language for one in others):
        yield Problem("language", _("This language is in the list already. Change it there."))
    if skills.measured_on is not None and skills.measured_on > today:
        yield Problem("measured_on", _("This day is still to come."))
