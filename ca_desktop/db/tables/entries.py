"""Guidance entries, goals and scores."""

import sqlalchemy as sa

from ca_desktop.db.tables.columns import subject_table
from ca_desktop.domain.entries import Entry
from ca_desktop.domain.goals import Goal, Score

entries = subject_table(
    "entries",
    Entry,
    references={
        "participant_id": "participants",
        "supervisor_id": "supervisors",
        "adds_to_id": "entries",
        "trajectory_id": "trajectories",
    },
    indexes=[
        ("participant_id", "on"),
        ("on",),
        ("supervisor_id",),
        ("adds_to_id",),
    ],
    is_searchable=True,
)
sa.Index(None, entries.c.follow_up_on, sqlite_where=entries.c.follow_up_done == sa.false())
goals = subject_table(
    "goals",
    Goal,
    references={"participant_id": "participants", "trajectory_id": "trajectories"},
    indexes=[("participant_id", "set_on")],
)
scores = subject_table(
    "scores",
    Score,
    references={"participant_id": "participants", "supervisor_id": "supervisors"},
    indexes=[("participant_id", "on")],
)
