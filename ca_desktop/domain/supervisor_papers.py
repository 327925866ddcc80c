"""Which papers are asked of each supervisor, which he has, and where the gaps are.

Asked of a supervisor is what the rules in force ask in his tasks (his kinds, or whatever the task):

- for the legal roles of the running trajectories of people he guides now, as fixed supervisor or in
  a placement;
- for people under 18, when he guides any;
- for a target group, as soon as the centre works with it: never because he guides somebody of it,
  so that a gap tells nothing about anybody. The centre works with a group when enough people
  who are here have it recorded that nobody can be meant by it; with a group that is never recorded
  on a person, when the centre keeps a rule for it in use;
- for everybody, when the rule looks only at the task.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.catalogue_entries import TargetGroup
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule, strictest
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, Supervisor
from ca_desktop.domain.trajectories import LegalRole

_LAST = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided:
    """Whom somebody guides now, as far as rules look at it."""

    legal_roles: frozenset[LegalRole] = frozenset()
    minors: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCell:
    """One paper of one supervisor: where it stands, the certificate behind it, the rules that ask
    it (the strictest of all his rules that ask this paper is `rule`).
    """

    status: CertificateStatus
    rule: SupervisorPaperRule | None = None
    certificate: Certificate | None = None

    @property
    def is_asked(self) -> bool:
        """Whether a rule asks this paper of him."""
        return self.rule is not None

    @property
    def is_required(self) -> bool:
        """Whether it is asked, and more than recommended."""
        return self.rule is not None and self.rule.is_required

    @property
    def is_gap(self) -> bool:
        """Asked, and not there, or expired."""
        return self.is_asked and self.status in (
            CertificateStatus.MISSING,
            CertificateStatus.EXPIRED,
        )


NOT_ASKED = PaperCell(status=CertificateStatus.NOT_REQUIRED)


def groups_of_centre(
    recorded: Mapping[str, int], groups: Iterable[TargetGroup], least: int
) -> frozenset[str]:
    """The groups that the centre works with, of how many people each one is recorded: enough of
    them that it tells nothing about anybody, or one that is never recorded.
    """
    return frozenset(
        one.code for one in groups if one.is_never_recorded or recorded.get(one.code, 0) >= least
    )


def asked_of(
    supervisor: Supervisor,
    rules: Iterable[SupervisorPaperRule],
    guided: Guided,
    groups: Collection[str],
) -> dict[str, SupervisorPaperRule]:
    """What is asked of a supervisor: per paper the strictest rule."""
    return {
        rule.paper: rule
        for rule in strictest(
            one
            for one in rules
            if one.is_for_task(supervisor.kinds) and _is_about(one, guided, groups)
        )
    }


def _is_about(rule: SupervisorPaperRule, guided: Guided, groups: Collection[str]) -> bool:
    if rule.legal_role is not None:
        return rule.legal_role in guided.legal_roles
    if rule.minors:
        return guided.minors
    return not rule.target_group or rule.target_group in groups


def best(certificates: Iterable[Certificate]) -> Certificate | None:
    """Of papers of one kind the one that is valid longest."""
    return max(certificates, key=lambda one: one.valid_until or _LAST, default=None)


def cells(
    supervisor: Supervisor,
    asked: Mapping[str, SupervisorPaperRule],
    held: Iterable[Certificate],
    today: date,
    alert_days: Mapping[str, int],
) -> dict[str, PaperCell]:
    """Every paper that is asked or held, by its key; `alert_days` per kind of certificate."""
    by_kind: dict[str, list[Certificate]] = {}
    for one in held:
        by_kind.setdefault(one.kind, []).append(one)
    return {
        paper: _cell(
            supervisor, asked.get(paper), best(by_kind.get(paper, ())), today, alert_days.get(paper)
        )
        for paper in {**asked, **by_kind}
    }


def _cell(
    supervisor: Supervisor,
    rule: SupervisorPaperRule | None,
    certificate: Certificate | None,
    today: date,
    alert_days: int | None,
) -> PaperCell:
    if certificate is not None:
        status = certificate.status(today, alert_days or 0)
    elif rule is not None and rule.kind in supervisor.kinds:
        status = CertificateStatus.VALID
    else:
        status = CertificateStatus.MISSING if rule else CertificateStatus.NOT_REQUIRED
    return PaperCell(status=status, rule=rule, certificate=certificate)


def lacks_required(found: Iterable[PaperCell]) -> bool:
    """Whether a required certificate was never there; to be of a kind is no paper."""
    return any(
        one.status is CertificateStatus.MISSING
        and one.rule is not None
        and one.rule.is_required
        and bool(one.rule.certificate)
        for one in found
    )


def months_from(today: date, count: int = 12) -> tuple[date, ...]:
    """The first days of this month and the ones after it."""
    first = today.replace(day=1)
    return tuple(add_months(first, number) for number in range(count))


def expires_within(
    certificates: Iterable[Certificate], today: date, months: int = 12
) -> Iterator[Certificate]:
    """Those that expired, or will in this month or one of the months after it; soonest first."""
    until = add_months(today.replace(day=1), months)
    dated = [one for one in certificates if one.valid_until is not None]
    for one in sorted(dated, key=lambda paper: (paper.valid_until or _LAST, paper.kind)):
        if one.valid_until is not None and one.valid_until < until:
            yield one


def replaced(certificate: Certificate, others: Iterable[Certificate]) -> bool:
    """Whether the same supervisor has another paper of this kind that is valid longer."""
    newest = best(
        one
        for one in others
        if one.kind == certificate.kind and one.supervisor_id == certificate.supervisor_id
    )
    return newest is not None and (newest.valid_until or _LAST) > (certificate.valid_until or _LAST)
