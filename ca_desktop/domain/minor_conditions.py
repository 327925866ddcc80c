"""Rules for people under 18: machines, hours, and what is forbidden. The law, so no overruling.

Sources: Arbeidstijdenwet art. 5:4 and 5:5 (9 hours a shift, 45 a week); Arbobesluit chapter 1,
section 9 (machines and hazardous work under 18).
"""

from collections.abc import Iterator
from datetime import date

from ca_desktop.domain.attendance import MINUTES_PER_HALF_DAY
from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.placement_facts import SUPERVISED, PlacementFacts
from ca_desktop.i18n import _

ADULT = 18
STRICTER_UNDER = 16
MOST_MINUTES_A_WEEK = 45 * 60
MOST_MINUTES_A_DAY = 9 * 60
_HAZARDS = frozenset({"noise", "fumes"})


def minor(facts: PlacementFacts) -> Iterator[Condition]:
    """Nothing for an adult; one line per rule for somebody under 18 on the first day."""
    age = _age_on(facts, facts.start)
    if age is None:
        yield _line(
            facts,
            "age",
            Verdict.UNKNOWN,
            Weight.ADVICE,
            _("The date of birth is not known. Fill it in when somebody may be under 18."),
        )
        return
    if age >= ADULT:
        return
    yield from _machines(facts)
    yield _hours(facts)
    if _HAZARDS.intersection(facts.role.demands):
        yield _line(
            facts,
            "hazards",
            Verdict.UNKNOWN,
            Weight.ADVICE,
            _(
                "Loud noise and hazardous substances are forbidden under 18. Agree which tasks of "
                "this role somebody does not do."
            ),
        )
    if age < STRICTER_UNDER:
        yield _line(
            facts,
            "under_16",
            Verdict.UNKNOWN,
            Weight.ADVICE,
            _("Under 16 stricter rules hold. Look at the youth section of the risk assessment."),
        )


def _machines(facts: PlacementFacts) -> Iterator[Condition]:
    if not facts.role.machines:
        return
    agreed = SUPERVISED in facts.participant.agreement_codes
    yield _line(
        facts,
        "machines",
        Verdict.FITS if agreed and facts.supervisor else Verdict.DOES_NOT_FIT,
        Weight.LAW,
        _("Works with machines only under expert supervision: that was agreed.")
        if agreed and facts.supervisor
        else _(
            "This role uses machines. Under 18 that is allowed only under expert supervision: "
            "choose a supervisor and agree “machines only under supervision” in the file."
        ),
    )


def _hours(facts: PlacementFacts) -> Condition:
    running = [one for one in facts.others if one.is_running(facts.start)]
    slots = set(facts.half_days).union(*(set(one.half_days) for one in running))
    minutes = len(slots) * MINUTES_PER_HALF_DAY
    hours = f"{minutes / 60:g}".replace(".", ",")  # half hours only: "45,5"
    words = {"hours": hours, "most": MOST_MINUTES_A_WEEK // 60}
    fits = minutes <= MOST_MINUTES_A_WEEK
    return _line(
        facts,
        "hours",
        Verdict.FITS if fits else Verdict.DOES_NOT_FIT,
        Weight.LAW,
        _("{hours} hours a week; at most {most} under 18.", **words)
        if fits
        else _("{hours} hours a week is too much: at most {most} under 18.", **words),
    )


def _age_on(facts: PlacementFacts, day: date) -> int | None:
    return facts.participant.age(day)


def _line(
    facts: PlacementFacts, detail: str, verdict: Verdict, weight: Weight, reason: str
) -> Condition:
    return Condition(
        kind=ConditionKind.MINOR,
        detail=detail,
        verdict=verdict,
        weight=weight,
        reason=reason,
        source=_("Working hours act and working conditions decree"),
        record=Record(page="participants", record_id=facts.person_id, section="overview"),
    )
