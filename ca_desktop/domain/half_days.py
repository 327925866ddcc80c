"""Half-days (dagdelen): weekday × morning or afternoon, the slots in which a centre plans
people.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ca_desktop.i18n import N_, _

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
SHORT_WEEKDAYS = (N_("Mo"), N_("Tu"), N_("We"), N_("Th"), N_("Fr"), N_("Sa"), N_("Su"))


class DayPart(StrEnum):
    """Morning or afternoon."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    @property
    def text(self) -> str:
        return _("morning") if self is DayPart.MORNING else _("afternoon")


@dataclass(frozen=True, slots=True, order=True)
class HalfDay:
    """One slot of the week; weekday 0 is Monday."""

    weekday: int
    part: DayPart

    @property
    def code(self) -> str:
        """'0m' is Monday morning, '4a' Friday afternoon: how it is stored."""
        return f"{self.weekday}{self.part.value[0]}"

    @classmethod
    def from_code(cls, code: str) -> "HalfDay":
        part = DayPart.MORNING if code[1] == "m" else DayPart.AFTERNOON
        return cls(int(code[0]), part)

    @property
    def _order(self) -> tuple[int, int]:
        return self.weekday, 0 if self.part is DayPart.MORNING else 1


@dataclass(frozen=True, slots=True)
class HalfDays:
    """A set of slots of the week."""

    slots: frozenset[HalfDay] = frozenset()

    @classmethod
    def of(cls, *codes: str) -> "HalfDays":
        """HalfDays.of('0m', '2a')."""
        return cls(frozenset(HalfDay.from_code(code) for code in codes))

    @classmethod
    def from_iterable(cls, slots: Iterable[HalfDay]) -> "HalfDays":
        return cls(frozenset(slots))

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(slot.code for slot in self)

    def __iter__(self) -> Iterator[HalfDay]:
        return iter(sorted(self.slots, key=lambda slot: slot._order))

    def __len__(self) -> int:
        return len(self.slots)

    def __contains__(self, slot: object) -> bool:
        return slot in self.slots

    def __and__(self, other: "HalfDays") -> "HalfDays":
        return HalfDays(self.slots & other.slots)

    def on(self, day: date) -> tuple[DayPart, ...]:
        """The parts of this date that are in the set."""
        return tuple(slot.part for slot in self if slot.weekday == day.weekday())

    @property
    def text(self) -> str:
        """'ma ochtend, wo hele dag'."""
        words = []
        for weekday in sorted({slot.weekday for slot in self.slots}):
            parts = [slot.part for slot in self if slot.weekday == weekday]
            when = _("all day") if len(parts) == 2 else parts[0].text
            words.append(f"{_(SHORT_WEEKDAYS[weekday])} {when}")
        return ", ".join(words)
