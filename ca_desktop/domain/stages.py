"""The life cycle of a file: where somebody stands, from signing up until the file is closed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import Period, format_date
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


OPENING = (Stage.SIGNED_UP, Stage.WAITING, Stage.ACTIVE)  # what a file may begin with
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

    @property
    def is_closing(self) -> bool:
        """Whether this closes an open file: what runs ends with it."""
        return self.after.is_closed and not self.before.is_closed

    @property
    def is_reopening(self) -> bool:
        """Whether this opens a closed file again."""
        return self.before.is_closed and not self.after.is_closed


def problems(
    change: StageChange,
    *,
    starts_on: date,
    today: date,
    earlier: Iterable[StageChange] = (),
) -> Iterator[Problem]:
    """Everything a change of stage refuses; `starts_on` is the first day of the file, `earlier`
    the steps it took before.
    """
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
    last_on = max((one.on for one in earlier), default=None)
    if last_on is not None and change.on < last_on:
        yield Problem(
            "on",
            _(
                "The last change was on {date}. Choose that day or later.",
                date=format_date(last_on),
            ),
        )
    if change.after is Stage.FINISHED and change.on < starts_on:
        yield Problem("on", _("This day lies before the start of the file."))
    if change.is_closing and not change.outcome:
        yield Problem("outcome", _("Choose how it ended."))
    if _asks_a_reason(change) and not change.reason.strip():
        yield Problem("reason", _("Write in a few words why. No diagnosis, no offence."))


def _asks_a_reason(change: StageChange) -> bool:
    """Pausing and reopening say why; the outcome says it where somebody finishes."""
    return change.after is Stage.PAUSED or change.is_reopening


def in_order(changes: Iterable[StageChange]) -> list[StageChange]:
    """The steps from old to new; of one day each follows on the one that it came from."""
    left = sorted(changes, key=lambda change: change.on)
    found: list[StageChange] = []
    while left:
        same_day = [one for one in left if one.on == left[0].on]
        following = _following(found[-1].after if found else None, same_day)
        left.remove(following)
        found.append(following)
    return found


def _following(came_from: Stage | None, same_day: list[StageChange]) -> StageChange:
    """The step out of those of one day that is taken from here: a file never begins paused."""
    afters = {one.after for one in same_day}
    befores = {one.before for one in same_day}
    return min(
        same_day,
        key=lambda one: (
            one.before is not came_from,
            one.before in afters,
            one.before not in OPENING,
            one.after not in befores,
        ),
    )


def pauses(changes: Iterable[StageChange]) -> tuple[Period, ...]:
    """The periods in which somebody was not expected: from the day of the pause up to the day
    before the next change, or without an end.
    """
    ordered = in_order(changes)
    found = []
    for place, change in enumerate(ordered):
        if change.after is not Stage.PAUSED:
            continue
        following = ordered[place + 1].on if place + 1 < len(ordered) else None
        last = following - timedelta(days=1) if following else None
        if last is None or last >= change.on:
            found.append(Period(starts_on=change.on, ends_on=last))
    return tuple(found)
