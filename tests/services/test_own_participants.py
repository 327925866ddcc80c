"""A supervisor sees and changes only the own participants: in lists, searches, papers and undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.attendance import AttendanceCode
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.entries import EntryFilter
from ca_desktop.domain.errors import NotAllowed, NotFound, UserError
from ca_desktop.domain.goals import Score
from ca_desktop.domain.half_days import DayPart
from ca_desktop.domain.participants import ParticipantFilter, ParticipantSort
from ca_desktop.domain.placements import PlacementFilter
from ca_desktop.domain.target_groups import RestrictedBlock
from ca_desktop.services.session import Session
from ca_desktop.services.stores import OpenStore
from tests.builders import MONDAY, START, World, a_wish, guide
from tests.conftest import TODAY
from tests.stores import NOW, session_as

OWN = "Dit mag je alleen voor je eigen deelnemers. Vraag het een coördinator."


def names_seen(session: Session) -> set[str]:
    """The first names of everybody on this account's list."""
    rows = session.participants.order(ParticipantSort.NAME, ParticipantFilter())
    return {line.name.first for line in session.participants.lines(rows)}


def test_the_lists_hold_only_own_participants(jan: Session) -> None:
    assert names_seen(jan) == {"Amina", "Cato"}
    placed = jan.placements.lines("", PlacementFilter(running_only=False))
    assert {line.participant.first for line in placed} == {"Amina", "Cato"}
    notes = jan.entries.lines(jan.entries.order(EntryFilter()))
    assert {line.participant.first for line in notes} == {"Amina", "Cato"}
    assert {row.name.first for row in jan.attendance.week(MONDAY)} == {"Amina", "Cato"}
    about = {signal.who.split()[0] for signal in jan.signals.all() if signal.participant_id}
    assert about == {"Amina", "Cato"}


def test_asking_for_the_lines_of_somebody_else_gives_nothing(petra: Session, jan: Session) -> None:
    people = petra.participants.order(ParticipantSort.NAME, ParticipantFilter())
    assert {line.name.first for line in jan.participants.lines(people)} == {"Amina", "Cato"}
    notes = petra.entries.order(EntryFilter())
    assert {line.participant.first for line in jan.entries.lines(notes)} == {"Amina", "Cato"}


def test_a_search_does_not_tell_that_somebody_else_exists(jan: Session, world: World) -> None:
    assert jan.participants.matching("bram") == frozenset()
    assert jan.participants.find("bram") == []
    assert jan.entries.matching("bram") == frozenset()
    assert jan.search.find("bram") == []
    assert {hit.record_id for hit in jan.search.find("amina")} >= {world.amina}
    with pytest.raises(NotFound) as missing:
        jan.participants.named("Bram Visser")
    assert not any("Bram" in name for name in missing.value.nearest)


def test_no_method_reads_about_somebody_elses_participant(jan: Session, world: World) -> None:
    bram, wish = world.bram, a_wish(world.bram, world.municipality)
    refusals = (
        lambda: jan.participants.get(bram),
        lambda: jan.participants.line(bram),
        lambda: jan.participants.fixed_supervisors(bram),
        lambda: jan.trajectories.of(bram),
        lambda: jan.goals.of(bram),
        lambda: jan.goals.scores(bram),
        lambda: jan.attendance.of(bram, START, TODAY),
        lambda: jan.history.of_participant(bram),
        lambda: jan.target_groups.open(bram),
        lambda: jan.target_groups.recordable(bram),
        lambda: jan.papers.recipients(bram, wish.period),
        lambda: jan.papers.progress_report(wish),
        lambda: jan.papers.notes_for_summary(wish),
        lambda: jan.papers.note_counts(wish),
        lambda: jan.papers.summary(wish),
        lambda: jan.papers.issued_about(bram),
        lambda: jan.placements.going_on(bram, TODAY),
    )
    for refused in refusals:
        with pytest.raises(NotAllowed) as answer:
            refused()
        assert answer.value.message == OWN
    assert jan.placements.of(bram) == []


def test_no_method_writes_about_somebody_elses_participant(
    petra: Session, jan: Session, world: World
) -> None:
    bram = world.bram
    goal = petra.goals.of(bram)[0]
    trajectory = petra.trajectories.of(bram)[0]
    note = petra.entries.lines(petra.entries.order(EntryFilter(participant_id=bram)))[0].entry
    present = (bram, TODAY, DayPart.MORNING, AttendanceCode.PRESENT, None)
    refusals = (
        lambda: jan.participants.change(petra.participants.get(bram)),
        lambda: jan.trajectories.save(trajectory),
        lambda: jan.trajectories.remove(trajectory.id),
        lambda: jan.goals.save(goal),
        lambda: jan.goals.remove(goal.id),
        lambda: jan.entries.get(note.id),
        lambda: jan.entries.add_to(note.id),
        lambda: jan.entries.settle_follow_up(note.id),
        lambda: jan.entries.write(replace(jan.entries.new(bram), text="Van een ander")),
        lambda: jan.attendance.record_all([present]),
        lambda: jan.papers.save_summary(petra.papers.summary(a_wish(bram, None))),
        lambda: jan.papers.issue(petra.papers.progress_report(a_wish(bram, None))),
        lambda: jan.target_groups.save(RestrictedBlock(participant_id=bram, recorded_on=TODAY)),
    )
    for refused in refusals:
        with pytest.raises(NotAllowed) as answer:
            refused()
        assert answer.value.message == OWN


