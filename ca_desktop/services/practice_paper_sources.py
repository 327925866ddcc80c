"""Gathers what the papers about one student are made from; the lens decides what goes on them."""

from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import papers as paper_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.centre import Centre
from ca_desktop.domain.dates import Period
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.paper_heads import PaperMaker
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_cover import Cover, cover_of
from ca_desktop.domain.practice_paper_source import StudentSource
from ca_desktop.domain.practice_proof import ProofSource, is_bbl
from ca_desktop.domain.practice_report import PracticeReportSource
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practice_subsidy import SubsidyTerms
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_visits import SchoolVisit
from ca_desktop.domain.school_years import SchoolYear
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.domain.trajectories import Trajectory
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.paper_sources import progress_source
from ca_desktop.services.practice_cover import dossier_in, is_minor_at
from ca_desktop.services.practice_hours import Calendars
from ca_desktop.services.settings import values_in

_WORKING_WEEK = timedelta(days=4)


def maker_of(uow: UnitOfWork, actor: Actor, today: date, language: str) -> PaperMaker:
    """Who makes the paper, in the name of which centre."""
    return PaperMaker(
        centre=uow.of(Centre).all()[0], author=actor.name, made_on=today, language=language
    )


def student_source(
    uow: UnitOfWork, maker: PaperMaker, participant_id: UUID, agreements: list[PracticeAgreement]
) -> StudentSource:
    """One student with these agreements and whoever they name."""
    schools = uow.of(Partner).by_ids({one.school_id for one in agreements})
    return StudentSource(
        maker=maker,
        participant=uow.of(Participant).get(participant_id),
        agreements=tuple(agreements),
        schools={school.id: school for school in schools},
        companies={company.id: company for company in uow.of(TrainingCompany).all()},
        supervisor_names={one.id: one.name.full for one in uow.of(Supervisor).all()},
        trajectories=tuple(uow.of(Trajectory).all(participant_id=participant_id)),
        sheets=tuple(uow.of(PracticeSheet).all(participant_id=participant_id)),
        works=tuple(uow.of(PractisedWork).all(participant_id=participant_id)),
    )


def proof_source(
    uow: UnitOfWork, maker: PaperMaker, participant_id: UUID, year: SchoolYear
) -> ProofSource:
    """What the proof of one school year is made from."""
    weeks = year.week_period
    agreements = [
        one
        for one in uow.of(PracticeAgreement).all(
            participant_id=participant_id, order_by="starts_on"
        )
        if one.period.overlaps(year.period)
    ]
    student = student_source(uow, maker, participant_id, agreements)
    within = (participant_id, weeks.starts_on, weeks.ends_on or maker.made_on)
    bbl = [one for one in agreements if is_bbl(one)]
    ours = _trajectories(student, bbl)
    visits = uow.of(SchoolVisit).all(agreement_id=[one.id for one in bbl])
    return ProofSource(
        student=student,
        year=year,
        terms=SubsidyTerms.of(values_in(uow)),
        attendance=tuple(paper_queries.attendance_between(uow, *within)),
        entries=tuple(
            entry
            for entry in paper_queries.entries_between(uow, *within)
            if entry.trajectory_id is None or entry.trajectory_id in ours
        ),
        confirmed=tuple(uow.of(GuidedWeek).all(participant_id=participant_id)),
        visits=sum(one.is_done and year.period.includes(one.on) for one in visits),
        is_covered=_is_covered(uow, bbl),
        free=_free_weeks(uow, bbl, year),
        under_age=frozenset(one.id for one in bbl if is_minor_at(student.participant, one)),
    )


def _trajectories(student: StudentSource, agreements: list[PracticeAgreement]) -> set[UUID]:
    """The trajectories of these agreements: what was noted for another is no matter of RVO."""
    schools = {one.school_id for one in agreements}
    linked = {one.trajectory_id for one in agreements if one.trajectory_id}
    return linked | {one.id for one in student.trajectories if one.partner_id in schools}


def _free_weeks(
    uow: UnitOfWork, agreements: list[PracticeAgreement], year: SchoolYear
) -> frozenset[date]:
    """The weeks of this year in which each of these schools had holidays all along."""
    calendars = Calendars(uow)
    schools = [calendars.of_school(one.school_id) for one in agreements]
    return frozenset(
        monday
        for monday in year.mondays
        if schools and not any(one.school_weeks(monday, monday + _WORKING_WEEK) for one in schools)
    )


def _is_covered(uow: UnitOfWork, agreements: list[PracticeAgreement]) -> bool | None:
    """Whether SBB covers every code; None while that can't be said of one of them."""
    dossier = dossier_in(uow)
    covers = [cover_of(one, dossier).cover for one in agreements]
    if Cover.NOT_COVERED in covers:
        return False
    return None if Cover.UNKNOWN in covers or not covers else True


def report_source(
    uow: UnitOfWork, maker: PaperMaker, actor: Actor, agreement: PracticeAgreement, until: date
) -> PracticeReportSource:
    """What a bpv report of this agreement is made from, from its first day until this one."""
    period = Period(starts_on=min(agreement.starts_on, until), ends_on=until)
    person = agreement.participant_id
    return PracticeReportSource(
        student=student_source(uow, maker, person, [agreement]),
        agreement=agreement,
        progress=progress_source(
            uow,
            person,
            agreement.school_id,
            period,
            language=maker.language,
            actor=actor,
            today=maker.made_on,
            summary=None,
            with_group=False,
        ),
        visits=tuple(uow.of(SchoolVisit).all(participant_id=person)),
        off=Calendars(uow)
        .of_school(agreement.school_id)
        .days_off(agreement.starts_on, agreement.planned_end_on),
        process_names={one.code: one.name for one in processes_of(uow, agreement)},
    )


def dossier_of(uow: UnitOfWork, agreement: PracticeAgreement) -> str:
    """The number of the qualification file behind the code of this agreement, where it is known."""
    found = accreditation_of(uow, agreement)
    return found.dossier if found else ""


def processes_of(uow: UnitOfWork, agreement: PracticeAgreement) -> list[WorkProcess]:
    """The work processes of the accreditation behind this agreement."""
    found = accreditation_of(uow, agreement)
    return uow.of(WorkProcess).all(accreditation_id=found.id) if found else []


def accreditation_of(uow: UnitOfWork, agreement: PracticeAgreement) -> Accreditation | None:
    """The accreditation that covers the code of this agreement at its location."""
    found = cover_of(agreement, dossier_in(uow)).accreditation_id
    return uow.of(Accreditation).find(id=found) if found else None
