"""Intake: taking somebody in with everything that was asked, and who may be here already."""

from dataclasses import replace
from uuid import uuid4

from ca_desktop.db.queries import duplicates as duplicate_queries
from ca_desktop.domain.duplicates import MOST_SHOWN, LikelyFiles, likely
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.intake import Intake, problems
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.stages import Stage
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class IntakeService(Service):
    """What a user can do while somebody is taken in."""

    @allowed(Action.TAKE_IN)
    def new(self) -> Intake:
        """An empty intake of somebody who signs up today; the number is given on keeping."""
        person = Participant(id=uuid4(), number=0, stage=Stage.SIGNED_UP, starts_on=self._today())
        return Intake(participant=person)

    @allowed(Action.SEE_FILE)
    def likely(self, new: Participant) -> LikelyFiles:
        """The files that may be of this person. Outside one's reach only that there is one."""
        reach = self._reach(Action.SEE_FILE)
        with self._database.read() as uow:
            found = likely(new, known := duplicate_queries.candidates(uow, new))
            mine = duplicate_queries.reachable(uow, reach, known)
        shown = tuple(one for one in found if one.participant_id in mine)
        return LikelyFiles(found=shown[:MOST_SHOWN], elsewhere=len(shown) < len(found))

    @allowed(Action.TAKE_IN)
    def problems(self, intake: Intake) -> dict[str, str]:
        """What taking in would refuse now, by field: for a step that is left."""
        return {problem.field: problem.message for problem in problems(intake)}

    @allowed(Action.TAKE_IN)
    def take_in(self, intake: Intake) -> Participant:
        """Keep the participant under the next number, and all that was asked, or nothing."""
        refuse(problems(intake))
        with self._database.write(self._actor, N_("Take in participant")) as uow:
            person = uow.numbered(intake.participant)
            uow.save(person)
            uow.save_all(replace(intake, participant=person).records)
        return person