def test_a_record_of_somebody_else_can_not_be_pulled_to_an_own_participant(
    petra: Session, jan: Session, world: World
) -> None:
    bram, amina = world.bram, world.amina
    score = Score(participant_id=bram, skill="", value=1, on=TODAY)
    score = petra.goals.save_score(replace(score, skill=load_catalogue().work_skills[0].code))
    summary = replace(petra.papers.summary(a_wish(bram, None)), text="Over Bram")
    petra.papers.save_summary(summary)
    block = petra.target_groups.save(RestrictedBlock(participant_id=bram, recorded_on=TODAY))
    pulls = (
        lambda: jan.trajectories.save(
            replace(petra.trajectories.of(bram)[0], participant_id=amina)
        ),
        lambda: jan.goals.save(replace(petra.goals.of(bram)[0], participant_id=amina)),
        lambda: jan.goals.save_score(replace(score, participant_id=amina)),
        lambda: jan.papers.save_summary(replace(summary, participant_id=amina)),
        lambda: jan.target_groups.save(replace(block, participant_id=amina)),
    )
    for pull in pulls:
        with pytest.raises(NotAllowed) as answer:
            pull()
        assert answer.value.message == OWN
    assert len(petra.goals.of(bram)) == len(petra.trajectories.of(bram)) == 1


def test_the_restricted_block_opens_only_for_the_fixed_supervisor(
    jan: Session, els: Session, world: World
) -> None:
    assert jan.participants.get(world.cato)
    with pytest.raises(NotAllowed, match="eigen deelnemers"):
        jan.target_groups.open(world.cato)
    with pytest.raises(NotAllowed, match="eigen deelnemers"):
        jan.target_groups.save(RestrictedBlock(participant_id=world.cato, recorded_on=TODAY))
    assert els.target_groups.open(world.cato).participant_id == world.cato


def test_opening_the_restricted_block_stands_in_the_history(
    jan: Session, els: Session, world: World
) -> None:
    els.target_groups.open(world.cato)
    line = els.history.of_participant(world.cato)[0]
    assert (line.subject, line.who) == ("restricted_blocks", "Els Veen")
    assert "gelezen" in line.what
    seen_by_jan = {line.subject for line in jan.history.of_participant(world.cato)}
    assert "restricted_blocks" not in seen_by_jan


def test_a_former_supervisor_sees_somebody_until_the_last_day(
    petra: Session, jan: Session, world: World
) -> None:
    fixed = petra.participants.fixed_supervisors(world.amina)[0]
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY))
    placed = petra.placements.of(world.amina)[0].placement
    petra.placements.save(replace(placed, supervisor_id=None))
    assert "Amina" in names_seen(jan)
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY - timedelta(days=1)))
    assert names_seen(jan) == {"Cato"}
    with pytest.raises(NotAllowed):
        jan.participants.get(world.amina)


def test_a_new_supervisor_sees_somebody_from_the_first_day(
    petra: Session, filled_store: OpenStore, world: World
) -> None:
    fixed = petra.participants.fixed_supervisors(world.bram)[0]
    petra.participants.save_fixed_supervisor(replace(fixed, ends_on=TODAY))
    guide(petra, world.bram, world.jan, TODAY + timedelta(days=1))
    account = world.accounts["jan"]
    assert "Bram" not in names_seen(session_as(filled_store, account))
    tomorrow = session_as(filled_store, account, NOW + timedelta(days=1))
    assert "Bram" in names_seen(tomorrow)


def test_a_supervisors_account_without_a_supervisor_sees_nobody(
    filled_store: OpenStore, world: World
) -> None:
    loose = session_as(filled_store, replace(world.accounts["jan"], supervisor_id=None))
    assert names_seen(loose) == set()


def test_half_a_week_is_not_recorded_when_one_person_is_somebody_elses(
    petra: Session, jan: Session, world: World
) -> None:
    cells = [
        (person, TODAY, DayPart.MORNING, AttendanceCode.SICK, None)
        for person in (world.amina, world.bram)
    ]
    with pytest.raises(NotAllowed):
        jan.attendance.record_all(cells)
    assert petra.attendance.of(world.amina, TODAY, TODAY) == []


def test_a_paper_that_was_issued_comes_again_only_for_own_participants(
    petra: Session, jan: Session, world: World
) -> None:
    issued = petra.papers.issue(petra.papers.progress_report(a_wish(world.bram, None)))
    with pytest.raises(UserError, match="eigen deelnemers"):
        jan.papers.issue_again(issued.id)


def test_a_search_never_looks_into_the_restricted_block(petra: Session, world: World) -> None:
    group = petra.target_groups.recordable(world.amina)[0]
    block = RestrictedBlock(participant_id=world.amina, recorded_on=TODAY)
    petra.target_groups.save(replace(block, target_group=group.code))
    for words in (group.code, group.name.nl, group.name.en):
        assert not [hit for hit in petra.search.find(words) if hit.page == "participants"]
