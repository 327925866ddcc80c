"""The conditions that rest on the person: competences, language, agreements, machines, growth."""

from collections.abc import Iterator
from dataclasses import replace

from ca_desktop.domain.conditions import Condition, ConditionKind, Record, Verdict, Weight
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.goals import GoalStatus, Score
from ca_desktop.domain.languages import LanguageLevel
from ca_desktop.domain.placement_facts import SUPERVISED, AgreementFact, PlacementFacts
from ca_desktop.domain.roles import RoleCompetence
from ca_desktop.i18n import _

SCALE = "ZELFST4"


def competences(facts: PlacementFacts) -> Iterator[Condition]:
    """What the role asks at the start against the last scores on work skills: one line each."""
    for asked in facts.profile.minimum:
        yield _competence(facts, asked)


def _competence(facts: PlacementFacts, asked: RoleCompetence) -> Condition:
    name = facts.competence_names.get(asked.competence, asked.competence)
    needed = _step(facts, asked.level)
    decisive = _lowest(facts, asked.competence)
    if decisive is None:
        verdict = Verdict.UNKNOWN
        reason = _(
            "{name}: at least “{needed}” is asked. There is no score yet. Look at it together in "
            "the first weeks.",
            name=name,
            needed=needed,
        )
    else:
        verdict = Verdict.FITS if decisive.value >= asked.level else Verdict.DOES_NOT_FIT
        reason = _(
            "{name}: at least “{needed}” is asked. Last score: “{found}” for “{skill}” on {day}.",
            name=name,
            needed=needed,
            found=_step(facts, decisive.value),
            skill=facts.skill_names.get(decisive.skill, decisive.skill),
            day=format_date(decisive.on),
        )
    return Condition(
        kind=ConditionKind.COMPETENCE,
        detail=asked.competence,
        verdict=verdict,
        weight=Weight.REASON,
        reason=reason,
        source=_("Profile of the role: {text}", text=asked.text),
        record=Record(page="participants", record_id=facts.person_id, section="development"),
    )


def _lowest(facts: PlacementFacts, letter: str) -> Score | None:
    """The lowest of the last scores on the skills that show this competence, on one scale."""
    last: dict[str, Score] = {}
    for score in sorted(facts.scores, key=lambda one: one.on):
        if score.scale == SCALE and score.skill in facts.skills_of.get(letter, ()):
            last[score.skill] = score
    return min(last.values(), key=lambda one: one.value, default=None)


def _step(facts: PlacementFacts, value: int) -> str:
    words = facts.step_words
    return f"{value} {words[value - 1]}" if 1 <= value <= len(words) else str(value)


def language(facts: PlacementFacts) -> Iterator[Condition]:
    """Dutch on the floor, and reading where the work asks it."""
    asked, known = facts.asked_language, facts.dutch
    found = known.spoken if known else None
    yield _language(facts, "", _("Speaking and understanding Dutch"), asked, found)
    if "reading" in facts.role.demands:
        yield _language(
            facts, "reading", _("Reading Dutch"), asked, known.reading if known else None
        )


def _language(
    facts: PlacementFacts,
    detail: str,
    what: str,
    asked: LanguageLevel,
    found: LanguageLevel | None,
) -> Condition:
    if asked.rank == 0:
        verdict, reason = Verdict.FITS, _("{what}: hardly needed for this work.", what=what)
    elif found is None:
        verdict = Verdict.UNKNOWN
        reason = _("{what}: {asked} is asked. The level is not known.", what=what, asked=asked.text)
    elif found.rank >= asked.rank:
        verdict = Verdict.FITS
        words = {"what": what, "asked": asked.text, "found": found.text}
        reason = _("{what}: {asked} is asked, the level is {found}.", **words)
    else:
        verdict = Verdict.DOES_NOT_FIT
        reason = _(
            "{what}: {asked} is asked, the level is {found}. Agree on picture cards or help.",
            what=what,
            asked=asked.text,
            found=found.text,
        )
    return Condition(
        kind=ConditionKind.LANGUAGE,
        detail=detail,
        verdict=verdict,
        weight=Weight.REASON,
        reason=reason,
        source=_("Language level of the role"),
        record=Record(page="participants", record_id=facts.person_id, section="person"),
    )


