"""The SBB dossier and the overview of accreditations as they go to paper."""

from dataclasses import dataclass
from datetime import date

from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.paper_heads import PaperHead
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.supervisor_sheet import PaperLine
from ca_desktop.domain.work_cover import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step of the timeline with the letter behind it."""

    on: date
    state: AccreditationState
    letter: str
    planned_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessCoverLine:
    """One work process: whether it can be practised here, and in which roles and cards."""

    code: str
    name: str
    is_feasible: bool
    roles: tuple[str, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLines:
    """A core task with its work processes."""

    code: str
    name: str
    processes: tuple[ProcessCoverLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainerLine:
    """Who trains, with which papers, and how many minutes a week are reserved for it."""

    name: str
    minutes: int
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationFacts:
    """One accreditation as it prints; the dates to come are expectations, never hard ends."""

    accreditation: Accreditation
    location: str
    company_id: str
    trainer: TrainerLine | None
    steps: tuple[StepLine, ...]
    tasks: tuple[TaskLines, ...]
    share: Share
    students: tuple[tuple[SchoolYear, int], ...]
    last_student_on: date | None
    lapse_on: date | None

    @property
    def expected_on(self) -> date | None:
        """When SBB will probably assess again; only while accredited."""
        one = self.accreditation
        return one.expected_assessment_on if one.state.is_accredited else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionLine:
    """One of SBB's five conditions with what shows that it is met."""

    condition: AccreditationCondition
    evidence: tuple[AccreditationEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationPart:
    """One location with its leerbedrijf-ID: conditions and qualifications."""

    company: TrainingCompany
    conditions: tuple[ConditionLine, ...]
    qualifications: tuple[QualificationFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SbbDossier:
    """Everything on the paper, a part per location."""

    head: PaperHead
    parts: tuple[LocationPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationOverview:
    """All qualifications in one table, the accredited ones first."""

    head: PaperHead
    companies: tuple[TrainingCompany, ...]
    qualifications: tuple[QualificationFacts, ...]
