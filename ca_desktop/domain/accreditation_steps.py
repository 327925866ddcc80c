"""The steps of an accreditation: each state with its day and the letter behind it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, pairwise
from uuid import UUID, uuid4, uuid5

from ca_desktop.domain.accreditations import (
    NEXT_STATES,
    Accreditation,
    AccreditationState,
    state_problems,
)
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.errors import Problem
from ca_desktop.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationStep:
    """An accreditation came into this state. `letter` says by which letter or message it is known;
    `planned_on` is the day of a visit or assessment that was agreed.
    """

    id: UUID = field(default_factory=uuid4)
    accreditation_id: UUID
    state: AccreditationState
    on: date
    letter: str = ""
    planned_on: date | None = None
    remarks: str = ""


def problems(
    step: AccreditationStep, earlier: Iterable[AccreditationStep], today: date
) -> Iterator[Problem]:
    """Everything a step refuses on its own; which state may follow is asked of the accreditation.

    `earlier` are the steps that were taken before this one.
    """
    if step.on > today:
        yield Problem("on", _("This day is still to come. Record the step on the day itself."))
    last_on = max((one.on for one in earlier), default=None)
    if last_on is not None and step.on < last_on:
        yield Problem(
            "on",
            _("The step before was on {day}. Choose that day or later.", day=format_date(last_on)),
        )
    if step.planned_on is not None and step.planned_on < step.on:
        yield Problem("planned_on", _("The planned day lies before this step."))


def in_order(steps: Iterable[AccreditationStep]) -> tuple[AccreditationStep, ...]:
    """On day; steps of one day so that each may follow the one before it, where that can be."""
    ordered: list[AccreditationStep] = []
    for _day, group in groupby(sorted(steps, key=lambda one: one.on), key=lambda one: one.on):
        same_day = list(group)
        before = ordered[-1].state if ordered else None
        ordered += _chain(before, same_day) or same_day
    return tuple(ordered)


def _chain(
    before: AccreditationState | None, steps: Sequence[AccreditationStep]
) -> list[AccreditationStep] | None:
    """The first order of these steps that the states allow, or None."""
    if not steps:
        return []
    for place, step in enumerate(steps):
        if before is None or step.state in NEXT_STATES[before]:
            rest = _chain(step.state, [*steps[:place], *steps[place + 1 :]])
            if rest is not None:
                return [step, *rest]
    return None


def path_problems(steps: Iterable[AccreditationStep], today: date) -> Iterator[Problem]:
    """What a change of one of these steps refuses: every step has to follow the one before it."""
    ordered = in_order(steps)
    for place, step in enumerate(ordered):
        yield from problems(step, ordered[:place], today)
    for before, step in pairwise(ordered):
        yield from state_problems(step.state, before.state, "on")


def standing(accreditation: Accreditation, steps: Iterable[AccreditationStep]) -> Accreditation:
    """How the accreditation stands after these steps: state and dates come from nothing else.

    Accredited again after an assessment sets the day of the last assessment; a planned day on a
    step of accreditation is the assessment that SBB named. Without steps it stays as it is.
    """
    ordered = in_order(steps)
    if not ordered:
        return accreditation
    since = last = planned = None
    was: AccreditationState | None = None
    for step in ordered:
        if step.state.is_accredited:
            if was is None or not was.is_accredited:
                since, last = step.on, None
            elif step.state is AccreditationState.ACCREDITED:
                last = step.on
            planned = step.planned_on
        else:
            planned = None
        was = step.state
    return replace(
        accreditation,
        state=ordered[-1].state,
        since=since,
        last_assessed_on=last,
        next_assessment_on=planned,
    )


def first_steps(accreditation: Accreditation, today: date) -> tuple[AccreditationStep, ...]:
    """The steps that a new accreditation tells of, or one that was kept before there were steps.

    Their ids are always the same, so that they can be pointed at before they are kept.
    """
    state, since, last = accreditation.state, accreditation.since, accreditation.last_assessed_on
    told: list[tuple[AccreditationState, date, date | None]] = []
    accredited = AccreditationState.ACCREDITED
    is_or_was = state.is_accredited or state in _AFTER_ACCREDITED
    if since is not None and is_or_was:
        told.append((accredited, since, None))
        if last is not None and last > since:
            told.append((accredited, last, None))
    if state is accredited and told:
        told[-1] = (accredited, told[-1][1], accreditation.next_assessment_on)
    else:
        day = (today if told else since) or today
        planned = accreditation.next_assessment_on if state.is_accredited else None
        told.append((state, min(filter(None, (day, planned, today))), planned))
    return tuple(
        AccreditationStep(
            id=uuid5(accreditation.id, str(place)),
            accreditation_id=accreditation.id,
            state=one,
            on=on,
            planned_on=planned,
        )
        for place, (one, on, planned) in enumerate(told)
    )


_AFTER_ACCREDITED = frozenset({AccreditationState.WITHDRAWN, AccreditationState.LAPSED})
