"""Roles with their profiles, and the placements in them."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role, RoleProfile

roles = subject_table(
    "roles",
    Role,
    references={"contact_supervisor_id": "supervisors"},
    unique=[("number",), ("key",)],
)
role_profiles = subject_table(
    "role_profiles",
    RoleProfile,
    references={"role_id": "roles"},
    unique=[("role_id", "language")],
)
placements = subject_table(
    "placements",
    Placement,
    references={
        "participant_id": "participants",
        "role_id": "roles",
        "supervisor_id": "supervisors",
        "trajectory_id": "trajectories",
    },
    indexes=[
        ("participant_id", "starts_on"),
        # These two hold all that counting how full a role or a supervisor is asks for.
        ("role_id", "starts_on", "ended_on", "half_days", "participant_id"),
        ("supervisor_id", "starts_on", "ended_on", "participant_id"),
        ("ended_on", "review_on"),
    ],
)
