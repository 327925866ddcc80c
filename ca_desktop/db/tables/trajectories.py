"""Trajectories with a partner, attendance, and the partners."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.attendance import Attendance
from ca_desktop.domain.partners import Partner
from ca_desktop.domain.trajectories import Trajectory

partners = subject_table("partners", Partner, unique=[("number",)])
trajectories = subject_table(
    "trajectories",
    Trajectory,
    references={
        "participant_id": "participants",
        "partner_id": "partners",
        "predecessor_id": "trajectories",
    },
    indexes=[
        ("participant_id", "ends_on"),
        ("partner_id",),
        ("predecessor_id",),
        ("evaluation_on",),
        ("legal_form",),
    ],
)
attendance = subject_table(
    "attendance",
    Attendance,
    references={"participant_id": "participants"},
    indexes=[("on",)],
    unique=[("participant_id", "on", "part")],
)
