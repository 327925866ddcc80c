"""Who the people of the demo centre are: the personas first, then others drawn from the lists."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from ca_desktop.domain.trajectories import LegalRole, TrajectoryGoal
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.person import Also, Before, Missed, OwnNote, Person
from ca_desktop.services.demo.texts import DemoTexts, note_of

WITHOUT_SUPERVISOR = frozenset({20, 37})
OVERDUE_REVIEW = {5: 9, 24: 16, 41: 33}
ENDS_SOON = 28
WITHOUT_FIRST_NAME = 31
_REFUGEES = ("syrian", "eritrean")
UNIQUE_NAMES = 500
_TRIES = 60
_AT_SCHOOL = {"VS": 10, "MB1": 10, "MB2": 11, "MB3": 12, "MB4": 10, "HB": 5}


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
        also=_also(row["also"]) if "also" in row else None,
        before=_before(row["before"]) if "before" in row else None,
        missed=_missed(row["missed"]) if "missed" in row else None,
    )


def _also(row: Mapping[str, Any]) -> Also:
    return Also(
        partner=row["partner"],
        legal_role=LegalRole(row["legal_role"]),
        purpose=row.get("purpose", ""),
        goal=TrajectoryGoal(row["goal"]),
        goal_text=row["goal_text"],
        role=row["role"],
        half_days=tuple(row["half_days"]),
        months=row["months"],
    )


def _before(row: Mapping[str, Any]) -> Before:
    return Before(partner=row["partner"], legal_role=LegalRole(row["legal_role"]))


def _missed(row: Mapping[str, Any]) -> Missed:
    return Missed(weeks=row["weeks"], half_days=tuple(row["half_days"]))


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
        self._taken = {(row["name"][0], row["name"][2]) for row in texts.personas}
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
        first, prefix, last, sex, language = self._free_name(number, group)
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
            agreements=self._some_agreements(group),
            ends_after=self._ends_after(number, months),
        )

    def _free_name(self, number: int, group: str) -> tuple[str, str, str, str, str]:
        """A name that nobody has yet; beyond 500 people two may have the same, as in life."""
        found = self._name(number, group)
        for _try in range(_TRIES if number <= UNIQUE_NAMES else 0):
            if (found[0], found[2]) not in self._taken:
                break
            found = self._name(number, group)
        self._taken.add((found[0], found[2]))
        return found

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

    def _some_agreements(self, group: str) -> tuple[str, ...]:
        able = self._agreements[group]
        return tuple(self._chance.sample(able, min(len(able), self._chance.randint(0, 2))))

    def _ends_after(self, number: int, months: int) -> int | None:
        """How many months somebody stayed, for about a quarter of the people."""
        special = {*WITHOUT_SUPERVISOR, *OVERDUE_REVIEW, ENDS_SOON, WITHOUT_FIRST_NAME}
        if months < 7 or number in special or not self._chance.happens(0.28):
            return None
        return self._chance.randint(4, months - 1)
