"""Gathers what a paper is made from; the lens decides afterwards what of it may be on the paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from ca_desktop.db.queries import papers as paper_queries
from ca_desktop.db.queries import placements as placement_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import AccountRole, Actor
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.catalogue import Catalogue, load_catalogue
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import NotFound
from ca_desktop.domain.goals import Goal, Score
from ca_desktop.domain.papers import ReportSummary
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.privacy import DataElement, Lens, lens
from ca_desktop.domain.progress_source import ProgressSource, recipient_kind
from ca_desktop.domain.role_factsheet import QualificationLine, RoleFactsheetSource
from ca_desktop.domain.roles import Role, RoleProfile
from ca_desktop.domain.stages import StageChange, pauses
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.workplace_agreements import agreements_of
from ca_desktop.i18n import _, translator
from ca_desktop.services.qualifications import listed_in

DEFAULT_SCALE = "ZELFST4"
LANGUAGE_SCALE = "ERK"


def lens_of(uow: UnitOfWork, partner_id: UUID | None, included: Mapping[DataElement, str]) -> Lens:
    """Through which lens a report for this partner (None: the participant) is made."""
    partner = uow.of(Partner).get(partner_id) if partner_id else None
    return lens(recipient_kind(partner), included)


def factsheet_source(
    uow: UnitOfWork, role_id: UUID, language: str, today: date
) -> RoleFactsheetSource:
    """Everything a factsheet rests on; the profile is Dutch where this language has none."""
    role = uow.of(Role).get(role_id)
    profiles = uow.of(RoleProfile)
    profile = profiles.find(role_id=role_id, language=language)
    profile = profile or profiles.find(role_id=role_id, language="nl")
    if profile is None:
        raise NotFound(_("This role has no texts yet."))
    catalogue, spoken = load_catalogue(), profile.language
    codes = set(role.qualification_codes)
    accreditations = tuple(a for a in uow.of(Accreditation).all() if a.code in codes)
    contact_id = role.contact_supervisor_id
    return RoleFactsheetSource(
        centre=uow.of(Centre).all()[0],
        role=role,
        profile=profile,
        competence_names={c.letter: c.name.in_(spoken) for c in catalogue.competences},
        level_words=_step_words(catalogue, DEFAULT_SCALE, spoken),
        group_names={g.code: g.name.in_(spoken) for g in catalogue.target_groups},
        language_level=_language_level(catalogue, role, spoken),
        intensity=catalogue.intensity(role.intensity).name.in_(spoken),
        qualifications=_qualifications(uow, role, spoken),
        placements=tuple(placement_queries.running_in(uow, role_id, today)),
        training_companies=tuple(uow.of(TrainingCompany).all()),
        accreditations=accreditations,
        trainer_names={s.id: s.name.full for s in uow.of(Supervisor).all()},
        contact=uow.of(Supervisor).find(id=contact_id) if contact_id else None,
        made_on=today,
    )


def _step_words(catalogue: Catalogue, scale: str, language: str) -> tuple[str, ...]:
    return tuple(step.label.in_(language) for step in catalogue.scale(scale).steps)


def _language_level(catalogue: Catalogue, role: Role, language: str) -> str:
    steps = {s.code: s.label.in_(language) for s in catalogue.scale(LANGUAGE_SCALE).steps}
    return steps.get(role.language_level, role.language_level)


def _qualifications(uow: UnitOfWork, role: Role, language: str) -> tuple[QualificationLine, ...]:
    """What the list in force says of each code; a code outside it is to be verified too."""
    t, listed = translator(language), listed_in(uow, language)
    lines = []
    for code in role.qualification_codes:
        found = listed.get(code)
        is_checked = found is not None and found.is_checked
        lines.append(
            QualificationLine(
                code=code,
                name=found.qualification.name if found else "",
                level=found.qualification.level if found else None,
                status="" if is_checked else t("to be verified"),
            )
        )
    return tuple(lines)


def progress_source(
    uow: UnitOfWork,
    participant_id: UUID,
    partner_id: UUID | None,
    period: Period,
    *,
    language: str,
    actor: Actor,
    today: date,
    summary: ReportSummary | None,
    with_group: bool,
) -> ProgressSource:
    """What a progress report could rest on; `with_group` for who may see the restricted block."""
    within = (participant_id, period.starts_on, period.ends_on or today)
    supervisors = {s.id: s.name.full for s in uow.of(Supervisor).all()}
    return ProgressSource(
        centre=uow.of(Centre).all()[0],
        participant=_with_agreements(uow.of(Participant).get(participant_id), language),
        partner=uow.of(Partner).get(partner_id) if partner_id else None,
        trajectories=tuple(uow.of(Trajectory).all(participant_id=participant_id)),
        partner_names={p.id: p.name for p in uow.of(Partner).all()},
        basis_words={r.code: r.basis.in_(language) for r in load_catalogue().legal_roles},
        purpose_words={r.code: r.purpose.in_(language) for r in load_catalogue().legal_roles},
        target_group=_group_name(uow, participant_id, language) if with_group else "",
        attendance=tuple(paper_queries.attendance_between(uow, *within)),
        entries=tuple(paper_queries.entries_between(uow, *within)),
        goals=tuple(uow.of(Goal).all(participant_id=participant_id)),
        scores=tuple(uow.of(Score).all(participant_id=participant_id)),
        skill_names={s.code: s.name.in_(language) for s in load_catalogue().work_skills},
        scale_words=_step_words(load_catalogue(), DEFAULT_SCALE, language),
        placements=tuple(uow.of(Placement).all(participant_id=participant_id)),
        pauses=pauses(uow.of(StageChange).all(participant_id=participant_id)),
        role_names=_role_names(uow, language),
        supervisor_names=supervisors,
        summary=summary,
        author=actor.name,
        supervisor=_fixed_supervisor(uow, participant_id, within[2], supervisors),
        coordinator=actor.name if actor.role is AccountRole.COORDINATOR else "",
        made_on=today,
    )


def _with_agreements(participant: Participant, language: str) -> Participant:
    """The participant with every agreement for the workplace in words of the paper's language."""
    return replace(participant, workplace_agreements=agreements_of(participant, language))


def _group_name(uow: UnitOfWork, participant_id: UUID, language: str) -> str:
    block = uow.of(RestrictedBlock).find(participant_id=participant_id)
    groups = {g.code: g.name.in_(language) for g in load_catalogue().target_groups}
    return groups.get(block.target_group, "") if block else ""


def _role_names(uow: UnitOfWork, language: str) -> dict[UUID, str]:
    names = {p.role_id: p.name for p in uow.of(RoleProfile).all(language="nl")}
    names.update({p.role_id: p.name for p in uow.of(RoleProfile).all(language=language)})
    return names


def _fixed_supervisor(
    uow: UnitOfWork, participant_id: UUID, day: date, names: Mapping[UUID, str]
) -> str:
    fixed = uow.of(FixedSupervisor).all(participant_id=participant_id)
    return next((names.get(f.supervisor_id, "") for f in fixed if f.applies_on(day)), "")
