"""Taking somebody in: the participant, and what is asked in the same conversation."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ca_desktop.domain import contacts
from ca_desktop.domain.availability import Availability
from ca_desktop.domain.contacts import ContactPerson
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.languages import LanguageLevel, LanguageSkills
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.participants import problems as participant_problems
from ca_desktop.domain.stages import OPENING
from ca_desktop.i18n import _

DUTCH = "nl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What is known after the first conversation; what is empty is not kept."""

    participant: Participant
    contact: ContactPerson | None = None
    dutch: LanguageLevel | None = None
    half_days: HalfDays = field(default_factory=HalfDays)

    @property
    def records(self) -> tuple[object, ...]:
        """What hangs on the participant, to be kept after it."""
        person = self.participant
        found: list[object] = []
        if self.contact is not None:
            found.append(replace(self.contact, participant_id=person.id))
        if self.dutch is not None:
            found.append(
                LanguageSkills(
                    participant_id=person.id,
                    language=DUTCH,
                    listening=self.dutch,
                    conversation=self.dutch,
                    source=_("Estimate at the intake"),
                )
            )
        if self.half_days:
            found.append(
                Availability(
                    participant_id=person.id, half_days=self.half_days, starts_on=person.starts_on
                )
            )
        return tuple(found)


def problems(intake: Intake) -> Iterator[Problem]:
    """Everything that taking in refuses; of the contact person by the names of the intake."""
    yield from participant_problems(intake.participant)
    if intake.participant.stage not in OPENING:
        yield Problem("stage", _("A new file starts signed up, on the waiting list or active."))
    if intake.contact is not None:
        for problem in contacts.problems(intake.contact):
            yield Problem(f"contact_{problem.field}", problem.message)
