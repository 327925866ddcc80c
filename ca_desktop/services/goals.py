"""Development: the goals of a participant and the scores on work skills."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.goals import Goal, Score, problems, score_problems
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.trajectories import refuse_of_another


class GoalService(Service):
    """What a user can do with goals and scores."""

    @allowed(Action.SEE_DEVELOPMENT)
    def of(self, participant_id: UUID) -> Sequence[Goal]:
        """The goals of one participant: open ones first, then newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_DEVELOPMENT, participant_id)
            found = uow.of(Goal).all(participant_id=participant_id)
        newest = sorted(found, key=lambda goal: goal.set_on, reverse=True)
        return sorted(newest, key=lambda goal: goal.closed_on is not None)

    @allowed(Action.CHANGE_DEVELOPMENT)
    def new(self, participant_id: UUID) -> Goal:
        """An empty goal that is set today."""
        return Goal(participant_id=participant_id, text="", set_on=self._today())

    @allowed(Action.CHANGE_DEVELOPMENT)
    def save(self, goal: Goal) -> Goal:
        """Keep a new or changed goal."""
        refuse(problems(goal))
        with self._database.write(self._actor, N_("Save goal")) as uow:
            self._require_record(uow, Action.CHANGE_DEVELOPMENT, goal)
            refuse_of_another(uow, goal)
            uow.save(goal)
        return goal

    @allowed(Action.CHANGE_DEVELOPMENT)
    def remove(self, goal_id: UUID) -> None:
        """Remove a goal that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove goal")) as uow:
            goal = uow.of(Goal).get(goal_id)
            self._require(uow, Action.CHANGE_DEVELOPMENT, goal.participant_id)
            uow.remove(goal)

    @allowed(Action.SEE_DEVELOPMENT)
    def scores(self, participant_id: UUID) -> Sequence[Score]:
        """The scores of one participant, newest first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_DEVELOPMENT, participant_id)
            found = uow.of(Score).all(participant_id=participant_id)
        return sorted(found, key=lambda score: score.on, reverse=True)

    @allowed(Action.CHANGE_DEVELOPMENT)
    def new_score(self, participant_id: UUID) -> Score:
        """An empty score of today on the usual scale, by the supervisor at work."""
        return Score(
            participant_id=participant_id,
            skill="",
            value=0,
            on=self._today(),
            supervisor_id=self._actor.supervisor_id,
        )

    @allowed(Action.CHANGE_DEVELOPMENT)
    def save_score(self, score: Score) -> Score:
        """Keep a new or changed score."""
        return self.save_scores([score])[0]

    @allowed(Action.CHANGE_DEVELOPMENT)
    def save_scores(self, scores: Sequence[Score]) -> Sequence[Score]:
        """Keep several scores at once: all or nothing."""
        catalogue = load_catalogue()
        skills = [skill.code for skill in catalogue.work_skills]
        for score in scores:
            scale = known(catalogue.scales, score.scale)
            steps = [step.value for step in scale.steps] if scale else []
            refuse(score_problems(score, steps, self._today(), skills))
        with self._database.write(self._actor, N_("Save score")) as uow:
            for score in scores:
                self._require_record(uow, Action.CHANGE_DEVELOPMENT, score)
            uow.save_all(scores)
        return scores

    @allowed(Action.CHANGE_DEVELOPMENT)
    def remove_score(self, score_id: UUID) -> None:
        """Remove a score that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove score")) as uow:
            score = uow.of(Score).get(score_id)
            self._require(uow, Action.CHANGE_DEVELOPMENT, score.participant_id)
            uow.remove(score)
