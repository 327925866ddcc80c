"""The placements of one person: in which role, on which half-days, until when."""

from datetime import date, timedelta

from ca_desktop.domain.dates import add_months
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.trajectories import TrajectoryGoal
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.people import OVERDUE_REVIEW
from ca_desktop.services.demo.person import Person
from ca_desktop.services.demo.texts import DemoTexts
from ca_desktop.services.demo.ties import also_starts_on
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

JUST_STOPPED = timedelta(weeks=7)


class Places:
    """Makes placements in one world."""

    def __init__(self, chance: Chance, texts: DemoTexts, world: World) -> None:
        self._chance = chance
        self._groups = texts.people["groups"]
        self._world = world
        self._today = world.today

    def of(self, person: Person, who: Participant) -> tuple[Placement, ...]:
        """A trial in another role first, for many; the main one stands last."""
        changed_on = open_from(add_months(who.starts_on, 3))
        last = who.ended_on or self._today
        others = [r for r in self._groups[person.group]["roles"] if r != person.role]
        main, role = HalfDays.of(*person.half_days), person.role
        if person.months < 9 or not others or changed_on >= last - timedelta(days=70):
            found = [self._placement(person, who, role, who.starts_on, None, main)]
        else:
            trial, until = self._chance.one_of(others), open_until(changed_on - timedelta(days=1))
            found = [
                self._placement(person, who, trial, who.starts_on, until, main),
                self._placement(person, who, role, changed_on, None, main),
            ]
        if person.also is None:
            return tuple(found)
        first, second = also_starts_on(person.also, who, self._today), person.also.half_days
        extra = HalfDays.of(*second)
        return (self._placement(person, who, person.also.role, first, None, extra), *found)

    def _placement(
        self,
        person: Person,
        who: Participant,
        role: str,
        starts_on: date,
        ended_on: date | None,
        half_days: HalfDays,
    ) -> Placement:
        outcome = Outcome.OTHER_ROLE if ended_on else None
        if ended_on is None and who.ended_on is not None:
            ended_on, outcome = who.ended_on, self._chance.one_of(_OUTCOMES[person.goal])
            if ended_on > self._today - JUST_STOPPED:  # so that Vandaag has somebody to call
                outcome = Outcome.STOPPED
        guides = self._world.guides[role]
        return Placement(
            id=self._chance.new_id(),
            participant_id=who.id,
            role_id=self._world.roles[role].id,
            supervisor_id=guides[person.number % len(guides)],
            half_days=half_days,
            starts_on=starts_on,
            review_on=self._review(person, starts_on, ended_on),
            ended_on=ended_on,
            outcome=outcome,
            remarks="Doorgeschoven na een proefperiode." if outcome is Outcome.OTHER_ROLE else "",
        )

    def _review(self, person: Person, starts_on: date, ended_on: date | None) -> date:
        overdue = OVERDUE_REVIEW.get(person.number)
        if overdue and ended_on is None:
            return max(starts_on, open_until(self._today - timedelta(days=overdue)))
        step = timedelta(weeks=REVIEW_WEEKS)
        passed = max(0, ((ended_on or self._today) - starts_on).days // step.days)
        return open_from(starts_on + (max(1, passed) * step if ended_on else (passed + 1) * step))
