"""Gathers what the papers about the centre are made from: its SBB dossier and its supervisors."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import accreditations as accreditation_queries
from ca_desktop.db.queries import centre_papers as centre_queries
from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_evidence import AccreditationEvidence
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_lookup import known
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.paper_heads import PaperMaker
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.roles import RoleProfile
from ca_desktop.domain.sbb_dossier import SbbSource, years_back
from ca_desktop.domain.sbb_dossier_lines import TrainerLine
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.supervisor_paper_rules import KIND
from ca_desktop.domain.supervisor_papers import PaperCell
from ca_desktop.domain.supervisor_sheet import (
    PaperGapLine,
    SupervisorPapers,
    SupervisorSource,
    paper_line,
)
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import _, translator
from ca_desktop.services.supervisor_paper_facts import PaperFacts
from ca_desktop.services.supervisor_paper_rules import certificate_name
from ca_desktop.services.supervisors import kind_of


def sbb_source(uow: UnitOfWork, maker: PaperMaker, company_id: UUID | None) -> SbbSource:
    """The dossier of one location, or of all of them."""
    companies = [
        one
        for one in uow.of(TrainingCompany).all(order_by="location")
        if company_id in (None, one.id)
    ]
    if company_id is not None and not companies:
        raise NotFound(_("This record is not there any more. Somebody may have removed it."))
    places = {one.id for one in companies}
    found = [one for one in uow.of(Accreditation).all() if one.training_company_id in places]
    days = accreditation_queries.last_student_days(uow, maker.made_on)
    until = {one.id: accreditation_queries.agreed_until(days, one) for one in found}
    return SbbSource(
        maker=maker,
        companies=tuple(companies),
        accreditations=tuple(found),
        steps=tuple(uow.of(AccreditationStep).all()),
        letter_files={
            step_id: name
            for one in found
            for step_id, name in accreditation_queries.letter_names(uow, one.id).items()
        },
        processes=tuple(uow.of(WorkProcess).all()),
        evidence=tuple(
            one for one in uow.of(AccreditationEvidence).all() if one.training_company_id in places
        ),
        role_names=_role_names(uow, maker.language),
        trainers=_trainers(uow, maker, {one.trainer_id for one in found if one.trainer_id}),
        students=_students(uow, found, maker.made_on),
        last_students={
            one.id: last for one in found if (last := one.last_student(until[one.id])) is not None
        },
        lapses={
            one.id: lapse
            for one in found
            if (lapse := one.expected_lapse_on(until[one.id])) is not None
        },
    )


def _students(
    uow: UnitOfWork, found: Iterable[Accreditation], today: date
) -> Mapping[tuple[UUID, SchoolYear], int]:
    return {
        (one.id, year): centre_queries.students_on(
            uow, one.training_company_id, one.codes, year.period
        )
        for one in found
        for year in years_back(today)
    }


def _trainers(
    uow: UnitOfWork, maker: PaperMaker, ids: Collection[UUID]
) -> Mapping[UUID, TrainerLine]:
    lines = supervisor_papers(uow, maker, uow.of(Supervisor).by_ids(ids))
    return {
        one.supervisor.id: TrainerLine(name=one.supervisor.name.full, minutes=0, papers=one.papers)
        for one in lines
    }


def _role_names(uow: UnitOfWork, language: str) -> dict[UUID, str]:
    names = {p.role_id: p.name for p in uow.of(RoleProfile).all(language="nl")}
    names.update({p.role_id: p.name for p in uow.of(RoleProfile).all(language=language)})
    return names


def supervisor_papers(
    uow: UnitOfWork, maker: PaperMaker, team: Iterable[Supervisor]
) -> tuple[SupervisorPapers, ...]:
    """These supervisors, each with the papers that are there and those that are missing."""
    facts = PaperFacts(uow, maker.made_on)
    return tuple(_papers_of(each, facts.cells(each), maker.language) for each in team)


def _papers_of(
    supervisor: Supervisor, cells: Mapping[str, PaperCell], language: str
) -> SupervisorPapers:
    """What is there, and what is asked but isn't there; a kind that somebody is, is no paper."""
    held = [
        paper_line(
            cell.certificate,
            kind_of(cell.certificate, language)[0],
            cell.status,
            is_required=cell.is_required,
        )
        for cell in cells.values()
        if cell.certificate is not None
    ]
    gaps = [
        PaperGapLine(name=_paper_name(key, language), is_required=cell.is_required)
        for key, cell in cells.items()
        if cell.is_gap and cell.certificate is None
    ]
    return SupervisorPapers(
        supervisor=supervisor,
        papers=tuple(held),
        gaps=tuple(sorted(gaps, key=lambda one: (not one.is_required, one.name))),
    )


def _paper_name(key: str, language: str) -> str:
    if not key.startswith(KIND):
        return certificate_name(key, language)
    kind = load_catalogue().supervisor_kind(key.removeprefix(KIND)).name.in_(language)
    return translator(language)("to be: {kind}", kind=kind.casefold())


def supervisor_source(uow: UnitOfWork, maker: PaperMaker, supervisor_id: UUID) -> SupervisorSource:
    """What the sheet of one supervisor is made from."""
    supervisor = uow.of(Supervisor).get(supervisor_id)
    (papers,) = supervisor_papers(uow, maker, [supervisor])
    partner = uow.of(Partner).find(id=supervisor.partner_id) if supervisor.partner_id else None
    deputy = uow.of(Supervisor).find(id=supervisor.deputy_id) if supervisor.deputy_id else None
    people = placement_queries.people_in(uow, "supervisor_id", maker.made_on)
    trains = uow.of(Accreditation).all(trainer_id=supervisor_id, order_by="code")
    return SupervisorSource(
        maker=maker,
        papers=papers,
        employer=partner.name if partner else "",
        languages=tuple(_language(code, maker.language) for code in supervisor.languages),
        deputy=deputy.name.full if deputy else "",
        people=people.get(supervisor_id, 0),
        trains_for=tuple(f"{one.code} {one.name}" for one in trains if one.state.is_accredited),
    )


def _language(code: str, spoken: str) -> str:
    found = known(load_catalogue().languages, code)
    return found.name.in_(spoken) if found else code
