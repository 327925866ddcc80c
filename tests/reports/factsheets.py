"""Factsheets of the shipped roles in an invented centre."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.catalogue_roles import CatalogueRole
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.role_factsheet import (
    QualificationLine,
    RoleFactsheet,
    RoleFactsheetSource,
    build_role_factsheet,
)
from ca_desktop.domain.roles import (
    InternProfile,
    Role,
    RoleCompetence,
    RoleProfile,
    RoleTask,
    Suitability,
)
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind

TODAY = date(2026, 11, 24)
TRAINER = uuid4()
CENTRE = Centre(
    name="Circulair Ambachtscentrum De Vonk",
    address="Loods 4, Vlijtseweg 120",
    postcode="7317 AK",
    place="Apeldoorn",
    phone="055 555 01 20",
    email="info@devonk.example",
    website="www.devonk.example",
    created_on=date(2024, 9, 2),
    catalogue_version="2026.11",
)


def a_profile(shipped: CatalogueRole, language: str) -> RoleProfile:
    """The texts of a shipped role in one language."""
    return RoleProfile(
        role_id=uuid4(),
        language=language,
        name=shipped.name.in_(language),
        purpose=shipped.purpose.in_(language),
        tasks=tuple(RoleTask(x.code, x.text.in_(language), x.machine) for x in shipped.tasks),
        minimum=tuple(
            RoleCompetence(x.competence, x.level, x.text.in_(language)) for x in shipped.minimum
        ),
        developable=tuple(
            RoleCompetence(x.competence, 0, x.text.in_(language)) for x in shipped.developable
        ),
        suitability=tuple(
            Suitability(x.group, x.grade, x.note.in_(language)) for x in shipped.suitability
        ),
        steering=shipped.steering.in_(language),
        safety=tuple(x.text.in_(language) for x in shipped.safety),
        protective_equipment=tuple(x.text.in_(language) for x in shipped.protective_equipment),
        conditions=tuple(x.text.in_(language) for x in shipped.conditions),
        cautions=tuple(x.text.in_(language) for x in shipped.cautions),
        intern_profiles=tuple(
            InternProfile(
                x.type,
                x.assignment.in_(language),
                x.requirements.in_(language),
                x.guidance.in_(language),
            )
            for x in shipped.profiles
        ),
        growth=shipped.growth.in_(language),
    )


def a_factsheet(key: str = "sorteren", language: str = "nl", **changes: object) -> RoleFactsheet:
    """The factsheet of a shipped role, with places taken and two accreditations."""
    catalogue = load_catalogue()
    shipped = catalogue.role(key)
    level = catalogue.intensity(shipped.guidance_intensity)
    step = next(s for s in catalogue.scale("ERK").steps if s.code == shipped.language_level)
    company = TrainingCompany(location="Apeldoorn", company_id="100349458")
    found = [catalogue.qualification(code) for code in shipped.qualifications]
    source = RoleFactsheetSource(
        centre=CENTRE,
        role=Role(number=1, key=key, places=shipped.places),
        profile=a_profile(shipped, language),
        competence_names={c.letter: c.name.in_(language) for c in catalogue.competences},
        level_words=tuple(s.label.in_(language) for s in catalogue.scale("ZELFST4").steps),
        group_names={g.code: g.name.in_(language) for g in catalogue.target_groups},
        language_level=step.label.in_(language),
        intensity=level.name.in_(language),
        qualifications=tuple(
            QualificationLine(
                code=q.code, name=q.name.in_(language), level=q.level, status=q.status
            )
            for q in found
        ),
        placements=_placements(),
        training_companies=(company,),
        accreditations=tuple(_accreditation(q.code, company) for q in found[:2]),
        trainer_names={TRAINER: "Henk van der Meulen"},
        contact=Supervisor(
            number=3,
            first_name="Samira",
            prefix="el",
            last_name="Idrissi",
            kinds=(SupervisorKind.WORK_SUPERVISOR,),
            phone="06 5555 0134",
            email="samira@devonk.example",
            starts_on=date(2024, 9, 2),
        ),
        made_on=TODAY,
    )
    return replace(build_role_factsheet(source), **changes)


def _placements() -> tuple[Placement, ...]:
    return tuple(
        Placement(
            participant_id=uuid4(),
            role_id=uuid4(),
            half_days=HalfDays.of(*codes),
            starts_on=date(2026, 9, 7),
            review_on=date(2026, 12, 7),
        )
        for codes in (("0m", "0a", "2m"), ("0m", "1m"), ("0m", "3m", "3a"), ("2m", "4m"))
    )


def _accreditation(code: str, company: TrainingCompany) -> Accreditation:
    return Accreditation(
        training_company_id=company.id,
        code=code,
        name="",
        level=1,
        state=AccreditationState.ACCREDITED,
        since=date(2025, 3, 12),
        trainer_id=TRAINER,
    )
