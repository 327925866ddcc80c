"""The conditions that rest on the supervisor: enough time, and the papers asked for."""

from collections.abc import Iterator
from dataclasses import replace

from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.placement_facts import PaperFact, PlacementFacts
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _


def guidance(facts: PlacementFacts) -> Iterator[Condition]:
    """Whether the supervisor has enough time on these half-days, this person included."""
    if facts.guidance is None or facts.supervisor is None:
        reason = _("Nobody was chosen as supervisor, so the guidance was not counted.")
        if facts.supervisor is not None:
            name = facts.supervisor.name.full
            reason = _("The half-days or the hours of {name} are not filled in.", name=name)
        yield Condition(
            kind=ConditionKind.GUIDANCE,
            verdict=Verdict.UNKNOWN,
            weight=Weight.ADVICE,
            reason=reason,
            source=_("Capacity"),
            record=_supervisor(facts.supervisor) if facts.supervisor else _trajectory(facts),
        )
        return
    short = [one for one in facts.guidance if one.needed > one.available]
    worst = max(facts.guidance, key=lambda one: one.needed - one.available, default=None)
    reason = _("{name} has enough time on these half-days.", name=facts.supervisor.name.full)
    if short and worst is not None:
        reason = _(
            "{name} lacks time on: {half_days}. On {slot} {needed} minutes are needed and "
            "{available} are there.",
            name=facts.supervisor.name.full,
            half_days=HalfDays.from_iterable(one.slot for one in short).text,
            slot=_one(worst.slot),
            needed=worst.needed,
            available=worst.available,
        )
    yield Condition(
        kind=ConditionKind.GUIDANCE,
        verdict=Verdict.DOES_NOT_FIT if short else Verdict.FITS,
        weight=Weight.REASON,
        reason=reason,
        source=_("Capacity"),
        record=_supervisor(facts.supervisor),
    )


def supervisor_papers(facts: PlacementFacts) -> Iterator[Condition]:
    """Whether the supervisor has the papers that this kind of trajectory asks for."""
    if facts.supervisor is None:
        yield from _papers_of_nobody(facts)
        return
    for paper in facts.papers:
        words = {"name": facts.supervisor.name.full, "paper": paper.name}
        yield Condition(
            kind=ConditionKind.SUPERVISOR,
            detail=paper.name,
            verdict=Verdict.FITS if paper.holds else Verdict.DOES_NOT_FIT,
            weight=Weight.REASON if paper.is_required else Weight.ADVICE,
            reason=_("{name} has: {paper}.", **words)
            if paper.holds
            else _("{name} does not have this, or it has expired: {paper}.", **words),
            source=paper.source,
            record=_paper(facts.supervisor, paper),
        )


def _papers_of_nobody(facts: PlacementFacts) -> Iterator[Condition]:
    """What whoever becomes the supervisor has to have."""
    names = ", ".join(paper.name for paper in facts.papers if paper.is_required)
    if names:
        yield Condition(
            kind=ConditionKind.SUPERVISOR,
            verdict=Verdict.UNKNOWN,
            weight=Weight.ADVICE,
            reason=_(
                "Nobody was chosen as supervisor. Whoever it is needs: {papers}.", papers=names
            ),
            source="; ".join(dict.fromkeys(p.source for p in facts.papers if p.is_required)),
            record=_trajectory(facts),
        )


def _one(slot: HalfDay) -> str:
    return HalfDays(frozenset({slot})).text


def _supervisor(supervisor: Supervisor) -> Record:
    return Record(page="supervisors", record_id=supervisor.id, section="details")


def _paper(supervisor: Supervisor, paper: PaperFact) -> Record:
    """The kind of a supervisor stands with the details, a paper among the certificates."""
    record = _supervisor(supervisor)
    if paper.is_kind:
        return record
    return replace(record, section="certificates", child=paper.certificate_id)


def _trajectory(facts: PlacementFacts) -> Record:
    """Where the trajectories and the fixed supervisor stand."""
    return Record(page="participants", record_id=facts.person_id, section="agreements")
