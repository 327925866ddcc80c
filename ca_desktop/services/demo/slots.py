"""What stands in the slots of a text: the person, a thing of the role, a moment of the day."""

from datetime import date

from ca_desktop.domain.half_days import DayPart
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.texts import DemoTexts

_WORK = {
    "webshop": "het werk voor de webshop",
    "winkel": "het werk in de winkel",
    "begeleiding": "het begeleiden",
    "kwartiermaker": "het opzetten van projecten",
    "upcycling": "het werk in de werkplaats",
}
_MORNING = (DayPart.MORNING,)


class Slots:
    """Fills texts about one life after another."""

    def __init__(self, chance: Chance, texts: DemoTexts) -> None:
        self._chance = chance
        self._texts = texts

    def of(self, life: Life, register: Register, day: date, role: str) -> dict[str, str]:
        """The words for this person on this day."""
        chance, person = self._chance, life.person
        name, she = person.call_name, person.is_woman
        thing = chance.one_of(self._texts.things[role])
        amount = chance.one_of(self._texts.amounts)
        return {
            "naam": name,
            "Naam": name[:1].upper() + name[1:],
            "hij": "ze" if she else "hij",
            "Hij": "Ze" if she else "Hij",
            "hem": "haar" if she else "hem",
            "zijn": "haar" if she else "zijn",
            "Zijn": "Haar" if she else "Zijn",
            "ding": thing,
            "Ding": thing[:1].upper() + thing[1:],
            "aantal": amount,
            "Aantal": amount.capitalize(),
            "tijd": self._moment(life, register, day),
            "dag": self._texts.weekdays[int(chance.one_of(person.half_days)[0])],
            "werk": _WORK.get(role, role),
        }

    def _moment(self, life: Life, register: Register, day: date) -> str:
        """A moment in a half-day on which this person was there, or would have been."""
        parts = register.present.get(day) or life.placement_on(day).half_days.on(day) or _MORNING
        morning = self._chance.one_of(parts) is DayPart.MORNING
        return self._chance.one_of(self._texts.mornings if morning else self._texts.afternoons)


def sentence_start(text: str) -> str:
    """The text of somebody without a first name: 'meneer' at the start of a sentence."""
    for mark in (". ", "! ", "? ", "\n"):
        text = text.replace(f"{mark}meneer", f"{mark}Meneer")
    return text
