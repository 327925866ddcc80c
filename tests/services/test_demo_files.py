"""The files of the demo centre: every stage of life, and no rule of a file is broken."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

import pytest

from ca_desktop.domain import aids, availability, contacts, file_links, languages, stages, waiting
from ca_desktop.domain.aftercare import Aftercare
from ca_desktop.domain.catalogue import load_catalogue
from ca_desktop.domain.participants import Participant
from ca_desktop.domain.participants import problems as participant_problems
from ca_desktop.domain.placements import Placement
from ca_desktop.domain.stages import Stage, StageChange
from ca_desktop.services.demo import demo_centre
from tests.conftest import TODAY

T = TypeVar("T")
NOT_BEGUN = (Stage.SIGNED_UP, Stage.WAITING)


def of(things: Sequence[object], kind: type[T]) -> list[T]:
    return [thing for thing in things if isinstance(thing, kind)]


@pytest.fixture(scope="module", params=[TODAY, date(2028, 2, 29)])
def day(request: pytest.FixtureRequest) -> date:
    return request.param


@pytest.fixture(scope="module")
def things(day: date) -> Sequence[object]:
    return [thing for batch in demo_centre(2026, 60, day) for thing in batch]


def test_files_stand_at_every_point_of_their_life(things: Sequence[object]) -> None:
    people = of(things, Participant)
    assert {p.stage for p in people} == set(Stage)
    waiting_ids = {p.id for p in people if p.stage in NOT_BEGUN}
    assert not waiting_ids & {p.participant_id for p in of(things, Placement)}
    assert len(of(things, file_links.FileLink)) == 1
    assert of(things, Aftercare)


def test_no_rule_of_a_file_is_broken(things: Sequence[object], day: date) -> None:
    started = {p.id: p.starts_on for p in of(things, Participant)}
    known = {one.code for one in load_catalogue().workplace_agreements}
    found = [problem for p in of(things, Participant) for problem in participant_problems(p)]
    for step in of(things, StageChange):
        found += stages.problems(step, starts_on=started[step.participant_id], today=day)
    for contact in of(things, contacts.ContactPerson):
        found += contacts.problems(contact)
    for aid in of(things, aids.Aid):
        found += aids.problems(aid)
    for line in of(things, availability.Availability):
        found += availability.problems(line, ())
    for spoken in of(things, languages.LanguageSkills):
        found += languages.problems(spoken, (), day)
    for one in of(things, waiting.Waiting):
        found += waiting.problems(one, (), day)
    for link in of(things, file_links.FileLink):
        found += file_links.problems(link, ())
    assert found == []
    assert {c for p in of(things, Participant) for c in p.agreement_codes} <= known


def test_a_closed_file_is_closed_in_all_its_parts(things: Sequence[object], day: date) -> None:
    closed = {p.id: p.ended_on for p in of(things, Participant) if p.stage is Stage.FINISHED}
    assert closed
    for placement in of(things, Placement):
        if placement.participant_id in closed:
            assert placement.ended_on is not None
    assert all(one is not None and one < day + timedelta(days=1) for one in closed.values())


def test_a_large_centre_has_nobody_without_work() -> None:
    people: list[Participant] = []
    for batch in demo_centre(1, 600, TODAY):
        people += of(batch, Participant)
    assert not [p for p in people if p.stage in NOT_BEGUN]
