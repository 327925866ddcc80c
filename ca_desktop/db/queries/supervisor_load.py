"""Which supervisors may have more guidance than time: one sum in the store, exact afterwards."""

from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.capacity import GuidanceTerms
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.roles import Role
from ca_desktop.domain.target_groups import RestrictedBlock

PLACED, ROLES, BLOCKS = TABLES[Placement], TABLES[Role], TABLES[RestrictedBlock]


def most_needed(
    uow: UnitOfWork, first: date, last: date, terms: GuidanceTerms, restricted: Reach
) -> dict[UUID, int]:
    """Per supervisor at least as many minutes as any week of this period asks: placements that run
    on one day of it count for a whole week, and as if they were in their start phase.
    """
    most = len(terms.minutes_of_levels) - 1
    starting = PLACED.c.starts_on > first - timedelta(weeks=terms.start_phase_weeks)
    step = sa.case((starting, terms.start_phase_step), else_=0)
    role_level = sa.func.min(ROLES.c.intensity + step, most)
    chosen = sa.case((within(restricted, PLACED.c.participant_id), BLOCKS.c.intensity))
    level = sa.func.coalesce(chosen, role_level)
    minutes = sa.case(
        *((level == number, each) for number, each in enumerate(terms.minutes_of_levels)), else_=0
    )
    stored = sa.func.length(sa.type_coerce(PLACED.c.half_days, sa.Text()))
    half_days = (stored - 1) / 5  # ["0m","2a"]: five characters for each, and one
    query = (
        sa.select(PLACED.c.supervisor_id, sa.func.sum(sa.cast(half_days, sa.Integer) * minutes))
        .select_from(PLACED)
        .join(ROLES, ROLES.c.id == PLACED.c.role_id)
        .outerjoin(BLOCKS, BLOCKS.c.participant_id == PLACED.c.participant_id)
        .where(
            PLACED.c.supervisor_id.is_not(None),
            PLACED.c.starts_on <= last,
            sa.or_(PLACED.c.ended_on.is_(None), PLACED.c.ended_on >= first),
        )
        .group_by(PLACED.c.supervisor_id)
    )
    share = terms.half_day_minutes
    return {
        one: (units * share + 59) // 60
        for one, units in uow.connection.execute(query)
        if units is not None
    }
