"""Every table of the store, and which dataclass stands in which."""

from typing import Any

import sqlalchemy as sa

from ca_desktop.db.tables import (
    accounts,
    accreditations,
    centre,
    entries,
    files,
    papers,
    participants,
    practice,
    roles,
    storage,
    supervisors,
    trajectories,
)
from ca_desktop.db.tables.columns import metadata

TABLES: dict[type[Any], sa.Table] = {
    table.info["type"]: table for table in metadata.tables.values() if "type" in table.info
}
SEARCHABLE: tuple[sa.Table, ...] = tuple(
    table for table in TABLES.values() if table.info["is_searchable"]
)

__all__ = [
    "SEARCHABLE",
    "TABLES",
    "accounts",
    "accreditations",
    "centre",
    "entries",
    "files",
    "metadata",
    "papers",
    "participants",
    "practice",
    "roles",
    "storage",
    "supervisors",
    "trajectories",
]
