"""SBB accreditation: per location a training company, per qualification a state. Never a hard
expiry.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import add_months
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.i18n import _

YEARS_BETWEEN_ASSESSMENTS = 4
YEARS_WITHOUT_STUDENTS = 4
MOST_TRAINER_MINUTES = 40 * 60
_CODE = re.compile(r"^\d{5}$")


class AccreditationState(StrEnum):
    """Where the accreditation for one qualification stands."""

    ORIENTATION = "orientation"
    IN_PREPARATION = "in_preparation"
    APPLIED = "applied"
    VISIT_PLANNED = "visit_planned"
    ACCREDITED = "accredited"
    REASSESSMENT_PLANNED = "reassessment_planned"
    REJECTED = "rejected"
    OBJECTION = "objection"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def is_accredited(self) -> bool:
        """Whether students may start today."""
        return self in {AccreditationState.ACCREDITED, AccreditationState.REASSESSMENT_PLANNED}

    @property
    def text(self) -> str:
        return {
            AccreditationState.ORIENTATION: _("Orientation"),
            AccreditationState.IN_PREPARATION: _("In preparation"),
            AccreditationState.APPLIED: _("Applied for"),
            AccreditationState.VISIT_PLANNED: _("Visit planned"),
            AccreditationState.ACCREDITED: _("Accredited"),
            AccreditationState.REASSESSMENT_PLANNED: _("Re-assessment planned"),
            AccreditationState.REJECTED: _("Rejected"),
            AccreditationState.OBJECTION: _("Objection made"),
            AccreditationState.WITHDRAWN: _("Withdrawn"),
            AccreditationState.LAPSED: _("Lapsed"),
        }[self]


NEXT_STATES: dict[AccreditationState, frozenset[AccreditationState]] = {
    AccreditationState.ORIENTATION: frozenset({AccreditationState.IN_PREPARATION}),
    AccreditationState.IN_PREPARATION: frozenset({AccreditationState.APPLIED}),
    AccreditationState.APPLIED: frozenset(
        {
            AccreditationState.VISIT_PLANNED,
            AccreditationState.ACCREDITED,
            AccreditationState.REJECTED,
        }
    ),
    AccreditationState.VISIT_PLANNED: frozenset(
        {AccreditationState.ACCREDITED, AccreditationState.REJECTED}
    ),
    AccreditationState.ACCREDITED: frozenset(
        {
            AccreditationState.ACCREDITED,  # assessed again, without a planned day before it
            AccreditationState.REASSESSMENT_PLANNED,
            AccreditationState.WITHDRAWN,
            AccreditationState.LAPSED,
        }
    ),
    AccreditationState.REASSESSMENT_PLANNED: frozenset(
        {AccreditationState.ACCREDITED, AccreditationState.WITHDRAWN, AccreditationState.LAPSED}
    ),
    AccreditationState.REJECTED: frozenset(
        {AccreditationState.OBJECTION, AccreditationState.APPLIED}
    ),
    AccreditationState.OBJECTION: frozenset(
        {AccreditationState.APPLIED, AccreditationState.ACCREDITED, AccreditationState.REJECTED}
    ),
    AccreditationState.WITHDRAWN: frozenset(
        {AccreditationState.IN_PREPARATION, AccreditationState.OBJECTION}
    ),
    AccreditationState.LAPSED: frozenset({AccreditationState.IN_PREPARATION}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingCompany:
    """The centre, or one of its locations, as a training company with its own leerbedrijf-ID."""

    id: UUID = field(default_factory=uuid4)
    location: str
    company_id: str = ""
    adviser_name: str = ""
    adviser_email: str = ""
    adviser_phone: str = ""
    last_checked_on: date | None = None
    kvk_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accreditation:
    """The accreditation for one qualification; the next assessment is a forecast.

    `ends_on` only where SBB itself named an end; `last_student_on` is the last day of a student
    before agreements were kept here; `trainer_minutes` a week are reserved for the trainer.
    """

    id: UUID = field(default_factory=uuid4)
    training_company_id: UUID
    code: str
    name: str
    level: int
    state: AccreditationState
    since: date | None = None
    last_assessed_on: date | None = None
    next_assessment_on: date | None = None
    trainer_id: UUID | None = None
    trainer_minutes: int = 0
    remarks: str = ""
    dossier: str = ""
    learning_paths: tuple[LearningPath, ...] = ()
    equivalents: tuple[str, ...] = ()
    ends_on: date | None = None
    last_student_on: date | None = None

    @property
    def expected_assessment_on(self) -> date | None:
        """The date that was filled in, or four years after the last assessment (or the start)."""
        if self.next_assessment_on is not None:
            return self.next_assessment_on
        basis = self.last_assessed_on or self.since
        return add_months(basis, 12 * YEARS_BETWEEN_ASSESSMENTS) if basis else None

    @property
    def codes(self) -> frozenset[str]:
        """The code and its equivalents: students of all of these may come here."""
        return frozenset({self.code, *self.equivalents})

    def may_start_on(self, day: date) -> bool:
        """Whether a student may start on this day; the last day that SBB named still counts."""
        return self._runs_on(day) and (self.since is None or self.since <= day)

    def last_student(self, agreed_until: date | None) -> date | None:
        """The last day of a student: before the program, or until when an agreement runs."""
        return max((on for on in (self.last_student_on, agreed_until) if on), default=None)

    def expected_lapse_on(self, agreed_until: date | None) -> date | None:
        """When it may lapse for want of students; a forecast too. Without any student the four
        years run from the accreditation.
        """
        basis = self.without_students_since(agreed_until)
        return add_months(basis, 12 * YEARS_WITHOUT_STUDENTS) if basis else None

    def without_students_since(self, agreed_until: date | None) -> date | None:
        """From when the four years without a student count, while it is accredited."""
        if not self.state.is_accredited:
            return None
        found = (self.since, self.last_student(agreed_until))
        return max((on for on in found if on), default=None)

    def is_lapse_near(self, agreed_until: date | None, today: date, months: int) -> bool:
        """Whether fewer than so many months are left of the four years without a student."""
        basis = self.without_students_since(agreed_until)
        if basis is None or not self._runs_on(today):
            return False
        return add_months(basis, 12 * YEARS_WITHOUT_STUDENTS - months) < today

    def is_assessment_near(self, today: date, months: int) -> bool:
        """Whether SBB is expected within so many months, or was expected before today."""
        on = self.expected_assessment_on
        return self._runs_on(today) and on is not None and on < add_months(today, months)

    def _runs_on(self, day: date) -> bool:
        return self.state.is_accredited and (self.ends_on is None or day <= self.ends_on)


def problems(
    accreditation: Accreditation, before: Accreditation | None, today: date
) -> Iterator[Problem]:
    """Everything a save refuses; `before` is how it stood, for what only a step may change."""
    if not _CODE.match(accreditation.code):
        yield Problem("code", _("A programme code has five digits, such as 25254."))
    if not accreditation.name.strip():
        yield Problem("name", _("Fill in the name of the qualification."))
    if not 1 <= accreditation.level <= 4:
        yield Problem("level", _("The level is 1, 2, 3 or 4."))
    if accreditation.dossier and not _CODE.match(accreditation.dossier):
        yield Problem("dossier", _("The number of a file has five digits, such as 23110."))
    for code in accreditation.equivalents:
        if not _CODE.match(code):
            wrong = _("“{code}” is no code. Each has five digits, such as 25254.", code=code)
            yield Problem("equivalents", wrong)
            break
    if accreditation.code in accreditation.equivalents:
        yield Problem("equivalents", _("The code itself need not stand among its equivalents."))
    if not 0 <= accreditation.trainer_minutes <= MOST_TRAINER_MINUTES:
        yield Problem("trainer_minutes", _("Reserve at most forty hours a week."))
    if accreditation.last_student_on and accreditation.last_student_on > today:
        yield Problem("last_student_on", _("This day is still to come."))
    yield from _start_problems(accreditation, today)
    yield from _order_problems(accreditation)
    if before is not None and before.state is not accreditation.state:
        yield from state_problems(accreditation.state, before.state)


def state_problems(
    state: AccreditationState, before: AccreditationState, field: str = "state"
) -> Iterator[Problem]:
    """Which states may follow, said where another one is asked."""
    if state not in NEXT_STATES[before]:
        steps = ", ".join(one.text for one in AccreditationState if one in NEXT_STATES[before])
        yield Problem(
            field,
            _("From “{state}” the next step is: {steps}.", state=before.text, steps=steps),
        )


def _start_problems(accreditation: Accreditation, today: date) -> Iterator[Problem]:
    if not accreditation.state.is_accredited:
        return
    if accreditation.since is None:
        yield Problem("since", _("Fill in since when the centre is accredited."))
    elif accreditation.since > today:
        yield Problem(
            "since",
            _("This date lies in the future. An accreditation starts on the date of SBB's letter."),
        )
    elif accreditation.ends_on and accreditation.ends_on < accreditation.since:
        yield Problem("ends_on", _("This day lies before the accreditation."))


def _order_problems(accreditation: Accreditation) -> Iterator[Problem]:
    """The next assessment comes after the last one and after the start."""
    earlier = [on for on in (accreditation.since, accreditation.last_assessed_on) if on is not None]
    next_on = accreditation.next_assessment_on
    if next_on is not None and earlier and next_on <= max(earlier):
        yield Problem(
            "next_assessment_on",
            _("The next assessment comes after the last one and after the accreditation."),
        )
