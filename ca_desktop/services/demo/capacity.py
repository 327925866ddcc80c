"""Half-days and absences of the demo team, and who waits for a place: enough to fill the board."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ca_desktop.domain.absences import SupervisorAbsence
from ca_desktop.domain.dates import week_start
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.waiting import Waiting
from ca_desktop.services.demo.chance import Chance
from ca_desktop.services.demo.lives import Life
from ca_desktop.services.demo.world import World

_WEEKS = (
    (),
    ("0m", "0a", "1m", "1a", "2m", "2a", "3m", "3a", "4m"),
    ("0m", "0a", "1m", "1a", "2m", "2a", "3m", "3a", "4m"),
    (),
)
_WAITING = (
    ("repareren", 61, ("0m", "1m"), "Wil graag leren solderen."),
    ("repareren", 24, ("3m",), ""),
    ("sorteren", 45, ("1m", "2m", "3m"), "Komt met de bus van 8.40 uur."),
    ("winkel", 38, ("3m", "4m"), "Kan goed met klanten omgaan."),
    ("upcycling", 33, (), ""),
    ("demonteren", 17, ("0m", "2m"), ""),
    ("webshop", 9, ("4m",), "Heeft thuis veel foto\u2019s bewerkt."),
)


def with_half_days(world: World) -> World:
    """The same world, with the half-days at work of every supervisor."""
    team = {
        key: replace(one, half_days=HalfDays.of(*_WEEKS[place % len(_WEEKS)]))
        for place, (key, one) in enumerate(world.supervisors.items())
    }
    return replace(world, supervisors=team)


def absences(chance: Chance, world: World, today: date) -> Iterator[SupervisorAbsence]:
    """Somebody away this week without a substitute, somebody next week with one, and one before."""
    team = list(world.supervisors.values())
    if len(team) < 4:
        return
    monday = week_start(today)
    for away, helper, starts_on, days in (
        (team[1], None, monday + timedelta(days=3), 2),
        (team[3], team[2], monday + timedelta(weeks=1), 5),
        (team[2], team[1], monday - timedelta(weeks=2), 3),
    ):
        yield SupervisorAbsence(
            id=chance.new_id(),
            supervisor_id=away.id,
            starts_on=starts_on,
            ends_on=starts_on + timedelta(days=days - 1),
            substitute_id=helper.id if helper else None,
        )


def waiting(chance: Chance, world: World, lives: Sequence[Life], today: date) -> Iterator[Waiting]:
    """Seven people who are here and would like another role; nobody waits for the role of now."""
    here = [life for life in lives if life.participant.is_active(today)]
    for place, (key, days, half_days, remarks) in enumerate(_WAITING):
        role = world.roles.get(key)
        fits = [
            life
            for life in here[place :: len(_WAITING)]
            if role and all(one.role_id != role.id for one in life.placements)
        ]
        if role is None or not fits:
            continue
        since = max(today - timedelta(days=days), fits[0].participant.starts_on)
        yield Waiting(
            id=chance.new_id(),
            participant_id=fits[0].participant.id,
            role_id=role.id,
            half_days=HalfDays.of(*half_days),
            since_on=since,
            remarks=remarks,
        )