def workplace(facts: PlacementFacts) -> Iterator[Condition]:
    """What was agreed with somebody against what the work asks of the body and the mind."""
    record = Record(page="participants", record_id=facts.person_id, section="overview")
    for agreement, clash in _clashes(facts):
        words = ", ".join(facts.demand_names.get(code, code) for code in clash)
        yield Condition(
            kind=ConditionKind.WORKPLACE,
            detail=agreement.code,
            verdict=Verdict.DOES_NOT_FIT,
            weight=Weight.REASON,
            reason=_(
                "Agreed: “{agreement}”. Part of this work: {demands}. Talk about what is possible.",
                agreement=agreement.text,
                demands=words,
            ),
            source=_("Workplace agreements and the demands of the role"),
            record=record,
        )
    yield from _agreements_in_words(facts, record)


def _clashes(facts: PlacementFacts) -> Iterator[tuple[AgreementFact, list[str]]]:
    """Agreements that don't go with this work. “Machines only under supervision” does, where
    somebody supervises.
    """
    for agreement in facts.agreements:
        clash = sorted(agreement.conflicts_with.intersection(facts.role.demands))
        if clash and not (agreement.code == SUPERVISED and facts.supervisor):
            yield agreement, clash


def _agreements_in_words(facts: PlacementFacts, record: Record) -> Iterator[Condition]:
    words = facts.participant.workplace_agreements
    if words:
        verdict = Verdict.UNKNOWN
        reason = _("Read these agreements too: {words}.", words="; ".join(words))
    elif any(_clashes(facts)):
        return
    elif not facts.role.demands:
        verdict = Verdict.UNKNOWN
        reason = _("What this work asks of body and mind was not filled in for the role yet.")
    else:
        verdict = Verdict.FITS
        reason = _("No workplace agreement goes against this work.")
    yield Condition(
        kind=ConditionKind.WORKPLACE,
        verdict=verdict,
        weight=Weight.ADVICE,
        reason=reason,
        source=_("Workplace agreements and the demands of the role"),
        record=record,
    )


def machines(facts: PlacementFacts) -> Iterator[Condition]:
    """For which machines of the role somebody has no authorisation yet; that can follow."""
    if not facts.role.machines:
        return
    held = {one.machine for one in facts.authorisations if one.holds_on(facts.start)}
    missing = [code for code in facts.role.machines if code not in held]
    names = ", ".join(facts.machine_names.get(code, code) for code in missing)
    yield Condition(
        kind=ConditionKind.MACHINES,
        verdict=Verdict.DOES_NOT_FIT if missing else Verdict.FITS,
        weight=Weight.ADVICE,
        reason=_(
            "No authorisation yet for: {machines}. Until then somebody else does that work.",
            machines=names,
        )
        if missing
        else _("Authorised for every machine of this role."),
        source=_("Machine authorisations"),
        record=Record(page="participants", record_id=facts.person_id, section="development"),
    )


def growth(facts: PlacementFacts) -> Iterator[Condition]:
    """Which open goals this role helps with."""
    record = Record(page="participants", record_id=facts.person_id, section="development")
    taught = {one.competence: one.text for one in facts.profile.developable}
    open_goals = [one for one in facts.goals if one.status is GoalStatus.OPEN]
    helped = [one for one in open_goals if one.competence in taught]
    for goal in helped:
        yield Condition(
            kind=ConditionKind.GROWTH,
            detail=goal.id.hex,
            verdict=Verdict.FITS,
            weight=Weight.ADVICE,
            reason=_(
                "Helps with the goal “{goal}”. To learn here: {what}.",
                goal=goal.text,
                what=taught[goal.competence],
            ),
            source=_("What there is to learn in this role"),
            record=replace(record, child=goal.id),
        )
    if helped:
        return
    yield Condition(
        kind=ConditionKind.GROWTH,
        verdict=Verdict.UNKNOWN,
        weight=Weight.ADVICE,
        reason=_("The open goals are about something else than what there is to learn here.")
        if open_goals
        else _("There is no open goal yet. Ask what this person wants to learn."),
        source=_("What there is to learn in this role"),
        record=record,
    )
