"""Signals out of files: evaluations, longest times and documents, each on its edge."""

import random
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.documents import DocumentKind
from ca_desktop.domain.signals import SignalKind, Urgency
from ca_desktop.domain.trajectories import LegalForm, LegalRole, Trajectory, TrajectoryGoal
from ca_desktop.domain.trajectory_terms import last_day, term_of
from ca_desktop.services.session import Session
from tests.builders import World
from tests.conftest import TODAY


def urgencies(session: Session, kind: SignalKind) -> list[Urgency]:
    return [one.urgency for one in session.signals.all() if one.kind is kind]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, [Urgency.OVERDUE]),
        (6, [Urgency.THIS_WEEK]),
        (28, [Urgency.SOON]),
        (29, []),
    ],
)
def test_an_evaluation_is_said_four_weeks_before(
    petra: Session, world: World, days: int, expected: list[Urgency]
) -> None:
    (wmo,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(wmo, evaluation_on=TODAY + timedelta(days=days)))
    assert urgencies(petra, SignalKind.EVALUATION) == expected


def a_place(session: Session, world: World, starts_on: date, ends_on: date | None = None) -> None:
    person = session.participants.get(world.amina)
    session.participants.change(replace(person, born_on=date(1980, 1, 1)))
    new = session.trajectories.new(world.amina, world.municipality, LegalRole.REINTEGRATION)
    form = LegalForm.PARTICIPATION_PLACE
    session.trajectories.save(replace(new, legal_form=form, starts_on=starts_on, ends_on=ends_on))


@pytest.mark.parametrize(("weeks", "is_said"), [(8, True), (9, False)])
def test_the_longest_time_is_said_eight_weeks_before(
    petra: Session, world: World, weeks: int, is_said: bool
) -> None:
    starts_on = TODAY + timedelta(weeks=weeks, days=1)
    starts_on = starts_on.replace(year=starts_on.year - 2)
    assert last_day(starts_on, 24) == TODAY + timedelta(weeks=weeks)
    a_place(petra, world, starts_on)
    assert bool(urgencies(petra, SignalKind.LONGEST_TIME)) is is_said


def test_an_end_before_the_longest_time_needs_no_such_signal(petra: Session, world: World) -> None:
    a_place(petra, world, date(2024, 12, 1), TODAY + timedelta(days=3))
    assert urgencies(petra, SignalKind.LONGEST_TIME) == []
    assert petra.signals.all()


def test_unpaid_time_before_brings_the_signal_forward(petra: Session, world: World) -> None:
    a_place(petra, world, date(2025, 6, 1))
    assert urgencies(petra, SignalKind.LONGEST_TIME) == []
    new = petra.trajectories.new(world.amina, world.municipality, LegalRole.UNPAID_HOST)
    before = replace(new, starts_on=date(2024, 12, 1), ends_on=date(2025, 5, 31))
    petra.trajectories.save(replace(before, legal_form=LegalForm.VOLUNTEER))
    assert urgencies(petra, SignalKind.LONGEST_TIME) == [Urgency.THIS_WEEK]


def keep(session: Session, person: object, kind: DocumentKind, days: int) -> None:
    new = session.documents.new(person)
    session.documents.keep(
        replace(
            new,
            kind=kind,
            title="Besluit",
            keep_reason="Nodig",
            file_name="b.pdf",
            content=b"%PDF",
            on=TODAY - timedelta(days=300),
            expires_on=TODAY + timedelta(days=days),
        )
    )


@pytest.mark.parametrize(("days", "count"), [(-1, 1), (28, 1), (29, 0)])
def test_a_document_is_said_four_weeks_before_it_expires(
    petra: Session, world: World, days: int, count: int
) -> None:
    keep(petra, world.amina, DocumentKind.CONSENT, days)
    assert len(urgencies(petra, SignalKind.DOCUMENT)) == count


