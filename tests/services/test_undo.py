"""Undo: one's own last change, while the right still stands and nobody changed it since."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.errors import NotAllowed, RuleBroken, UserError
from ca_desktop.domain.placements import PlacementFilter
from ca_desktop.domain.roles import RoleProfile, RoleTask
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import World, a_wish, guide
from tests.conftest import TODAY
from tests.stores import NOW, session_as


def test_undo_says_what_it_takes_back_and_takes_it_back(petra: Session, world: World) -> None:
    before = petra.participants.get(world.amina)
    petra.participants.change(replace(before, phone="06 12345678"))
    assert petra.history.undoable() == "Deelnemer wijzigen"
    assert petra.history.undo_last() == "Deelnemer wijzigen"
    assert petra.participants.get(world.amina) == before


def test_each_undo_takes_back_one_change_more(petra: Session, world: World) -> None:
    before = petra.participants.get(world.amina)
    petra.participants.change(replace(before, phone="06 11111111"))
    petra.participants.change(replace(before, phone="06 22222222"))
    petra.history.undo_last()
    assert petra.participants.get(world.amina).phone == "06 11111111"
    petra.history.undo_last()
    assert petra.participants.get(world.amina) == before


def test_somebody_who_did_nothing_has_nothing_to_undo(jan: Session) -> None:
    assert jan.history.undoable() is None
    with pytest.raises(UserError, match="niets om ongedaan te maken"):
        jan.history.undo_last()


def test_undo_is_refused_after_somebody_elses_change(
    petra: Session, jan: Session, world: World
) -> None:
    amina = jan.participants.get(world.amina)
    jan.participants.change(replace(amina, phone="06 99999999"))
    petra.participants.change(replace(amina, phone="06 88888888"))
    with pytest.raises(UserError, match="daarna veranderd"):
        jan.history.undo_last()
    assert petra.participants.get(world.amina).phone == "06 88888888"


def test_undo_asks_the_right_again(petra: Session, jan: Session, world: World) -> None:
    goal = replace(jan.goals.of(world.amina)[0], text="Iets anders")
    jan.goals.save(goal)
    fixed = petra.participants.fixed_supervisors(world.amina)[0]
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY - timedelta(days=1)))
    placed = petra.placements.of(world.amina)[0].placement
    petra.placements.save(replace(placed, supervisor_id=world.els))
    with pytest.raises(NotAllowed, match="eigen deelnemers"):
        jan.history.undo_last()
    assert petra.goals.of(world.amina)[0].text == "Iets anders"


def test_who_became_a_reader_undoes_nothing(
    jan: Session, filled_store: OpenStore, world: World
) -> None:
    jan.goals.save(replace(jan.goals.of(world.amina)[0], text="Iets anders"))
    reader = replace(world.accounts["jan"], role=AccountRole.READER)
    with pytest.raises(NotAllowed, match="Je account"):
        session_as(filled_store, reader).history.undo_last()


def test_a_note_is_taken_back_within_the_edit_window_only(
    jan: Session, filled_store: OpenStore, world: World
) -> None:
    note = jan.entries.write(replace(jan.entries.new(world.amina), text="Te snel getypt"))
    late = session_as(filled_store, world.accounts["jan"], NOW + timedelta(hours=25))
    with pytest.raises(RuleBroken, match="niet meer"):
        late.history.undo_last()
    assert jan.entries.get(note.id) == note
    jan.history.undo_last()
    assert jan.entries.matching("getypt") == frozenset()


def test_one_undo_takes_back_a_whole_record_with_its_texts(petra: Session) -> None:
    role, profile = petra.roles.new()
    task = RoleTask(code="a", text="Fietsen poetsen")
    profile = replace(profile, name="Fietsen poetsen", tasks=(task,))
    petra.roles.save(replace(role, key="fietsen-poetsen"), profile)
    petra.history.undo_last()
    assert petra.roles.lines("poetsen") == []
    with petra.opened.database.read() as uow:
        assert uow.of(RoleProfile).find(id=profile.id) is None


def test_a_removed_placement_comes_back(petra: Session, world: World) -> None:
    everything = PlacementFilter(running_only=False)
    before = {line.id for line in petra.placements.lines("", everything)}
    petra.placements.remove(petra.placements.of(world.amina)[0].id)
    petra.history.undo_last()
    assert {line.id for line in petra.placements.lines("", everything)} == before


def test_what_left_the_house_is_not_undone_but_the_change_before_it_is(
    petra: Session, world: World
) -> None:
    amina = petra.participants.get(world.amina)
    petra.participants.change(replace(amina, phone="0555550120"))
    label = petra.history.undoable()
    issued = petra.papers.issue(petra.papers.progress_report(a_wish(world.amina, None)))
    assert petra.history.undoable() == label is not None
    petra.history.undo_last()
    assert petra.participants.get(world.amina) == amina
    assert petra.papers.issued_about(world.amina) == [issued]


def test_who_only_printed_has_nothing_to_undo(jan: Session, world: World) -> None:
    jan.papers.issue(jan.papers.progress_report(a_wish(world.amina, None)))
    assert jan.history.undoable() is None
    with pytest.raises(UserError, match="niets om ongedaan te maken"):
        jan.history.undo_last()


def test_undo_of_a_fixed_supervisor_closes_the_file_again(
    petra: Session, jan: Session, world: World
) -> None:
    fixed = petra.participants.fixed_supervisors(world.bram)[0]
    petra.participants.remove_fixed_supervisor(fixed.id)
    guide(petra, world.bram, world.jan)
    assert jan.participants.get(world.bram)
    petra.history.undo_last()
    with pytest.raises(NotAllowed):
        jan.participants.get(world.bram)


def test_the_history_says_who_did_what_and_keeps_the_undone_change(
    petra: Session, jan: Session, world: World
) -> None:
    goal = jan.goals.of(world.amina)[0]
    jan.goals.save(replace(goal, text="Leren lassen"))
    jan.history.undo_last()
    undone, changed = petra.history.of_participant(world.amina)[:2]
    assert (undone.who, changed.who) == ("Jan Bos", "Jan Bos")
    assert changed.changes == (("text", goal.text, "Leren lassen"),)
    assert undone.changes == (("text", "Leren lassen", goal.text),)
