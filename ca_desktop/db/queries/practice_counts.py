"""How many students there were."""

from datetime import date

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.learning_paths import LearningPath
from ca_desktop.domain.practice_agreements import PracticeAgreement


def bbl_between(uow: UnitOfWork, first: date, last: date) -> int:
    """Participants with an agreement in the bbl on a day of this period."""
    table = TABLES[PracticeAgreement]
    query = sa.select(sa.func.count(table.c.participant_id.distinct())).where(
        table.c.learning_path == LearningPath.BBL,
        table.c.starts_on <= last,
        sa.func.coalesce(table.c.ended_on, table.c.planned_end_on) >= sa.literal(first.isoformat()),
    )
    return int(uow.connection.execute(query).scalar_one())
