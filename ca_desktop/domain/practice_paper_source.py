"""What the papers about one student are made from, before the lens looks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from ca_desktop.domain.accreditations import TrainingCompany
from ca_desktop.domain.paper_heads import PaperMaker
from ca_desktop.domain.paper_names import shown_number
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.privacy import DataElement, Lens
from ca_desktop.domain.progress_lines import ReportPerson
from ca_desktop.domain.trajectories import Trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentSource:
    """One student with the agreements a paper is about, and whoever they name."""

    maker: PaperMaker
    participant: Participant
    agreements: tuple[PracticeAgreement, ...]
    schools: Mapping[UUID, Partner] = field(default_factory=dict)
    companies: Mapping[UUID, TrainingCompany] = field(default_factory=dict)
    supervisor_names: Mapping[UUID, str] = field(default_factory=dict)
    trajectories: tuple[Trajectory, ...] = ()
    sheets: tuple[PracticeSheet, ...] = ()
    works: tuple[PractisedWork, ...] = ()

    def name_of(self, supervisor_id: UUID | None) -> str:
        """The name of a supervisor, '' for nobody."""
        return self.supervisor_names.get(supervisor_id, "") if supervisor_id else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacts:
    """A practice agreement as it stands on a paper; an empty text is not known."""

    school: str
    brin: str
    school_supervisor: str
    location: str
    company_id: str
    trainer: str
    dossier: str = ""
    agreement: PracticeAgreement

    @property
    def qualification(self) -> str:
        """'25254 Medewerker hergebruik', as far as it is known."""
        return " ".join(
            part for part in (self.agreement.code, self.agreement.qualification) if part
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectiveLine:
    """An elective (keuzedeel) of a later sheet."""

    code: str
    name: str
    starts_on: date
    ends_on: date
    hours: int


def agreement_facts(source: StudentSource, agreement: PracticeAgreement) -> AgreementFacts:
    """The agreement with the names that it holds by id."""
    school = source.schools.get(agreement.school_id)
    company = (
        source.companies.get(agreement.training_company_id)
        if agreement.training_company_id
        else None
    )
    return AgreementFacts(
        school=school.name if school else "",
        brin=school.brin if school else "",
        school_supervisor=agreement.school_supervisor or (school.contact_name if school else ""),
        location=company.location if company else "",
        company_id=company.company_id if company else "",
        trainer=source.name_of(agreement.trainer_id),
        agreement=agreement,
    )


def electives(source: StudentSource, agreement: PracticeAgreement) -> tuple[ElectiveLine, ...]:
    """The electives of the later sheets of this agreement, in their order."""
    mine = [one for one in source.sheets if one.agreement_id == agreement.id and one.elective_code]
    return tuple(
        ElectiveLine(
            code=one.elective_code,
            name=one.elective_name,
            starts_on=one.starts_on,
            ends_on=one.ended_on or one.planned_end_on,
            hours=one.hours,
        )
        for one in sorted(mine, key=lambda one: one.number)
    )


def student_number(view: Lens, source: StudentSource, school_id: UUID | None) -> str:
    """The number that stands for the student in title and file name: the school's own, or ours."""
    theirs = (t.partner_number for t in source.trajectories if t.partner_id == school_id)
    return shown_number(
        view,
        centre_number=f"D{source.participant.number}",
        partner_number=next((number for number in theirs if number), ""),
        name=source.participant.name.full,
    )


def student_person(view: Lens, source: StudentSource) -> ReportPerson:
    """About whom, as far as the lens shows it."""
    person = source.participant
    return ReportPerson(
        name=person.name.full,
        number=f"D{person.number}" if view.shows(DataElement.CENTRE_NUMBER) else "",
        born_on=person.born_on if view.shows(DataElement.BIRTH_DATE) else None,
    )
