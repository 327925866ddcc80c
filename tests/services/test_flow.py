"""In-, through- and outflow: what counts, what lies on the edge, and who is behind each figure."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from ca_desktop.domain.aftercare import AftercareResult
from ca_desktop.domain.dates import Period
from ca_desktop.domain.errors import NotAllowed, RuleBroken
from ca_desktop.domain.flow import Cell, Figure, FlowFigures
from ca_desktop.domain.flow_measures import FlowBy, Measure
from ca_desktop.domain.placements import Outcome
from ca_desktop.domain.stages import Stage
from ca_desktop.domain.trajectories import LegalForm
from ca_desktop.services.flow import GapReason
from ca_desktop.services.session import Session
from tests.builders import START, World
from tests.conftest import TODAY
from tests.services.flow_people import (
    YEAR,
    contacts,
    grouped,
    keep,
    leaves,
    placed,
    somebody,
    step,
    told,
)

THIS_YEAR = Period(starts_on=YEAR[0], ends_on=YEAR[1])
SPRING_DAY = date(2026, 5, 4)
SPRING = Period(starts_on=date(2026, 3, 1), ends_on=date(2026, 5, 31))


def total(figures: FlowFigures, measure: Measure) -> Cell:
    return figures.total.cells[measure]


def people(session: Session, period: Period, measure: Measure) -> set[UUID]:
    figure = Figure(period=period, by=FlowBy.ROLE, measure=measure)
    return {one.participant_id for one in session.flow.rows_behind(figure)}


def test_who_was_taken_in_without_stages_started_on_the_first_day(
    petra: Session, world: World
) -> None:
    assert people(petra, THIS_YEAR, Measure.STARTED) == set(world.people)
    assert people(petra, SPRING, Measure.STARTED) == set()


@pytest.mark.parametrize(
    ("on", "counts"),
    [
        (date(2026, 2, 28), False),
        (date(2026, 3, 1), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
    ],
)
def test_the_first_and_last_day_of_a_period_count(petra: Session, on: date, counts: bool) -> None:
    person = somebody(petra, "Dag", on)
    assert (person in people(petra, SPRING, Measure.STARTED)) is counts


def test_who_waited_first_started_when_the_file_became_active(petra: Session) -> None:
    person = somebody(petra, "Wachter", date(2026, 1, 5), Stage.SIGNED_UP)
    assert person not in people(petra, THIS_YEAR, Measure.STARTED)
    step(petra, person, Stage.SIGNED_UP, Stage.WAITING, date(2026, 2, 1))
    step(petra, person, Stage.WAITING, Stage.ACTIVE, date(2026, 4, 1))
    assert person in people(petra, SPRING, Measure.STARTED)
    winter = Period(starts_on=YEAR[0], ends_on=date(2026, 2, 28))
    assert person not in people(petra, winter, Measure.STARTED)


def test_coming_back_from_a_pause_is_no_start(petra: Session) -> None:
    person = somebody(petra, "Pauze", date(2025, 9, 1))
    step(petra, person, Stage.ACTIVE, Stage.PAUSED, date(2026, 3, 2))
    step(petra, person, Stage.PAUSED, Stage.ACTIVE, date(2026, 4, 2))
    assert person not in people(petra, THIS_YEAR, Measure.STARTED)


def test_who_left_and_waits_again_keeps_the_first_start(petra: Session) -> None:
    person = somebody(petra, "Terug", date(2026, 3, 2))
    leaves(petra, person, date(2026, 6, 1), Outcome.STOPPED)
    step(petra, person, Stage.FINISHED, Stage.WAITING, date(2026, 7, 1))
    assert person in people(petra, SPRING, Measure.STARTED)


def test_who_never_started_does_not_leave_either(petra: Session) -> None:
    person = somebody(petra, "Nooit", date(2026, 3, 2), Stage.SIGNED_UP)
    step(petra, person, Stage.SIGNED_UP, Stage.FINISHED, date(2026, 4, 1))
    assert person not in people(petra, THIS_YEAR, Measure.STARTED)
    assert person not in people(petra, THIS_YEAR, Measure.LEFT)


def test_another_role_counts_once_and_a_return_to_the_old_one_does_not(
    petra: Session, world: World
) -> None:
    other = petra.roles.named("repareren").id
    placed(petra, world.amina, other, date(2026, 10, 1), date(2026, 10, 31))
    placed(petra, world.amina, world.role, date(2026, 11, 1))
    autumn = Period(starts_on=date(2026, 10, 1), ends_on=date(2026, 10, 31))
    november = Period(starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))
    assert people(petra, autumn, Measure.OTHER_ROLE) == {world.amina}
    assert people(petra, november, Measure.OTHER_ROLE) == set()
    first = Figure(period=THIS_YEAR, by=FlowBy.ROLE, measure=Measure.OTHER_ROLE, key=str(other))
    assert [one.participant_id for one in petra.flow.rows_behind(first)] == [world.amina]


def test_a_second_role_on_the_first_day_is_no_step(petra: Session, world: World) -> None:
    placed(petra, world.bram, petra.roles.named("repareren").id, START)
    assert people(petra, THIS_YEAR, Measure.OTHER_ROLE) == set()


def test_a_trajectory_in_another_form_counts_in_the_same_form_it_does_not(
    petra: Session, world: World
) -> None:
    (first,) = petra.trajectories.of(world.amina)
    form = LegalForm.PARTICIPATION_PLACE
    new = petra.trajectories.new(world.amina, world.municipality, first.legal_role)
    step_up = replace(new, starts_on=date(2026, 10, 1), predecessor_id=first.id, legal_form=form)
    again = replace(
        new, id=UUID(int=7), starts_on=date(2026, 11, 2), predecessor_id=step_up.id, legal_form=form
    )
    keep(petra, step_up, again)
    assert people(petra, THIS_YEAR, Measure.OTHER_FORM) == {world.amina}
    later = Period(starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 30))
    assert people(petra, later, Measure.OTHER_FORM) == set()
    of_form = Figure(period=THIS_YEAR, by=FlowBy.FORM, measure=Measure.OTHER_FORM, key=form.value)
    assert len(petra.flow.rows_behind(of_form)) == 1


def test_a_lasting_place_is_a_good_outcome_and_stopping_is_not(petra: Session) -> None:
    for name, outcome in (
        ("Blijft", Outcome.STAYS),
        ("Werkt", Outcome.PAID_WORK),
        ("Stopt", Outcome.STOPPED),
        ("Weg", Outcome.MOVED),
    ):
        leaves(petra, somebody(petra, name, date(2026, 3, 2)), date(2026, 10, 1), outcome)
    figures = petra.flow.figures(THIS_YEAR, FlowBy.ROLE)
    assert total(figures, Measure.LEFT) == Cell(count=4)
    assert total(figures, Measure.LEFT_WELL) == Cell(count=2, of=4)
    assert {one.code: one.count for one in figures.outcomes} == {
        "stays": 1,
        "paid_work": 1,
        "stopped": 1,
        "moved": 1,
    }


def test_a_file_that_ended_before_there_were_stages_counts_with_its_last_placement(
    petra: Session, world: World
) -> None:
    petra.placements.end_all(world.bram, Outcome.EDUCATION, date(2026, 10, 1))
    bram = petra.participants.get(world.bram)
    keep(petra, replace(bram, ended_on=date(2026, 10, 1)))
    assert people(petra, THIS_YEAR, Measure.LEFT_WELL) == {world.bram}


def test_what_is_still_to_come_is_not_counted(petra: Session, world: World) -> None:
    bram = petra.participants.get(world.bram)
    keep(petra, replace(bram, ended_on=TODAY + timedelta(days=1)))
    assert people(petra, THIS_YEAR, Measure.LEFT) == set()


def test_after_three_months_only_who_was_reached_is_counted(petra: Session) -> None:
    results = (
        AftercareResult.STILL_THERE,
        AftercareResult.ELSEWHERE,
        AftercareResult.STOPPED,
        AftercareResult.NOT_REACHED,
    )
    for number, result in enumerate(results):
        person = somebody(petra, f"Na{number}", date(2025, 9, 1))
        first, *_later = contacts(petra, person, date(2026, 1, 31), None)
        assert first.due_on == date(2026, 4, 30)
        told(petra, first, date(2026, 5, 4), result)
    figures = petra.flow.figures(SPRING, FlowBy.PARTNER)
    assert total(figures, Measure.AFTER_3) == Cell(count=2, of=3)
    assert total(figures, Measure.AFTER_6) == Cell(count=0, of=0)


def test_every_figure_counts_exactly_the_rows_behind_it(petra: Session, world: World) -> None:
    placed(petra, world.amina, petra.roles.named("repareren").id, date(2026, 10, 1))
    leaves(petra, world.cato, date(2026, 11, 2), Outcome.STAYS)
    leaves(petra, somebody(petra, "Los", date(2026, 3, 2)), date(2026, 10, 1), Outcome.STOPPED)
    for by in (FlowBy.ROLE, FlowBy.PARTNER, FlowBy.FORM):
        figures = petra.flow.figures(THIS_YEAR, by)
        for line, measure in product(figures.lines, figures.measures):
            figure = Figure(period=THIS_YEAR, by=by, measure=measure, key=line.key)
            cell = line.cells[measure]
            behind = petra.flow.rows_behind(figure)
            whole = cell.count if measure is Measure.LEFT_WELL or cell.of is None else cell.of
            assert len(behind) == whole
        for measure in (Measure.STARTED, Measure.LEFT):
            parts = [line.cells[measure].count or 0 for line in figures.lines[1:]]
            assert sum(parts) == total(figures, measure).count
    outcome = Figure(
        period=THIS_YEAR, by=FlowBy.ROLE, measure=Measure.LEFT, outcome=Outcome.STAYS.value
    )
    assert [one.participant_id for one in petra.flow.rows_behind(outcome)] == [world.cato]


def test_of_target_groups_small_figures_are_held_back_and_nobody_is_named(
    petra: Session,
) -> None:
    for number in range(6):
        grouped(petra, somebody(petra, f"P{number}", date(2026, 3, 2)), "PW")
    grouped(petra, somebody(petra, "W", date(2026, 3, 2)), "WM")
    figures = petra.flow.figures(SPRING, FlowBy.GROUP)
    shown = {line.key: line.cells[Measure.STARTED].count for line in figures.lines}
    assert (shown[None], shown["PW"], shown["WM"]) == (7, 6, None)
    assert figures.holds_back
    for key in (None, "PW", "WM"):
        figure = Figure(period=SPRING, by=FlowBy.GROUP, measure=Measure.STARTED, key=key)
        with pytest.raises(RuleBroken, match="doelgroep"):
            petra.flow.rows_behind(figure)


def test_of_target_groups_outcomes_and_aftercare_are_counted_where_both_sides_are_enough(
    petra: Session,
) -> None:
    for group, well, otherwise in (("PW", 6, 5), ("WM", 5, 1), ("SW", 2, 6)):
        for number in range(well + otherwise):
            person = somebody(petra, f"{group}{number}", date(2025, 3, 3))
            grouped(petra, person, group)
            outcome = Outcome.STAYS if number < well else Outcome.STOPPED
            leaves(petra, person, date(2026, 1, 30), outcome)
            result = AftercareResult.STILL_THERE if number < well else AftercareResult.STOPPED
            told(petra, contacts(petra, person, date(2026, 1, 30), None)[0], SPRING_DAY, result)
    figures = petra.flow.figures(THIS_YEAR, FlowBy.GROUP)
    for measure in (Measure.LEFT_WELL, Measure.AFTER_3):
        shown = {line.key: line.cells[measure] for line in figures.lines}
        assert shown[None] == Cell(count=13, of=25)
        assert shown["PW"] == Cell(count=6, of=11)
        assert shown["WM"] == shown["SW"] == Cell(count=None)


def test_only_a_coordinator_sees_figures(jan: Session, lies: Session) -> None:
    for session in (jan, lies):
        with pytest.raises(NotAllowed):
            session.flow.figures(THIS_YEAR, FlowBy.ROLE)
        with pytest.raises(NotAllowed):
            session.flow.without_next_step()


def test_a_period_that_ends_before_it_starts_is_refused(petra: Session) -> None:
    with pytest.raises(RuleBroken):
        petra.flow.figures(Period(starts_on=TODAY, ends_on=YEAR[0]), FlowBy.ROLE)


def test_who_stopped_without_a_next_step_is_seen_until_aftercare_finds_a_place(
    petra: Session, world: World
) -> None:
    leaves(petra, world.amina, date(2026, 11, 2), Outcome.STOPPED)
    leaves(petra, world.bram, date(2026, 11, 2), Outcome.STOPPED, "Taalschool vanaf december")
    leaves(petra, world.cato, date(2026, 11, 2), Outcome.PAID_WORK)
    (gap,) = petra.flow.without_next_step()
    assert (gap.participant_id, gap.reason) == (world.amina, GapReason.STOPPED)
    assert [s.participant_id for s in petra.signals.all() if s.kind == "no_next_step"] == [
        world.amina
    ]
    contact = contacts(petra, world.amina, date(2026, 11, 2), None)[0]
    told(petra, contact, TODAY, AftercareResult.ELSEWHERE)
    assert petra.flow.without_next_step() == []


def test_today_names_the_first_of_many_gaps_and_says_that_there_are_others(
    petra: Session, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.services.flow_signals.MOST_ROWS", 1)
    for person in (world.amina, world.bram):
        leaves(petra, person, date(2026, 11, 2), Outcome.STOPPED)
    shown = [one for one in petra.signals.all() if one.kind == "no_next_step"]
    assert len(shown) == 2
    assert "En anderen" in {one.who for one in shown}


def test_who_leaves_or_whose_trajectory_ends_within_eight_weeks_is_seen(
    petra: Session, world: World
) -> None:
    eight = TODAY + timedelta(weeks=8)
    keep(petra, replace(petra.participants.get(world.bram), ended_on=eight))
    keep(
        petra,
        replace(petra.participants.get(world.cato), ended_on=eight + timedelta(days=1)),
    )
    (running,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(running, ends_on=eight))
    assert {(one.participant_id, one.reason) for one in petra.flow.without_next_step()} == {
        (world.bram, GapReason.LEAVES),
        (world.amina, GapReason.TRAJECTORY_ENDS),
    }
