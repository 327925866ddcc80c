"""What each role is called: in this language, else in Dutch, else by its key."""

from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.roles import Role, RoleProfile

FALLBACK = "nl"


def role_names(uow: UnitOfWork, language: str) -> dict[UUID, str]:
    """The name of every role; a role of the centre's own often has Dutch texts only."""
    roles, profiles = TABLES[Role], TABLES[RoleProfile]
    every = sa.select(roles.c.id, roles.c.key)
    names: dict[UUID, str] = {row.id: row.key for row in uow.connection.execute(every)}
    query = sa.select(profiles.c.role_id, profiles.c.name).where(profiles.c.name != "")
    for tried in (FALLBACK, language):
        named = query.where(profiles.c.language == tried)
        names |= {row.role_id: row.name for row in uow.connection.execute(named)}
    return names
