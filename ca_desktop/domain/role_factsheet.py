"""The role factsheet as it goes to paper: the work, who it suits, the centre's places and SBB line.

It holds no participant: the places are counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.letterhead import Letterhead, letterhead
from ca_desktop.domain.paper_names import plain_file_name
from ca_desktop.domain.placements import Placement, fullest_half_day
from ca_desktop.domain.roles import Grade, InternProfile, Role, RoleCompetence, RoleProfile
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import translator


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenceLine:
    """A competence with its observable text; level 0 has no word."""

    letter: str
    name: str
    text: str
    level: int = 0
    level_word: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuitabilityLine:
    """The usual suitability for one target group: a suggestion for a talk."""

    group: str
    grade: Grade
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationLine:
    """A linked qualification and the state of the accreditation for it (None: no line).

    `status` is filled while nobody compared the code with SBB's register; `trainer` is who trains
    for it here, where it is accredited.
    """

    code: str
    name: str
    level: int | None
    status: str = ""
    state: AccreditationState | None = None
    since: date | None = None
    trainer: str = ""

    @property
    def is_accredited(self) -> bool:
        return self.state is not None and self.state.is_accredited


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditedCompany:
    """A location that is accredited for one of the qualifications, as SBB knows it."""

    location: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Running placements: people, people on the busiest half-day, half-days a week in all."""

    total: int
    people: int
    busiest: int
    half_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Whom to ask about this role."""

    name: str
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFactsheet:
    """Everything on the paper, its texts in the paper's language."""

    letterhead: Letterhead
    language: str
    title: str
    file_name: str
    name: str
    purpose: str
    tasks: tuple[str, ...]
    minimum: tuple[CompetenceLine, ...]
    developable: tuple[CompetenceLine, ...]
    suitability: tuple[SuitabilityLine, ...]
    steering: str
    safety: tuple[str, ...]
    protective_equipment: tuple[str, ...]
    conditions: tuple[str, ...]
    cautions: tuple[str, ...]
    intern_profiles: tuple[InternProfile, ...]
    growth: str
    language_level: str
    intensity: str
    qualifications: tuple[QualificationLine, ...]
    companies: tuple[AccreditedCompany, ...]
    places: Places
    contact: Contact | None
    made_on: date
    catalogue_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFactsheetSource:
    """What a factsheet is made from. Names and words are in the language of the profile.

    `qualifications` are the catalogue's lines for the role's codes; accreditations are added.
    """

    centre: Centre
    role: Role
    profile: RoleProfile
    competence_names: Mapping[str, str] = field(default_factory=dict)
    level_words: tuple[str, ...] = ()
    group_names: Mapping[str, str] = field(default_factory=dict)
    language_level: str = ""
    intensity: str = ""
    qualifications: tuple[QualificationLine, ...] = ()
    placements: tuple[Placement, ...] = ()
    training_companies: tuple[TrainingCompany, ...] = ()
    accreditations: tuple[Accreditation, ...] = ()
    trainer_names: Mapping[UUID, str] = field(default_factory=dict)
    contact: Supervisor | None = None
    made_on: date


def build_role_factsheet(source: RoleFactsheetSource) -> RoleFactsheet:
    """The factsheet of one role in the language of its profile."""
    profile = source.profile
    t = translator(profile.language)
    return RoleFactsheet(
        letterhead=letterhead(source.centre),
        language=profile.language,
        title=" ".join((t("Role factsheet"), profile.name)),
        file_name=plain_file_name(t("role factsheet"), profile.name),
        name=profile.name,
        purpose=profile.purpose,
        tasks=tuple(task.text for task in profile.tasks),
        minimum=_competences(profile.minimum, source),
        developable=_competences(profile.developable, source),
        suitability=tuple(
            SuitabilityLine(
                group=source.group_names.get(one.group, one.group), grade=one.grade, note=one.note
            )
            for one in profile.suitability
        ),
        steering=profile.steering,
        safety=profile.safety,
        protective_equipment=profile.protective_equipment,
        conditions=profile.conditions,
        cautions=profile.cautions,
        intern_profiles=profile.intern_profiles,
        growth=profile.growth,
        language_level=source.language_level,
        intensity=source.intensity,
        qualifications=_qualifications(source),
        companies=_companies(source),
        places=_places(source),
        contact=_contact(source.contact),
        made_on=source.made_on,
        catalogue_version=source.centre.catalogue_version,
    )


def _competences(
    competences: Iterable[RoleCompetence], source: RoleFactsheetSource
) -> tuple[CompetenceLine, ...]:
    words = source.level_words
    return tuple(
        CompetenceLine(
            letter=one.competence,
            name=source.competence_names.get(one.competence, ""),
            text=one.text,
            level=one.level,
            level_word=words[one.level - 1] if 1 <= one.level <= len(words) else "",
        )
        for one in competences
    )


def _qualifications(source: RoleFactsheetSource) -> tuple[QualificationLine, ...]:
    accredited_last = sorted(source.accreditations, key=lambda one: one.state.is_accredited)
    by_code = {one.code: one for one in accredited_last}
    lines = []
    for line in source.qualifications:
        found = by_code.get(line.code)
        lines.append(
            QualificationLine(
                code=line.code,
                name=line.name or (found.name if found else ""),
                level=line.level or (found.level if found else None),
                status=line.status,
                state=found.state if found else None,
                since=found.since if found else None,
                trainer=_trainer(found, source),
            )
        )
    return tuple(lines)


def _trainer(found: Accreditation | None, source: RoleFactsheetSource) -> str:
    if found is None or found.trainer_id is None or not found.state.is_accredited:
        return ""
    return source.trainer_names.get(found.trainer_id, "")


def _companies(source: RoleFactsheetSource) -> tuple[AccreditedCompany, ...]:
    """A number on paper says that the centre may train: only where it is accredited."""
    ids = {a.training_company_id for a in source.accreditations if a.state.is_accredited}
    return tuple(
        AccreditedCompany(location=company.location, number=company.company_id)
        for company in source.training_companies
        if company.id in ids
    )


def _places(source: RoleFactsheetSource) -> Places:
    running = [p for p in source.placements if p.is_running(source.made_on)]
    return Places(
        total=source.role.places,
        people=len({placement.participant_id for placement in running}),
        busiest=fullest_half_day(running, source.made_on),
        half_days=sum(len(placement.half_days) for placement in running),
    )


def _contact(supervisor: Supervisor | None) -> Contact | None:
    if supervisor is None:
        return None
    return Contact(name=supervisor.name.full, phone=supervisor.phone, email=supervisor.email)
