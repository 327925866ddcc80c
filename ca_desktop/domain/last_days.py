"""The last day of a file and its stage tell one story: a file is closed by a step, never by a date.

A day to come is only planned. When it has passed, closing the file says how it ended, and shows
what ends with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import Problem, refuse
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.stages import Stage, StageChange, in_order
from ca_desktop.i18n import _

_FIELD = "ended_on"


def problems(
    before: Participant | None, after: Participant, today: date, *, may_close: bool
) -> Iterator[Problem]:
    """What is refused of a new last day; `before` is None for somebody who is only taken in."""
    if before is not None and before.ended_on == after.ended_on:
        return
    day = after.ended_on
    if before is None or not before.stage.is_closed:
        if day is not None and day < today:
            message = _(
                "This day has passed. Close the file with “Change status”: then you see what ends "
                "with it, and the history tells how it ended."
            )
            yield Problem(_FIELD, message)
    elif not may_close:
        yield Problem(_FIELD, _("The file is closed. Ask a coordinator to mend the last day."))
    elif day is None or day > today:
        message = _("The file is closed. Open it again with “Change status”.")
        yield Problem(_FIELD, message)


def mended(steps: Iterable[StageChange], day: date) -> StageChange | None:
    """The step that closed the file, on its mended day; None where no step tells it. RuleBroken
    when that would turn the order of the steps around.
    """
    ordered = in_order(steps)
    at = next((n for n in reversed(range(len(ordered))) if ordered[n].is_closing), None)
    if at is None:
        return None
    earlier, later = ordered[:at], ordered[at + 1 :]
    if earlier and day < earlier[-1].on:
        last = format_date(earlier[-1].on)
        message = _("The change before it was on {date}. Choose that day or later.", date=last)
        refuse([Problem(_FIELD, message)])
    if later and day > later[0].on:
        first = format_date(later[0].on)
        message = _("The change after it was on {date}. Choose that day or earlier.", date=first)
        refuse([Problem(_FIELD, message)])
    return replace(ordered[at], on=day)


def first_offer(person: Participant, steps: Iterable[StageChange], today: date) -> StageChange:
    """The change that is most likely next: closing on the planned last day once that has come, else
    the first stage that may follow, today.
    """
    day = person.ended_on
    last = max((one.on for one in steps), default=person.starts_on)
    is_open = not person.stage.is_closed
    if is_open and day is not None and last <= day <= today:
        return _step(person, Stage.FINISHED, day)
    return _step(person, person.stage.next[0], today)


def _step(person: Participant, after: Stage, on: date) -> StageChange:
    return StageChange(participant_id=person.id, before=person.stage, after=after, on=on)
