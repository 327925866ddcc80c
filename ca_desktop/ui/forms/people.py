"""Choosing a participant in a form: by two letters of the name, as 'Piet de Boer (12)'."""

from collections.abc import Callable, Hashable, Sequence
from contextlib import suppress
from uuid import UUID

from ca_desktop.domain.drafts import Draft
from ca_desktop.domain.errors import UserError
from ca_desktop.domain.names import PersonName
from ca_desktop.i18n import _
from ca_desktop.services.session import Session
from ca_desktop.ui.kit.fields import PersonPicker

NOBODY = UUID(int=0)  # stands in a blank record until somebody is chosen


def person_label(name: PersonName, number: int) -> str:
    """'Piet de Boer (12)': people with the same name are told apart by number."""
    return f"{name.full} ({number})"


def participant_picker(session: Session) -> PersonPicker:
    """A required field with the participants within reach."""

    def suggest(text: str) -> Sequence[tuple[Hashable, str]]:
        return [
            (line.id, person_label(line.name, line.number))
            for line in session.participants.find(text)
        ]

    def name_of(participant_id: Hashable) -> str:
        if not isinstance(participant_id, UUID):
            return ""
        person = session.participants.get(participant_id)
        return person_label(person.name, person.number)

    return PersonPicker(_("Participant"), suggest, name_of=name_of, required=True)


def name_in(session: Session, draft: Draft) -> str:
    """The name of the participant of a draft, or '' when nobody was chosen or the one who was
    chosen is not there any more.
    """
    if draft.participant_id is not None:
        with suppress(UserError):
            return session.participants.get(draft.participant_id).name.full
    return ""


def is_kept(read: Callable[[], object]) -> bool:
    """Whether the record that `read()` asks the service for stands in the file."""
    try:
        read()
    except UserError:
        return False
    return True
