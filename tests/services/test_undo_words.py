"""What the question before an undo may say: names, days and values, within the rights."""

from dataclasses import replace
from datetime import timedelta

from ca_desktop.services.session import Session
from ca_desktop.ui.pages.participants.undo_words import LONGEST, undo_words
from tests.builders import World
from tests.conftest import TODAY


def test_the_step_names_the_person_the_day_and_what_changed(jan: Session, world: World) -> None:
    jan.entries.write(replace(jan.entries.new(world.amina), text="Werkt rustig"))
    step = jan.history.last_step()
    assert step is not None
    (line,) = step.lines
    person = jan.participants.get(world.amina)
    assert (line.name, line.day, step.more) == (person.name.full, TODAY, 0)
    assert ("text", "", "Werkt rustig") in line.line.changes


def test_a_change_says_from_what_to_what(petra: Session, world: World) -> None:
    before = petra.participants.get(world.amina)
    petra.participants.change(replace(before, place="Tilburg"))
    petra.participants.change(replace(before, place="Breda"))
    assert "Plaats: Tilburg → Breda" in undo_words(petra).splitlines()


def test_long_texts_are_cut_off(jan: Session, world: World) -> None:
    jan.entries.write(replace(jan.entries.new(world.amina), text="heel lang " * 60))
    assert max(map(len, undo_words(jan).splitlines())) < LONGEST + 40


def test_there_are_no_words_without_a_change(jan: Session) -> None:
    assert undo_words(jan) == ""


def test_of_who_is_out_of_reach_by_now_nothing_is_said(
    petra: Session, jan: Session, world: World
) -> None:
    jan.goals.save(replace(jan.goals.of(world.amina)[0], text="Iets anders"))
    fixed = petra.participants.fixed_supervisors(world.amina)[0]
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY - timedelta(days=1)))
    placed = petra.placements.of(world.amina)[0].placement
    petra.placements.save(replace(placed, supervisor_id=world.els))
    step = jan.history.last_step()
    assert step is not None
    assert [(one.name, one.day, one.line.changes) for one in step.lines] == [("", None, ())]


def test_the_values_of_a_restricted_block_are_never_said(petra: Session, world: World) -> None:
    block = petra.target_groups.open(world.amina)
    group = petra.target_groups.recordable(world.amina)[0].code
    petra.target_groups.save(replace(block, target_group=group))
    step = petra.history.last_step()
    assert step is not None
    assert [one.line.changes for one in step.lines] == [()]
    assert group not in undo_words(petra)
