"""A student in the small centre: a bbl year with attendance, guidance, work and the school."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accreditation_evidence import AccreditationCondition, AccreditationEvidence
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, AccreditationState, TrainingCompany
from ca_desktop.domain.attendance import Attendance, AttendanceCode
from ca_desktop.domain.entries import Entry, GuidanceForm, Visibility
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.practice_agreements import ALWAYS_SIGN, PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork, WorkVerdict
from ca_desktop.domain.school_visits import SchoolVisit, VisitKind
from ca_desktop.domain.supervisors import Certificate, Supervisor, SupervisorKind
from ca_desktop.domain.work_processes import WorkProcess
from ca_desktop.services.session import Session
from tests.builders import World

CODE = "25254"
FIRST_MONDAY = date(2025, 9, 1)
WEEKS = 30
SECRET_TEXT = "Zorgelijke thuissituatie"
SECRET_INTERNAL = "Alleen voor ons"
SECRET_GROUP = "status_holder"
VISIT_TEXT = "Klasgenoten maken ruzie"
AGREED = "Iedere week oefenen met de kolomboor"
PROCESSES = (
    ("B1-K1-W1", "Ontvangt en controleert goederen", True),
    ("B1-K1-W2", "Sorteert en beoordeelt goederen", True),
    ("B1-K2-W1", "Demonteert en repareert goederen", True),
    ("B1-K2-W2", "Richt de winkel in", False),
)


@dataclass(frozen=True)
class Student:
    """Amina as a bbl student of the Graafschap College; Jan is her trainer."""

    participant: UUID
    agreement: PracticeAgreement
    company: TrainingCompany
    accreditation: Accreditation


def a_student(session: Session, world: World, **changes: object) -> Student:
    """Amina's bbl year 2025-2026 with 30 weeks present; `changes` are fields of the agreement."""
    company = TrainingCompany(
        location="Werkplaats Noord",
        company_id="100077736",
        kvk_number="12345678",
        adviser_name="Kees Adviseur",
        adviser_email="kees@voorbeeld.nl",
        last_checked_on=date(2026, 10, 1),
    )
    accreditation = an_accreditation(company, world.jan)
    values: dict[str, object] = {
        "participant_id": world.amina,
        "school_id": world.school,
        "training_company_id": company.id,
        "code": CODE,
        "qualification": "Medewerker hergebruik",
        "learning_path": LearningPath.BBL,
        "level": 2,
        "starts_on": date(2025, 9, 1),
        "planned_end_on": date(2026, 7, 10),
        "hours": 610,
        "process_codes": tuple(code for code, _name, _feasible in PROCESSES),
        "signed_by": tuple(ALWAYS_SIGN),
        "signed_on": date(2025, 8, 25),
        "trainer_id": world.jan,
        "school_supervisor": "Mieke Schouten",
    }
    agreement = PracticeAgreement(**{**values, **changes})
    writer = session.actor.account_id
    with session.opened.database.write(session.actor, "Test") as uow:
        _save_centre(uow, world, company, accreditation)
        uow.save(agreement)
        uow.save_all(_attendance(world.amina))
        uow.save_all(_entries(world, writer))
        uow.save_all(_school(world, agreement))
    return Student(world.amina, agreement, company, accreditation)


def an_accreditation(company: TrainingCompany, trainer: UUID) -> Accreditation:
    return Accreditation(
        training_company_id=company.id,
        code=CODE,
        name="Medewerker hergebruik",
        level=2,
        state=AccreditationState.ACCREDITED,
        since=date(2023, 3, 1),
        trainer_id=trainer,
        trainer_minutes=240,
        dossier="23110",
        learning_paths=(LearningPath.BOL, LearningPath.BBL),
        equivalents=("25255",),
    )


def _save_centre(
    uow: UnitOfWork, world: World, company: TrainingCompany, accreditation: Accreditation
) -> None:
    uow.save(company)
    uow.save(accreditation)
    uow.save_all(
        [
            AccreditationStep(accreditation_id=accreditation.id, state=state, on=on, letter=letter)
            for state, on, letter in (
                (AccreditationState.APPLIED, date(2023, 2, 1), "Aanvraag in MijnSBB"),
                (AccreditationState.ACCREDITED, date(2023, 3, 1), "Brief SBB 2023-0312"),
            )
        ]
    )
    uow.save_all(_processes(world, accreditation))
    uow.save(
        AccreditationEvidence(
            training_company_id=company.id,
            condition=AccreditationCondition.WORKPLACE,
            on=date(2026, 1, 12),
            text="RI&E met plan van aanpak, in de map Veiligheid",
            valid_until=date(2028, 1, 12),
        )
    )
    _save_trainer(uow, world)


