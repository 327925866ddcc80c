"""Students: practice agreements with their sheets, practised work, school visits, weeks."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.guided_weeks import GuidedWeek
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.practice_sheets import PracticeSheet
from ca_desktop.domain.practised_work import PractisedWork
from ca_desktop.domain.school_holidays import SchoolHoliday
from ca_desktop.domain.school_visits import SchoolVisit

_OF_AN_AGREEMENT = {"participant_id": "participants", "agreement_id": "practice_agreements"}

practice_agreements = subject_table(
    "practice_agreements",
    PracticeAgreement,
    references={
        "participant_id": "participants",
        "trajectory_id": "trajectories",
        "school_id": "partners",
        "training_company_id": "training_companies",
        "trainer_id": "supervisors",
    },
    indexes=[
        ("participant_id", "starts_on"),
        ("trajectory_id",),
        ("school_id",),
        ("training_company_id", "code"),
        ("trainer_id",),
        ("ended_on", "planned_end_on"),
    ],
)
practice_sheets = subject_table(
    "practice_sheets",
    PracticeSheet,
    references=_OF_AN_AGREEMENT,
    indexes=[("participant_id",)],
    unique=[("agreement_id", "number")],
)
practised_work = subject_table(
    "practised_work",
    PractisedWork,
    references=_OF_AN_AGREEMENT | {"supervisor_id": "supervisors"},
    indexes=[("participant_id",), ("agreement_id", "on")],
)
school_visits = subject_table(
    "school_visits",
    SchoolVisit,
    references=_OF_AN_AGREEMENT | {"supervisor_id": "supervisors"},
    indexes=[("participant_id",), ("agreement_id", "on")],
)
guided_weeks = subject_table(
    "guided_weeks",
    GuidedWeek,
    references={"participant_id": "participants", "supervisor_id": "supervisors"},
    unique=[("participant_id", "monday")],
)
school_holidays = subject_table("school_holidays", SchoolHoliday, indexes=[("region", "starts_on")])
