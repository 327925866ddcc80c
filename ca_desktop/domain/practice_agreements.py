"""Practice agreements (praktijkovereenkomst, POK): what school, student and centre signed.

The fields are those that DUO keeps per placement: number, signing day, begin, planned and real end,
hours, leerbedrijf-ID (through the location), programme code. Electives stand on later sheets.
Minimum contents: Wet educatie en beroepsonderwijs art. 7.2.8.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import Period, order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.partners import email_problem
from ca_desktop.domain.phones import phone_problem
from ca_desktop.domain.qualifications import code_problem
from ca_desktop.i18n import _

MOST_HOURS = 8_000  # five study years of 1600 hours


class PracticePhase(StrEnum):
    """The phases of the bpv protocol (OCW, MBO Raad, employers and Colo, 2010)."""

    PREPARATION = "preparation"
    MATCHING = "matching"
    CARRYING_OUT = "carrying_out"
    ASSESSMENT = "assessment"
    COMPLETION = "completion"

    @property
    def text(self) -> str:
        return {
            PracticePhase.PREPARATION: _("Preparation"),
            PracticePhase.MATCHING: _("Matching"),
            PracticePhase.CARRYING_OUT: _("Carrying out"),
            PracticePhase.ASSESSMENT: _("Assessment"),
            PracticePhase.COMPLETION: _("Completion and evaluation"),
        }[self]


class AgreementParty(StrEnum):
    """Who signs a practice agreement; the representative only for somebody under 18."""

    SCHOOL = "school"
    STUDENT = "student"
    TRAINING_COMPANY = "training_company"
    REPRESENTATIVE = "representative"

    @property
    def text(self) -> str:
        return {
            AgreementParty.SCHOOL: _("School"),
            AgreementParty.STUDENT: _("Student"),
            AgreementParty.TRAINING_COMPANY: _("We, the training company"),
            AgreementParty.REPRESENTATIVE: _("Parent or guardian"),
        }[self]


ALWAYS_SIGN = frozenset(
    {AgreementParty.SCHOOL, AgreementParty.STUDENT, AgreementParty.TRAINING_COMPANY}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeAgreement:
    """A practice agreement, which is also its first sheet (bpv-blad).

    `level` is 0 where a path has no mbo level. `yearly_hours` are the hours per school year, from
    the year of the start; empty means spread over the days. `process_codes` are the work processes
    that the student is to practise here. `signed_on` is the day of the last signature.
    """

    id: UUID = field(default_factory=uuid4)
    participant_id: UUID
    trajectory_id: UUID | None = None
    school_id: UUID
    training_company_id: UUID | None = None
    number: int = 1
    code: str = ""
    qualification: str = ""
    learning_path: LearningPath
    level: int = 0
    starts_on: date
    planned_end_on: date
    ended_on: date | None = None
    hours: int = 0
    yearly_hours: tuple[int, ...] = ()
    to_achieve: str = ""
    assessed_how: str = ""
    early_end: str = ""
    guidance: str = ""
    process_codes: tuple[str, ...] = ()
    signed_by: tuple[AgreementParty, ...] = ()
    signed_on: date | None = None
    trainer_id: UUID | None = None
    school_supervisor: str = ""
    school_supervisor_email: str = ""
    school_supervisor_phone: str = ""
    phase: PracticePhase = PracticePhase.PREPARATION
    remarks: str = ""

    @property
    def period(self) -> Period:
        """From the begin until the real end, or the planned one as long as it runs."""
        return Period(starts_on=self.starts_on, ends_on=self.ended_on or self.planned_end_on)

    def unsigned(self, *, is_minor: bool) -> tuple[AgreementParty, ...]:
        """Who still has to sign."""
        need = ALWAYS_SIGN | ({AgreementParty.REPRESENTATIVE} if is_minor else set())
        return tuple(one for one in AgreementParty if one in need and one not in self.signed_by)

    def is_signed(self, *, is_minor: bool) -> bool:
        """Whether everybody signed and the day is known."""
        return self.signed_on is not None and not self.unsigned(is_minor=is_minor)


def problems(agreement: PracticeAgreement, today: date) -> Iterator[Problem]:
    """Everything a save refuses."""
    if agreement.learning_path.is_mbo:
        problem = code_problem(agreement.code)
        if problem:
            yield problem
        if not 1 <= agreement.level <= 4:
            yield Problem("level", _("The level is 1, 2, 3 or 4."))
        if agreement.training_company_id is None:
            yield Problem("training_company_id", _("Choose the location with its leerbedrijf-ID."))
    if not 0 <= agreement.hours <= MOST_HOURS:
        yield Problem("hours", _("Choose between 0 and {most} hours.", most=MOST_HOURS))
    if agreement.yearly_hours and sum(agreement.yearly_hours) != agreement.hours:
        yield Problem("yearly_hours", _("The hours per school year add up to something else."))
    if agreement.signed_on and agreement.signed_on > today:
        yield Problem("signed_on", _("This day is still to come. Fill it in when it is signed."))
    for found in (
        order_problem("planned_end_on", agreement.starts_on, agreement.planned_end_on),
        order_problem("ended_on", agreement.starts_on, agreement.ended_on),
        email_problem(agreement.school_supervisor_email, "school_supervisor_email"),
        phone_problem(agreement.school_supervisor_phone, "school_supervisor_phone"),
    ):
        if found:
            yield found