def test_a_restricted_document_is_said_to_whom_it_is_open_only(
    petra: Session, jan: Session, els: Session, lies: Session, world: World
) -> None:
    keep(petra, world.cato, DocumentKind.DECISION, 3)
    for session, count in ((petra, 1), (els, 1), (jan, 0), (lies, 0)):
        assert len(urgencies(session, SignalKind.DOCUMENT)) == count
    keep(petra, world.cato, DocumentKind.PLAN, 3)
    assert len(urgencies(jan, SignalKind.DOCUMENT)) == 1


def test_a_citizen_number_that_lost_its_ground_is_said_to_coordinators_only(
    petra: Session, jan: Session, world: World
) -> None:
    petra.citizen_numbers.record(world.amina, "111222333")
    (wmo,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(wmo, ends_on=TODAY))
    assert urgencies(petra, SignalKind.CITIZEN_NUMBER) == []
    petra.trajectories.save(replace(wmo, ends_on=TODAY - timedelta(days=1)))
    assert urgencies(petra, SignalKind.CITIZEN_NUMBER) == [Urgency.THIS_WEEK]
    assert urgencies(jan, SignalKind.CITIZEN_NUMBER) == []
    petra.citizen_numbers.remove(world.amina)
    assert urgencies(petra, SignalKind.CITIZEN_NUMBER) == []


def test_whoever_is_near_the_longest_time_is_found_among_many(petra: Session, world: World) -> None:
    """The query leaves out who can't be near it; counting everybody exactly finds the same."""
    chance = random.Random(2026)
    people = [replace(petra.participants.new(), first_name=f"An{n}") for n in range(60)]
    made = [one for person in people for one in some_times(chance, person.id, world.municipality)]
    with petra.opened.database.write(petra.actor, "Test") as uow:
        uow.save_all([replace(one, number=100 + n) for n, one in enumerate(people)])
        uow.save_all(made)
    found = {one.child for one in petra.signals.all() if one.kind is SignalKind.LONGEST_TIME}
    assert found == {one.id for one in made if is_near(one, made)}
    assert 5 < len(found) < len(people)


def some_times(chance: random.Random, person: UUID, partner: UUID) -> list[Trajectory]:
    """One to three times in a form, one after another; the last runs until about eight weeks."""
    day, made = date(2024, 1, 1), list[Trajectory]()
    for place in reversed(range(chance.randint(1, 3))):
        ends_on = day + timedelta(days=chance.randint(20, 200)) if place else None
        made.append(
            Trajectory(
                participant_id=person,
                partner_id=partner,
                legal_role=LegalRole.REINTEGRATION,
                legal_form=chance.choice(FORMS),
                goal=TrajectoryGoal.WORK_RHYTHM,
                starts_on=day,
                ends_on=ends_on,
            )
        )
        day = (ends_on or day) + timedelta(days=chance.randint(1, 30))
    last = term_of(made[-1], made, None, load_catalogue()).ends_by or TODAY
    near = TODAY + timedelta(weeks=8, days=chance.randint(-40, 40)) - last
    return [
        replace(one, starts_on=one.starts_on + near, ends_on=one.ends_on and one.ends_on + near)
        for one in made
    ]


FORMS = (
    LegalForm.PARTICIPATION_PLACE,
    LegalForm.WORK_EXPERIENCE,
    LegalForm.TRIAL_PLACEMENT,
    LegalForm.VOLUNTEER,
)


def is_near(one: Trajectory, every: list[Trajectory]) -> bool:
    """Counted by the rule itself, without a query."""
    of_person = [other for other in every if other.participant_id == one.participant_id]
    term = term_of(one, of_person, None, load_catalogue())
    last = term.ends_by
    if term.extended_until and one.ends_on and last and one.ends_on > last:
        last = term.extended_until
    runs = one.starts_on <= TODAY and (one.ends_on is None or one.ends_on >= TODAY)
    ends_first = last is None or (one.ends_on is not None and one.ends_on < last)
    return runs and not ends_first and last is not None and last <= TODAY + timedelta(weeks=8)
