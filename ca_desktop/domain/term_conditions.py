"""The conditions of the legal form: whether it is allowed for this person, and how long somebody
may be here in it, with the unpaid time before counted.
"""

from collections.abc import Iterator
from datetime import date

from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.placement_facts import PlacementFacts, TermFact
from ca_desktop.domain.trajectory_terms import Counted
from ca_desktop.i18n import _

Finding = tuple[Verdict, Weight, str]


def longest_time(facts: PlacementFacts) -> Iterator[Condition]:
    """One line for each trajectory that this placement rests on: the chosen one, or all that run
    on the first day.
    """
    for fact in facts.terms:
        chosen = facts.placement.trajectory_id in (None, fact.trajectory.id)
        if not chosen or not fact.trajectory.period.includes(facts.start):
            continue
        verdict, weight, reason = _finding(facts, fact)
        yield Condition(
            kind=ConditionKind.LONGEST_TIME,
            detail=fact.trajectory.id.hex,
            verdict=verdict,
            weight=weight,
            reason=" ".join([reason, *_earlier(fact)]),
            source=fact.source or _("Trajectories of this participant"),
            record=_record(facts, fact),
        )


def legal_form(facts: PlacementFacts) -> Iterator[Condition]:
    """What speaks against the form itself, such as the age: a date of birth may have been filled
    in after the trajectory was kept. Nothing where nothing does.
    """
    for fact in facts.terms:
        chosen = facts.placement.trajectory_id in (None, fact.trajectory.id)
        if not chosen or not fact.trajectory.period.includes(facts.start):
            continue
        for problem in (*fact.term.refusals, *fact.term.warnings):
            if problem.field != "legal_form" or fact.trajectory.legal_form is None:
                continue
            stops = problem in fact.term.refusals
            yield Condition(
                kind=ConditionKind.TRAJECTORY,
                detail=f"form:{fact.trajectory.id.hex}",
                verdict=Verdict.DOES_NOT_FIT if stops else Verdict.UNKNOWN,
                weight=Weight.LAW if stops else Weight.ADVICE,
                reason=f"{fact.trajectory.legal_form.text}: {problem.message}",
                source=fact.source or _("Trajectories of this participant"),
                record=_record(facts, fact),
            )


def _record(facts: PlacementFacts, fact: TermFact) -> Record:
    return Record(
        page="participants",
        record_id=facts.person_id,
        section="agreements",
        child=fact.trajectory.id,
    )


def _finding(facts: PlacementFacts, fact: TermFact) -> Finding:
    """What the term says of the first day of the placement, of its end and of its review."""
    form, term = fact.trajectory.legal_form, fact.term
    if form is None:
        reason = _(
            "The legal form of the trajectory is not filled in, so its longest time neither."
        )
        return Verdict.UNKNOWN, Weight.ADVICE, reason
    if term.ends_by is None:
        return (
            Verdict.FITS,
            Weight.ADVICE,
            _(
                "{form}: no fixed longest time. What was agreed with the partner says how long.",
                form=form.text,
            ),
        )
    last = term.extended_until or term.ends_by
    words = {"form": form.text, "day": format_date(last)}
    if facts.start > last:
        reason = _("{form}: the longest time ended on {day}. Look for what can follow.", **words)
        return Verdict.DOES_NOT_FIT, _weight(fact), reason
    if facts.placement.ended_on is not None and facts.placement.ended_on > last:
        reason = _("{form}: may last until {day}, and this placement goes on longer.", **words)
        return Verdict.DOES_NOT_FIT, _weight(fact), reason
    return _within(facts, fact, form.text, term.ends_by)


def _within(facts: PlacementFacts, fact: TermFact, form: str, ends_by: date) -> Finding:
    """The first day lies within the longest time, with an extension if there can be one."""
    extended, agreed_end = fact.term.extended_until, fact.trajectory.ends_on
    is_extended = extended is not None and agreed_end is not None and agreed_end > ends_by
    if facts.start > ends_by and not is_extended:
        reason = _(
            "{form}: after {day} only with an extension. Ask for it, and write the new end with "
            "the trajectory.",
            form=form,
            day=format_date(ends_by),
        )
        return Verdict.DOES_NOT_FIT, Weight.REASON, reason
    until = extended if is_extended and extended else ends_by
    words = {"form": form, "day": format_date(until)}
    if facts.placement.review_on > until:
        reason = _(
            "{form}: may last until {day}, and the review is later. Talk now about what follows.",
            **words,
        )
        return Verdict.UNKNOWN, Weight.ADVICE, reason
    return Verdict.FITS, _weight(fact), _("{form}: may last until {day}.", **words)


def _weight(fact: TermFact) -> Weight:
    """What the law limits, no reason of ours makes longer."""
    return Weight.LAW if fact.by_law else Weight.REASON


def _earlier(fact: TermFact) -> Iterator[str]:
    """Which earlier time was counted, and how much it is together."""
    term = fact.term
    if not term.counted:
        return
    yield _(
        "Earlier time counts, together {length}: {periods}.",
        length=term.before.text,
        periods="; ".join(_period(one) for one in term.counted),
    )


def _period(one: Counted) -> str:
    return _(
        "{form} from {start} until {end}",
        form=one.form.text,
        start=format_date(one.starts_on),
        end=format_date(one.ends_on),
    )
