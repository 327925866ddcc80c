"""The shipped catalogue: roles, competences, target groups and lists, in Dutch and English.

A centre gets its own copy and edits that; this module only reads what travels with the program.
`python -m ca_desktop.domain.catalogue` prints what is wrong with it and exits 1.
"""

import sys
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeVar

from ca_desktop.domain.catalogue_codes import (
    AccreditationStateInfo,
    AttendanceCodeInfo,
    CertificateKind,
    FlowTerm,
    LegalRoleInfo,
    OutcomeInfo,
    PartnerKindInfo,
    QualificationInfo,
    SchoolHolidayInfo,
    SupervisorPaper,
    WorkplaceAgreementInfo,
)
from ca_desktop.domain.catalogue_entries import (
    CatalogueCompetence,
    Intensity,
    NamedEntry,
    Scale,
    TargetGroup,
    Text,
    WorkSkill,
)
from ca_desktop.domain.catalogue_legal_forms import LegalFormInfo
from ca_desktop.domain.catalogue_lookup import find
from ca_desktop.domain.catalogue_reading import CatalogueError, read_entries, read_role, read_table
from ca_desktop.domain.catalogue_roles import CatalogueRole
from ca_desktop.domain.catalogue_words import WatchedWords, WatchReason
from ca_desktop.resources import resource

