"""The trajectories of one person: with which partner, on what ground, from and until."""

from datetime import date, timedelta
from uuid import UUID

from ca_desktop.domain.dates import add_months
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.legal_forms import Forms
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.person import Also, Person
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.world import World


class Ties:
    """Makes trajectories in one world."""

    def __init__(self, chance: Chance, texts: DemoTexts, world: World) -> None:
        self._chance = chance
        self._purposes = texts.people["purpose"]
        self._partner_purposes = texts.people["partner_purpose"]
        self._world = world
        self._today = world.today
        self._forms = Forms(world.today)

    def of(self, person: Person, who: Participant) -> tuple[Trajectory, ...]:
        """One year and then another one and a half; a second partner's own where there is one."""
        spans = self._spans(who)
        found: list[Trajectory] = []
        for first, last in spans:
            earlier = person.before if not found and len(spans) > 1 else None
            partner, legal_role = person.partner, person.legal_role
            if earlier is not None:
                partner, legal_role = earlier.partner, earlier.legal_role
            made = Trajectory(
                id=self._chance.new_id(),
                participant_id=who.id,
                partner_id=self._partner(partner),
                legal_role=legal_role,
                partner_number=self._number(partner, person.number),
                purpose=self._partner_purposes.get(partner, self._purposes[legal_role]),
                goal=person.goal,
                goal_text=person.goal_text,
                starts_on=first,
                ends_on=last,
                half_days_per_week=len(person.half_days),
                predecessor_id=found[-1].id if found else None,
            )
            found.append(self._forms.on(made, person, who, found))
        if person.also:
            second = self._second(person, person.also, who)
            found.append(self._forms.on(second, person, who, ()))
        return tuple(found)

    def _spans(self, who: Participant) -> list[tuple[date, date]]:
        day_after = add_months(who.starts_on, 12)
        first_ends = open_until(day_after - timedelta(days=1))
        spans = [(who.starts_on, first_ends)]
        if first_ends < self._today and (who.ended_on is None or who.ended_on > day_after):
            again = open_from(day_after)
            spans.append((again, open_until(add_months(again, 18) - timedelta(days=1))))
        if who.ended_on:
            spans[-1] = (spans[-1][0], max(spans[-1][0], who.ended_on))
        return spans

    def _second(self, person: Person, also: Also, who: Participant) -> Trajectory:
        starts_on = also_starts_on(also, who, self._today)
        return Trajectory(
            id=self._chance.new_id(),
            participant_id=who.id,
            partner_id=self._partner(also.partner),
            legal_role=also.legal_role,
            partner_number=self._number(also.partner, person.number),
            purpose=also.purpose or self._purposes[also.legal_role],
            goal=also.goal,
            goal_text=also.goal_text,
            starts_on=starts_on,
            ends_on=open_until(add_months(starts_on, 12) - timedelta(days=1)),
            half_days_per_week=len(also.half_days),
        )

    def _partner(self, key: str) -> UUID:
        return self._world.partners[key].id

    def _number(self, partner: str, number: int) -> str:
        return self._world.partner_numbers[partner].format(700 + number * 13)


def also_starts_on(also: Also, who: Participant, today: date) -> date:
    """The first day of a second trajectory and of its placement."""
    return max(who.starts_on, open_from(add_months(today, -also.months)))
