"""A centre's own copy of the catalogue's roles, made once when the centre begins."""

from collections.abc import Iterable, Iterator

from ca_desktop.domain.catalogue_roles import CatalogueLine, CatalogueRole
from ca_desktop.domain.roles import (
    Grade,
    InternProfile,
    Role,
    RoleCompetence,
    RoleProfile,
    RoleTask,
    Suitability,
)

PROFILE_LANGUAGES = ("nl", "en")


def copies_of(roles: Iterable[CatalogueRole]) -> Iterator[tuple[Role, tuple[RoleProfile, ...]]]:
    """Each shipped role as the centre's own, numbered from 1, with a profile per language.

    Optional roles start inactive: the centre switches them on.
    """
    for number, shipped in enumerate(roles, start=1):
        role = Role(
            number=number,
            key=shipped.key,
            is_active=not shipped.optional,
            places=shipped.places,
            intensity=shipped.guidance_intensity,
            language_level=shipped.language_level,
            icon=shipped.icon,
            demands=shipped.demands,
            machines=shipped.machines,
            qualification_codes=shipped.qualifications,
            catalogue_source=shipped.origin.source,
        )
        yield role, tuple(_profile(role, shipped, language) for language in PROFILE_LANGUAGES)


def _profile(role: Role, shipped: CatalogueRole, language: str) -> RoleProfile:
    return RoleProfile(
        role_id=role.id,
        language=language,
        name=shipped.name.in_(language),
        purpose=shipped.purpose.in_(language),
        tasks=tuple(RoleTask(t.code, t.text.in_(language), t.machine) for t in shipped.tasks),
        minimum=tuple(
            RoleCompetence(m.competence, m.level, m.text.in_(language)) for m in shipped.minimum
        ),
        developable=tuple(
            RoleCompetence(d.competence, 0, d.text.in_(language)) for d in shipped.developable
        ),
        suitability=tuple(
            Suitability(s.group, Grade(s.grade), s.note.in_(language)) for s in shipped.suitability
        ),
        steering=shipped.steering.in_(language),
        safety=_lines(shipped.safety, language),
        protective_equipment=_lines(shipped.protective_equipment, language),
        conditions=_lines(shipped.conditions, language),
        cautions=_lines(shipped.cautions, language),
        intern_profiles=tuple(
            InternProfile(
                p.type,
                p.assignment.in_(language),
                p.requirements.in_(language),
                p.guidance.in_(language),
            )
            for p in shipped.profiles
        ),
        growth=shipped.growth.in_(language),
    )


def _lines(lines: Iterable[CatalogueLine], language: str) -> tuple[str, ...]:
    return tuple(line.text.in_(language) for line in lines)
