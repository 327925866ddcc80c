"""Notes: writing, the edit window, additions, follow-ups."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.entries import Entry, EntryFilter, Visibility
from ca_desktop.domain.errors import RuleBroken
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import MONDAY, World
from tests.conftest import TODAY
from tests.stores import NOW, session_as


@pytest.fixture
def note(jan: Session, world: World) -> Entry:
    """What Jan wrote just now about Amina."""
    return jan.entries.write(replace(jan.entries.new(world.amina), text="Werkt rustig"))


def after(filled_store: OpenStore, world: World, who: str = "jan", hours: float = 1) -> Session:
    """Somebody at work some hours after the note."""
    return session_as(filled_store, world.accounts[who], NOW + timedelta(hours=hours))


def test_a_new_note_is_kept_under_the_writer_and_found_by_its_words(
    jan: Session, note: Entry, world: World
) -> None:
    assert (note.written_by, note.supervisor_id) == (world.accounts["jan"].id, world.jan)
    assert note.edited_at is None
    rows = jan.entries.matching("RUSTIG werkt")
    assert [line.entry for line in jan.entries.lines(sorted(rows or ()))] == [note]


def test_a_refused_note_says_why_beside_each_field_and_keeps_nothing(
    jan: Session, world: World
) -> None:
    wrong = replace(
        jan.entries.new(world.amina),
        minutes=-1,
        on=TODAY + timedelta(days=1),
        follow_up_on=MONDAY,
    )
    before = list(jan.entries.order(EntryFilter()))
    with pytest.raises(RuleBroken) as refused:
        jan.entries.write(wrong)
    fields = {problem.field for problem in refused.value.problems}
    assert fields == {"text", "minutes", "on", "follow_up_on"}
    assert list(jan.entries.order(EntryFilter())) == before


def test_within_the_window_the_writer_changes_a_note_and_it_says_so(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    later = after(filled_store, world, hours=23)
    assert later.entries.is_open(note)
    changed = later.entries.write(replace(note, text="Werkt heel rustig"))
    assert changed.edited_at == NOW + timedelta(hours=23)
    assert changed.written_at == note.written_at
    assert later.entries.get(note.id).text == "Werkt heel rustig"


def test_the_window_can_not_be_stretched_by_moving_the_moment_of_writing(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    later = after(filled_store, world, hours=23)
    moved = replace(note, text="Anders", written_at=NOW + timedelta(hours=23))
    assert later.entries.write(moved).written_at == note.written_at


def test_after_the_window_a_note_stays_as_it_is_and_an_addition_is_written(
    filled_store: OpenStore, note: Entry, world: World
) -> None:
    later = after(filled_store, world, hours=25)
    assert not later.entries.is_open(note)
    with pytest.raises(RuleBroken, match="aanvulling"):
        later.entries.write(replace(note, text="Toch niet"))
    addition = later.entries.add_to(note.id)
    kept = later.entries.write(replace(addition, text="Later bleek meer"))
    assert (kept.adds_to_id, kept.participant_id) == (note.id, world.amina)
    assert later.entries.get(note.id) == note


def test_nobody_else_changes_a_note_not_even_the_coordinator(
    petra: Session, filled_store: OpenStore, note: Entry
) -> None:
    assert not petra.entries.is_open(note)
    with pytest.raises(RuleBroken, match="aanvulling"):
        petra.entries.write(replace(note, text="Van Petra"))


def test_a_note_stays_with_its_participant_and_writer(
    jan: Session, petra: Session, note: Entry, world: World
) -> None:
    for moved in (
        replace(note, participant_id=world.cato),
        replace(note, written_by=world.accounts["petra"].id),
    ):
        with pytest.raises(RuleBroken, match="blijft bij"):
            jan.entries.write(moved)


def test_a_follow_up_is_ticked_off_long_after_the_window(
    petra: Session, filled_store: OpenStore, world: World
) -> None:
    open_ones = EntryFilter(participant_id=world.amina, open_follow_up_only=True)
    waiting = petra.entries.lines(petra.entries.order(open_ones))[0].entry
    later = after(filled_store, world, hours=500)
    ticked = later.entries.settle_follow_up(waiting.id)
    assert ticked.follow_up_done
    assert ticked.edited_at is None
    assert later.entries.order(open_ones) == []
    later.entries.settle_follow_up(waiting.id, done=False)
    assert len(later.entries.order(open_ones)) == 1


def test_the_filters_of_the_log_hold_together(petra: Session, note: Entry, world: World) -> None:
    def texts(chosen: EntryFilter) -> set[str]:
        return {line.entry.text for line in petra.entries.lines(petra.entries.order(chosen))}

    assert texts(EntryFilter(supervisor_id=world.jan)) == {"Werkt rustig"}
    assert texts(EntryFilter(from_on=TODAY)) == {"Werkt rustig"}
    assert "Werkt rustig" not in texts(EntryFilter(until_on=MONDAY))
    assert texts(EntryFilter(participant_id=world.bram, from_on=TODAY)) == set()


def test_the_newest_note_stands_on_top(petra: Session, note: Entry) -> None:
    newest = petra.entries.lines(petra.entries.order(EntryFilter())[:1])
    assert newest[0].entry == note


def test_a_draft_is_offered_to_its_own_account_only(jan: Session, petra: Session) -> None:
    jan.drafts.keep("entry", {"text": "half geschr"})
    jan.drafts.keep("entry", {"text": "half geschreven"})
    kept = jan.drafts.get("entry")
    assert kept is not None
    assert kept.values == {"text": "half geschreven"}
    assert [draft.key for draft in jan.drafts.all()] == ["entry"]
    assert petra.drafts.all() == []
    jan.drafts.drop("entry")
    assert jan.drafts.get("entry") is None


def test_a_new_note_is_by_who_is_at_work_whatever_it_says(jan: Session, world: World) -> None:
    other = replace(jan.entries.new(world.amina), text="Van later", edited_at=NOW)
    other = replace(
        other, written_by=world.accounts["petra"].id, written_at=NOW + timedelta(days=5000)
    )
    kept = jan.entries.write(other)
    assert (kept.written_by, kept.written_at) == (world.accounts["jan"].id, NOW)
    assert kept.edited_at is None
    assert jan.entries.get(kept.id) == kept


def test_an_addition_is_about_the_same_participant(jan: Session, note: Entry, world: World) -> None:
    strange = replace(jan.entries.add_to(note.id), participant_id=world.cato, text="Over een ander")
    with pytest.raises(RuleBroken, match="blijft bij"):
        jan.entries.write(strange)
    assert jan.entries.additions(note.id) == []


def test_a_new_note_is_internal_until_this_account_chooses_otherwise(
    jan: Session, world: World
) -> None:
    first = jan.entries.new(world.amina)
    assert first.visibility is Visibility.INTERNAL
    jan.entries.write(replace(first, text="Gaat goed", visibility=Visibility.REPORT))
    assert jan.entries.new(world.amina).visibility is Visibility.REPORT
