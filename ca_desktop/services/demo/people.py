"""Who the people of the demo centre are: the personas first, then others drawn from the lists."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.texts import DemoTexts, Note, note_of

WITHOUT_SUPERVISOR = frozenset({20, 37})
OVERDUE_REVIEW = {5: 9, 24: 16, 41: 33}
ENDS_SOON = 28
WITHOUT_FIRST_NAME = 31
_REFUGEES = ("syrian", "eritrean")
_AT_SCHOOL = {"VS": 10, "MB1": 10, "MB2": 11, "MB3": 12, "MB4": 10, "HB": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """A note that belongs to one persona, written so many weeks ago."""

    weeks: int
    minutes: int
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A plan for one person. `group` steers the plan; it is recorded only where that is allowed."""

    number: int
    first: str
    prefix: str
    last: str
    is_woman: bool
    age: int
    language: str
    group: str
    role: str
    supervisor: str
    half_days: tuple[str, ...]
    partner: str
    legal_role: LegalRole
    goal: TrajectoryGoal
    goal_text: str
    months: int
    level: int
    intensity: int
    agreements: tuple[str, ...]
    ends_after: int | None = None
    goals: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[OwnNote, ...] = ()

    @property
    def is_persona(self) -> bool:
        return bool(self.notes)

    @property
    def call_name(self) -> str:
        """How a supervisor writes about this person."""
        return self.first or f"meneer {self.prefix.capitalize()} {self.last}"


def people(chance: Chance, texts: DemoTexts, count: int) -> Iterator[Person]:
    """`count` people, numbered from 1; the first are the personas."""
    for number, row in enumerate(texts.personas[:count], start=1):
        yield _persona(number, row, texts)
    cast = _Cast(chance, texts)
    for number in range(len(texts.personas) + 1, count + 1):
        yield cast.person(number)


def _persona(number: int, row: Mapping[str, Any], texts: DemoTexts) -> Person:
    first, prefix, last, sex = row["name"]
    return Person(
        number=number,
        first=first,
        prefix=prefix,
        last=last,
        is_woman=sex == "v",
        age=row["age"],
        language=row.get("language", "nl"),
        group=row["group"],
        role=row["role"],
        supervisor=row["supervisor"],
        half_days=tuple(row["half_days"]),
        partner=row["partner"],
        legal_role=LegalRole(row["legal_role"]),
        goal=TrajectoryGoal(row["goal"]),
        goal_text=row["goal_text"],
        months=row["months"],
        level=row["level"],
        intensity=texts.people["groups"][row["group"]]["intensity"],
        agreements=tuple(row["agreements"]),
        goals=tuple((text, reason, letter) for text, reason, letter in row["goals"]),
        notes=tuple(
            OwnNote(weeks=one["weeks"], minutes=one["minutes"], note=note_of(one))
            for one in row["notes"]
        ),
    )


class _Cast:
    """Draws people; what does not change is looked up once."""

    def __init__(self, chance: Chance, texts: DemoTexts) -> None:
        self._chance = chance
        self._people = texts.people
        self._deck = texts.people["deck"]
        self._names = texts.names
        self._origins = [name for name in texts.names if name not in _REFUGEES]
        self._weights = list(accumulate(texts.names[name]["weight"] for name in self._origins))
        self._skip = len(texts.personas) + 1
        self._agreements = {
            group: [a["text"] for a in texts.people["agreements"] if group in a["groups"]]
            for group in texts.people["groups"]
        }

    def person(self, number: int) -> Person:
        chance = self._chance
        group = self._deck[(number - self._skip) % len(self._deck)]
        about = self._people["groups"][group]
        age = chance.randint(*about["ages"])
        months = chance.randint(2, _AT_SCHOOL.get(group, 24))
        first, prefix, last, sex, language = self._name(number, group)
        goal = TrajectoryGoal(chance.one_of(about["goals"]))
        is_woman = sex == "v"
        return Person(
            number=number,
            first=first,
            prefix=prefix,
            last=last,
            is_woman=is_woman,
            age=age,
            language=language,
            group=group,
            role=chance.one_of(about["roles"]),
            supervisor="",
            half_days=self._half_days(chance.randint(*about["half_days"])),
            partner=chance.one_of(about["partners"]),
            legal_role=LegalRole(chance.one_of(about["legal_roles"])),
            goal=goal,
            goal_text=chance.one_of(self._people["goal_text"][goal]).format(
                hij="ze" if is_woman else "hij", hem="haar" if is_woman else "hem"
            ),
            months=months,
            level=chance.randint(1, 2) if about["intensity"] >= 3 else chance.randint(2, 3),
            intensity=about["intensity"],
            agreements=self._some_agreements(group, age),
            ends_after=self._ends_after(number, months),
        )

    def _name(self, number: int, group: str) -> tuple[str, str, str, str, str]:
        chance = self._chance
        if number == WITHOUT_FIRST_NAME:
            return "", "de", "Boer", "m", "nl"
        if group == "ST":
            origin = chance.one_of(_REFUGEES)
        else:
            origin = chance.choices(self._origins, cum_weights=self._weights)[0]
        names = self._names[origin]
        first, sex = chance.one_of(names["first"])
        prefix, last = chance.one_of(names["last"])
        return first, prefix, last, sex, names["language"]

    def _half_days(self, count: int) -> tuple[str, ...]:
        days = sorted(
            self._chance.sample(range(5), min(5, count if count <= 3 else (count + 1) // 2 + 1))
        )
        mornings = [f"{day}m" for day in days]
        afternoons = [f"{day}a" for day in days]
        return tuple(
            sorted((mornings + afternoons)[:count], key=lambda code: (code[0], code[1] == "a"))
        )

    def _some_agreements(self, group: str, age: int) -> tuple[str, ...]:
        able = self._agreements[group]
        some = self._chance.sample(able, min(len(able), self._chance.randint(0, 2)))
        return tuple([*some, "Machines alleen met toezicht"] if age < 18 else some)

    def _ends_after(self, number: int, months: int) -> int | None:
        """How many months somebody stayed, for about a quarter of the people."""
        special = {*WITHOUT_SUPERVISOR, *OVERDUE_REVIEW, ENDS_SOON, WITHOUT_FIRST_NAME}
        if months < 7 or number in special or not self._chance.happens(0.28):
            return None
        return self._chance.randint(4, months - 1)
