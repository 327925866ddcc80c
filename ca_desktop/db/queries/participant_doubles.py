"""Everybody as far as it takes to recognise somebody who is here already."""

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.import_doubles import Known
from ca_desktop.domain.names import PersonName
from ca_desktop.domain.participants import Participant
from ca_desktop.i18n import _

PEOPLE = TABLES[Participant]
_COLUMNS = ("number", "first_name", "prefix", "last_name", "born_on", "email", "phone")


def everybody(uow: UnitOfWork) -> list[Known]:
    """All participants, to compare a list from elsewhere with."""
    query = sa.select(*(PEOPLE.c[name] for name in _COLUMNS))
    return [
        Known(
            where=_("participant {number}, {name}", number=row.number, name=name.full),
            name=name,
            born_on=row.born_on,
            email=row.email,
            phone=row.phone,
        )
        for row in uow.connection.execute(query)
        for name in (PersonName(first=row.first_name, prefix=row.prefix, last=row.last_name),)
    ]
