"""Goals in plain words, and scores that grow over time with a setback now and then."""

from datetime import date, timedelta
from uuid import UUID

from ca_desktop.domain.dates import add_months
from ca_desktop.domain.goals import Goal, GoalStatus, Score
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.contact_days import last_day_there
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.opening import open_from, open_until
from ca_desktop.services.demo.register import Register
from ca_desktop.services.demo.texts import DemoTexts

SCORE_WEEKS = 8
FIRST_SCORE_WEEKS = 6
_LANGUAGE = "working_language"
_WITH_WORK = frozenset(
    {"accurate", "independent", "follows_instruction", "checks_own_work", "suitable_pace"}
)


class Growth:
    """Makes goals and scores for one life after another."""

    def __init__(self, chance: Chance, texts: DemoTexts, today: date) -> None:
        self._chance = chance
        self._today = today
        self._evidence = texts.people["evidence"]
        self._skills = [skill for skill in self._evidence if skill != _LANGUAGE]
        self._goals = {
            group: [
                (goal["text"], goal["reason"], goal["competence"])
                for goal in texts.people["goals"]
                if group in goal.get("groups", [group])
            ]
            for group in texts.people["groups"]
        }

    def goals(self, life: Life, most: int) -> list[Goal]:
        """The persona's own goals first, then others; old ones are closed."""
        own = list(life.person.goals)
        others = [goal for goal in self._goals[life.person.group] if goal not in own]
        count = max(0, min(most, 2 + life.person.months // 8) - len(own))
        drawn = self._chance.sample(others, min(count, len(others)))
        set_on = open_from(life.participant.starts_on + timedelta(days=14))
        step = max(1, (life.last_day - set_on).days // (len(own) + len(drawn) + 1))
        texts = [*drawn, *own]
        return [
            self._goal(life, text, min(set_on + timedelta(days=step * index), life.last_day))
            for index, text in enumerate(texts)
        ]

    def _goal(self, life: Life, goal: tuple[str, str, str], set_on: date) -> Goal:
        text, reason, letter = goal
        set_on = max(open_until(set_on), life.participant.starts_on)
        due_on = open_from(add_months(set_on, 6))
        status = GoalStatus.OPEN
        if life.participant.ended_on is not None:
            status = self._chance.one_of(
                (GoalStatus.REACHED, GoalStatus.REACHED, GoalStatus.STOPPED)
            )
        elif due_on < self._today and goal not in life.person.goals:
            status = self._chance.one_of(
                (GoalStatus.REACHED, GoalStatus.REACHED, GoalStatus.ADJUSTED)
            )
        closed_on = None if status is GoalStatus.OPEN else max(set_on, min(due_on, life.last_day))
        return Goal(
            id=self._chance.new_id(),
            participant_id=life.participant.id,
            text=text,
            reason=reason,
            competence=letter,
            set_on=set_on,
            due_on=due_on,
            status=status,
            closed_on=closed_on,
        )

    def scores(
        self,
        life: Life,
        register: Register,
        skills: int,
        moments: int,
        by: UUID | None,
        role: str,
    ) -> list[Score]:
        """`skills` work skills at no more than `moments` moments, about eight weeks apart."""
        first = life.participant.starts_on + timedelta(weeks=FIRST_SCORE_WEEKS)
        days = []
        while first <= life.last_day:
            days.append(last_day_there(life, register, first))
            first += timedelta(weeks=SCORE_WEEKS)
        chosen = self._chance.sample(self._skills, skills)
        if life.person.group in ("ST", "LG") and skills > 1:
            chosen[-1] = _LANGUAGE
        slope = self._chance.uniform(0.10, 0.34)
        found: list[Score] = []
        for skill in chosen:
            base = life.person.level + self._chance.uniform(-0.7, 0.5)
            for index, day in enumerate(days):
                setback = 0.7 if self._chance.happens(0.13) else 0.0
                value = max(1, min(4, round(base + slope * index - setback)))
                if index >= len(days) - moments:
                    found.append(self._score(life, skill, value, day, by, role))
        return sorted(found, key=lambda score: score.on)

    def _score(
        self, life: Life, skill: str, value: int, day: date, by: UUID | None, role: str
    ) -> Score:
        own = None
        if self._chance.happens(0.45):
            own = max(1, min(4, value + self._chance.one_of((-1, 0, 0, 0, 1))))
        evidence = self._evidence[skill][max(0, value - 2)]
        if skill in _WITH_WORK and self._chance.happens(0.4):
            evidence = f"Bij {role}: {evidence[0].lower()}{evidence[1:]}"
        return Score(
            id=self._chance.new_id(),
            participant_id=life.participant.id,
            skill=skill,
            value=value,
            own_value=own,
            on=day,
            supervisor_id=by,
            evidence=evidence,
        )
