"""Signals about supervisors: papers that expire or are missing, trainers, load, no deputy."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import guided as guided_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole, Actor
from ca_desktop.domain.accreditations import Accreditation
from ca_desktop.domain.dates import format_date
from ca_desktop.domain.permissions import Action, Reach, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency, urgency_of
from ca_desktop.domain.supervisor_paper_rules import KIND, SupervisorPaperRule
from ca_desktop.domain.supervisor_papers import Guided, PaperCell, asked_of, replaced
from ca_desktop.domain.supervisors import (
    Certificate,
    CertificateStatus,
    Supervisor,
    SupervisorKind,
)
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _, current_language
from ca_desktop.services.supervisor_load_signals import load_signals
from ca_desktop.services.supervisor_paper_facts import PaperFacts
from ca_desktop.services.supervisor_paper_rules import paper_words
from ca_desktop.services.supervisors import kind_of

NEW_OF = "new:"  # how a signal asks for a new certificate of a kind
MOST_SAID = 50  # supervisors that a kind of signal looks at; the matrix of papers has them all


def supervisor_signals(
    uow: UnitOfWork, reach: Callable[[Action], Reach], actor: Actor, today: date
) -> Iterator[Signal]:
    """Those that this account may see: certificates everybody, the rest who it is a matter of."""
    team = {one.id: one for one in uow.of(Supervisor).all() if one.is_active(today)}
    every = PaperFacts(uow, today)
    yield from _expiring(every, actor, team, today)
    trains = _trains(uow, team, today)
    yield from load_signals(uow, reach, actor, today, trains)
    if actor.role is AccountRole.COORDINATOR:
        trainers = _untrained(uow, every, team, trains, today)
        said = {(one.record_id, one.child) for one in trainers}
        yield from trainers
        for signal in _missing(uow, every, team, today):
            if (signal.record_id, signal.child) not in said:
                yield signal
        yield from _without_deputy(team)


def _expiring(
    every: PaperFacts, actor: Actor, team: dict[UUID, Supervisor], today: date
) -> Iterator[Signal]:
    """11: a paper expires; one that is planned to be renewed in time is less urgent, and one that
    was followed by a newer one is no matter any more.
    """
    renews = may(actor.role, Action.CHANGE_SUPERVISORS)
    for one in (paper for key in team for paper in every.held.get(key, ())):
        if one.valid_until is None:
            continue
        name, alert_days = kind_of(one, current_language())
        urgency = urgency_of(one.valid_until, today, alert_days)
        if urgency is None or replaced(one, every.held[one.supervisor_id]):
            continue
        words = _(
            "{certificate} valid until {day}", certificate=name, day=format_date(one.valid_until)
        )
        if one.renewal_on is not None and one.renewal_on >= today:
            day = format_date(one.renewal_on)
            words = _("{words}; renewal planned on {day}", words=words, day=day)
            if one.renewal_on <= one.valid_until:
                urgency = Urgency.SOON
        yield _expiry(urgency, team[one.supervisor_id], words, one, renews=renews)


def _trains(uow: UnitOfWork, team: dict[UUID, Supervisor], today: date) -> dict[UUID, str]:
    """Of which qualifications each trainer is the trainer; for a running agreement at least ''."""
    found: dict[UUID, list[str]] = {}
    for one in uow.of(Accreditation).all(order_by="name"):
        if one.trainer_id in team and one.state.is_accredited and one.trainer_id is not None:
            found.setdefault(one.trainer_id, []).append(one.name)
    for key in guided_queries.trainers(uow, today) & team.keys():
        found.setdefault(key, [])
    return {key: ", ".join(dict.fromkeys(names)) for key, names in found.items()}


def _untrained(
    uow: UnitOfWork,
    every: PaperFacts,
    team: dict[UUID, Supervisor],
    trains: dict[UUID, str],
    today: date,
) -> list[Signal]:
    """4: a trainer without a valid paper that the rules ask of a trainer; those of an accreditation
    first.
    """
    if not trains:
        return []
    asked_first = sorted(trains, key=lambda key: (not trains[key], team[key].name.sort_key))
    chosen = asked_first[:MOST_SAID]
    facts = PaperFacts(uow, today, chosen, held=every.held)
    rules = [one for one in facts.rules if _is_of_trainers(one)]
    guided = Guided(legal_roles=frozenset({LegalRole.TRAINING_COMPANY}))
    found = []
    for key in chosen:
        trainer, names = team[key], trains[key]
        task = replace(trainer, kinds=(*trainer.kinds, SupervisorKind.WORKPLACE_TRAINER))
        asked = asked_of(task, rules, guided, ())
        for paper, cell in facts.cells_asked(trainer, asked).items():
            if cell.is_gap:
                words = _("Trainer without a valid paper: {paper}", paper=paper_words(paper))
                if names:
                    words = _("{text}. Trainer for {names}", text=words, names=names)
                found.append(_gap(SignalKind.TRAINER_PAPER, trainer, paper, words, cell))
    return found


def _is_of_trainers(rule: SupervisorPaperRule) -> bool:
    trainers = (SupervisorKind.WORKPLACE_TRAINER, SupervisorKind.WORKPLACE_TRAINER_PLUS)
    return rule.legal_role is LegalRole.TRAINING_COMPANY or rule.task in trainers


def _missing(
    uow: UnitOfWork, every: PaperFacts, team: dict[UUID, Supervisor], today: date
) -> Iterator[Signal]:
    """A required paper that was never there. Whom somebody guides is looked up only of those who
    lack a paper that a rule could ask.
    """
    required = [one for one in every.rules if one.is_required and one.certificate]
    kinds = {key: {one.kind for one in papers} for key, papers in every.held.items()}
    lacking = [
        one.id
        for one in team.values()
        if any(
            rule.certificate not in kinds.get(one.id, ()) and rule.is_for_task(one.kinds)
            for rule in required
        )
    ]
    facts = PaperFacts(uow, today, lacking[:MOST_SAID], held=every.held)
    facts.rules = tuple(required)  # groups are counted only where one of these asks it
    for key in lacking[:MOST_SAID]:
        for paper, cell in facts.cells(team[key]).items():
            missing = cell.status is CertificateStatus.MISSING and cell.rule is not None
            if missing and cell.is_required and cell.rule and cell.rule.certificate:
                words = _("Required paper is missing: {paper}", paper=paper_words(paper))
                yield _gap(SignalKind.MISSING_PAPER, team[key], paper, words, cell)


def _without_deputy(team: dict[UUID, Supervisor]) -> Iterator[Signal]:
    """21: a quartermaster whom nobody can stand in for, or whose deputy has left."""
    for one in team.values():
        if SupervisorKind.QUARTERMASTER not in one.kinds or one.deputy_id in team:
            continue
        words = _("Quartermaster without a deputy")
        if one.deputy_id is not None:
            words = _("Quartermaster whose deputy is not at work here any more")
        yield Signal(
            kind=SignalKind.NO_DEPUTY,
            urgency=Urgency.THIS_WEEK,
            who=one.name.full,
            what=words,
            action=_("Choose deputy"),
            page="supervisors",
            record_id=one.id,
            due_on=None,
            section="details",
            child="deputy_id",
        )


def _gap(
    kind: SignalKind, supervisor: Supervisor, paper: str, words: str, cell: PaperCell
) -> Signal:
    """Leads to the paper itself, to a new one of its kind, or to the kinds of the supervisor."""
    section, action = "certificates", _("Add certificate")
    child: UUID | str = f"{NEW_OF}{paper}"
    if paper.startswith(KIND):
        section, child, action = "details", "kinds", _("Look at supervisor")
    elif cell.certificate is not None:
        child, action = cell.certificate.id, _("Renew certificate")
    return Signal(
        kind=kind,
        urgency=Urgency.THIS_WEEK if cell.is_required else Urgency.SOON,
        who=supervisor.name.full,
        what=words,
        action=action,
        page="supervisors",
        record_id=supervisor.id,
        due_on=None,
        section=section,
        child=child,
    )


def _expiry(
    urgency: Urgency, supervisor: Supervisor, words: str, certificate: Certificate, *, renews: bool
) -> Signal:
    return Signal(
        kind=SignalKind.CERTIFICATE,
        urgency=urgency,
        who=supervisor.name.full,
        what=words,
        action=_("Renew certificate") if renews else _("Look at supervisor"),
        page="supervisors",
        record_id=supervisor.id,
        due_on=certificate.valid_until,
        section="certificates",
        child=certificate.id,
    )
