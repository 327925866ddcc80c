"""Participants, their fixed supervisors and the restricted block."""

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.target_groups import RestrictedBlock

participants = subject_table(
    "participants",
    Participant,
    references={"referrer_partner_id": "partners"},
    indexes=[
        ("sort_key",),
        ("starts_on",),
        ("ended_on",),
        ("referrer_partner_id",),
        ("stage",),
        ("born_on",),
    ],
    unique=[("number",)],
    derived={"sort_key": lambda participant: participant.sort_key},
    is_searchable=True,
)
fixed_supervisors = subject_table(
    "fixed_supervisors",
    FixedSupervisor,
    references={"participant_id": "participants", "supervisor_id": "supervisors"},
    indexes=[("participant_id", "starts_on", "ends_on"), ("supervisor_id",)],
)
restricted_blocks = subject_table(
    "restricted_blocks",
    RestrictedBlock,
    references={"participant_id": "participants"},
    indexes=[("target_group",)],
    unique=[("participant_id",)],
)
