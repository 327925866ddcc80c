"""The SBB dossier for the adviser's visit, and the overview of all accreditations on one page.

Students stand on it as numbers per school year, never by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.paper_heads import PaperHead, PaperMaker, refuse_bsn
from ca_desktop.domain.paper_names import plain_file_name
from ca_desktop.domain.sbb_dossier_lines import (
    AccreditationOverview,
    ConditionLine,
    LocationPart,
    ProcessCoverLine,
    QualificationFacts,
    SbbDossier,
    StepLine,
    TaskLines,
    TrainerLine,
)
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.work_cover import cover_of, process_order
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.i18n import N_, Translate, translator

YEARS_BACK = 4
DOSSIER_PURPOSE = N_("For the visit of SBB's adviser, and for our own administration")
OVERVIEW_PURPOSE = N_("What we are accredited for, for schools, partners and ourselves")


@dataclass(frozen=True, slots=True, kw_only=True)
class SbbSource:
    """What both papers are made from. `students` counts people per accreditation and year."""

    maker: PaperMaker
    companies: tuple[TrainingCompany, ...]
    accreditations: tuple[Accreditation, ...]
    steps: tuple[AccreditationStep, ...] = ()
    letter_files: Mapping[UUID, str] = field(default_factory=dict)
    processes: tuple[WorkProcess, ...] = ()
    evidence: tuple[AccreditationEvidence, ...] = ()
    role_names: Mapping[UUID, str] = field(default_factory=dict)
    trainers: Mapping[UUID, TrainerLine] = field(default_factory=dict)
    students: Mapping[tuple[UUID, SchoolYear], int] = field(default_factory=dict)
    last_students: Mapping[UUID, date] = field(default_factory=dict)
    lapses: Mapping[UUID, date] = field(default_factory=dict)


def years_back(today: date) -> tuple[SchoolYear, ...]:
    """This school year and those before it, as far back as SBB looks; the latest first."""
    now = SchoolYear.of(today).first
    return tuple(SchoolYear(now - number) for number in range(YEARS_BACK))


def build_sbb_dossier(source: SbbSource) -> SbbDossier:
    """The dossier of these locations."""
    refuse_bsn(*(one.text for one in source.evidence))
    t = translator(source.maker.language)
    return SbbDossier(
        head=_head(source, t("SBB dossier"), t(DOSSIER_PURPOSE), t, t("SBB")),
        parts=tuple(
            LocationPart(
                company=company,
                conditions=_conditions(source, company),
                qualifications=_qualifications(source, [company]),
            )
            for company in source.companies
        ),
    )


def build_accreditation_overview(source: SbbSource) -> AccreditationOverview:
    """The overview of all qualifications of these locations."""
    t = translator(source.maker.language)
    return AccreditationOverview(
        head=_head(source, t("Accreditation overview"), t(OVERVIEW_PURPOSE), t, ""),
        companies=source.companies,
        qualifications=_qualifications(source, source.companies),
    )


def _head(source: SbbSource, kind: str, purpose: str, t: Translate, recipient: str) -> PaperHead:
    maker = source.maker
    only = source.companies[0].location if len(source.companies) == 1 else ""
    return PaperHead(
        letterhead=maker.letterhead,
        language=maker.language,
        heading=kind,
        title=" · ".join(part for part in (kind, only) if part),
        file_name=plain_file_name(kind, f"{maker.made_on:%Y-%m-%d}"),
        purpose=purpose,
        author=maker.author,
        made_on=maker.made_on,
        recipient=recipient,
        basis=t("Regulation on the accreditation of training companies (SBB)"),
    )


def _conditions(source: SbbSource, company: TrainingCompany) -> tuple[ConditionLine, ...]:
    mine = [one for one in source.evidence if one.training_company_id == company.id]
    return tuple(
        ConditionLine(
            condition=condition,
            evidence=tuple(
                sorted(
                    (one for one in mine if one.condition is condition),
                    key=lambda one: one.on,
                    reverse=True,
                )
            ),
        )
        for condition in AccreditationCondition
    )


def _qualifications(
    source: SbbSource, companies: Sequence[TrainingCompany]
) -> tuple[QualificationFacts, ...]:
    places = {one.id: one for one in companies}
    mine = [one for one in source.accreditations if one.training_company_id in places]
    ordered = sorted(mine, key=lambda one: (not one.state.is_accredited, one.name, one.code))
    return tuple(_facts(source, one, places[one.training_company_id]) for one in ordered)


def _facts(source: SbbSource, one: Accreditation, company: TrainingCompany) -> QualificationFacts:
    trainer = source.trainers.get(one.trainer_id) if one.trainer_id else None
    years = years_back(source.maker.made_on)
    mine = [process for process in source.processes if process.accreditation_id == one.id]
    return QualificationFacts(
        accreditation=one,
        location=company.location,
        company_id=company.company_id,
        trainer=TrainerLine(name=trainer.name, minutes=one.trainer_minutes, papers=trainer.papers)
        if trainer
        else None,
        steps=_steps(source, one),
        tasks=tuple(_tasks(source, mine)),
        share=cover_of(mine, ()).share,
        students=tuple((year, source.students.get((one.id, year), 0)) for year in years),
        last_student_on=source.last_students.get(one.id),
        lapse_on=source.lapses.get(one.id),
    )


def _steps(source: SbbSource, one: Accreditation) -> tuple[StepLine, ...]:
    mine = [step for step in source.steps if step.accreditation_id == one.id]
    return tuple(
        StepLine(
            on=step.on,
            state=step.state,
            letter=" · ".join(
                part for part in (step.letter, source.letter_files.get(step.id, "")) if part
            ),
            planned_on=step.planned_on,
        )
        for step in sorted(mine, key=lambda step: step.on)
    )


def _tasks(source: SbbSource, mine: Iterable[WorkProcess]) -> Iterable[TaskLines]:
    ordered = sorted(mine, key=process_order)
    for code, group in groupby(ordered, lambda process: process.task_code):
        found = list(group)
        yield TaskLines(
            code=code,
            name=found[0].task_name,
            processes=tuple(_process(source, process) for process in found),
        )


def _process(source: SbbSource, process: WorkProcess) -> ProcessCoverLine:
    roles = (source.role_names.get(role_id, "") for role_id in process.role_ids)
    return ProcessCoverLine(
        code=process.code,
        name=process.name,
        is_feasible=process.is_feasible,
        roles=tuple(filter(None, roles)),
        cards=process.cards,
    )
