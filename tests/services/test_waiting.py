"""The waiting list: in order of waiting, ended by a place, and a signal once there is one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.half_days import HalfDay, HalfDays
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.signals import SignalKind
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


def wait(session: Session, person, role, *codes: str, days: int = 0):
    new = session.waiting.new(person, role)
    return session.waiting.save(
        replace(new, half_days=HalfDays.of(*codes), since_on=TODAY - timedelta(days=days))
    )


def with_places(session: Session, role_id, places: int) -> None:
    role = session.roles.get(role_id)
    session.roles.save(replace(role, places=places), session.roles.profile(role_id, "nl"))


def other_role(session: Session):
    return session.roles.named("demonteren").id


def signals(session: Session) -> list[str]:
    return [one.who for one in session.signals.all() if one.kind is SignalKind.PLACE_FREE]


def test_who_waits_longest_stands_on_top(petra: Session, world: World) -> None:
    role = other_role(petra)
    wait(petra, world.amina, role, days=3)
    wait(petra, world.bram, role, days=30)
    assert [one.participant.first for one in petra.waiting.for_role(role)] == ["Bram", "Amina"]
    (line,) = petra.waiting.of(world.amina)
    assert line.role == "Demonteren"


def test_nobody_waits_twice_for_a_role_or_from_a_day_to_come(petra: Session, world: World) -> None:
    role = other_role(petra)
    wait(petra, world.amina, role)
    with pytest.raises(RuleBroken, match="al"):
        wait(petra, world.amina, role)
    with pytest.raises(RuleBroken, match="nog komen"):
        wait(petra, world.bram, role, days=-1)


def test_a_place_ends_the_waiting_in_the_same_change(petra: Session, world: World) -> None:
    role = other_role(petra)
    waiting = wait(petra, world.amina, role, "3m", days=9)
    new = petra.placements.new(world.amina, role)
    clash = replace(new, half_days=HalfDays.of("0m"))
    with pytest.raises(RuleBroken):
        petra.placements.save(clash)
    assert petra.waiting.of(world.amina)
    petra.placements.save(replace(new, half_days=HalfDays.of("3m")))
    assert not petra.waiting.of(world.amina)
    assert petra.waiting.get(waiting.id).ended_on == TODAY
    petra.history.undo_last()
    assert petra.waiting.of(world.amina)
    assert [p.placement.role_id for p in petra.placements.of(world.amina)] == [world.role]


def test_a_placement_in_another_role_or_in_the_past_ends_no_waiting(
    petra: Session, world: World
) -> None:
    wait(petra, world.amina, other_role(petra))
    (line,) = petra.placements.of(world.amina)
    petra.placements.save(replace(line.placement, remarks="Gaat goed"))
    past = Placement(
        participant_id=world.amina,
        role_id=other_role(petra),
        half_days=HalfDays.of("3m"),
        starts_on=date(2026, 1, 5),
        review_on=date(2026, 2, 5),
        ended_on=date(2026, 3, 5),
        outcome="stays",
    )
    petra.placements.save(past)
    assert petra.waiting.of(world.amina)


def test_taken_off_the_list_nobody_waits_and_that_can_be_undone(
    petra: Session, world: World
) -> None:
    waiting = wait(petra, world.amina, other_role(petra))
    petra.waiting.withdraw(waiting.id)
    assert not petra.waiting.of(world.amina)
    with pytest.raises(RuleBroken, match="wacht niet meer"):
        petra.waiting.withdraw(waiting.id)
    petra.history.undo_last()
    assert petra.waiting.of(world.amina)


def test_places_count_who_is_there_and_who_will_come(petra: Session, world: World) -> None:
    with_places(petra, world.role, 3)
    places = petra.waiting.places(world.role)
    monday, friday = HalfDay.from_code("0m"), HalfDay.from_code("4m")
    assert (places.free(monday), places.free(friday)) == (0, 2)
    new = replace(petra.placements.new(world.amina, world.role), starts_on=TODAY + timedelta(20))
    later = replace(new, half_days=HalfDays.of("4m"), review_on=TODAY + timedelta(60))
    petra.placements.save(later)
    assert petra.waiting.places(world.role).free(friday) == 1


def test_a_free_place_is_a_signal_for_who_waits_longest(petra: Session, world: World) -> None:
    role = other_role(petra)
    wait(petra, world.amina, role, "3m", days=3)
    wait(petra, world.bram, role, "3m", days=30)
    with_places(petra, role, 0)
    assert signals(petra) == []
    with_places(petra, role, 1)
    assert signals(petra) == ["Bram Visser"]
    with_places(petra, role, 2)
    assert sorted(signals(petra)) == ["Amina Yusuf", "Bram Visser"]


def test_a_full_role_gives_no_signal(petra: Session, world: World) -> None:
    with_places(petra, world.role, 3)
    petra.placements.end(petra.placements.of(world.amina)[0].id, "stays", TODAY)
    wait(petra, world.amina, world.role, "0m")
    assert signals(petra) == []


def test_everybody_reads_only_within_reach_and_only_a_coordinator_changes(
    petra: Session, jan: Session, els: Session, lies: Session, world: World
) -> None:
    role = other_role(petra)
    with_places(petra, role, 1)
    wait(petra, world.amina, role, "3m", days=3)
    wait(petra, world.bram, role, "3m", days=30)
    assert [one.participant.first for one in jan.waiting.for_role(role)] == ["Amina"]
    assert [one.participant.first for one in lies.waiting.for_role(role)] == ["Bram", "Amina"]
    assert (signals(jan), signals(els)) == ([], ["Bram Visser"])
    with pytest.raises(NotAllowed, match="eigen deelnemers"):
        jan.waiting.of(world.bram)
    with pytest.raises(NotAllowed, match="Je account"):
        jan.waiting.new(world.amina, role)
