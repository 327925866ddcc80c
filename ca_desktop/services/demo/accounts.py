"""Accounts of the demo centre: of who left, and the filters that the coordinator keeps."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid5

from ca_desktop.domain.accounts import Account, AccountRole
from ca_desktop.domain.saved_filters import FilterValue, SavedFilter
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.supervisors import Supervisor, SupervisorKind
from ca_desktop.services.demo.opening import open_until
from ca_desktop.services.demo.world import World

_LEFT_DAYS = 12


def colleague_who_left(world: World, today: date) -> tuple[Supervisor, Account]:
    """A supervisor who stopped, with an account that nobody has closed yet. It has no password, so
    that the demo centre still opens with one name; a coordinator can give it one.
    """
    left_on = open_until(today - timedelta(days=_LEFT_DAYS))
    started = min(one.starts_on for one in world.supervisors.values() if one.starts_on)
    supervisor = Supervisor(
        id=uuid5(world.centre.id, "who left"),
        number=len(world.supervisors) + 1,
        first_name="Gijs",
        prefix="van",
        last_name="Loon",
        kinds=(SupervisorKind.WORK_SUPERVISOR,),
        phone="06-0000 2999",
        email="gijs@deschakel.example",
        employer=next(iter(world.supervisors.values())).employer,
        weekly_minutes=24 * 60,
        starts_on=started,
        ended_on=left_on,
    )
    account = Account(
        id=uuid5(world.centre.id, "account of who left"),
        sign_in_name="gijs",
        full_name=supervisor.name.full,
        role=AccountRole.SUPERVISOR,
        supervisor_id=supervisor.id,
    )
    return supervisor, account


def saved_filters(world: World) -> Iterator[SavedFilter]:
    """What the coordinator looks at every week, under a name."""
    repairing = str(world.roles["repareren"].id)
    kept = (
        ("participants", "Op de wachtlijst", {"stage": Stage.WAITING.value}),
        ("participants", "Reparatie, nu hier", {"active": "yes", "role": repairing}),
        ("participants", "Fietsenhoek", {"active": "yes", "tag": "fietsenhoek"}),
        ("placements", "Reparatie, loopt nu", {"running": "yes", "role": repairing}),
        ("entries", "Nog op terug te komen", {"open": "yes"}),
    )
    for page, name, values in kept:
        yield SavedFilter(
            id=uuid5(world.account.id, name),
            account_id=world.account.id,
            page=page,
            name=name,
            values=tuple(FilterValue(key, value) for key, value in values.items()),
        )
