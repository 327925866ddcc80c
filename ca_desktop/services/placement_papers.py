"""The papers that one placement asks of its supervisor, by the rules in force."""

from collections.abc import Iterable, Iterator
from datetime import date

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.minor_conditions import ADULT
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.placement_facts import PaperFact
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule, strictest
from ca_desktop.domain.supervisor_papers import best
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.services.supervisor_paper_rules import paper_words


def paper_facts(
    uow: UnitOfWork,
    rules: Iterable[SupervisorPaperRule],
    supervisor: Supervisor | None,
    participant: Participant,
    trajectories: Iterable[Trajectory],
    day: date,
) -> Iterator[PaperFact]:
    """What is asked on this day to guide this person; of nobody yet, nothing holds."""
    kinds = set(supervisor.kinds) if supervisor else set()
    held = uow.of(Certificate).all(supervisor_id=supervisor.id) if supervisor else []
    for rule in _asked(rules, kinds, participant, trajectories, day):
        shown = best(one for one in held if one.kind == rule.certificate)
        yield PaperFact(
            name=rule.kind.text if rule.kind is not None else paper_words(rule.paper),
            is_required=rule.is_required,
            holds=rule.kind in kinds if rule.kind is not None else _is_valid(shown, day),
            source=rule.source,
            is_kind=rule.kind is not None,
            certificate_id=shown.id if shown else None,
        )


def _asked(
    rules: Iterable[SupervisorPaperRule],
    kinds: set[SupervisorKind],
    participant: Participant,
    trajectories: Iterable[Trajectory],
    day: date,
) -> Iterable[SupervisorPaperRule]:
    """Of two rules that ask the same, the stricter one. A rule for a target group is never looked
    up for one person.
    """
    roles = {one.legal_role for one in trajectories if one.period.includes(day)}
    age = participant.age(day)
    is_minor = age is not None and age < ADULT
    return strictest(
        rule
        for rule in rules
        if not rule.target_group
        and rule.is_for_task(kinds)
        and (rule.is_for_everybody or (rule.minors and is_minor) or rule.legal_role in roles)
    )


def _is_valid(certificate: Certificate | None, day: date) -> bool:
    """The last day of validity still counts."""
    if certificate is None:
        return False
    return certificate.valid_until is None or certificate.valid_until >= day
