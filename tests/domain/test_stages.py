"""The life of a file: which step may follow, when somebody was paused, what closing does."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ca_desktop.domain.closing import Closed, Fate, Names, Open, closed, lines
from ca_desktop.domain.entries import Entry, GuidanceForm
from ca_desktop.domain.goals import Goal, GoalStatus
from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.participants import FixedSupervisor, Participant
from ca_desktop.domain.placements import Outcome, Placement
from ca_desktop.domain.stages import Stage, StageChange, in_order, pauses, problems
from ca_desktop.domain.waiting import Waiting

START = date(2026, 9, 1)
TODAY = date(2026, 11, 24)
ME = uuid4()


def a_step(before: Stage, after: Stage, on: date = TODAY, **more: str) -> StageChange:
    return StageChange(participant_id=ME, before=before, after=after, on=on, **more)


def refused(change: StageChange, *earlier: StageChange) -> list[str]:
    found = problems(change, starts_on=START, today=TODAY, earlier=earlier)
    return [problem.field for problem in found]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        (Stage.SIGNED_UP, Stage.ACTIVE, []),
        (Stage.WAITING, Stage.ACTIVE, []),
        (Stage.SIGNED_UP, Stage.PAUSED, ["after", "reason"]),
        (Stage.ACTIVE, Stage.ARCHIVED, ["after", "outcome"]),
        (Stage.ACTIVE, Stage.PAUSED, ["reason"]),
        (Stage.ACTIVE, Stage.FINISHED, ["outcome"]),
        (Stage.FINISHED, Stage.ACTIVE, ["reason"]),
        (Stage.FINISHED, Stage.ARCHIVED, []),
        (Stage.ARCHIVED, Stage.FINISHED, []),
        (Stage.ARCHIVED, Stage.WAITING, ["reason"]),
    ],
)
def test_each_step_asks_what_belongs_to_it(before, after, field):
    assert refused(a_step(before, after)) == field


def test_a_step_is_not_taken_on_a_day_to_come_or_before_the_file():
    assert refused(a_step(Stage.WAITING, Stage.ACTIVE, TODAY + timedelta(days=1))) == ["on"]
    early = a_step(Stage.ACTIVE, Stage.FINISHED, START - timedelta(days=1), outcome="paid_work")
    assert refused(early) == ["on"]
    assert refused(replace(early, on=START)) == []


def test_a_step_does_not_go_back_behind_the_last_one():
    last = a_step(Stage.WAITING, Stage.ACTIVE, TODAY)
    pause = a_step(Stage.ACTIVE, Stage.PAUSED, TODAY - timedelta(days=1), reason="vakantie")
    assert refused(pause, last) == ["on"]
    assert refused(replace(pause, on=TODAY), last) == []


def test_a_pause_lasts_until_the_day_before_somebody_is_back():
    pause = a_step(Stage.ACTIVE, Stage.PAUSED, date(2028, 2, 28))
    (running,) = pauses([pause])
    assert running.includes(date(2030, 1, 1))
    assert not running.includes(date(2028, 2, 27))
    back = a_step(Stage.PAUSED, Stage.ACTIVE, date(2028, 3, 1))
    (over,) = pauses([back, pause])
    assert (over.starts_on, over.ends_on) == (date(2028, 2, 28), date(2028, 2, 29))


@given(st.permutations(range(4)))
def test_steps_of_one_day_stand_in_the_order_in_which_they_follow(order):
    steps = [
        a_step(Stage.SIGNED_UP, Stage.WAITING),
        a_step(Stage.WAITING, Stage.ACTIVE),
        a_step(Stage.ACTIVE, Stage.PAUSED),
        a_step(Stage.PAUSED, Stage.FINISHED),
    ]
    assert in_order(steps[place] for place in order) == steps


def test_a_pause_taken_back_on_the_same_day_is_no_pause():
    there = a_step(Stage.ACTIVE, Stage.PAUSED)
    back = a_step(Stage.PAUSED, Stage.ACTIVE)
    assert pauses([there, back]) == pauses([back, there])
    assert pauses([a_step(Stage.WAITING, Stage.ACTIVE), back, there]) == ()


def test_somebody_takes_part_only_while_active():
    person = Participant(number=1, first_name="Piet", starts_on=START)
    here = {stage for stage in Stage if replace(person, stage=stage).is_active(TODAY)}
    assert here == {Stage.ACTIVE}
    assert not replace(person, ended_on=TODAY - timedelta(days=1)).is_active(TODAY)
    assert replace(person, ended_on=TODAY).is_active(TODAY)


def a_placement(starts_on: date, ended_on: date | None = None) -> Placement:
    return Placement(
        participant_id=ME,
        role_id=uuid4(),
        half_days=HalfDays.of("0m"),
        starts_on=starts_on,
        review_on=starts_on,
        ended_on=ended_on,
        outcome=Outcome.OTHER_ROLE if ended_on else None,
    )


def end(what: Open) -> Closed:
    return closed(what, TODAY, Outcome.PAID_WORK)


@pytest.mark.parametrize("until", [None, TODAY + timedelta(days=1)])
def test_what_runs_ends_on_the_day_with_the_outcome(until):
    running = a_placement(START, until)
    assert end(Open(placements=(running,))) == Closed(
        kept=(replace(running, ended_on=TODAY, outcome=Outcome.PAID_WORK),), removed=()
    )


def test_what_ended_on_the_day_or_before_stays_as_it_is():
    for day in (TODAY, TODAY - timedelta(days=1)):
        assert end(Open(placements=(a_placement(START, day),))) == Closed(kept=(), removed=())


def test_what_would_begin_later_goes():
    later = a_placement(TODAY + timedelta(days=1))
    assert end(Open(placements=(later,))) == Closed(kept=(), removed=(later,))
    today = a_placement(TODAY)
    assert [one.ended_on for one in end(Open(placements=(today,))).kept] == [TODAY]


def test_a_line_of_the_waiting_list_never_ends_before_it_began():
    waiting = Waiting(participant_id=ME, role_id=uuid4(), since_on=TODAY + timedelta(days=3))
    (kept,) = end(Open(waiting=(waiting,))).kept
    assert kept.ended_on == waiting.since_on


def test_everything_that_closing_touches_is_named_before():
    role = a_placement(START)
    note = Entry(
        participant_id=ME,
        on=TODAY,
        minutes=15,
        form=GuidanceForm.PROGRESS_TALK,
        text="Gebeld",
        agreement="Bellen",
        follow_up_on=TODAY,
        written_by=uuid4(),
        written_at=datetime(2026, 11, 24, tzinfo=UTC),
    )
    what = Open(
        placements=(role, a_placement(TODAY + timedelta(days=2))),
        fixed=(FixedSupervisor(participant_id=ME, supervisor_id=uuid4(), starts_on=START),),
        entries=(note, replace(note, follow_up_done=True)),
        goals=(
            Goal(participant_id=ME, text="Ik wil leren zagen", set_on=START),
            Goal(participant_id=ME, text="Klaar", set_on=START, status=GoalStatus.REACHED),
        ),
    )
    said = list(lines(what, TODAY, Names(roles={role.role_id: "Sorteren"})))
    assert [one.fate for one in said] == [Fate.ENDS, Fate.GOES, Fate.ENDS] + [Fate.STAYS_OPEN] * 2
    assert "Sorteren" in said[0].text
    assert "Bellen" in said[3].text


@pytest.mark.parametrize("outcome", list(Outcome))
def test_who_stays_or_is_ill_is_not_called_afterwards(outcome):
    staying = {Outcome.STAYS, Outcome.OTHER_ROLE, Outcome.ILL_OR_DECEASED}
    assert outcome.is_leaving == (outcome not in staying)
