"""The board of all accreditations: what may start today, what soon no longer, and why.

Each line has its reasons, the heaviest first, and each reason the place where it is settled.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState
from ca_desktop.domain.dates import add_months, format_date
from ca_desktop.domain.supervisors import CertificateStatus, Supervisor
from ca_desktop.domain.work_cover import WorkCover
from ca_desktop.i18n import _


class OutlookGroup(StrEnum):
    """Where an accreditation stands on the board."""

    READY = "ready"
    ATTENTION = "attention"
    UNDERWAY = "underway"
    CLOSED = "closed"

    @property
    def text(self) -> str:
        return {
            OutlookGroup.READY: _("Students may start today"),
            OutlookGroup.ATTENTION: _("May start today, but this asks attention"),
            OutlookGroup.UNDERWAY: _("On its way"),
            OutlookGroup.CLOSED: _("No student may start"),
        }[self]


class OutlookPlace(StrEnum):
    """Where a reason is settled."""

    COURSE = "course"
    STEP = "step"
    TRAINER = "trainer"
    PAPERS = "papers"
    PROCESSES = "processes"
    DETAILS = "details"

    @property
    def text(self) -> str:
        return {
            OutlookPlace.COURSE: _("Look at course"),
            OutlookPlace.STEP: _("Record step …"),
            OutlookPlace.TRAINER: _("Choose trainer"),
            OutlookPlace.PAPERS: _("See papers"),
            OutlookPlace.PROCESSES: _("Fill in work processes"),
            OutlookPlace.DETAILS: _("Open accreditation"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a line stands where it stands, and where that is settled."""

    text: str
    place: OutlookPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookTerms:
    """How long before something is said, and how long SBB usually takes: settings of the centre."""

    soon_months: int
    decision_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookFacts:
    """What is known around one accreditation. `paper` is how the best training paper of the trainer
    stands; `agreed_until` the last day of a student that agreements tell of.
    """

    accreditation: Accreditation
    last_step: AccreditationStep | None
    trainer: Supervisor | None
    paper: CertificateStatus | None
    paper_until: date | None
    paper_name: str = ""
    cover: WorkCover | None
    agreed_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """One accreditation on the board."""

    group: OutlookGroup
    reasons: tuple[Reason, ...]

    @property
    def first(self) -> Reason:
        """The reason that its one action settles."""
        return self.reasons[0]


_CLOSED = frozenset(
    {AccreditationState.REJECTED, AccreditationState.WITHDRAWN, AccreditationState.LAPSED}
)


def outlook_of(facts: OutlookFacts, today: date, terms: OutlookTerms) -> Outlook:
    """Where this accreditation stands today."""
    one = facts.accreditation
    if one.state.is_accredited and not one.may_start_on(today):
        return Outlook(group=OutlookGroup.CLOSED, reasons=(_ended(one),))
    if one.state.is_accredited:
        worries = tuple(_worries(facts, today, terms))
        if worries:
            return Outlook(group=OutlookGroup.ATTENTION, reasons=worries)
        return Outlook(group=OutlookGroup.READY, reasons=(_ready(facts),))
    if one.state in _CLOSED:
        return Outlook(group=OutlookGroup.CLOSED, reasons=(_closed(facts),))
    return Outlook(group=OutlookGroup.UNDERWAY, reasons=(_underway(facts, today, terms),))


def _ended(one: Accreditation) -> Reason:
    text = _("SBB named {day} as the end. Nobody may start after it.", day=format_date(one.ends_on))
    return Reason(text=text, place=OutlookPlace.COURSE)


def _ready(facts: OutlookFacts) -> Reason:
    return Reason(text=accredited_words(facts), place=OutlookPlace.DETAILS)


def accredited_words(facts: OutlookFacts) -> str:
    """'Accredited since 25-10-2022; trainer Willem Scholten.'"""
    since = format_date(facts.accreditation.since)
    if facts.trainer is None:
        return _("Accredited since {day}.", day=since)
    return _(
        "Accredited since {day}; trainer {trainer}.", day=since, trainer=facts.trainer.name.full
    )


def _worries(facts: OutlookFacts, today: date, terms: OutlookTerms) -> Iterator[Reason]:
    yield from _trainer_worries(facts, today)
    cover = facts.cover
    if cover is None or not cover.share.total:
        text = _("The work processes are not filled in yet.")
        yield Reason(text=text, place=OutlookPlace.PROCESSES)
    elif not cover.share.feasible:
        yield Reason(text=_("No work process can be practised here."), place=OutlookPlace.PROCESSES)
    yield from _date_worries(facts, today, terms)


