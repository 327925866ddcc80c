"""The rules on papers of supervisors: what is shipped, what the centre made of it, what holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.errors import RuleBroken, refuse
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisor_paper_rules import (
    KIND,
    RuleOrigin,
    SupervisorPaperRule,
    in_force,
    overlaid,
    problems,
    shipped_rule,
)
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.i18n import N_, _, current_language
from ca_desktop.services.service import Service, allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule in words: for whom, in which task, what it asks, and where it comes from."""

    rule: SupervisorPaperRule
    group: str
    task: str
    paper: str
    origin: RuleOrigin

    @property
    def id(self) -> UUID:
        return self.rule.id


class SupervisorPaperRuleService(Service):
    """What a user can do with the rules on papers."""

    @allowed(Action.SEE_CENTRE)
    def lines(self) -> Sequence[RuleLine]:
        """Every rule, also those that are switched off; shipped ones first."""
        with self._database.read() as uow:
            found = overlaid(shipped_rules(), uow.of(SupervisorPaperRule).all(order_by="code"))
        return [_line(rule, origin) for rule, origin in found]

    @allowed(Action.CHANGE_SUPERVISORS)
    def new(self) -> SupervisorPaperRule:
        """A rule of the centre's own to fill in."""
        fresh = uuid4()
        return SupervisorPaperRule(
            id=fresh, code=f"own_{fresh.hex[:12]}", is_required=True, checked_on=self._today()
        )

    @allowed(Action.CHANGE_SUPERVISORS)
    def save(self, rule: SupervisorPaperRule) -> SupervisorPaperRule:
        """Keep a rule of the centre, new or instead of a shipped one."""
        refuse(problems(rule))
        with self._database.write(self._actor, N_("Save rule on papers")) as uow:
            kept = uow.of(SupervisorPaperRule).find(code=rule.code)
            rule = replace(rule, id=kept.id) if kept is not None else rule
            uow.save(rule)
        return rule

    @allowed(Action.CHANGE_SUPERVISORS)
    def switch(self, rule: SupervisorPaperRule, on: bool) -> SupervisorPaperRule:
        """Ask this paper from now on, or not any more; the rule itself stays."""
        return self.save(replace(rule, is_active=on))

    @allowed(Action.CHANGE_SUPERVISORS)
    def remove(self, code: str) -> None:
        """Take away what the centre made of a rule: a shipped one is as it was shipped again."""
        with self._database.write(self._actor, N_("Remove rule on papers")) as uow:
            kept = uow.of(SupervisorPaperRule).find(code=code)
            if kept is None:
                raise RuleBroken(_("This rule is shipped. Switch it off instead of removing it."))
            uow.remove(kept)


def shipped_rules() -> tuple[SupervisorPaperRule, ...]:
    """The rules that travel with the program."""
    return tuple(map(shipped_rule, load_catalogue().supervisor_papers))


def rules_in_force(uow: UnitOfWork) -> tuple[SupervisorPaperRule, ...]:
    """The rules that hold in this centre, inside a transaction of another service."""
    return in_force(shipped_rules(), uow.of(SupervisorPaperRule).all(order_by="code"))


def paper_words(paper: str) -> str:
    """The name of a paper by its key: 'VOG', or 'praktijkopleider zijn'."""
    if paper.startswith(KIND):
        return _("to be: {kind}", kind=SupervisorKind(paper.removeprefix(KIND)).text.casefold())
    return certificate_name(paper, current_language())


def certificate_name(code: str, language: str) -> str:
    """The name of a kind of certificate; its code where the catalogue has it no longer."""
    kind = known(load_catalogue().certificates, code)
    return kind.name.in_(language) if kind else code


def group_name(rule: SupervisorPaperRule, language: str) -> str:
    """Whom the rule is about, in words."""
    if rule.legal_role is not None:
        return _("trajectory as {role}", role=rule.legal_role.text)
    if rule.minors:
        return _("people under 18")
    group = known(load_catalogue().target_groups, rule.target_group)
    if group is not None:
        return _("target group: {name}", name=group.name.in_(language))
    return rule.target_group or _("everybody")


def _line(rule: SupervisorPaperRule, origin: RuleOrigin) -> RuleLine:
    language = current_language()
    return RuleLine(
        rule=rule,
        group=group_name(rule, language),
        task=rule.task.text if rule.task else _("any task"),
        paper=paper_words(rule.paper),
        origin=origin,
    )
