"""Who started, moved on and left in a period, each with the part of the centre they fall under."""

from collections.abc import Callable
from datetime import date
from typing import Any

import sqlalchemy as sa

from ca_desktop.db.queries.reach import within
from ca_desktop.db.tables import TABLES
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.aftercare import Aftercare, AftercareResult
from ca_desktop.domain.dates import Period
from ca_desktop.domain.flow import FlowRow
from ca_desktop.domain.flow_measures import FlowBy, Source
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.permissions import Reach
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.domain.trajectories import Trajectory

PEOPLE, CHANGES, PLACED = TABLES[Participant], TABLES[StageChange], TABLES[Placement]
TRAJECTORIES, BLOCKS, CONTACTS = TABLES[Trajectory], TABLES[RestrictedBlock], TABLES[Aftercare]
_BEFORE = (Stage.SIGNED_UP, Stage.WAITING)
_INSIDE = (Stage.ACTIVE, Stage.PAUSED)

Events = sa.Select[Any] | sa.CompoundSelect[Any]


def flow_rows(
    uow: UnitOfWork, reach: Reach, source: Source, period: Period, by: FlowBy
) -> list[FlowRow]:
    """One row per person within reach: the last time in these days; what is to come is left out."""
    last = min(period.ends_on or reach.today, reach.today)
    events = _EVENTS[source](source, period.starts_on, last).subquery()
    key = _key(events, by, at_start=source is Source.STARTED)
    query = (
        sa.select(events.c.participant_id, events.c.on, events.c.code, key.label("key"))
        .where(within(reach, events.c.participant_id))
        .order_by(events.c.on)
    )
    found = {
        row.participant_id: FlowRow(
            participant_id=row.participant_id,
            on=row.on,
            key=_text(row.key),
            code=row.code or "",
        )
        for row in uow.connection.execute(query)
    }
    return list(found.values())


def left_between(first: date, last: date) -> Events:
    """Who left in these days: the file was finished, or it ended before files had stages."""
    finished = CHANGES.alias("finished")
    outcome = (
        sa.select(sa.type_coerce(PLACED.c.outcome, sa.Text()))
        .where(
            PLACED.c.participant_id == PEOPLE.c.id,
            PLACED.c.outcome.is_not(None),
            PLACED.c.outcome != Outcome.OTHER_ROLE,
        )
        .order_by(PLACED.c.ended_on.desc())
        .limit(1)
        .scalar_subquery()
    )
    by_stage = _event(CHANGES.c.participant_id, CHANGES.c.on, CHANGES.c.outcome).where(
        CHANGES.c.after == Stage.FINISHED,
        CHANGES.c.before.in_(_INSIDE),
        CHANGES.c.on.between(first, last),
    )
    by_day = _event(PEOPLE.c.id, PEOPLE.c.ended_on, outcome).where(
        PEOPLE.c.ended_on.between(first, last),
        ~sa.exists().where(
            finished.c.participant_id == PEOPLE.c.id, finished.c.after == Stage.FINISHED
        ),
    )
    return sa.union_all(by_stage, by_day)


def _started(_source: Source, first: date, last: date) -> Events:
    by_stage = _event(CHANGES.c.participant_id, CHANGES.c.on).where(
        CHANGES.c.after == Stage.ACTIVE,
        CHANGES.c.before.not_in(_INSIDE),
        CHANGES.c.on.between(first, last),
    )
    by_day = _event(PEOPLE.c.id, PEOPLE.c.starts_on).where(
        PEOPLE.c.starts_on.between(first, last), ~_began_before_the_start()
    )
    return sa.union_all(by_stage, by_day)


def _began_before_the_start() -> sa.ColumnElement[bool]:
    """Whether a file was signed up or waiting at first: it left those stages once more than it
    came into them, or it never left.
    """
    steps = CHANGES.alias("steps")
    was, became = steps.c.before.in_(_BEFORE), steps.c.after.in_(_BEFORE)
    net = sa.func.coalesce(
        sa.func.sum(sa.case((was & ~became, 1), (became & ~was, -1), else_=0)), 0
    )
    left = sa.select(net).where(steps.c.participant_id == PEOPLE.c.id).scalar_subquery()
    return left + sa.case((PEOPLE.c.stage.in_(_BEFORE), 1), else_=0) > 0


