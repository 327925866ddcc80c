"""Papers of supervisors beside each other: who has what, what is missing, what expires when.

Why a paper is asked, of another supervisor, says something of the files of people he guides: those
words are for coordinators, and for himself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.permissions import Action, Scope
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule
from ca_desktop.domain.supervisor_papers import NOT_ASKED, PaperCell, expires_within, replaced
from ca_desktop.domain.supervisors import Certificate, CertificateStatus, Supervisor
from ca_desktop.i18n import _, current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisor_paper_facts import PaperFacts
from ca_desktop.services.supervisor_paper_rules import group_name, paper_words
from ca_desktop.services.supervisors import kind_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """The papers of one supervisor, by their keys."""

    supervisor: Supervisor
    cells: Mapping[str, PaperCell]
    explained: bool

    @property
    def id(self) -> UUID:
        return self.supervisor.id

    def cell(self, paper: str) -> PaperCell:
        """Where this paper stands; not asked where nothing is known."""
        return self.cells.get(paper, NOT_ASKED)

    @property
    def gaps(self) -> tuple[str, ...]:
        """The papers that are asked and not there, required ones first."""
        found = [(not cell.is_required, key) for key, cell in self.cells.items() if cell.is_gap]
        return tuple(key for _order, key in sorted(found))

    def why(self, paper: str) -> str:
        """In words why this paper is asked; '' where it is not, or where that is not told."""
        rule = self.cell(paper).rule
        return "" if rule is None else why_asked(rule, explained=self.explained)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperMatrix:
    """Supervisors at work × the papers that are asked of or held by any of them."""

    rows: tuple[MatrixRow, ...]
    papers: tuple[tuple[str, str], ...]

    @property
    def required_gaps(self) -> int:
        """How many required papers are missing or expired."""
        return sum(row.cell(key).is_required for row in self.rows for key in row.gaps)

    @property
    def recommended_gaps(self) -> int:
        """How many recommended papers are missing or expired."""
        return sum(len(row.gaps) for row in self.rows) - self.required_gaps


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewalLine:
    """A paper that expired or will: whose it is, what it is, and what was planned."""

    certificate: Certificate
    supervisor: Supervisor
    name: str
    status: CertificateStatus

    @property
    def id(self) -> UUID:
        return self.certificate.id


class SupervisorPaperService(Service):
    """What a user can see of the papers of all supervisors together."""

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def matrix(self) -> PaperMatrix:
        """Everybody at work today, with every paper that is asked or held."""
        today = self._today()
        with self._database.read() as uow:
            team = [one for one in uow.of(Supervisor).all() if one.is_active(today)]
            team.sort(key=lambda one: one.name.sort_key)
            rows = list(self._rows(uow, team))
        return PaperMatrix(rows=tuple(rows), papers=_papers(rows))

    @allowed(Action.PRINT_CENTRE_PAPERS)
    def of(self, supervisor_id: UUID) -> MatrixRow:
        """The papers of one supervisor."""
        with self._database.read() as uow:
            found = [uow.of(Supervisor).get(supervisor_id)]
            return next(self._rows(uow, found, [supervisor_id]))

    @allowed(Action.SEE_CENTRE)
    def renewals(self, months: int = 12) -> Sequence[RenewalLine]:
        """Papers of who is at work that expired, or expire in the coming months, soonest first;
        without those that were followed by a newer one.
        """
        today = self._today()
        with self._database.read() as uow:
            team = {one.id: one for one in uow.of(Supervisor).all() if one.is_active(today)}
            held = PaperFacts(uow, today).held
        papers = [one for key in team for one in held.get(key, ())]
        return [
            _renewal(one, team[one.supervisor_id], today)
            for one in expires_within(papers, today, months)
            if not replaced(one, held[one.supervisor_id])
        ]

    def _rows(
        self, uow: UnitOfWork, team: Sequence[Supervisor], only: Sequence[UUID] | None = None
    ) -> Iterator[MatrixRow]:
        facts = PaperFacts(uow, self._today(), only)
        sees_all = self._reach(Action.SEE_FILE).scope is Scope.ALL
        for each in team:
            yield MatrixRow(
                supervisor=each,
                cells=facts.cells(each),
                explained=sees_all or each.id == self._actor.supervisor_id,
            )


def why_asked(rule: SupervisorPaperRule, *, explained: bool) -> str:
    """'Verplicht voor Wmo-aanbieder (bron: …)'; without `explained` not for whom."""
    how = _("required") if rule.is_required else _("recommended")
    if not explained and not rule.is_for_everybody:
        return how
    words = {"how": how, "group": group_name(rule, current_language()), "source": rule.source}
    if rule.task is not None:
        return _("{how}: {group}, as {task} ({source})", task=rule.task.text.casefold(), **words)
    return _("{how}: {group} ({source})", **words)


def _papers(rows: Sequence[MatrixRow]) -> tuple[tuple[str, str], ...]:
    """The columns, in the order of the catalogue, kinds last."""
    found = {key for row in rows for key in row.cells}
    order = [one.code for one in load_catalogue().certificates]
    place = {code: number for number, code in enumerate(order)}
    keys = sorted(found, key=lambda key: (place.get(key, len(order)), key))
    return tuple((key, paper_words(key)) for key in keys)


def _renewal(certificate: Certificate, supervisor: Supervisor, today: date) -> RenewalLine:
    name, alert_days = kind_of(certificate, current_language())
    return RenewalLine(
        certificate=certificate,
        supervisor=supervisor,
        name=name,
        status=certificate.status(today, alert_days),
    )
