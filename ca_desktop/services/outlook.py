"""The board of all accreditations, with everything around each of them gathered once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_outlook import (
    Outlook,
    OutlookFacts,
    OutlookGroup,
    OutlookTerms,
    outlook_of,
)
from ca_desktop.domain.accreditation_steps import AccreditationStep, in_order
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.permissions import Action
from ca_desktop.domain.supervisors import (
    Certificate,
    CertificateStatus,
    Supervisor,
    SupervisorKind,
)
from ca_desktop.i18n import current_language
from ca_desktop.services.service import Service, allowed
from ca_desktop.services.settings import values_in
from ca_desktop.services.supervisors import kind_of
from ca_desktop.services.work_processes import WorkPicture, pictures_of

_TRAINERS = frozenset({SupervisorKind.WORKPLACE_TRAINER, SupervisorKind.WORKPLACE_TRAINER_PLUS})
_BEST_FIRST = (CertificateStatus.VALID, CertificateStatus.EXPIRING, CertificateStatus.EXPIRED)
_GROUPS = (OutlookGroup.ATTENTION, OutlookGroup.READY, OutlookGroup.UNDERWAY, OutlookGroup.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlookLine:
    """One accreditation on the board, with its location and the roles that cover it."""

    facts: OutlookFacts
    outlook: Outlook
    location: str
    picture: WorkPicture | None

    @property
    def id(self) -> UUID:
        return self.facts.accreditation.id


class OutlookService(Service):
    """What a user can see of all accreditations together."""

    @allowed(Action.SEE_CENTRE)
    def lines(self, company_id: UUID | None = None) -> Sequence[OutlookLine]:
        """Everything, of one location or of all: on group, then on name of the qualification."""
        with self._database.read() as uow:
            found = list(outlook_lines(uow, self._today()))
        chosen = [
            one
            for one in found
            if company_id in (None, one.facts.accreditation.training_company_id)
        ]
        return sorted(
            chosen,
            key=lambda one: (
                _GROUPS.index(one.outlook.group),
                one.facts.accreditation.name.casefold(),
                one.location,
            ),
        )


def outlook_lines(uow: UnitOfWork, today: date) -> Iterator[OutlookLine]:
    """The board as it stands today; a few queries, however many accreditations there are."""
    terms = terms_in(uow)
    pictures = pictures_of(uow)
    places = {one.id: one.location for one in uow.of(TrainingCompany).all()}
    for facts in gathered(uow, today, pictures):
        yield OutlookLine(
            facts=facts,
            outlook=outlook_of(facts, today, terms),
            location=places[facts.accreditation.training_company_id],
            picture=pictures.get(facts.accreditation.id),
        )


def terms_in(uow: UnitOfWork) -> OutlookTerms:
    """The terms that the centre chose."""
    values = values_in(uow)
    return OutlookTerms(
        soon_months=values["sbb_soon_months"], decision_days=values["sbb_decision_days"]
    )


def gathered(
    uow: UnitOfWork, today: date, pictures: Mapping[UUID, WorkPicture]
) -> Iterator[OutlookFacts]:
    """What is known around every accreditation."""
    steps: dict[UUID, list[AccreditationStep]] = {}
    for step in uow.of(AccreditationStep).all(order_by="on"):
        steps.setdefault(step.accreditation_id, []).append(step)
    trainers = {one.id: one for one in uow.of(Supervisor).all()}
    papers = training_papers(uow, today)
    days = accreditation_queries.last_student_days(uow, today)
    for one in uow.of(Accreditation).all(order_by="name"):
        trainer = trainers.get(one.trainer_id) if one.trainer_id else None
        paper = papers.get(one.trainer_id) if one.trainer_id else None
        picture = pictures.get(one.id)
        yield OutlookFacts(
            accreditation=one,
            last_step=next(iter(reversed(in_order(steps.get(one.id, ())))), None),
            trainer=trainer,
            paper=paper.status if paper else None,
            paper_until=paper.until if paper else None,
            paper_name=paper.name if paper else "",
            cover=picture.cover if picture else None,
            agreed_until=accreditation_queries.agreed_until(days, one),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPaper:
    """A paper as a trainer: what it is called, and how it stands."""

    name: str
    status: CertificateStatus
    until: date | None


def training_papers(uow: UnitOfWork, today: date) -> dict[UUID, TrainingPaper]:
    """Per supervisor his best paper as a trainer: of a kind that only trainers have."""
    found: dict[UUID, list[TrainingPaper]] = {}
    for paper in uow.of(Certificate).all(kind=_training_kinds()):
        name, alert_days = kind_of(paper, current_language())
        status = paper.status(today, alert_days)
        mine = TrainingPaper(name=name, status=status, until=paper.valid_until)
        found.setdefault(paper.supervisor_id, []).append(mine)
    return {supervisor: _best(mine) for supervisor, mine in found.items()}


def _training_kinds() -> list[str]:
    return [
        kind.code
        for kind in load_catalogue().certificates
        if kind.usual_for and _TRAINERS.issuperset(kind.usual_for)
    ]


def _best(papers: Iterable[TrainingPaper]) -> TrainingPaper:
    return min(
        papers,
        key=lambda one: (_BEST_FIRST.index(one.status), -(one.until or date.max).toordinal()),
    )