__all__ = [
    "Catalogue",
    "CatalogueCompetence",
    "CatalogueError",
    "CatalogueRole",
    "CertificateKind",
    "Intensity",
    "LegalFormInfo",
    "LegalRoleInfo",
    "QualificationInfo",
    "Scale",
    "SchoolHolidayInfo",
    "TargetGroup",
    "Text",
    "WatchReason",
    "WatchedWords",
    "WorkSkill",
    "WorkplaceAgreementInfo",
    "load_catalogue",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything that is shipped, in the order of the files; the lookups raise NotFound."""

    version: str
    roles: tuple[CatalogueRole, ...]
    competences: tuple[CatalogueCompetence, ...]
    work_skill_groups: tuple[NamedEntry, ...]
    work_skills: tuple[WorkSkill, ...]
    scales: tuple[Scale, ...]
    target_groups: tuple[TargetGroup, ...]
    intensities: tuple[Intensity, ...]
    certificates: tuple[CertificateKind, ...]
    supervisor_kinds: tuple[NamedEntry, ...]
    guidance_forms: tuple[NamedEntry, ...]
    legal_roles: tuple[LegalRoleInfo, ...]
    legal_forms: tuple[LegalFormInfo, ...]
    trajectory_goals: tuple[NamedEntry, ...]
    partner_kinds: tuple[PartnerKindInfo, ...]
    attendance_codes: tuple[AttendanceCodeInfo, ...]
    accreditation_states: tuple[AccreditationStateInfo, ...]
    outcomes: tuple[OutcomeInfo, ...]
    flow_terms: tuple[FlowTerm, ...]
    demands: tuple[NamedEntry, ...]
    machines: tuple[NamedEntry, ...]
    supervisor_papers: tuple[SupervisorPaper, ...]
    workplace_agreements: tuple[WorkplaceAgreementInfo, ...]
    qualifications: tuple[QualificationInfo, ...]
    watch_reasons: tuple[WatchReason, ...]
    watched_words: tuple[WatchedWords, ...]
    languages: tuple[NamedEntry, ...]
    school_holidays: tuple[SchoolHolidayInfo, ...]

    def role(self, key: str) -> CatalogueRole:
        return find(self.roles, key)

    def competence(self, letter: str) -> CatalogueCompetence:
        return find(self.competences, letter)

    def scale(self, code: str) -> Scale:
        return find(self.scales, code)

    @property
    def default_scale(self) -> Scale:
        """The scale that a new score gets: ZELFST4."""
        return next(scale for scale in self.scales if scale.default)

    def target_group(self, code: str) -> TargetGroup:
        return find(self.target_groups, code)

    def intensity(self, level: int) -> Intensity:
        return find(self.intensities, str(level))

    def certificate(self, code: str) -> CertificateKind:
        return find(self.certificates, code)

    def supervisor_kind(self, code: str) -> NamedEntry:
        return find(self.supervisor_kinds, code)

    def legal_role(self, code: str) -> LegalRoleInfo:
        return find(self.legal_roles, code)

    def legal_form(self, code: str) -> LegalFormInfo:
        return find(self.legal_forms, code)

    def attendance_code(self, code: str) -> AttendanceCodeInfo:
        return find(self.attendance_codes, code)

    def accreditation_state(self, code: str) -> AccreditationStateInfo:
        return find(self.accreditation_states, code)

    def outcome(self, code: str) -> OutcomeInfo:
        return find(self.outcomes, code)

    def flow_term(self, code: str) -> int:
        return find(self.flow_terms, code).number

    def qualification(self, code: str) -> QualificationInfo:
        return find(self.qualifications, code)


@cache
def load_catalogue() -> Catalogue:
    """The shipped catalogue, read once per process. Raises CatalogueError for a broken file."""
    roles = sorted(resource("catalogue", "roles").glob("*.toml"))
    return Catalogue(
        version=read_table(resource("catalogue", "catalogue.toml"))["version"],
        roles=tuple(sorted(map(read_role, roles), key=_role_order)),
        competences=_entries(CatalogueCompetence, "competences"),
        work_skill_groups=_entries(NamedEntry, "work_skills", "groups"),
        work_skills=_entries(WorkSkill, "work_skills"),
        scales=_entries(Scale, "scales"),
        target_groups=_entries(TargetGroup, "target_groups"),
        intensities=_entries(Intensity, "intensities"),
        certificates=_entries(CertificateKind, "certificates"),
        supervisor_kinds=_entries(NamedEntry, "supervisor_kinds"),
        guidance_forms=_entries(NamedEntry, "guidance_forms"),
        legal_roles=_entries(LegalRoleInfo, "legal_roles"),
        legal_forms=_entries(LegalFormInfo, "legal_forms"),
        trajectory_goals=_entries(NamedEntry, "trajectory_goals"),
        partner_kinds=_entries(PartnerKindInfo, "partner_kinds"),
        attendance_codes=_entries(AttendanceCodeInfo, "attendance_codes"),
        accreditation_states=_entries(AccreditationStateInfo, "accreditation_states"),
        outcomes=_entries(OutcomeInfo, "outcomes"),
        flow_terms=_entries(FlowTerm, "flow_terms"),
        demands=_entries(NamedEntry, "demands"),
        machines=_entries(NamedEntry, "machines"),
        supervisor_papers=_entries(SupervisorPaper, "supervisor_papers"),
        workplace_agreements=_entries(WorkplaceAgreementInfo, "workplace_agreements"),
        qualifications=_entries(QualificationInfo, "qualifications"),
        watch_reasons=_entries(WatchReason, "word_watch", "reasons"),
        watched_words=_entries(WatchedWords, "word_watch", "words"),
        languages=_entries(NamedEntry, "languages"),
        school_holidays=_entries(SchoolHolidayInfo, "school_holidays"),
    )


ROLE_ORDER = (
    "sorteren",
    "demonteren",
    "repareren",
    "upcycling",
    "webshop",
    "winkel",
    "begeleiding",
    "stagiair",
    "kwartiermaker",
)


def _role_order(role: CatalogueRole) -> tuple[int, str]:
    """From the workshop to the office; a role that is new to the list comes last."""
    known = ROLE_ORDER.index(role.key) if role.key in ROLE_ORDER else len(ROLE_ORDER)
    return known, role.key


T = TypeVar("T")


def _entries(cls: type[T], file: str, key: str = "") -> tuple[T, ...]:
    return read_entries(cls, _table(file), key or file)


@cache
def _table(file: str) -> dict[str, object]:
    return read_table(resource("catalogue", f"{file}.toml"))


def main() -> int:
    """Print every problem of the shipped catalogue; 0 when there is none."""
    from ca_desktop.domain.catalogue_problems import problems

    try:
        catalogue = load_catalogue()
    except CatalogueError as error:
        print(error)
        return 1
    found = tuple(problems(catalogue))
    for problem in found:
        print(f"{problem.field}: {problem.message}")
    counts = ", ".join(
        f"{len(getattr(catalogue, field.name))} {field.name}"
        for field in fields(catalogue)
        if field.name != "version"
    )
    print(f"Catalogue {catalogue.version}: {counts}; {len(found)} problems.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
