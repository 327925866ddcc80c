"""Trajectories that follow on each other, and the terms that the law sets."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory
from ca_desktop.services.session import Session
from tests.builders import START, World
from tests.conftest import TODAY


def wmo(session: Session, world: World) -> Trajectory:
    return session.trajectories.of(world.amina)[-1]


def a_place(session: Session, world: World, starts_on: date = TODAY) -> Trajectory:
    new = session.trajectories.new(world.amina, world.municipality, LegalRole.REINTEGRATION)
    return replace(new, legal_form=LegalForm.PARTICIPATION_PLACE, starts_on=starts_on)


def born(session: Session, world: World, day: date) -> None:
    person = session.participants.get(world.amina)
    session.participants.change(replace(person, born_on=day))


def test_what_follows_ends_the_one_before_on_the_day_before(petra: Session, world: World) -> None:
    old = wmo(petra, world)
    new = replace(petra.trajectories.following(old.id), starts_on=TODAY)
    assert (new.predecessor_id, new.partner_id, new.goal) == (old.id, old.partner_id, old.goal)
    petra.trajectories.save(new)
    kept = wmo(petra, world)
    assert kept == replace(old, ends_on=TODAY - timedelta(days=1))
    assert petra.trajectories.of(world.amina)[0] == new


def test_one_that_ended_before_keeps_its_own_end(petra: Session, world: World) -> None:
    ended = replace(wmo(petra, world), ends_on=START + timedelta(days=9))
    petra.trajectories.save(ended)
    new = petra.trajectories.following(ended.id)
    assert new.starts_on == START + timedelta(days=10)
    petra.trajectories.save(replace(new, starts_on=TODAY))
    assert wmo(petra, world) == ended


def test_what_follows_can_not_start_before_or_with_the_one_before(
    petra: Session, world: World
) -> None:
    new = petra.trajectories.following(wmo(petra, world).id)
    with pytest.raises(RuleBroken) as refused:
        petra.trajectories.save(replace(new, starts_on=START))
    assert [problem.field for problem in refused.value.problems] == ["starts_on"]
    assert wmo(petra, world).ends_on is None


def test_undo_takes_the_new_one_away_and_opens_the_old_one_again(
    petra: Session, world: World
) -> None:
    old = wmo(petra, world)
    petra.trajectories.save(replace(petra.trajectories.following(old.id), starts_on=TODAY))
    petra.history.undo_last()
    assert petra.trajectories.of(world.amina) == [old]


def test_one_that_is_followed_is_not_removed_from_under_the_next(
    petra: Session, world: World
) -> None:
    old = wmo(petra, world)
    petra.trajectories.save(replace(petra.trajectories.following(old.id), starts_on=TODAY))
    with pytest.raises(UserError, match="volgt"):
        petra.trajectories.remove(old.id)


def test_what_the_law_forbids_is_refused_beside_its_field(petra: Session, world: World) -> None:
    born(petra, world, date(2000, 1, 1))
    with pytest.raises(RuleBroken) as refused:
        petra.trajectories.save(a_place(petra, world))
    assert [problem.field for problem in refused.value.problems] == ["legal_form"]
    born(petra, world, date(1999, 1, 1))
    petra.trajectories.save(a_place(petra, world))


def test_the_term_counts_what_stands_in_the_file(petra: Session, world: World) -> None:
    born(petra, world, date(1980, 1, 1))
    before = a_place(petra, world, date(2026, 1, 24))
    petra.trajectories.save(
        replace(before, legal_form=LegalForm.VOLUNTEER, ends_on=TODAY - timedelta(days=1))
    )
    found = petra.trajectories.term(a_place(petra, world))
    assert found.before.months == 10
    assert found.ends_by == date(2028, 1, 23)
    assert found.months_left(TODAY) == 14


def test_the_term_of_somebody_else_is_refused(jan: Session, petra: Session, world: World) -> None:
    of_bram = replace(a_place(petra, world), participant_id=world.bram)
    with pytest.raises(NotAllowed):
        jan.trajectories.term(of_bram)
