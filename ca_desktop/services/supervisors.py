"""Supervisors and their certificates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from uuid import UUID

from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.capacity import GuidanceTerms, Load, LoadState
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.errors import refuse
from ca_desktop.domain.folding import fold
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.permissions import Action, may
from ca_desktop.domain.signals import SOON_DAYS
from ca_desktop.domain.supervisor_papers import lacks_required
from ca_desktop.domain.supervisors import (
    Certificate,
    CertificateStatus,
    Supervisor,
    certificate_problems,
    problems,
    renewed,
    settled,
)
from ca_desktop.i18n import N_, current_language
from ca_desktop.services.capacity_week import CapacityWeek
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.supervisor_paper_facts import PaperFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorLine:
    """A supervisor as shown in the list."""

    supervisor: Supervisor
    participants_now: int
    papers: CertificateStatus | None
    employer: str = ""
    deputy: str = ""
    load: Load | None = None
    load_state: LoadState | None = None

    @property
    def id(self) -> UUID:
        return self.supervisor.id


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLoads:
    """The load of each supervisor who has or gives any, what it is judged by, and who lacks a
    required paper altogether.
    """

    loads: Mapping[UUID, Load]
    terms: GuidanceTerms
    lacking: frozenset[UUID] = frozenset()

    def on(self, line: SupervisorLine) -> SupervisorLine:
        """The line with its load, how full that is where there is anything to say, and what is
        missing where nothing has expired.
        """
        if line.id in self.lacking and line.papers is not CertificateStatus.EXPIRED:
            line = replace(line, papers=CertificateStatus.MISSING)
        load = self.loads.get(line.id)
        if load is None or load.is_empty:
            return replace(line, load=load, load_state=None)
        return replace(line, load=load, load_state=load.state(self.terms))


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    """A certificate with the name of its kind and where it stands today."""

    certificate: Certificate
    name: str
    status: CertificateStatus

    @property
    def id(self) -> UUID:
        return self.certificate.id


_WORST_FIRST = (CertificateStatus.EXPIRED, CertificateStatus.EXPIRING, CertificateStatus.VALID)


class SupervisorService(Service):
    """What a user can do with supervisors."""

    @allowed(Action.SEE_CENTRE)
    def lines(self, search: str = "") -> Sequence[SupervisorLine]:
        """Supervisors sorted on last name, with how many people they guide and their worst
        paper.
        """
        words = fold(search).split()
        with self._database.read() as uow:
            found = uow.of(Supervisor).all()
            certificates: dict[UUID, list[Certificate]] = {}
            for certificate in uow.of(Certificate).all():
                certificates.setdefault(certificate.supervisor_id, []).append(certificate)
            people = placement_queries.people_in(uow, "supervisor_id", self._today())
            partners = {one.id: one.name for one in uow.of(Partner).all()}
        names = {one.id: one.name.full for one in found}
        lines = [
            replace(
                self._line(one, certificates.get(one.id, []), people.get(one.id, 0)),
                employer=(partners.get(one.partner_id, "") if one.partner_id else one.employer),
                deputy=names.get(one.deputy_id, "") if one.deputy_id else "",
            )
            for one in found
            if all(word in one.search_text for word in words)
        ]
        return sorted(lines, key=lambda line: line.supervisor.name.sort_key)

    @allowed(Action.SEE_CAPACITY)
    def loads(self) -> NamedLoads:
        """Guidance needed and available this week, per supervisor: from the capacity board; and who
        lacks a required paper. It takes too long for the list itself.
        """
        with self._database.read() as uow:
            week = CapacityWeek(uow, self._today(), self._reach(Action.SEE_RESTRICTED))
            board = week.board().board
            facts = PaperFacts(uow, self._today())
            lacking = frozenset(
                one.id
                for one in uow.of(Supervisor).all()
                if one.is_active(self._today()) and lacks_required(facts.cells(one).values())
            )
        rows = {row.supervisor_id: row.total for row in board.rows if row.supervisor_id}
        return NamedLoads(loads=rows, terms=board.terms, lacking=lacking)

    @allowed(Action.SEE_CENTRE)
    def lines_with_load(self) -> Sequence[SupervisorLine]:
        """Every line with its load, as far as this account may see the capacity board."""
        lines = self.lines()
        if not may(self._actor.role, Action.SEE_CAPACITY):
            return lines
        return list(map(self.loads().on, lines))

    def _line(
        self, supervisor: Supervisor, certificates: list[Certificate], people: int
    ) -> SupervisorLine:
        today = self._today()
        states = {_certificate_line(c, today=today).status for c in certificates}
        worst = next((state for state in _WORST_FIRST if state in states), None)
        return SupervisorLine(supervisor=supervisor, participants_now=people, papers=worst)

    @allowed(Action.SEE_CENTRE)
    def all(self, *, active_only: bool = False) -> Sequence[Supervisor]:
        """Supervisors sorted on last name; with `active_only` those who work here today."""
        with self._database.read() as uow:
            found = uow.of(Supervisor).all()
        today = self._today()
        chosen = [s for s in found if s.is_active(today) or not active_only]
        return sorted(chosen, key=lambda s: s.name.sort_key)

    @allowed(Action.SEE_CENTRE)
    def crafts(self) -> Sequence[str]:
        """Every craft that stands with a supervisor, to choose from."""
        with self._database.read() as uow:
            found = {craft for one in uow.of(Supervisor).all() for craft in one.crafts}
        return sorted(found, key=str.casefold)

    @allowed(Action.SEE_CENTRE)
    def find(self, search: str, limit: int) -> Sequence[Supervisor]:
        """The first supervisors that match, on last name: for the global search."""
        words = fold(search).split()
        found = (s for s in self.all() if all(word in s.search_text for word in words))
        return list(islice(found, limit))

    @allowed(Action.SEE_CENTRE)
    def get(self, supervisor_id: UUID) -> Supervisor:
        """The supervisor; NotFound when gone."""
        with self._database.read() as uow:
            return uow.of(Supervisor).get(supervisor_id)

    @allowed(Action.CHANGE_SUPERVISORS)
    def new(self) -> Supervisor:
        """An empty supervisor to fill in."""
        return Supervisor(number=0, starts_on=self._today())

    @allowed(Action.CHANGE_SUPERVISORS)
    def save(self, supervisor: Supervisor) -> Supervisor:
        """Keep a new or changed supervisor; the week follows from the hours per half-day."""
        supervisor = settled(supervisor)
        refuse(problems(supervisor))
        with self._database.write(self._actor, N_("Save supervisor")) as uow:
            supervisor = uow.numbered(supervisor)
            uow.save(supervisor)
        return supervisor

    @allowed(Action.CHANGE_SUPERVISORS)
    def remove(self, supervisor_id: UUID) -> None:
        """Remove a supervisor that nothing refers to, with his papers, absences and hand-over."""
        with self._database.write(self._actor, N_("Remove supervisor")) as uow:
            for certificate in uow.of(Certificate).all(supervisor_id=supervisor_id):
                uow.remove(certificate)
            for absence in uow.of(SupervisorAbsence).all(supervisor_id=supervisor_id):
                uow.remove(absence)
            for point in uow.of(HandOverPoint).all(supervisor_id=supervisor_id):
                uow.remove(point)
            uow.remove(uow.of(Supervisor).get(supervisor_id))

    @allowed(Action.SEE_CENTRE)
    def certificates(self, supervisor_id: UUID) -> Sequence[CertificateLine]:
        """His certificates, those that expire first on top."""
        with self._database.read() as uow:
            found = uow.of(Certificate).all(supervisor_id=supervisor_id)
        lines = [_certificate_line(c, today=self._today()) for c in found]
        return sorted(lines, key=lambda line: (_WORST_FIRST.index(line.status), line.name))

    @allowed(Action.CHANGE_SUPERVISORS)
    def save_certificate(self, certificate: Certificate) -> Certificate:
        """Keep a new or changed certificate; a plan to renew it goes once it was renewed."""
        kinds = load_catalogue().certificates
        codes, seen_only = [one.code for one in kinds], {k.code for k in kinds if k.seen_only}
        with self._database.write(self._actor, N_("Save certificate")) as uow:
            certificate = renewed(certificate, uow.of(Certificate).find(id=certificate.id))
            refuse(certificate_problems(certificate, self._today(), codes, seen_only))
            uow.save(certificate)
        return certificate

    @allowed(Action.CHANGE_SUPERVISORS)
    def remove_certificate(self, certificate_id: UUID) -> None:
        """Remove a certificate."""
        with self._database.write(self._actor, N_("Remove certificate")) as uow:
            uow.remove(uow.of(Certificate).get(certificate_id))


def _certificate_line(certificate: Certificate, *, today: date) -> CertificateLine:
    name, alert_days = kind_of(certificate, current_language())
    return CertificateLine(
        certificate=certificate, name=name, status=certificate.status(today, alert_days)
    )


def kind_of(certificate: Certificate, language: str) -> tuple[str, int]:
    """What a certificate is called, and how many days before it expires that is said.

    A kind that an older catalogue had goes by its code.
    """
    kind = known(load_catalogue().certificates, certificate.kind)
    if kind is None:
        return certificate.description or certificate.kind, SOON_DAYS
    return certificate.description or kind.name.in_(language), kind.alert_days
