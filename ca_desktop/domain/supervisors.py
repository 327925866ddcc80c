"""Supervisors (begeleiders) and their certificates."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4

from ca_desktop.domain.dates import order_problem
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.folding import fold
from ca_desktop.domain.half_days import DayPart, HalfDay, HalfDays
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.partners import email_problem
from ca_desktop.domain.phones import phone_problem
from ca_desktop.i18n import _

MOST_SLOT_MINUTES = 8 * 60
_SLOTS = frozenset(HalfDay(day, part).code for day in range(7) for part in DayPart)


class SupervisorKind(StrEnum):
    """What somebody does as a supervisor; one person can be of several kinds."""

    WORK_SUPERVISOR = "work_supervisor"
    WORKPLACE_TRAINER = "workplace_trainer"
    WORKPLACE_TRAINER_PLUS = "workplace_trainer_plus"
    JOB_COACH = "job_coach"
    LANGUAGE_COACH = "language_coach"
    SUPPORT_WORKER = "support_worker"
    EXPERT_BY_EXPERIENCE = "expert_by_experience"
    LANGUAGE_TEACHER = "language_teacher"
    LANGUAGE_VOLUNTEER = "language_volunteer"
    EMERGENCY_RESPONDER = "emergency_responder"
    QUARTERMASTER = "quartermaster"
    OTHER = "other"

    @property
    def text(self) -> str:
        return {
            SupervisorKind.WORK_SUPERVISOR: _("Work supervisor"),
            SupervisorKind.WORKPLACE_TRAINER: _("Workplace trainer"),
            SupervisorKind.WORKPLACE_TRAINER_PLUS: _("Workplace trainer plus"),
            SupervisorKind.JOB_COACH: _("Job coach"),
            SupervisorKind.LANGUAGE_COACH: _("Language and work coach"),
            SupervisorKind.SUPPORT_WORKER: _("Support worker"),
            SupervisorKind.EXPERT_BY_EXPERIENCE: _("Expert by experience"),
            SupervisorKind.LANGUAGE_TEACHER: _("Teacher of Dutch (NT2)"),
            SupervisorKind.LANGUAGE_VOLUNTEER: _("Language volunteer"),
            SupervisorKind.EMERGENCY_RESPONDER: _("Emergency responder"),
            SupervisorKind.QUARTERMASTER: _("Quartermaster or coordinator"),
            SupervisorKind.OTHER: _("Other"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotMinutes:
    """Minutes of work in one half-day of the week, by its code: '0m' is Monday morning."""

    slot: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Supervisor:
    """Somebody who guides participants, employed or not.

    `slot_minutes` are given where they are known per half-day; without them `weekly_minutes` are
    spread evenly over `half_days`. `deputy_id` stands in when this supervisor is away.
    """

    id: UUID = field(default_factory=uuid4)
    number: int
    first_name: str = ""
    prefix: str = ""
    last_name: str = ""
    kinds: tuple[SupervisorKind, ...] = ()
    phone: str = ""
    email: str = ""
    employer: str = ""
    weekly_minutes: int = 0
    half_days: HalfDays = field(default_factory=HalfDays)
    slot_minutes: tuple[SlotMinutes, ...] = ()
    partner_id: UUID | None = None
    languages: tuple[str, ...] = ()
    crafts: tuple[str, ...] = ()
    deputy_id: UUID | None = None
    starts_on: date
    ended_on: date | None = None

    @property
    def name(self) -> PersonName:
        return PersonName(first=self.first_name, prefix=self.prefix, last=self.last_name)

    @property
    def search_text(self) -> str:
        return fold(
            f"{self.number} {self.first_name} {self.prefix} {self.last_name} {self.employer} "
            f"{' '.join(self.crafts)}"
        )

    def is_active(self, today: date) -> bool:
        return self.starts_on <= today and (self.ended_on is None or today <= self.ended_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A paper that a supervisor has: seen on, valid until, where it is kept. Never a copy of a VOG.

    `renewal_on` is the day on which a renewal was planned, `renewal_note` where and with whom.
    """

    id: UUID = field(default_factory=uuid4)
    supervisor_id: UUID
    kind: str
    description: str = ""
    issued_on: date | None = None
    seen_on: date | None = None
    valid_until: date | None = None
    evidence: str = ""
    renewal_on: date | None = None
    renewal_note: str = ""

    def status(self, today: date, alert_days: int) -> "CertificateStatus":
        """The last day of validity still counts as valid."""
        if self.valid_until is None:
            return CertificateStatus.VALID
        days = (self.valid_until - today).days
        if days < 0:
            return CertificateStatus.EXPIRED
        return CertificateStatus.EXPIRING if days <= alert_days else CertificateStatus.VALID


