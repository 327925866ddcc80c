"""The life cycle of a file: where somebody stands, from signing up until the file is closed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


class Stage(StrEnum):
    """Where the file of a participant stands."""

    SIGNED_UP = "signed_up"
    WAITING = "waiting"
    ACTIVE = "active"
    PAUSED = "paused"
    FINISHED = "finished"
    ARCHIVED = "archived"

    @property
    def text(self) -> str:
        return {
            Stage.SIGNED_UP: _("signed up"),
            Stage.WAITING: _("on the waiting list"),
            Stage.ACTIVE: _("active"),
            Stage.PAUSED: _("paused"),
            Stage.FINISHED: _("finished"),
            Stage.ARCHIVED: _("archived"),
        }[self]

    @property
    def is_here(self) -> bool:
        """Whether somebody takes part at the moment: planned, counted and guided."""
        return self is Stage.ACTIVE

    @property
    def is_closed(self) -> bool:
        """Whether the file is closed: it can be reopened, and nothing in it runs on."""
        return self in (Stage.FINISHED, Stage.ARCHIVED)

    @property
    def next(self) -> tuple["Stage", ...]:
        """The stages that may follow this one."""
        return _NEXT[self]


_NEXT = {
    Stage.SIGNED_UP: (Stage.WAITING, Stage.ACTIVE, Stage.FINISHED),
    Stage.WAITING: (Stage.ACTIVE, Stage.SIGNED_UP, Stage.FINISHED),
    Stage.ACTIVE: (Stage.PAUSED, Stage.FINISHED),
    Stage.PAUSED: (Stage.ACTIVE, Stage.FINISHED),
    Stage.FINISHED: (Stage.ARCHIVED, Stage.ACTIVE, Stage.WAITING),
    Stage.ARCHIVED: (Stage.FINISHED, Stage.ACTIVE, Stage.WAITING),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """One step in the life of a file, with its reason; `outcome` (a code of Outcome) and
    `next_step` only where somebody leaves.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    before: Stage
    after: Stage
    on: date
    reason: str = ""
    outcome: str = ""
    next_step: str = ""


def problems(change: StageChange, *, starts_on: date, today: date) -> Iterator[Problem]:
    """Everything a change of stage refuses; `starts_on` is the first day of the file."""
    if change.after not in change.before.next:
        yield Problem(
            "after",
            _(
                "From “{before}” a file can't go to “{after}”.",
                before=change.before.text,
                after=change.after.text,
            ),
        )
    if change.on > today:
        yield Problem("on", _("This day is still to come. Change it on the day itself or later."))
    if change.after is Stage.FINISHED and change.on < starts_on:
        yield Problem("on", _("This day lies before the start of the file."))
    if change.after is Stage.FINISHED and not change.outcome:
        yield Problem("outcome", _("Choose how it ended."))
    if _asks_a_reason(change) and not change.reason.strip():
        yield Problem("reason", _("Write in a few words why. No diagnosis, no offence."))


def _asks_a_reason(change: StageChange) -> bool:
    """Pausing and reopening say why; the outcome says it where somebody finishes."""
    return change.after is Stage.PAUSED or (change.before.is_closed and not change.after.is_closed)
