"""The signal that somebody has more guidance than time, this week or next.

At 100 000 participants the board takes seconds: a sum in the store says who may have too much, and
only the fullest of those are counted exactly, in half a second or less.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

from ca_desktop.db.queries import capacity as capacity_queries
from ca_desktop.db.queries import supervisor_load as load_queries
from ca_desktop.db.unit_of_work import UnitOfWork
from ca_desktop.domain.accounts import Actor
from ca_desktop.domain.capacity import GuidanceTerms, Load, LoadState
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.permissions import Action, Reach, Scope, may
from ca_desktop.domain.signals import Signal, SignalKind, Urgency
from ca_desktop.domain.supervisors import Supervisor
from ca_desktop.i18n import _
from ca_desktop.services.capacity_week import CapacityWeek
from ca_desktop.services.settings import values_in

WEEKS = 2
MOST_COUNTED = 30


def load_signals(
    uow: UnitOfWork,
    reach: Callable[[Action], Reach],
    actor: Actor,
    today: date,
    trains: Mapping[UUID, str],
) -> Iterator[Signal]:
    """One line per supervisor, for the first week that is too full; a supervisor hears of himself.

    `trains` says of which qualifications somebody is the trainer.
    """
    if not may(actor.role, Action.SEE_CAPACITY):
        return
    restricted, monday = reach(Action.SEE_RESTRICTED), week_start(today)
    team = {one.id: one for one in uow.of(Supervisor).all() if one.weekly_minutes}
    terms = GuidanceTerms.of(values_in(uow))
    if reach(Action.SEE_FILE).scope is Scope.ALL:
        asked = _may_be_over(uow, monday, terms, restricted, team)
    else:
        asked = [one for one in (actor.supervisor_id,) if one in team and one is not None]
    said: set[UUID] = set()
    for number in range(WEEKS if asked else 0):
        start = monday + timedelta(weeks=number)
        board = CapacityWeek(uow, start, restricted, only=asked).board().board
        for one in asked:
            load = board.row(one).total
            if one not in said and load.supply and load.state(terms) is LoadState.OVER:
                said.add(one)
                yield _signal(team[one], load, start, bool(number), trains.get(one, ""))


def _may_be_over(
    uow: UnitOfWork,
    monday: date,
    terms: GuidanceTerms,
    restricted: Reach,
    team: Mapping[UUID, Supervisor],
) -> list[UUID]:
    """The fullest of those whose sum does not surely fit, and whoever takes over from somebody."""
    last = monday + timedelta(days=7 * WEEKS - 1)
    needed = load_queries.most_needed(uow, monday, last, terms, restricted)
    absences = capacity_queries.absences(uow, monday, last)
    share = {
        key: minutes / one.weekly_minutes
        for key, one in team.items()
        if (minutes := needed.get(key, 0)) * 100 > one.weekly_minutes * terms.over_above
        or any(key == absence.supervisor_id for absence in absences)
    }
    helping = {a.substitute_id for a in absences if a.substitute_id in team} - set(share)
    fullest = sorted(share, key=lambda key: -share[key])[:MOST_COUNTED]
    return [*fullest, *sorted((one for one in helping if one is not None), key=str)]


def _signal(supervisor: Supervisor, load: Load, monday: date, is_next: bool, trains: str) -> Signal:
    words = {
        "percent": load.percent,
        "need": round(float(load.need) / 60),
        "supply": round(float(load.supply) / 60),
    }
    text = _("Too much guidance this week: {percent} %, {need} of {supply} hours needed", **words)
    if is_next:
        text = _(
            "Too much guidance next week: {percent} %, {need} of {supply} hours needed", **words
        )
    if trains:
        text = _("{text}. Trainer for {names}", text=text, names=trains)
    return Signal(
        kind=SignalKind.OVERLOAD,
        urgency=Urgency.SOON if is_next else Urgency.THIS_WEEK,
        who=supervisor.name.full,
        what=text,
        action=_("Look at capacity"),
        page="capacity",
        record_id=supervisor.id,
        due_on=monday if is_next else None,
        section=monday.isoformat(),
    )
