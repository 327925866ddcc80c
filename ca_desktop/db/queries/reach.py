"""Turns a Reach into SQL: the participants that an account may see or change today."""

from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.permissions import Reach, Scope
from ca_desktop.domain.placements import Placement


def within(reach: Reach, participant_id: sa.ColumnElement[UUID]) -> sa.ColumnElement[bool]:
    """A condition on a participant-id column: true for whom the reach covers."""
    if reach.scope is Scope.ALL:
        return sa.true()
    if reach.scope is Scope.NONE or reach.supervisor_id is None:
        return sa.false()
    if reach.by_aftercare:
        kept = TABLES[Aftercare]
        return participant_id.in_(
            sa.select(kept.c.participant_id).where(kept.c.supervisor_id == reach.supervisor_id)
        )
    fixed = _running_under(reach, FixedSupervisor, "ends_on")
    if reach.scope is Scope.FIXED:
        return participant_id.in_(fixed)
    return sa.or_(
        participant_id.in_(fixed), participant_id.in_(_running_under(reach, Placement, "ended_on"))
    )


def _running_under(reach: Reach, subject: type, until: str) -> sa.Select[tuple[UUID]]:
    table = TABLES[subject]
    return sa.select(table.c.participant_id).where(
        table.c.supervisor_id == reach.supervisor_id,
        table.c.starts_on <= reach.today,
        sa.or_(table.c[until].is_(None), table.c[until] >= reach.today),
    )


def reaches(uow: UnitOfWork, reach: Reach, participant_id: UUID) -> bool:
    """Whether this one participant lies within the reach."""
    table = TABLES[Participant]
    query = sa.select(sa.literal(1)).where(table.c.id == participant_id, within(reach, table.c.id))
    return uow.connection.execute(query).first() is not None