class CertificateStatus(StrEnum):
    """Where a certificate stands today; the last two are of who has none."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    MISSING = "missing"
    NOT_REQUIRED = "not_required"

    @property
    def text(self) -> str:
        return {
            CertificateStatus.VALID: _("valid"),
            CertificateStatus.EXPIRING: _("expires soon"),
            CertificateStatus.EXPIRED: _("expired"),
            CertificateStatus.MISSING: _("missing"),
            CertificateStatus.NOT_REQUIRED: _("not required"),
        }[self]


OF_A_PAPER = (CertificateStatus.VALID, CertificateStatus.EXPIRING, CertificateStatus.EXPIRED)


def settled(supervisor: Supervisor) -> Supervisor:
    """The hours a week and the half-days follow from the hours per half-day, where those are
    filled in; half-days without hours are left out.
    """
    filled = [one for one in supervisor.slot_minutes if one.minutes]
    if not filled:
        return replace(supervisor, slot_minutes=())
    slots = HalfDays.of(*(one.slot for one in filled))
    minutes = {one.slot: one.minutes for one in filled}
    return replace(
        supervisor,
        slot_minutes=tuple(SlotMinutes(slot=code, minutes=minutes[code]) for code in slots.codes),
        half_days=slots,
        weekly_minutes=sum(minutes.values()),
    )


def renewed(certificate: Certificate, before: Certificate | None) -> Certificate:
    """Without the plan to renew it, once it was: valid longer, with the plan of before."""
    if before is None or before.valid_until is None or certificate.renewal_on is None:
        return certificate
    longer = certificate.valid_until is None or certificate.valid_until > before.valid_until
    if longer and certificate.renewal_on == before.renewal_on:
        return replace(certificate, renewal_on=None, renewal_note="")
    return certificate


def problems(supervisor: Supervisor) -> Iterator[Problem]:
    """Everything a save of a supervisor refuses."""
    if not supervisor.first_name.strip() and not supervisor.last_name.strip():
        yield Problem("last_name", _("Fill in a first name or a last name."))
    if not supervisor.kinds:
        yield Problem("kinds", _("Choose at least one kind of supervisor."))
    if not 0 <= supervisor.weekly_minutes <= 60 * 60:
        yield Problem("weekly_minutes", _("Choose between 0 and 60 hours a week."))
    yield from _slot_problems(supervisor.slot_minutes)
    if supervisor.employer.strip() and supervisor.partner_id is not None:
        yield Problem("employer", _("A partner was chosen already. Leave this empty."))
    if supervisor.deputy_id == supervisor.id:
        yield Problem("deputy_id", _("Choose somebody else."))
    for problem in (
        phone_problem(supervisor.phone),
        email_problem(supervisor.email),
        order_problem("ended_on", supervisor.starts_on, supervisor.ended_on),
    ):
        if problem:
            yield problem


def _slot_problems(slots: tuple[SlotMinutes, ...]) -> Iterator[Problem]:
    """Each half-day once, with hours that fit in it."""
    codes = [one.slot for one in slots]
    if len(set(codes)) < len(codes) or not _SLOTS.issuperset(codes):
        yield Problem("slot_minutes", _("Fill in each half-day once."))
    if not all(0 <= one.minutes <= MOST_SLOT_MINUTES for one in slots):
        yield Problem("slot_minutes", _("A half-day has 0 to {most} hours.", most=8))


def certificate_problems(
    certificate: Certificate, today: date, kinds: Iterable[str], seen_only: Collection[str] = ()
) -> Iterator[Problem]:
    """Everything a save of a certificate refuses; `kinds` are the codes of all kinds, `seen_only`
    those of which nothing is kept but the day on which it was seen, and until when it counts.
    """
    if certificate.kind not in tuple(kinds):
        yield Problem("kind", _("Choose which certificate it is."))
    if certificate.kind in seen_only:
        yield from _seen_only_problems(certificate)
    if certificate.renewal_note.strip() and certificate.renewal_on is None:
        yield Problem("renewal_on", _("Fill in the day on which it will be renewed."))
    problem = order_problem("valid_until", certificate.issued_on, certificate.valid_until)
    if problem:
        yield problem
    if certificate.seen_on and certificate.seen_on > today:
        yield Problem("seen_on", _("You can't have seen it in the future."))


def _seen_only_problems(certificate: Certificate) -> Iterator[Problem]:
    """No number, no copy, not where it lies: only that somebody saw it."""
    if certificate.seen_on is None:
        yield Problem("seen_on", _("Fill in on which day you saw it."))
    for name in ("description", "issued_on", "evidence", "renewal_note"):
        if getattr(certificate, name):
            yield Problem(
                name, _("Of this paper only keep when you saw it: no number, no copy, no place.")
            )
