"""The SBB accreditation: locations, states with their steps, work processes, evidence."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.accreditation_evidence import AccreditationEvidence
from ca_desktop.domain.accreditation_letters import AccreditationLetter
from ca_desktop.domain.accreditation_steps import AccreditationStep
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.checklist_ticks import ChecklistTick
from ca_desktop.domain.qualifications import Qualification
from ca_desktop.domain.work_processes import WorkProcess

training_companies = subject_table("training_companies", TrainingCompany)
accreditations = subject_table(
    "accreditations",
    Accreditation,
    references={"training_company_id": "training_companies", "trainer_id": "supervisors"},
    indexes=[("training_company_id",), ("code",)],
)
accreditation_steps = subject_table(
    "accreditation_steps",
    AccreditationStep,
    references={"accreditation_id": "accreditations"},
    indexes=[("accreditation_id", "on")],
)
accreditation_letters = subject_table(
    "accreditation_letters",
    AccreditationLetter,
    references={"step_id": "accreditation_steps"},
    unique=[("step_id",)],
)
work_processes = subject_table(
    "work_processes",
    WorkProcess,
    references={"accreditation_id": "accreditations"},
    unique=[("accreditation_id", "code")],
)
accreditation_evidence = subject_table(
    "accreditation_evidence",
    AccreditationEvidence,
    references={"training_company_id": "training_companies"},
    indexes=[("training_company_id", "on")],
)
checklist_ticks = subject_table(
    "checklist_ticks",
    ChecklistTick,
    references={"training_company_id": "training_companies"},
    unique=[("training_company_id", "item")],
)
qualifications = subject_table("qualifications", Qualification, unique=[("code",)])
