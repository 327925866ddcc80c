"""Which machines people of the demo centre were instructed on, and what was decided on purpose."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from ca_desktop.domain.machines import MachineAuthorisation
from ca_desktop.domain.overrules import Overrule
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.services.demo.opening import open_from
from ca_desktop.services.demo.world import World

_ADULT = 18
_MACHINES = {
    "repareren": ("soldering_station", "power_drill"),
    "upcycling": ("sewing_machine", "sander"),
    "demonteren": ("power_drill", "baler"),
    "sorteren": ("stacker",),
}
_AFTER_DAYS = 40
_VALID_DAYS = {0: None, 1: 730, 2: 1095}
_PLACED_ALL_THE_SAME = {  # number: the condition, what was found, and why it went on
    6: (
        "places",
        "Alle plekken zijn bezet op: ma ochtend.",
        "Bennie helpt die ochtend mee aan de fietsenwerkbank.",
    ),
    1: (
        "language:reading",
        "Nederlands lezen: A2 is gevraagd, het niveau is A1. Spreek beeldkaarten of hulp af.",
        "De taakkaart heeft foto's, ook in het Arabisch; Jesper leest de werkbon mee.",
    ),
}


class Skilled:
    """What the role of somebody brings along."""

    def __init__(self, world: World) -> None:
        self._roles: Mapping[UUID, str] = {role.id: key for key, role in world.roles.items()}
        self._account = world.account.id
        self._today = world.today

    def machines(
        self, person: Participant, placements: Iterable[Placement]
    ) -> Iterator[MachineAuthorisation]:
        """Of the role of now, for adults only, signed by who guides them there."""
        placed = [one for one in placements if one.supervisor_id is not None]
        if not placed or (person.number % 2 == 1 and person.number % 3):
            return
        role = self._roles[placed[-1].role_id]
        for place, machine in enumerate(_MACHINES.get(role, ())):
            given_on = open_from(placed[-1].starts_on + timedelta(days=_AFTER_DAYS * (place + 1)))
            if given_on >= (person.ended_on or self._today) or not _is_adult(person, given_on):
                continue
            lasts = _VALID_DAYS[(person.number + place) % 3]
            yield MachineAuthorisation(
                id=uuid5(person.id, machine),
                participant_id=person.id,
                machine=machine,
                given_on=given_on,
                signed_by=placed[-1].supervisor_id or UUID(int=0),
                valid_until=given_on + timedelta(days=lasts) if lasts else None,
            )

    def overrules(self, person: Participant, placements: Iterable[Placement]) -> Iterator[Overrule]:
        """Placed although something did not fit, with the words of that day."""
        placed = list(placements)
        if person.number not in _PLACED_ALL_THE_SAME or not placed:
            return
        condition, finding, reason = _PLACED_ALL_THE_SAME[person.number]
        yield Overrule(
            id=uuid5(person.id, condition),
            participant_id=person.id,
            placement_id=placed[-1].id,
            condition=condition,
            finding=finding,
            reason=reason,
            decided_by=self._account,
            decided_at=datetime.combine(placed[-1].starts_on, time(9, 30), UTC),
        )


def _is_adult(person: Participant, day: date) -> bool:
    age = person.age(day)
    return age is not None and age >= _ADULT
