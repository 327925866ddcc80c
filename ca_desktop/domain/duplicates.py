"""Who may be in the store already: what a new person has in common with a known one."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from uuid import UUID

from ca_desktop.domain.folding import fold
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.phones import phone_digits
from ca_desktop.i18n import _

SIMILAR = 0.75  # of the letters of a name, as difflib counts them
MOST_SHOWN = 5


class Likeness(StrEnum):
    """What two files have in common, the strongest first."""

    BIRTH_DATE = "birth_date"
    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"

    @property
    def text(self) -> str:
        return {
            Likeness.BIRTH_DATE: _("same date of birth and a name that looks like it"),
            Likeness.NAME: _("same name"),
            Likeness.PHONE: _("same phone"),
            Likeness.EMAIL: _("same email"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyFile:
    """A file that may be of the same person, and why."""

    participant_id: UUID
    number: int
    name: PersonName
    why: tuple[Likeness, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyFiles:
    """What was found within reach; `elsewhere` says only that there is something outside it."""

    found: tuple[LikelyFile, ...] = ()
    elsewhere: bool = False

    def __bool__(self) -> bool:
        return bool(self.found) or self.elsewhere


def likeness(new: Participant, known: Participant) -> tuple[Likeness, ...]:
    """Everything that says that these two may be one person; nothing where they differ."""
    found = []
    same_day = new.born_on is not None and new.born_on == known.born_on
    if same_day and is_similar(new.name, known.name):
        found.append(Likeness.BIRTH_DATE)
    if is_same(new.name, known.name):
        found.append(Likeness.NAME)
    if dialled(new.phone) and dialled(new.phone) == dialled(known.phone):
        found.append(Likeness.PHONE)
    if new.email.strip() and fold(new.email) == fold(known.email):
        found.append(Likeness.EMAIL)
    return tuple(found)


def likely(new: Participant, known: Iterable[Participant]) -> tuple[LikelyFile, ...]:
    """The files that may be of this person, those with most in common first."""
    found = [
        LikelyFile(participant_id=one.id, number=one.number, name=one.name, why=why)
        for one in known
        if one.id != new.id and (why := likeness(new, one))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.why), one.number)))


def is_same(one: PersonName, other: PersonName) -> bool:
    """Whether first and last name are the same but for capitals and accents; the prefix, which
    people leave out, does not count. One name alone says too little.
    """
    mine, theirs = _words(one), _words(other)
    return len(mine) > 1 and mine == theirs


def is_similar(one: PersonName, other: PersonName) -> bool:
    """Whether a name may be the other one, misspelt, turned around or half filled in."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    if set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return True
    return SequenceMatcher(None, " ".join(mine), " ".join(theirs)).ratio() >= SIMILAR


def dialled(phone: str) -> str:
    """The digits that tell phones apart, without the zero in front; '' when it is no number."""
    return phone_digits(phone).removeprefix("+").lstrip("0")


def _words(name: PersonName) -> list[str]:
    return sorted(fold(f"{name.first} {name.last}").split())
