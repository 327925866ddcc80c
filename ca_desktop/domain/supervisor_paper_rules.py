"""Which paper guiding asks for: by group × task, required or recommended, each with its source.

A rule of the centre goes before the rule of the catalogue with the same code. A rule for a target
group is asked of everybody with that task as soon as the centre works with the group: it is never
looked up for one person, so that a missing paper tells nothing about anybody.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid4, uuid5

from ca_desktop.domain.catalogue_codes import SupervisorPaper
from ca_desktop.domain.errors import Problem
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _

_SHIPPED = UUID("5d7a4f0e-6d0f-4a53-9d3e-6b1c2f0a9e11")  # the space of the ids of shipped rules


class RuleOrigin(StrEnum):
    """Where a rule as it stands comes from."""

    SHIPPED = "shipped"
    CHANGED = "changed"
    OWN = "own"

    @property
    def text(self) -> str:
        return {
            RuleOrigin.SHIPPED: _("shipped"),
            RuleOrigin.CHANGED: _("changed by us"),
            RuleOrigin.OWN: _("our own"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorPaperRule:
    """Guiding this group (a legal role, people under 18, a target group or everybody) in this task
    (None: whatever the task) asks a certificate, or that one is of a kind.
    """

    id: UUID = field(default_factory=uuid4)
    code: str
    legal_role: LegalRole | None = None
    minors: bool = False
    target_group: str = ""
    task: SupervisorKind | None = None
    certificate: str = ""
    kind: SupervisorKind | None = None
    is_required: bool
    source: str = ""
    checked_on: date | None = None
    is_active: bool = True

    @property
    def paper(self) -> str:
        """What it asks, as one key: the code of a certificate, or 'kind:' and a kind."""
        return f"{KIND}{self.kind}" if self.kind is not None else self.certificate

    @property
    def is_for_everybody(self) -> bool:
        """Whether it looks only at the task."""
        return self.legal_role is None and not self.minors and not self.target_group

    def is_for_task(self, kinds: Collection[SupervisorKind]) -> bool:
        """Whether somebody of these kinds does the task that this rule is about."""
        return self.task is None or self.task in kinds


KIND = "kind:"


def shipped_rule(paper: SupervisorPaper) -> SupervisorPaperRule:
    """A row of the catalogue as a rule; its id is always the same."""
    return SupervisorPaperRule(
        id=uuid5(_SHIPPED, paper.code),
        code=paper.code,
        legal_role=LegalRole(paper.legal_role) if paper.legal_role else None,
        minors=paper.minors,
        target_group=paper.target_group,
        task=SupervisorKind(paper.task) if paper.task else None,
        certificate=paper.certificate,
        kind=SupervisorKind(paper.kind) if paper.kind else None,
        is_required=paper.required,
        source=paper.origin.source,
        checked_on=paper.origin.checked_on,
    )


def overlaid(
    shipped: Iterable[SupervisorPaperRule], kept: Iterable[SupervisorPaperRule]
) -> tuple[tuple[SupervisorPaperRule, RuleOrigin], ...]:
    """Every rule, switched off ones too: the centre's row goes before the one it has the code of;
    those of the centre alone come last.
    """
    own = {one.code: one for one in kept}
    found = []
    for one in shipped:
        changed = own.pop(one.code, None)
        origin = RuleOrigin.SHIPPED if changed is None else RuleOrigin.CHANGED
        found.append((changed or one, origin))
    return (*found, *((one, RuleOrigin.OWN) for one in own.values()))


def in_force(
    shipped: Iterable[SupervisorPaperRule], kept: Iterable[SupervisorPaperRule]
) -> tuple[SupervisorPaperRule, ...]:
    """The rules that hold: overlaid, without those that are switched off."""
    return tuple(one for one, _origin in overlaid(shipped, kept) if one.is_active)


def strictest(rules: Iterable[SupervisorPaperRule]) -> tuple[SupervisorPaperRule, ...]:
    """Of rules that ask the same paper one: a required one where there is one."""
    found: dict[str, SupervisorPaperRule] = {}
    for rule in rules:
        if rule.paper not in found or (rule.is_required and not found[rule.paper].is_required):
            found[rule.paper] = rule
    return tuple(found.values())


def problems(rule: SupervisorPaperRule) -> Iterator[Problem]:
    """Everything a save refuses."""
    if not rule.code.strip():
        yield Problem("code", _("This rule has no code."))
    groups = (rule.legal_role is not None) + rule.minors + bool(rule.target_group)
    if groups > 1:
        yield Problem("target_group", _("Choose one group per rule."))
    if bool(rule.certificate) == (rule.kind is not None):
        yield Problem("certificate", _("Choose a certificate or a kind of supervisor, not both."))
    if not rule.source.strip():
        yield Problem(
            "source", _("Write where this rule comes from: a law, a contract, our choice.")
        )
