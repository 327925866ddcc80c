"""What is to be expected of an accreditation: forecasts with their reason, never a hard expiry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import format_date
from ca_desktop.i18n import _


class ExpectedKind(StrEnum):
    """What may come."""

    VISIT = "visit"
    REASSESSMENT = "reassessment"
    LAPSE = "lapse"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEvent:
    """Something to come (or that was to come), on a day, with the reason of that day."""

    kind: ExpectedKind
    on: date
    text: str
    why: str


def expected_events(
    accreditation: Accreditation, last_step: AccreditationStep | None, agreed_until: date | None
) -> tuple[ExpectedEvent, ...]:
    """What is to be expected, the nearest first. `agreed_until` is the last day of a student that
    the agreements of this location tell of.
    """
    found = [
        *_visit(accreditation, last_step),
        *_reassessment(accreditation),
        *_lapse(accreditation, agreed_until),
        *_end(accreditation),
    ]
    return tuple(sorted(found, key=lambda one: one.on))


def _visit(
    accreditation: Accreditation, last_step: AccreditationStep | None
) -> Iterator[ExpectedEvent]:
    planned = last_step.planned_on if last_step else None
    if accreditation.state is AccreditationState.VISIT_PLANNED and planned:
        yield ExpectedEvent(
            kind=ExpectedKind.VISIT,
            on=planned,
            text=_("Visit of SBB's adviser"),
            why=_("Agreed in the step “{step}”.", step=accreditation.state.text),
        )


def _reassessment(accreditation: Accreditation) -> Iterator[ExpectedEvent]:
    on = accreditation.expected_assessment_on
    if on is None or not accreditation.state.is_accredited:
        return
    basis = accreditation.last_assessed_on or accreditation.since
    why = _("Four years after {day}. The accreditation goes on.", day=format_date(basis))
    if accreditation.next_assessment_on is not None:
        why = _("SBB named this day. The accreditation goes on.")
    yield ExpectedEvent(
        kind=ExpectedKind.REASSESSMENT, on=on, text=_("Re-assessment by SBB"), why=why
    )


def _lapse(accreditation: Accreditation, agreed_until: date | None) -> Iterator[ExpectedEvent]:
    on = accreditation.expected_lapse_on(agreed_until)
    if on is None:
        return
    last = accreditation.last_student(agreed_until)
    why = _("No student is known. The four years count from the accreditation.")
    if last is not None:
        why = _("Four years after the last student ({day}).", day=format_date(last))
    yield ExpectedEvent(
        kind=ExpectedKind.LAPSE, on=on, text=_("Lapse, if no student comes before"), why=why
    )


def _end(accreditation: Accreditation) -> Iterator[ExpectedEvent]:
    if accreditation.ends_on is not None and accreditation.state.is_accredited:
        yield ExpectedEvent(
            kind=ExpectedKind.END,
            on=accreditation.ends_on,
            text=_("End that SBB named"),
            why=_("The last day on which a student may start."),
        )