def _other_role(_source: Source, first: date, last: date) -> Events:
    def earlier(role: Callable[[Any], sa.ColumnElement[bool]]) -> sa.Exists:
        other = PLACED.alias()
        return sa.exists().where(
            other.c.participant_id == PLACED.c.participant_id,
            other.c.starts_on < PLACED.c.starts_on,
            role(other),
        )

    return _event(PLACED.c.participant_id, PLACED.c.starts_on, role=PLACED.c.role_id).where(
        PLACED.c.starts_on.between(first, last),
        earlier(lambda other: other.c.role_id != PLACED.c.role_id),
        ~earlier(lambda other: other.c.role_id == PLACED.c.role_id),
    )


def _other_form(_source: Source, first: date, last: date) -> Events:
    before = TRAJECTORIES.alias("before")
    now = TRAJECTORIES
    return (
        _event(now.c.participant_id, now.c.starts_on, trajectory=now.c.id)
        .join(before, before.c.id == now.c.predecessor_id)
        .where(
            now.c.starts_on.between(first, last),
            now.c.legal_form.is_distinct_from(before.c.legal_form),
        )
    )


def _left(_source: Source, first: date, last: date) -> Events:
    return left_between(first, last)


def _after(source: Source, first: date, last: date) -> Events:
    result = sa.type_coerce(CONTACTS.c.result, sa.Text())
    return _event(CONTACTS.c.participant_id, CONTACTS.c.done_on, result).where(
        CONTACTS.c.months == source.months,
        CONTACTS.c.done_on.between(first, last),
        CONTACTS.c.result != AftercareResult.NOT_REACHED,
    )


_EVENTS: dict[Source, Callable[[Source, date, date], Events]] = {
    Source.STARTED: _started,
    Source.OTHER_ROLE: _other_role,
    Source.OTHER_FORM: _other_form,
    Source.LEFT: _left,
    Source.AFTER_3: _after,
    Source.AFTER_6: _after,
    Source.AFTER_12: _after,
}


def _event(
    person: sa.ColumnElement[Any],
    on: sa.ColumnElement[Any],
    code: sa.ColumnElement[Any] | sa.ScalarSelect[Any] | None = None,
    *,
    role: sa.ColumnElement[Any] | None = None,
    trajectory: sa.ColumnElement[Any] | None = None,
) -> sa.Select[Any]:
    """Who, when, how it ended, and the role or trajectory that it is about where there is one."""
    nothing = sa.null()
    return sa.select(
        person.label("participant_id"),
        on.label("on"),
        (sa.literal("") if code is None else code).label("code"),
        (sa.cast(nothing, PLACED.c.role_id.type) if role is None else role).label("role_id"),
        (sa.cast(nothing, TRAJECTORIES.c.id.type) if trajectory is None else trajectory).label(
            "trajectory_id"
        ),
    )


def _key(events: sa.Subquery, by: FlowBy, *, at_start: bool) -> sa.ColumnElement[Any]:
    """The part under which an event falls: of a start the first role or trajectory from that day
    on, else the last one that had begun by then.
    """
    if by is FlowBy.GROUP:
        group = sa.select(BLOCKS.c.target_group)
        return group.where(BLOCKS.c.participant_id == events.c.participant_id).scalar_subquery()
    if by is FlowBy.ROLE:
        role = _one(events, PLACED, PLACED.c.role_id, "ended_on", at_start=at_start)
        return sa.func.coalesce(events.c.role_id, role)
    column = TRAJECTORIES.c.partner_id if by is FlowBy.PARTNER else TRAJECTORIES.c.legal_form
    own = sa.select(column).where(TRAJECTORIES.c.id == events.c.trajectory_id).scalar_subquery()
    found = _one(events, TRAJECTORIES, column, "ends_on", at_start=at_start)
    return sa.case((events.c.trajectory_id.is_not(None), own), else_=found)


def _one(
    events: sa.Subquery, table: sa.Table, column: sa.Column[Any], until: str, *, at_start: bool
) -> sa.ScalarSelect[Any]:
    mine = sa.select(column).where(table.c.participant_id == events.c.participant_id)
    if at_start:
        open_end = sa.or_(table.c[until].is_(None), table.c[until] >= events.c.on)
        mine = mine.where(open_end).order_by(table.c.starts_on, table.c.id)
    else:
        begun = table.c.starts_on <= events.c.on
        mine = mine.where(begun).order_by(table.c.starts_on.desc(), table.c.id)
    return mine.limit(1).scalar_subquery()


def _text(key: Any) -> str:
    """A role or partner by its id, a form or group by its code, nothing as ''."""
    return "" if key is None else str(key)
