"""Changing where a file stands: what ends, what is planned, who is still expected."""

from dataclasses import replace
from datetime import timedelta

import pytest

from ca_desktop.domain.aftercare import Aftercare, AftercareResult
from ca_desktop.domain.closing import Fate
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.participants import Participant, ParticipantFilter, ParticipantSort
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.signals import SignalKind
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.domain.waiting import Waiting
from ca_desktop.i18n import N_
from ca_desktop.services.session import Session
from tests.builders import MONDAY, World, a_participant, place
from tests.conftest import TODAY


def step(session: Session, person, after: Stage, **more) -> StageChange:
    change = replace(session.stages.new(person), after=after, reason="Zo afgesproken")
    return session.stages.change(replace(change, **more))


def stored(session: Session, kind: type, person) -> list:
    with session.opened.database.read() as uow:
        return list(uow.of(kind).all(participant_id=person))


def finish(session: Session, person, outcome: Outcome = Outcome.PAID_WORK, **more) -> StageChange:
    return step(session, person, Stage.FINISHED, outcome=outcome.value, **more)


def test_finishing_ends_what_runs_with_the_outcome_and_the_last_day(petra: Session, world: World):
    with petra.opened.database.write(petra.actor, N_("Save")) as uow:
        uow.save(Waiting(participant_id=world.amina, role_id=world.role, since_on=TODAY))
    finish(petra, world.amina)
    (placement,) = petra.placements.of(world.amina)
    assert (placement.placement.ended_on, placement.placement.outcome) == (TODAY, "paid_work")
    assert [one.ends_on for one in petra.trajectories.of(world.amina)] == [TODAY]
    assert [one.ends_on for one in petra.participants.fixed_supervisors(world.amina)] == [TODAY]
    assert [one.ended_on for one in stored(petra, Waiting, world.amina)] == [TODAY]
    person = petra.participants.get(world.amina)
    assert (person.stage, person.ended_on) == (Stage.FINISHED, TODAY)


def test_contact_afterwards_is_planned_with_the_fixed_supervisor(petra: Session, world: World):
    finish(petra, world.amina)
    planned = sorted(stored(petra, Aftercare, world.amina), key=lambda one: one.months)
    assert [(one.months, one.supervisor_id) for one in planned] == [
        (3, world.jan),
        (6, world.jan),
        (12, world.jan),
    ]


@pytest.mark.parametrize("outcome", [Outcome.STAYS, Outcome.ILL_OR_DECEASED])
def test_who_does_not_leave_is_not_called_afterwards(petra: Session, world: World, outcome):
    finish(petra, world.amina, outcome)
    assert stored(petra, Aftercare, world.amina) == []


def test_what_would_end_is_named_before(petra: Session, world: World):
    said = {(one.fate, one.text) for one in petra.stages.what_ends(world.amina, TODAY)}
    assert (Fate.ENDS, "Vaste begeleider: Jan Bos") in said
    assert (Fate.ENDS, "Traject bij Gemeente Apeldoorn") in said
    assert (Fate.STAYS_OPEN, "Doel: Amina wil leren zagen") in said
    assert len(said) == 5


def test_a_change_is_undone_as_a_whole(petra: Session, world: World):
    before = petra.participants.get(world.amina)
    finish(petra, world.amina)
    petra.history.undo_last()
    assert petra.participants.get(world.amina) == before
    assert petra.stages.steps(world.amina) == []
    assert stored(petra, Aftercare, world.amina) == []
    assert [one.placement.ended_on for one in petra.placements.of(world.amina)] == [None]


def test_nothing_is_written_when_the_step_is_refused(petra: Session, world: World):
    with pytest.raises(RuleBroken) as refused:
        petra.stages.change(replace(petra.stages.new(world.amina), after=Stage.FINISHED))
    assert [one.field for one in refused.value.problems] == ["outcome"]
    assert petra.stages.now(world.amina) is Stage.ACTIVE
    assert petra.stages.steps(world.amina) == []


