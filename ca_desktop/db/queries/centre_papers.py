"""What the papers about the centre ask of other tables: students, as numbers."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import Period
from ca_desktop.domain.practice_agreements import PracticeAgreement

_AGREEMENTS = TABLES[PracticeAgreement]


def students_on(uow: UnitOfWork, company_id: UUID, codes: Collection[str], period: Period) -> int:
    """How many people had an agreement on one of these codes at this location in these days."""
    columns = _AGREEMENTS.c
    until = sa.func.coalesce(columns.ended_on, columns.planned_end_on)
    query = sa.select(sa.func.count(columns.participant_id.distinct())).where(
        columns.training_company_id == company_id,
        columns.code.in_(sorted(codes)),
        until >= period.starts_on,
        *([columns.starts_on <= period.ends_on] if period.ends_on else []),
    )
    return int(uow.connection.execute(query).scalar_one())
