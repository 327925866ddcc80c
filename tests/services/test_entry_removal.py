"""A note that should not be there: removed by its writer at once, struck with a reason later."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.entries import Entry, EntryFilter, Removal, Striking
from ca_desktop.domain.errors import NotAllowed, NotFound, RuleBroken
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import World
from tests.stores import NOW, session_as

LATE = NOW + timedelta(hours=25)


@pytest.fixture
def note(jan: Session, world: World) -> Entry:
    """What Jan wrote just now about Amina."""
    return jan.entries.write(replace(jan.entries.new(world.amina), text="Over de verkeerde"))


def test_the_writer_removes_a_note_within_the_window_and_can_undo_it(
    jan: Session, note: Entry, world: World
) -> None:
    assert jan.entries.removal_of(note) is Removal.REMOVE
    before = len(jan.entries.order(EntryFilter(participant_id=world.amina)))
    jan.entries.remove(note.id)
    assert len(jan.entries.order(EntryFilter(participant_id=world.amina))) == before - 1
    assert jan.entries.matching("verkeerde") == frozenset()
    jan.history.undo_last()
    assert jan.entries.get(note.id) == note


def test_after_the_window_the_writer_asks_a_coordinator(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    late = session_as(filled_store, world.accounts["jan"], LATE)
    assert late.entries.removal_of(note) is Removal.NONE
    with pytest.raises(RuleBroken, match="coördinator"):
        late.entries.remove(note.id)
    with pytest.raises(NotAllowed):
        late.entries.strike(Striking(entry_id=note.id, reason="Fout"))


def test_a_coordinator_strikes_a_note_and_the_reason_stays_in_the_history(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    late = session_as(filled_store, world.accounts["petra"], LATE)
    assert late.entries.removal_of(note) is Removal.STRIKE
    late.entries.strike(Striking(entry_id=note.id, reason=" Ging over Bram "))
    with pytest.raises(NotFound):
        late.entries.get(note.id)
    changes = [line.changes for line in late.history.of_participant(world.amina)[:2]]
    assert (("strike_reason", "", "Ging over Bram"),) in changes
    assert any(("text", "Over de verkeerde", "") in one for one in changes)


def test_a_struck_note_comes_back_with_undo(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    late = session_as(filled_store, world.accounts["petra"], LATE)
    late.entries.strike(Striking(entry_id=note.id, reason="Vergissing"))
    late.history.undo_last()
    assert late.entries.get(note.id) == note


def test_striking_asks_a_reason(petra: Session, note: Entry) -> None:
    with pytest.raises(RuleBroken) as refused:
        petra.entries.strike(Striking(entry_id=note.id, reason="  "))
    assert [one.field for one in refused.value.problems] == ["reason"]
    assert petra.entries.get(note.id) == note


def test_nobody_removes_the_note_of_a_colleague(petra: Session, note: Entry) -> None:
    with pytest.raises(RuleBroken, match="coördinator"):
        petra.entries.remove(note.id)


def test_a_note_with_an_addition_stays(petra: Session, jan: Session, note: Entry) -> None:
    addition = jan.entries.write(replace(jan.entries.add_to(note.id), text="Aanvulling"))
    assert jan.entries.removal_of(note) is Removal.NONE
    for go in (
        lambda: jan.entries.remove(note.id),
        lambda: petra.entries.strike(Striking(entry_id=note.id, reason="Toch")),
    ):
        with pytest.raises(RuleBroken, match="aanvulling"):
            go()
    jan.entries.remove(addition.id)
    jan.entries.remove(note.id)