def _processes(world: World, accreditation: Accreditation) -> list[WorkProcess]:
    return [
        WorkProcess(
            accreditation_id=accreditation.id,
            task_code=code[:5],
            task_name="Verwerkt goederen" if code.startswith("B1-K1") else "Maakt goederen klaar",
            code=code,
            name=name,
            is_feasible=feasible,
            role_ids=(world.role,) if feasible else (),
            cards=("Veilig sorteren",) if feasible else (),
        )
        for code, name, feasible in PROCESSES
    ]


def _save_trainer(uow: UnitOfWork, world: World) -> None:
    """Jan is a trainer, with his papers."""
    jan = uow.of(Supervisor).get(world.jan)
    uow.save(
        replace(
            jan,
            kinds=(SupervisorKind.WORK_SUPERVISOR, SupervisorKind.WORKPLACE_TRAINER),
            weekly_minutes=1440,
            crafts=("demonteren", "lassen"),
        )
    )
    uow.save_all(
        [
            Certificate(
                supervisor_id=world.jan,
                kind="workplace_trainer",
                issued_on=date(2024, 5, 1),
                seen_on=date(2024, 5, 8),
                valid_until=date(2028, 5, 1),
            ),
            Certificate(supervisor_id=world.jan, kind="vog", seen_on=date(2025, 1, 6)),
        ]
    )


def _attendance(person: UUID) -> list[Attendance]:
    return [
        Attendance(
            participant_id=person,
            on=FIRST_MONDAY + timedelta(weeks=week, days=day),
            part=part,
            code=AttendanceCode.PRESENT,
            minutes=210,
        )
        for week in range(WEEKS)
        for day in range(3)
        for part in DayPart
    ]


def _entries(world: World, writer: UUID) -> list[object]:
    """A note in every week but the last two; the last but one is confirmed instead."""
    found: list[object] = [
        Entry(
            participant_id=world.amina,
            supervisor_id=world.jan,
            on=FIRST_MONDAY + timedelta(weeks=week, days=1),
            minutes=20,
            form=GuidanceForm.WORK_INSTRUCTION,
            text=SECRET_TEXT if week % 2 else SECRET_INTERNAL,
            visibility=Visibility.REPORT if week % 2 else Visibility.INTERNAL,
            written_by=writer,
            written_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for week in range(WEEKS - 2)
    ]
    monday = FIRST_MONDAY + timedelta(weeks=WEEKS - 2)
    found.append(GuidedWeek(participant_id=world.amina, monday=monday, supervisor_id=world.els))
    return found


def _works(world: World, about: dict[str, UUID]) -> list[PractisedWork]:
    return [
        PractisedWork(
            **about,
            code=code,
            name=name,
            on=on,
            supervisor_id=world.jan,
            verdict=verdict,
            situation="In de winkel kwam een doos vol gemengde spullen binnen.",
            task="Uitzoeken wat er nog mee kan.",
            action="Amina maakte drie stapels en vroeg bij twijfel hulp.",
            result="Alles lag goed, ook het kapotte glas.",
        )
        for code, name, on, verdict in (
            ("B1-K1-W1", PROCESSES[0][1], date(2025, 11, 3), WorkVerdict.WITH_HELP),
            ("B1-K1-W1", PROCESSES[0][1], date(2026, 2, 2), WorkVerdict.MASTERED),
            ("B1-K1-W2", PROCESSES[1][1], date(2026, 2, 9), WorkVerdict.WITH_HELP),
            ("B1-K2-W1", PROCESSES[2][1], date(2026, 3, 2), None),
        )
    ]


def _school(world: World, agreement: PracticeAgreement) -> list[object]:
    about = {"participant_id": world.amina, "agreement_id": agreement.id}
    return [
        *_works(world, about),
        SchoolVisit(
            **about,
            kind=VisitKind.INTERIM,
            on=date(2026, 1, 20),
            school_person="Mieke Schouten",
            supervisor_id=world.jan,
            text=VISIT_TEXT,
            agreed=AGREED,
        ),
        PracticeSheet(
            **about,
            number=2,
            starts_on=date(2025, 10, 1),
            planned_end_on=date(2026, 3, 1),
            hours=120,
            elective_code="K0067",
            elective_name="Duurzaamheid in het beroep",
        ),
    ]


def as_school(uow: UnitOfWork, world: World, **changes: object) -> Partner:
    """The school with other data, such as its BRIN."""
    school = replace(uow.of(Partner).get(world.school), **changes)
    uow.save(school)
    return school


def as_person(uow: UnitOfWork, world: World, **changes: object) -> Participant:
    """Amina with other data, such as her date of birth."""
    person = replace(uow.of(Participant).get(world.amina), **changes)
    uow.save(person)
    return person
