"""Supervisors, their certificates, what their work asks for, and what hangs on them."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.hand_over_points import HandOverPoint
from ca_desktop.domain.supervisor_paper_rules import SupervisorPaperRule
from ca_desktop.domain.supervisors import Certificate, Supervisor

supervisors = subject_table(
    "supervisors",
    Supervisor,
    references={"partner_id": "partners", "deputy_id": "supervisors"},
    unique=[("number",)],
)
certificates = subject_table(
    "certificates",
    Certificate,
    references={"supervisor_id": "supervisors"},
    indexes=[("supervisor_id",), ("valid_until",)],
)
supervisor_paper_rules = subject_table(
    "supervisor_paper_rules", SupervisorPaperRule, unique=[("code",)]
)
hand_over_points = subject_table(
    "hand_over_points",
    HandOverPoint,
    references={
        "supervisor_id": "supervisors",
        "partner_id": "partners",
        "takes_over_id": "supervisors",
    },
    indexes=[("supervisor_id",)],
)
