"""Which text tells of a contact: one that is true on that day and was not used within a year."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.person import Person
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.texts import DemoTexts, Note, When

START_DAYS = 56
YEAR = 366
_MONTH = 30.4
_CALLS = (When.ELSEWHERE, When.ELSEWHERE, When.ELSEWHERE, When.EXCUSED, When.UNKNOWN, When.LATE)
_TALKS = ("progress_talk", "progress_talk", "progress_talk", "evaluation", "evaluation", "incident")
_LANGUAGE_GROUPS = frozenset({"ST", "LG"})
_SCHOOL_GROUPS = frozenset({"VS", "MB1", "MB2", "MB3", "MB4"})
_PARTNER_GROUPS = frozenset({"PW", "EX", "WW", "LG", "ST", "WM", "HB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One life, what is recorded of it, and when each text was used about it."""

    life: Life
    register: Register
    used: dict[str, list[date]] = field(default_factory=dict)

    def is_new(self, note: Note, day: date) -> bool:
        """Whether a year lies between this day and each time that the text was used."""
        return all(abs((day - other).days) >= YEAR for other in self.used.get(note.text, ()))

    def use(self, note: Note, day: date) -> Note:
        """The note; it counts as used."""
        self.used.setdefault(note.text, []).append(day)
        return note


class Choosing:
    """Chooses texts."""

    def __init__(self, chance: Chance, texts: DemoTexts) -> None:
        self._chance = chance
        self._notes = texts.notes
        self._fitting: dict[tuple[str, str, str], tuple[Note, ...]] = {}

    def note(self, told: Told, day: date, role: str) -> Note:
        """The text of a contact on a day on which somebody was there."""
        life = told.life
        stage = "start" if (day - life.participant.starts_on).days < START_DAYS else "later"
        group = life.person.group
        kinds = self._kinds(life.person, role, stage)
        for kind in kinds:
            left = [n for n in self._fit(kind, group, stage) if told.is_new(n, day)]
            while left:
                note = left.pop(int(self._chance.random() * len(left)))
                if is_true(note, told, day):
                    return told.use(note, day)
        able = [n for n in self._fit(role, group, stage) if is_true(n, told, day)]
        return told.use(min(able, key=lambda note: max(told.used[note.text])), day)

    def call_kind(self) -> When:
        """On which kind of day a telephone call falls."""
        return self._chance.one_of(_CALLS)

    def call(self, told: Told, day: date, when: When) -> Note | None:
        """The text of a telephone call, or None where all were used."""
        left = [n for n in self._notes["phone"] if n.when is when and told.is_new(n, day)]
        return told.use(self._chance.one_of(left), day) if left else None

    def _kinds(self, person: Person, role: str, stage: str) -> Iterator[str]:
        """A kind by chance, and where all its texts were used, the others."""
        others = (role, "progress_talk", "evaluation", "house_rules")
        language = ("language",) if person.group in _LANGUAGE_GROUPS else ()
        return chain((self._kind(person, role, stage),), others, language, ("three_way_talk",))

    def _kind(self, person: Person, role: str, stage: str) -> str:
        lot = self._chance.random()
        if lot < 0.06:
            return "house_rules" if stage == "start" or lot < 0.01 else "progress_talk"
        if lot < 0.16 and person.group in _LANGUAGE_GROUPS:
            return "language"
        if lot < 0.20 and stage == "later":
            if person.group in _SCHOOL_GROUPS:
                return "school_visit" if lot < 0.18 else "three_way_talk"
            return "three_way_talk" if person.group in _PARTNER_GROUPS else "progress_talk"
        if lot < 0.44:
            return self._chance.one_of(_TALKS)
        return role

    def _fit(self, kind: str, group: str, stage: str) -> tuple[Note, ...]:
        key = (kind, group, stage)
        if key not in self._fitting:
            notes = self._notes.get(kind, ())
            self._fitting[key] = tuple(n for n in notes if n.fits(group, stage))
        return self._fitting[key]


def is_true(note: Note, told: Told, day: date) -> bool:
    """Whether what the text claims about age, time and presence is so on this day."""
    life, register = told.life, told.register
    if note.adults and life.is_minor(day):
        return False
    if note.months:
        fewest, most = note.months
        if not fewest <= (day - life.participant.starts_on).days / _MONTH <= most:
            return False
    if note.reported is not None and (
        not register.whole or register.reported(day, note.weeks) != note.reported
    ):
        return False
    if note.share:
        share = register.share(day, note.weeks)
        return share is not None and note.share[0] <= share <= note.share[1]
    return True
