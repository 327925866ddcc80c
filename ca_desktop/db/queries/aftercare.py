"""The contacts with people who left, each with as much of the person as keeping contact asks."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.flow import CHANGES, CONTACTS, PEOPLE, PLACED
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.permissions import Reach, Scope
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.supervisors import Supervisor


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A contact, who it is with, how that person left (a code, '' where unknown), who keeps it."""

    contact: Aftercare
    name: PersonName
    phone: str
    outcome: str
    keeper: str


def contact_rows(
    uow: UnitOfWork,
    reach: Reach,
    *,
    due_by: date | None = None,
    participant_id: UUID | None = None,
    most: int | None = None,
) -> list[ContactRow]:
    """The contacts within reach, the first one due first; `due_by` gives those still to be made
    by that day, `participant_id` all of one person, `most` no more than so many.
    """
    query = _contacts().where(within_contacts(reach)).limit(most)
    if due_by is not None:
        query = query.where(CONTACTS.c.done_on.is_(None), CONTACTS.c.due_on <= due_by)
    if participant_id is not None:
        query = query.where(CONTACTS.c.participant_id == participant_id)
    found = uow.connection.execute(query).all()
    contacts = uow.of(Aftercare).by_ids(row.id for row in found)
    return [
        ContactRow(
            contact=contact,
            name=PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name),
            phone=row.phone,
            outcome=row.outcome or "",
            keeper=PersonName(
                first=row.keeper_first or "",
                prefix=row.keeper_prefix or "",
                last=row.keeper_last or "",
            ).full,
        )
        for row, contact in zip(found, contacts, strict=True)
    ]


def _contacts() -> sa.Select[Any]:
    keepers = TABLES[Supervisor]
    return (
        sa.select(
            CONTACTS.c.id,
            PEOPLE.c.first_name,
            PEOPLE.c.prefix,
            PEOPLE.c.last_name,
            PEOPLE.c.phone,
            _outcome().label("outcome"),
            keepers.c.first_name.label("keeper_first"),
            keepers.c.prefix.label("keeper_prefix"),
            keepers.c.last_name.label("keeper_last"),
        )
        .select_from(CONTACTS)
        .join(PEOPLE, PEOPLE.c.id == CONTACTS.c.participant_id)
        .outerjoin(keepers, keepers.c.id == CONTACTS.c.supervisor_id)
        .order_by(CONTACTS.c.due_on, PEOPLE.c.sort_key)
    )


def within_contacts(reach: Reach) -> sa.ColumnElement[bool]:
    """A condition on contacts: all of them, or those that this supervisor keeps."""
    if reach.scope is Scope.ALL:
        return sa.true()
    if reach.scope is Scope.NONE or reach.supervisor_id is None:
        return sa.false()
    return CONTACTS.c.supervisor_id == reach.supervisor_id


def _outcome() -> sa.ColumnElement[str]:
    """How somebody left: what the last finishing says, else the last placement that ended."""
    finished = (
        sa.select(CHANGES.c.outcome)
        .where(CHANGES.c.participant_id == PEOPLE.c.id, CHANGES.c.after == Stage.FINISHED)
        .order_by(CHANGES.c.on.desc())
        .limit(1)
        .scalar_subquery()
    )
    ended = (
        sa.select(sa.type_coerce(PLACED.c.outcome, sa.Text()))
        .where(PLACED.c.participant_id == PEOPLE.c.id, PLACED.c.outcome.is_not(None))
        .order_by(PLACED.c.ended_on.desc())
        .limit(1)
        .scalar_subquery()
    )
    return sa.func.coalesce(finished, ended, "")
