"""The languages of a participant, with a level per skill."""

from collections.abc import Sequence
from uuid import UUID

from ca_desktop.domain.errors import refuse
from ca_desktop.domain.languages import LanguageSkills, problems
from ca_desktop.domain.permissions import Action
from ca_desktop.i18n import N_
from ca_desktop.services.service import Service, allowed


class LanguageService(Service):
    """What a user can do with the languages of a participant."""

    @allowed(Action.SEE_FILE)
    def of(self, participant_id: UUID) -> Sequence[LanguageSkills]:
        """The languages of one participant, Dutch first."""
        with self._database.read() as uow:
            self._require(uow, Action.SEE_FILE, participant_id)
            found = uow.of(LanguageSkills).all(participant_id=participant_id)
        return sorted(found, key=lambda one: (one.language != "nl", one.language))

    @allowed(Action.CHANGE_PARTICIPANTS)
    def save(self, skills: LanguageSkills) -> LanguageSkills:
        """Keep a language; one line per language."""
        with self._database.write(self._actor, N_("Save language")) as uow:
            self._require_record(uow, Action.CHANGE_PARTICIPANTS, skills)
            others = tuple(uow.of(LanguageSkills).all(participant_id=skills.participant_id))
            refuse(problems(skills, others, self._today()))
            uow.save(skills)
        return skills

    @allowed(Action.CHANGE_PARTICIPANTS)
    def remove(self, skills_id: UUID) -> None:
        """Remove a language that was entered by mistake."""
        with self._database.write(self._actor, N_("Remove language")) as uow:
            skills = uow.of(LanguageSkills).get(skills_id)
            self._require(uow, Action.CHANGE_PARTICIPANTS, skills.participant_id)
            uow.remove(skills)
