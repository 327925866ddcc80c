"""Whom each supervisor guides now, as far as the rules about papers look at it."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.dates import add_months
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.practice_agreements import PracticeAgreement
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.supervisor_papers import Guided
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import LegalRole, Trajectory

PEOPLE, BLOCKS = TABLES[Participant], TABLES[RestrictedBlock]


def guided(
    uow: UnitOfWork, today: date, adult: int, supervisors: Collection[UUID] | None = None
) -> dict[UUID, Guided]:
    """Per supervisor the legal roles of the trajectories that run today, of people who are here
    and whom he guides as fixed supervisor or in a placement, and whether any is younger than
    `adult`; of these `supervisors` alone, where they are given.
    """
    pairs = _pairs(today, supervisors).subquery()
    trajectories = TABLES[Trajectory]
    roles = (
        sa.select(pairs.c.supervisor_id, trajectories.c.legal_role)
        .distinct()
        .join(trajectories, trajectories.c.participant_id == pairs.c.participant_id)
        .where(*_runs(trajectories, "ends_on", today))
    )
    found: dict[UUID, set[LegalRole]] = {}
    for supervisor_id, role in uow.connection.execute(roles):
        found.setdefault(supervisor_id, set()).add(role)
    minors = sa.select(pairs.c.supervisor_id).where(
        pairs.c.born_on > add_months(today, -12 * adult)
    )
    young = set(uow.connection.execute(minors.distinct()).scalars())
    return {
        one: Guided(legal_roles=frozenset(found.get(one, ())), minors=one in young)
        for one in {*found, *young}
    }


def _pairs(today: date, supervisors: Collection[UUID] | None) -> sa.Select[Any]:
    """Supervisor and participant, each pair once."""
    parts = []
    for kind, until in ((FixedSupervisor, "ends_on"), (Placement, "ended_on")):
        table = TABLES[kind]
        known = table.c.supervisor_id
        of_them = known.is_not(None) if supervisors is None else known.in_(list(supervisors))
        parts.append(
            sa.select(known, table.c.participant_id).where(of_them, *_runs(table, until, today))
        )
    both = sa.union(*parts).subquery()
    return (
        sa.select(both.c.supervisor_id, both.c.participant_id, PEOPLE.c.born_on)
        .join(PEOPLE, PEOPLE.c.id == both.c.participant_id)
        .where(
            PEOPLE.c.stage.in_([Stage.ACTIVE, Stage.PAUSED]),
            sa.or_(PEOPLE.c.ended_on.is_(None), PEOPLE.c.ended_on >= today),
        )
    )


def _runs(table: sa.Table, until: str, today: date) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c.starts_on <= today,
        sa.or_(table.c[until].is_(None), table.c[until] >= today),
    )


def trainers(uow: UnitOfWork, today: date) -> set[UUID]:
    """Who is the trainer in a practice agreement that runs today."""
    table = TABLES[PracticeAgreement]
    query = sa.select(table.c.trainer_id).where(
        table.c.trainer_id.is_not(None),
        table.c.starts_on <= today,
        sa.func.coalesce(table.c.ended_on, table.c.planned_end_on) >= today,
    )
    return set(uow.connection.execute(query.distinct()).scalars())


def recorded_groups(uow: UnitOfWork) -> dict[str, int]:
    """Of how many people who are here each target group is recorded; counts, never who."""
    query = (
        sa.select(BLOCKS.c.target_group, sa.func.count())
        .join(PEOPLE, PEOPLE.c.id == BLOCKS.c.participant_id)
        .where(BLOCKS.c.target_group != "", PEOPLE.c.stage == Stage.ACTIVE)
        .group_by(BLOCKS.c.target_group)
    )
    return {row[0]: row[1] for row in uow.connection.execute(query)}
