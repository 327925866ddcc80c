"""Turns the plan of one person into a participant with supervisor, trajectory and placements."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.domain.catalogue import Catalogue
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.folding import fold
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory, TrajectoryGoal
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.contacts import Contacts
from ca_desktop.services.demo.people import (
    ENDS_SOON,
    OVERDUE_REVIEW,
    WITHOUT_SUPERVISOR,
    Person,
)
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.world import World

REVIEW_WEEKS = 8
_OUTCOMES = {
    TrajectoryGoal.PAID_WORK: (Outcome.PAID_WORK, Outcome.SUPPORTED_WORK, Outcome.STOPPED),
    TrajectoryGoal.QUALIFICATION: (Outcome.EDUCATION, Outcome.EDUCATION, Outcome.PAID_WORK),
    TrajectoryGoal.DAY_ACTIVITY: (Outcome.OTHER_DAY_ACTIVITY, Outcome.MOVED),
    TrajectoryGoal.LASTING_PLACE: (Outcome.OTHER_DAY_ACTIVITY, Outcome.SHELTERED_WORK),
    TrajectoryGoal.LANGUAGE: (Outcome.EDUCATION, Outcome.PAID_WORK, Outcome.MOVED),
    TrajectoryGoal.WORK_RHYTHM: (Outcome.SUPPORTED_WORK, Outcome.SHELTERED_WORK, Outcome.STOPPED),
    TrajectoryGoal.ORIENTATION: (Outcome.PAID_WORK, Outcome.EDUCATION, Outcome.STOPPED),
}


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
        self._keys = {role.id: key for key, role in world.roles.items()}

    def of(self, person: Person) -> Life:
        """The life of one person, up to yesterday."""
        starts_on = add_months(self._today, -person.months) - timedelta(
            days=self._chance.randint(0, 20)
        )
        if person.number == ENDS_SOON:
            starts_on = add_months(self._today, -12) + timedelta(days=18)
        ended_on = add_months(starts_on, person.ends_after) if person.ends_after else None
        participant = self._participant(person, starts_on, ended_on)
        trajectories = self._trajectories(person, participant)
        return Life(
            person=person,
            participant=participant,
            fixed=self._fixed(person, participant),
            block=self._block(person, participant, trajectories),
            trajectories=trajectories,
            placements=self._placements(person, participant),
            last_day=ended_on or self._today - timedelta(days=1),
        )

    def role_of(self, placement: Placement) -> str:
        """The key of the role in which somebody is placed."""
        return self._keys[placement.role_id]

    def supervisor(self, key: str) -> UUID:
        """The id of a named supervisor."""
        return self._world.supervisors[key].id

    def _participant(self, person: Person, starts_on: date, ended_on: date | None) -> Participant:
        chance, about = self._chance, self._texts.centre["centre"]
        born_on = add_months(self._today, -12 * person.age) - timedelta(days=chance.randint(3, 355))
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
            workplace_agreements=person.agreements,
            starts_on=starts_on,
            ended_on=ended_on,
        )

    def _fixed(self, person: Person, participant: Participant) -> tuple[FixedSupervisor, ...]:
        if person.number in WITHOUT_SUPERVISOR:
            return ()
        chance, starts_on = self._chance, participant.starts_on
        now = self._guide(person, person.role, person.number)
        changed_on = add_months(starts_on, 5)
        change = person.months > 9 and chance.happens(0.25)
        last = participant.ended_on or self._today
        if not change or changed_on >= last:
            return (self._fixed_one(participant, now, starts_on, participant.ended_on),)
        before = chance.one_of(self._team)
        return (
            self._fixed_one(participant, before, starts_on, changed_on - timedelta(days=1)),
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

    def _trajectories(self, person: Person, who: Participant) -> tuple[Trajectory, ...]:
        number = self._world.partner_numbers[person.partner].format(700 + person.number * 13)
        first_ends = add_months(who.starts_on, 12) - timedelta(days=1)
        spans = [(who.starts_on, first_ends)]
        if first_ends < self._today and (who.ended_on is None or who.ended_on > first_ends):
            again = first_ends + timedelta(days=1)
            spans.append((again, add_months(again, 18) - timedelta(days=1)))
        if who.ended_on:
            spans[-1] = (spans[-1][0], who.ended_on)
        return tuple(
            Trajectory(
                id=self._chance.new_id(),
                participant_id=who.id,
                partner_id=self._world.partners[person.partner].id,
                legal_role=person.legal_role,
                partner_number=number,
                purpose=self._texts.people["purpose"][person.legal_role],
                goal=person.goal,
                goal_text=person.goal_text,
                starts_on=first,
                ends_on=last,
                half_days_per_week=len(person.half_days),
            )
            for first, last in spans
        )

    def _placements(self, person: Person, who: Participant) -> tuple[Placement, ...]:
        changed_on = add_months(who.starts_on, 3)
        last = who.ended_on or self._today
        others = [
            r for r in self._texts.people["groups"][person.group]["roles"] if r != person.role
        ]
        if person.months < 9 or not others or changed_on >= last - timedelta(days=70):
            return (self._placement(person, who, person.role, who.starts_on, None),)
        return (
            self._placement(
                person,
                who,
                self._chance.one_of(others),
                who.starts_on,
                changed_on - timedelta(days=1),
            ),
            self._placement(person, who, person.role, changed_on, None),
        )

    def _placement(
        self, person: Person, who: Participant, role: str, starts_on: date, ended_on: date | None
    ) -> Placement:
        outcome = Outcome.OTHER_ROLE if ended_on else None
        if ended_on is None and who.ended_on is not None:
            ended_on, outcome = who.ended_on, self._chance.one_of(_OUTCOMES[person.goal])
        guides = self._world.guides[role]
        return Placement(
            id=self._chance.new_id(),
            participant_id=who.id,
            role_id=self._world.roles[role].id,
            supervisor_id=guides[person.number % len(guides)],
            half_days=HalfDays.of(*person.half_days),
            starts_on=starts_on,
            review_on=self._review(person, starts_on, ended_on),
            ended_on=ended_on,
            outcome=outcome,
            remarks="Doorgeschoven na een proefperiode." if outcome is Outcome.OTHER_ROLE else "",
        )

    def _review(self, person: Person, starts_on: date, ended_on: date | None) -> date:
        overdue = OVERDUE_REVIEW.get(person.number)
        if overdue and ended_on is None:
            return max(starts_on, self._today - timedelta(days=overdue))
        step = timedelta(weeks=REVIEW_WEEKS)
        passed = max(0, ((ended_on or self._today) - starts_on).days // step.days)
        return starts_on + (max(1, passed) * step if ended_on else (passed + 1) * step)
