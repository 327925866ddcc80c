"""Why a placement fits or not: every condition, in the order in which people read them."""

from collections.abc import Iterable, Iterator, Mapping

from ca_desktop.domain import guidance_conditions as guided
from ca_desktop.domain import minor_conditions as young
from ca_desktop.domain import person_conditions as person
from ca_desktop.domain import planning_conditions as planning
from ca_desktop.domain import practice_conditions as practice
from ca_desktop.domain import term_conditions as terms
from ca_desktop.domain.conditions import Condition
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.placement_facts import PlacementFacts
from ca_desktop.i18n import _

_PARTS = (
    planning.stage,
    planning.other_placements,
    young.minor,
    planning.trajectory,
    terms.legal_form,
    terms.longest_time,
    practice.student,
    planning.availability,
    planning.places,
    guided.guidance,
    guided.supervisor_papers,
    person.competences,
    person.language,
    person.workplace,
    person.machines,
    person.growth,
)


def explain(facts: PlacementFacts) -> tuple[Condition, ...]:
    """All conditions of this placement."""
    return tuple(condition for part in _PARTS for condition in part(facts))


def refusals(conditions: Iterable[Condition], reasons: Mapping[str, str]) -> Iterator[Problem]:
    """What a placement is refused for: what the law stops, and what lacks its written reason."""
    for condition in conditions:
        if condition.stops:
            yield Problem(condition.code, condition.reason)
        elif condition.asks_reason and not reasons.get(condition.code, "").strip():
            yield Problem(condition.code, _("Write why you place this person all the same."))
