"""Turns the plan of one person into a participant with supervisor, trajectory and placements."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.domain.catalogue import Catalogue
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.folding import fold
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.contacts import Contacts
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.people import ENDS_SOON, WITHOUT_SUPERVISOR
from ca_desktop.services.demo.person import Person
from ca_desktop.services.demo.places import Places
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.ties import Ties
from ca_desktop.services.demo.world import World

SUPERVISED = "Machines alleen met toezicht"
ADULT = 18
YOUNGEST = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One person's file so far; what is written about the work hangs on it."""

    person: Person
    participant: Participant
    fixed: tuple[FixedSupervisor, ...]
    block: RestrictedBlock | None
    trajectories: tuple[Trajectory, ...]
    placements: tuple[Placement, ...]
    last_day: date

    def placement_on(self, day: date) -> Placement:
        """The placement in which somebody works on this day; the main one where none does."""
        begun = [p for p in self.placements if p.starts_on <= day] or [self.placements[0]]
        if len(begun) > 1:
            for placement in reversed(begun):
                if placement.period.includes(day) and placement.half_days.on(day):
                    return placement
        return begun[-1]

    def is_minor(self, day: date) -> bool:
        """Whether somebody is not yet eighteen on this day."""
        age = self.participant.age(day)
        return age is not None and age < ADULT


class Lives:
    """Makes lives in one world."""

    def __init__(
        self, chance: Chance, texts: DemoTexts, catalogue: Catalogue, world: World
    ) -> None:
        self._chance = chance
        self._texts = texts
        self._world = world
        self._today = world.today
        self._groups = {group.code: group for group in catalogue.target_groups}
        self._team = tuple(s.id for s in world.supervisors.values())
        self._contacts = Contacts(chance, texts)
        self._ties = Ties(chance, texts, world)
        self._places = Places(chance, texts, world)
        self._keys = {role.id: key for key, role in world.roles.items()}

    def of(self, person: Person) -> Life:
        """The life of one person, up to yesterday."""
        starts_on = add_months(self._today, -person.months) - timedelta(
            days=self._chance.randint(0, 20)
        )
        if person.number == ENDS_SOON:
            starts_on = add_months(self._today, -12) + timedelta(days=18)
        starts_on = open_from(starts_on)
        ended_on = None
        if person.ends_after:
            ended_on = open_until(add_months(starts_on, person.ends_after))
        participant = self._participant(person, starts_on, ended_on)
        trajectories = self._ties.of(person, participant)
        return Life(
            person=person,
            participant=participant,
            fixed=self._fixed(person, participant),
            block=self._block(person, participant, trajectories),
            trajectories=trajectories,
            placements=self._places.of(person, participant),
            last_day=ended_on or open_until(self._today - timedelta(days=1)),
        )

    def role_of(self, placement: Placement) -> str:
        """The key of the role in which somebody is placed."""
        return self._keys[placement.role_id]

    def supervisor(self, key: str) -> UUID:
        """The id of a named supervisor."""
        return self._world.supervisors[key].id

    def _participant(self, person: Person, starts_on: date, ended_on: date | None) -> Participant:
        chance, about = self._chance, self._texts.centre["centre"]
        born_on = self._born_on(person, starts_on)
        contact, relation = self._contacts.of(person)
        partner = self._world.partners[person.partner]
        mail = fold(f"{person.first}.{person.last}").replace(" ", "").replace("'", "")
        return Participant(
            id=chance.new_id(),
            number=person.number,
            first_name=person.first,
            prefix=person.prefix,
            last_name=person.last,
            born_on=born_on,
            phone=f"06-0000 {chance.randint(1000, 1999)}",
            email=f"{mail}@post.example" if chance.happens(0.5) and person.first else "",
            address=f"{chance.one_of(about['streets'])} {chance.randint(1, 180)}",
            postcode=f"739{chance.randint(1, 9)} X{chance.one_of('ABCDEGHJKLM')}",
            place=chance.one_of(about["towns"]),
            language=person.language,
            contact_name=contact,
            contact_relation=relation,
            contact_phone=f"06-0000 {chance.randint(3000, 3999)}",
            referrer=partner.contact_name,
            referrer_partner_id=partner.id,
            workplace_agreements=_with_supervision(person.agreements, born_on, starts_on),
            stage=Stage.FINISHED if ended_on else Stage.ACTIVE,
            starts_on=starts_on,
            ended_on=ended_on,
        )

    def _born_on(self, person: Person, starts_on: date) -> date:
        """A birthday that fits the age; nobody starts before sixteen."""
        days = timedelta(days=self._chance.randint(3, 355))
        at_start = add_months(starts_on, -12 * YOUNGEST) - timedelta(days=20)
        return min(add_months(self._today, -12 * person.age) - days, at_start)

    def _fixed(self, person: Person, participant: Participant) -> tuple[FixedSupervisor, ...]:
        if person.number in WITHOUT_SUPERVISOR:
            return ()
        chance, starts_on = self._chance, participant.starts_on
        now = self._guide(person, person.role, person.number)
        changed_on = open_from(add_months(starts_on, 5))
        change = person.months > 9 and chance.happens(0.25)
        last = participant.ended_on or self._today
        if not change or changed_on >= last:
            return (self._fixed_one(participant, now, starts_on, participant.ended_on),)
        before = chance.one_of(self._team)
        return (
            self._fixed_one(participant, before, starts_on, _day_before(changed_on)),
            self._fixed_one(participant, now, changed_on, participant.ended_on),
        )

    def _fixed_one(
        self, who: Participant, guide: UUID, first: date, last: date | None
    ) -> FixedSupervisor:
        return FixedSupervisor(
            id=self._chance.new_id(),
            participant_id=who.id,
            supervisor_id=guide,
            starts_on=first,
            ends_on=last,
        )

    def _guide(self, person: Person, role: str, number: int) -> UUID:
        if person.supervisor:
            return self._world.supervisors[person.supervisor].id
        if person.group == "WM" and number % 2:
            return self._world.supervisors["inge"].id
        guides = self._world.guides[role]
        return guides[number % len(guides)]

    def _block(
        self, person: Person, who: Participant, trajectories: tuple[Trajectory, ...]
    ) -> RestrictedBlock | None:
        group = self._groups.get(person.group)
        may = group is not None and any(group.may_be_recorded(t.legal_role) for t in trajectories)
        recorded = person.group if may and (person.is_persona or self._chance.happens(0.9)) else ""
        if not recorded and self._chance.happens(0.3):
            return None
        return RestrictedBlock(
            id=self._chance.new_id(),
            participant_id=who.id,
            target_group=recorded,
            intensity=max(0, min(5, person.intensity + self._chance.one_of((0, 0, -1)))),
            recorded_on=who.starts_on,
        )


def _with_supervision(agreed: tuple[str, ...], born_on: date, starts_on: date) -> tuple[str, ...]:
    """Whoever starts before eighteen works at machines under supervision only."""
    if add_months(born_on, 12 * ADULT) <= starts_on or SUPERVISED in agreed:
        return agreed
    return (*agreed, SUPERVISED)


def _day_before(day: date) -> date:
    return open_until(day - timedelta(days=1))
