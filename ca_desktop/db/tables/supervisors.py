"""Supervisors with their certificates, and the SBB accreditations."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.accreditations import Accreditation, TrainingCompany
from ca_desktop.domain.supervisors import Certificate, Supervisor

supervisors = subject_table("supervisors", Supervisor, unique=[("number",)])
certificates = subject_table(
    "certificates",
    Certificate,
    references={"supervisor_id": "supervisors"},
    indexes=[("supervisor_id",), ("valid_until",)],
)
training_companies = subject_table("training_companies", TrainingCompany)
accreditations = subject_table(
    "accreditations",
    Accreditation,
    references={"training_company_id": "training_companies", "trainer_id": "supervisors"},
    indexes=[("training_company_id",), ("code",)],
)
