"""Work processes that a student practised, and how the trainer assessed them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class WorkVerdict(StrEnum):
    """How far somebody is with one work process, in the eyes of the trainer."""

    STARTING = "starting"
    WITH_HELP = "with_help"
    MASTERED = "mastered"

    @property
    def text(self) -> str:
        return {
            WorkVerdict.STARTING: _("just starting"),
            WorkVerdict.WITH_HELP: _("does it with help"),
            WorkVerdict.MASTERED: _("masters it"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class PractisedWork:
    """A work process was practised on a day; with a verdict it is an assessment by the trainer.

    Situation, task, action, result and reflection are the STARR notes behind a statement.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    agreement_id: UUID
    code: str
    name: str
    on: date
    supervisor_id: UUID | None = None
    verdict: WorkVerdict | None = None
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    reflection: str = ""

    @property
    def is_assessment(self) -> bool:
        """Whether the trainer gave a verdict."""
        return self.verdict is not None


def problems(work: PractisedWork, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not work.code.strip():
        yield Problem("code", _("Choose the work process, or fill in its number."))
    if not work.name.strip():
        yield Problem("name", _("Fill in what the work process is called."))
    if work.on > today:
        yield Problem("on", _("This day is still to come."))
    if work.is_assessment and work.supervisor_id is None:
        yield Problem("supervisor_id", _("Choose who assessed it."))
