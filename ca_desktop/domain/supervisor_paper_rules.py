"""Which paper guiding asks for: by group × task, required or recommended, each with its source.

A rule of the centre goes before the rule of the catalogue with the same code. A rule for a target
group is asked of everybody with that task as soon as the centre works with the group: it is never
looked up for one person, so that a missing paper tells nothing about anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from ca_desktop.domain.errors import Problem
from ca_desktop.domain.supervisors import SupervisorKind
from ca_desktop.domain.trajectories import LegalRole
from ca_desktop.i18n import _


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


def problems(rule: SupervisorPaperRule) -> Iterator[Problem]:
    """Everything a save refuses."""
    groups = (rule.legal_role is not None) + rule.minors + bool(rule.target_group)
    if groups > 1:
        yield Problem("target_group", _("Choose one group per rule."))
    if bool(rule.certificate) == (rule.kind is not None):
        yield Problem("certificate", _("Choose a certificate or a kind of supervisor, not both."))
    if not rule.source.strip():
        yield Problem(
            "source", _("Write where this rule comes from: a law, a contract, our choice.")
        )
