"""Whom to call about somebody: a relation that fits the age, with a name that fits the relation."""

from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.person import Person
from ca_desktop.services.demo.texts import DemoTexts

_AGES = range(14, 80)


class Contacts:
    """Draws contact persons."""

    def __init__(self, chance: Chance, texts: DemoTexts) -> None:
        self._chance = chance
        self._strangers = texts.names["dutch"]["last"]
        self._able = {
            age: [r for r in texts.people["relations"] if r["ages"][0] <= age <= r["ages"][1]]
            for age in _AGES
        }

    def of(self, person: Person) -> tuple[str, str]:
        """Name and relation."""
        row = self._chance.one_of(self._able[person.age])
        family = (person.prefix, person.last)
        if not row["family"]:
            family = self._chance.one_of(self._strangers)
        first = self._chance.one_of(row["first"])
        return " ".join(part for part in (first, *family) if part), row["relation"]
