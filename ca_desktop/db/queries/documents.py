"""Documents of a participant without their bytes: a list never reads what is kept."""

from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.documents import Document, DocumentLine

_DOCUMENTS = TABLES[Document]
_NAMES = (
    "id",
    "participant_id",
    "kind",
    "title",
    "on",
    "expires_on",
    "keep_reason",
    "file_name",
)


def lines(uow: UnitOfWork, participant_id: UUID) -> list[DocumentLine]:
    """The documents of one participant, the newest first."""
    query = (
        sa.select(
            *(_DOCUMENTS.c[name] for name in _NAMES),
            sa.func.length(_DOCUMENTS.c.content).label("size"),
        )
        .where(_DOCUMENTS.c.participant_id == participant_id)
        .order_by(_DOCUMENTS.c.on.desc(), _DOCUMENTS.c.title)
    )
    return [DocumentLine(**row) for row in uow.connection.execute(query).mappings()]