def test_a_file_that_opens_again_gets_no_end_date_and_no_placement(petra: Session, world: World):
    finish(petra, world.amina)
    (first, *_more) = petra.stages.what_lapses(world.amina)
    done = replace(first, done_on=TODAY, result=AftercareResult.WANTS_BACK)
    with petra.opened.database.write(petra.actor, N_("Save")) as uow:
        uow.save(done)
    step(petra, world.amina, Stage.ACTIVE)
    person = petra.participants.get(world.amina)
    assert (person.stage, person.ended_on) == (Stage.ACTIVE, None)
    assert petra.placements.of(world.amina)[0].placement.ended_on == TODAY
    assert stored(petra, Aftercare, world.amina) == [done]
    assert [one.after for one in petra.stages.steps(world.amina)] == [Stage.ACTIVE, Stage.FINISHED]


def test_a_file_goes_to_the_archive_and_back_without_a_second_ending(petra: Session, world: World):
    finish(petra, world.amina, on=TODAY - timedelta(days=4))
    step(petra, world.amina, Stage.ARCHIVED)
    step(petra, world.amina, Stage.FINISHED)
    assert len(stored(petra, Aftercare, world.amina)) == 3
    assert petra.participants.get(world.amina).ended_on == TODAY - timedelta(days=4)


def test_who_is_paused_keeps_the_placement_but_is_not_expected(petra: Session, world: World):
    def planned() -> list[str]:
        (row,) = [r for r in petra.attendance.week(MONDAY) if r.participant_id == world.amina]
        return [f"{cell.on:%a}{cell.part[0]}" for cell in row.cells if cell.is_planned]

    assert planned() == ["Monm", "Weda"]
    step(petra, world.amina, Stage.PAUSED, on=MONDAY + timedelta(days=1))
    assert planned() == ["Monm"]
    assert petra.placements.of(world.amina)[0].placement.ended_on is None
    step(petra, world.amina, Stage.ACTIVE, on=MONDAY + timedelta(days=1))
    assert planned() == ["Monm", "Weda"]


def test_the_list_of_who_is_here_leaves_out_who_is_not_active(petra: Session, world: World):
    def here(**chosen) -> int:
        return len(petra.participants.order(ParticipantSort.NAME, ParticipantFilter(**chosen)))

    step(petra, world.amina, Stage.PAUSED)
    finish(petra, world.bram)
    assert (here(), here(active_only=True)) == (3, 1)
    assert here(stage=Stage.PAUSED) == here(stage=Stage.FINISHED) == 1


def test_who_waits_gives_no_signal_but_an_agreed_follow_up(petra: Session, world: World):
    def kinds() -> set[SignalKind]:
        return {s.kind for s in petra.signals.all() if s.participant_id == world.amina}

    place(petra, world.amina, world.role, None, "4m")
    before = kinds()
    assert SignalKind.FOLLOW_UP in before
    step(petra, world.amina, Stage.PAUSED)
    assert kinds() == {SignalKind.FOLLOW_UP}
    finish(petra, world.amina)
    assert kinds() == set()


def test_a_file_without_a_supervisor_gives_a_signal_only_when_active(petra: Session):
    person = a_participant(petra, "Dirk", "Dam")
    who = [s.who for s in petra.signals.all() if s.kind is SignalKind.NO_SUPERVISOR]
    assert who == ["Dirk Dam"]
    step(petra, person.id, Stage.PAUSED)
    assert not [s for s in petra.signals.all() if s.kind is SignalKind.NO_SUPERVISOR]


def test_only_who_takes_people_in_changes_a_stage(jan: Session, lies: Session, world: World):
    assert jan.stages.now(world.amina) is Stage.ACTIVE
    for session in (jan, lies):
        with pytest.raises(NotAllowed):
            session.stages.new(world.amina)
    with pytest.raises(NotAllowed):
        jan.stages.steps(world.bram)
    with pytest.raises(NotAllowed):
        lies.stages.now(world.amina)


def test_changing_a_file_does_not_change_its_stage(petra: Session, world: World):
    stale: Participant = petra.participants.get(world.amina)
    step(petra, world.amina, Stage.PAUSED)
    petra.participants.change(replace(stale, place="Epe"))
    person = petra.participants.get(world.amina)
    assert (person.place, person.stage) == ("Epe", Stage.PAUSED)