def _trainer_worries(facts: OutlookFacts, today: date) -> Iterator[Reason]:
    trainer = facts.trainer
    if trainer is None:
        yield Reason(text=_("There is no trainer."), place=OutlookPlace.TRAINER)
        return
    words = {"name": trainer.name.full, "day": format_date(trainer.ended_on)}
    if trainer.ended_on is not None and trainer.ended_on < today:
        text = _("Trainer {name} left on {day}.", **words)
        yield Reason(text=text, place=OutlookPlace.TRAINER)
        return
    if trainer.ended_on is not None:
        text = _("Trainer {name} leaves on {day}.", **words)
        yield Reason(text=text, place=OutlookPlace.TRAINER)
    elif not trainer.is_active(today):
        text = _(
            "Trainer {name} starts on {day}.",
            name=trainer.name.full,
            day=format_date(trainer.starts_on),
        )
        yield Reason(text=text, place=OutlookPlace.TRAINER)
    if facts.paper in (None, CertificateStatus.EXPIRED):
        text = _("Trainer {name} has no valid training paper.", name=trainer.name.full)
        yield Reason(text=text, place=OutlookPlace.PAPERS)
    elif facts.paper is CertificateStatus.EXPIRING:
        text = _(
            "The training paper of {name} is valid until {day}.",
            name=trainer.name.full,
            day=format_date(facts.paper_until),
        )
        yield Reason(text=text, place=OutlookPlace.PAPERS)


def _date_worries(facts: OutlookFacts, today: date, terms: OutlookTerms) -> Iterator[Reason]:
    one = facts.accreditation
    if one.ends_on is not None and one.ends_on < add_months(today, terms.soon_months):
        text = _("SBB named {day} as the end.", day=format_date(one.ends_on))
        yield Reason(text=text, place=OutlookPlace.COURSE)
    if one.is_lapse_near(facts.agreed_until, today, terms.soon_months):
        yield Reason(text=lapse_words(one, facts.agreed_until), place=OutlookPlace.COURSE)
    if one.is_assessment_near(today, terms.soon_months):
        yield Reason(text=assessment_words(one, today), place=OutlookPlace.STEP)


def assessment_words(one: Accreditation, today: date) -> str:
    """'SBB re-assessment expected on …', or since when it was."""
    on = one.expected_assessment_on
    if on is not None and on < today:
        return _("SBB re-assessment expected since {day}", day=format_date(on))
    return _("SBB re-assessment expected on {day}", day=format_date(on))


def lapse_words(one: Accreditation, agreed_until: date | None) -> str:
    """Since when there is no student, and when that may end the accreditation."""
    last, lapse = one.last_student(agreed_until), one.expected_lapse_on(agreed_until)
    if last is None or (one.since is not None and last < one.since):
        return _("No student since the accreditation; lapse expected {day}", day=format_date(lapse))
    return _(
        "No student since {last}; lapse expected {day}",
        last=format_date(last),
        day=format_date(lapse),
    )


def _closed(facts: OutlookFacts) -> Reason:
    step, state = facts.last_step, facts.accreditation.state
    if step is None:
        return Reason(text=f"{state.text}.", place=OutlookPlace.COURSE)
    told = _("{state} on {day}.", state=state.text, day=format_date(step.on))
    extra = step.letter or step.remarks
    return Reason(text=f"{told} {extra}".strip(), place=OutlookPlace.COURSE)


def _underway(facts: OutlookFacts, today: date, terms: OutlookTerms) -> Reason:
    step, state = facts.last_step, facts.accreditation.state
    if step is None:
        return Reason(text=f"{state.text}.", place=OutlookPlace.STEP)
    told = _("{state} on {day}.", state=state.text, day=format_date(step.on))
    if state is AccreditationState.VISIT_PLANNED and step.planned_on:
        words = _("The visit is on {day}.", day=format_date(step.planned_on))
        if step.planned_on < today:
            words = _(
                "The visit was on {day}. Record what SBB decided.", day=format_date(step.planned_on)
            )
        return Reason(text=words, place=OutlookPlace.STEP)
    late = step.on + timedelta(days=terms.decision_days) < today
    if state is AccreditationState.APPLIED and late:
        told += " " + _("SBB usually decides sooner: call the adviser.")
    return Reason(text=told, place=OutlookPlace.STEP)
