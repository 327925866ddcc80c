"""What a placement of a student rests on: an agreement, covered by SBB, signed, with its work here.

The law asks that an mbo student practises at a company that is accredited for his programme (Wet
educatie en beroepsonderwijs art. 7.2.8 and 7.2.10). So an agreement that runs and is not covered
stops the placement. Without an agreement nobody can tell: that asks a reason, as does one that is
not signed when it begins. What is only prepared for later asks a reason too, so that nobody slides
from a placement of another kind into a practice that is not covered.
"""

from collections.abc import Iterator

from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.placement_facts import PlacementFacts, PracticeFact
from ca_desktop.domain.trajectories import LegalForm, LegalRole
from ca_desktop.i18n import _

_STUDENT = frozenset(
    {LegalForm.INTERNSHIP_BOL, LegalForm.APPRENTICESHIP_BBL, LegalForm.PRACTICAL_LEARNING}
)


def student(facts: PlacementFacts) -> Iterator[Condition]:
    """Nothing for who does not learn at a school; one line per thing for a student."""
    running = [one for one in facts.practice if one.agreement.period.includes(facts.start)]
    for place, one in enumerate(running):
        tail = f":{one.agreement.id.hex}" if place else ""
        yield _cover(facts, one, tail)
        if not one.cover.stops:
            yield from _signed(facts, one, tail)
            yield from _work(facts, one, tail)
    if _learns(facts) and not any(one.agreement.learning_path.is_mbo for one in running):
        yield _other_path(facts, running[0]) if running else _without(facts)
    yield from _later(facts)


def _learns(facts: PlacementFacts) -> bool:
    """Whether a trajectory of an mbo student runs on the first day. Where nobody filled in the
    form of one for which the centre is a training company, it may be of one.
    """
    return any(
        one.legal_form in _STUDENT
        or (one.legal_form is None and one.legal_role is LegalRole.TRAINING_COMPANY)
        for one in facts.trajectories
        if one.period.includes(facts.start)
    )


def _cover(facts: PlacementFacts, one: PracticeFact, tail: str) -> Condition:
    known = one.cover.cover.is_known
    behind = one.cover.accreditation_id
    return Condition(
        kind=ConditionKind.STUDENT,
        detail=f"cover{tail}",
        verdict=Verdict.DOES_NOT_FIT
        if one.cover.stops
        else (Verdict.FITS if known else Verdict.UNKNOWN),
        weight=Weight.LAW,
        reason=one.cover.reason,
        source=_("SBB: code, location and first day; education act (WEB) art. 7.2.8"),
        record=Record(page="accreditations", record_id=behind)
        if behind and not one.cover.stops
        else _agreement(facts, one),
    )


def _signed(facts: PlacementFacts, one: PracticeFact, tail: str) -> Iterator[Condition]:
    waits = ", ".join(party.text for party in one.unsigned)
    if not waits and one.agreement.signed_on is not None:
        return
    begins = format_date(one.agreement.starts_on)
    reason = (
        _("The practice agreement of {day} is not signed yet by: {who}.", day=begins, who=waits)
        if waits
        else _(
            "The day on which the practice agreement of {day} was signed is missing.", day=begins
        )
    )
    yield Condition(
        kind=ConditionKind.STUDENT,
        detail=f"signed{tail}",
        verdict=Verdict.DOES_NOT_FIT,
        weight=Weight.REASON,
        reason=reason,
        source=_("Practice agreement (POK), education act (WEB) art. 7.2.8"),
        record=_agreement(facts, one),
    )


def _work(facts: PlacementFacts, one: PracticeFact, tail: str) -> Iterator[Condition]:
    """Advice where the role holds none of what the student is to practise."""
    asked = one.agreement.process_codes
    if not asked:
        return
    here = [code for code in asked if code in one.practised_here]
    yield Condition(
        kind=ConditionKind.STUDENT,
        detail=f"work{tail}",
        verdict=Verdict.FITS if here else Verdict.DOES_NOT_FIT,
        weight=Weight.ADVICE,
        reason=_("In this role can be practised: {codes}.", codes=", ".join(here))
        if here
        else _(
            "None of the work processes of the agreement ({codes}) belongs to this role.",
            codes=", ".join(asked),
        ),
        source=_("Work processes of the accreditation"),
        record=_agreement(facts, one),
    )


def _without(facts: PlacementFacts) -> Condition:
    codes = ", ".join(facts.accredited)
    here = (
        _("In this role we are accredited for: {codes}.", codes=codes)
        if codes
        else _("Not accredited for anything in this role. Choose another, or apply at SBB.")
    )
    none = _(
        "No practice agreement runs on {day}, so the code can't be checked.",
        day=format_date(facts.start),
    )
    return Condition(
        kind=ConditionKind.STUDENT,
        verdict=Verdict.DOES_NOT_FIT,
        weight=Weight.REASON,
        reason=f"{none} {here}",
        source=_("SBB accreditations"),
        record=Record(page="participants", record_id=facts.person_id, section="practice"),
    )


def _other_path(facts: PlacementFacts, one: PracticeFact) -> Condition:
    """A path without SBB beside a trajectory of the mbo: one of both is wrong."""
    return Condition(
        kind=ConditionKind.STUDENT,
        verdict=Verdict.DOES_NOT_FIT,
        weight=Weight.REASON,
        reason=_(
            "The trajectory is for the mbo, but the practice agreement says {path}. Check which of "
            "the two is right.",
            path=one.agreement.learning_path.text,
        ),
        source=_("SBB accreditations"),
        record=_agreement(facts, one),
    )


def _later(facts: PlacementFacts) -> Iterator[Condition]:
    """Agreements that begin within this placement and are not covered."""
    for one in facts.practice:
        begins = one.agreement.starts_on
        if begins > facts.start and facts.placement.period.includes(begins) and one.cover.stops:
            yield Condition(
                kind=ConditionKind.STUDENT,
                detail=f"later:{one.agreement.id.hex}",
                verdict=Verdict.DOES_NOT_FIT,
                weight=Weight.REASON,
                reason=_(
                    "From {day} this is a practice that is not covered. {why}",
                    day=format_date(begins),
                    why=one.cover.reason,
                ),
                source=_("SBB accreditations"),
                record=_agreement(facts, one),
            )


def _agreement(facts: PlacementFacts, one: PracticeFact) -> Record:
    return Record(
        page="participants",
        record_id=facts.person_id,
        section="practice",
        child=one.agreement.id,
    )
