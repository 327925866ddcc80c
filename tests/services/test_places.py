"""How full a role is, and which placements a search finds."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from ca_desktop.domain.half_days import HalfDays
from ca_desktop.domain.placements import Outcome, PlacementFilter
from ca_desktop.domain.role_factsheet import build_role_factsheet
from ca_desktop.services.paper_sources import factsheet_source
from ca_desktop.services.placements import Placed
from ca_desktop.services.session import Session
from tests.builders import START, World, a_participant
from tests.conftest import TODAY


@pytest.fixture
def role(petra: Session) -> UUID:
    """A role in which nobody works, with one place."""
    kept = petra.roles.named("demonteren")
    petra.roles.save(replace(kept, places=1), petra.roles.profile(kept.id, "nl"))
    return kept.id


def put(
    session: Session, role: UUID, name: str, from_on: date, until_on: date | None = None
) -> Placed:
    """Somebody new in this role on Monday morning."""
    person = a_participant(session, name, "Test")
    new = replace(session.placements.new(person.id, role), starts_on=from_on, ended_on=until_on)
    new = replace(new, review_on=from_on, outcome=Outcome.STAYS if until_on else None)
    return session.placements.save(replace(new, half_days=HalfDays.of("0m")))


def test_somebody_whose_end_is_planned_still_takes_a_place(petra: Session, role: UUID) -> None:
    put(petra, role, "Dirk", START, TODAY + timedelta(days=20))
    (line,) = [one for one in petra.roles.lines() if one.id == role]
    assert (line.people_now, line.fullest) == (1, 1)
    assert put(petra, role, "Eva", TODAY).warnings


def test_a_supervisor_still_guides_somebody_whose_end_is_planned(
    petra: Session, world: World
) -> None:
    def guided() -> int:
        return next(line.participants_now for line in petra.supervisors.lines("bos"))

    before = guided()
    amina = petra.placements.of(world.amina)[0]
    petra.placements.end(amina.id, Outcome.STAYS, TODAY + timedelta(days=20))
    assert guided() == before
    bram = petra.placements.of(world.cato)
    jans = next(one for one in bram if one.placement.supervisor_id == world.jan)
    petra.placements.end(jans.id, Outcome.STAYS, TODAY - timedelta(days=1))
    assert guided() == before - 1


def test_somebody_who_starts_later_fills_the_role_too(petra: Session, role: UUID) -> None:
    put(petra, role, "Dirk", TODAY + timedelta(days=30))
    assert "2 mensen" in put(petra, role, "Eva", TODAY).warnings[0]


def test_a_placement_that_ends_before_the_next_starts_does_not_warn(
    petra: Session, role: UUID
) -> None:
    put(petra, role, "Dirk", TODAY + timedelta(days=30))
    assert put(petra, role, "Eva", TODAY, TODAY + timedelta(days=29)).warnings == ()
    assert put(petra, role, "Fien", TODAY, TODAY + timedelta(days=10)).warnings


def test_a_placement_of_the_past_does_not_warn(petra: Session, role: UUID) -> None:
    put(petra, role, "Dirk", START)
    assert put(petra, role, "Eva", START, TODAY - timedelta(days=1)).warnings == ()


def test_a_search_finds_a_placement_behind_the_most_that_a_list_shows(
    petra: Session, role: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.db.queries.placements.MOST_LINES", 2)
    put(petra, role, "Oudste", START - timedelta(days=400))
    for name in ("Dirk", "Eva", "Fien"):
        put(petra, role, name, TODAY)
    everything = PlacementFilter(running_only=False)
    assert len(petra.placements.lines("", everything)) == 2
    for words in ("oudste", "oudste test demont", "OUDSTE"):
        (line,) = petra.placements.lines(words, everything)
        assert line.participant.first == "Oudste"


def test_the_town_of_newer_people_hides_nobody_of_that_name(
    petra: Session, role: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.db.queries.placements.MOST_LINES", 2)
    put(petra, role, "Apeldoorn", START - timedelta(days=400))
    (line,) = petra.placements.lines("apeldoorn", PlacementFilter(running_only=False))
    assert line.participant.first == "Apeldoorn"


def test_a_search_for_a_town_or_a_sign_finds_no_placement(petra: Session) -> None:
    for words in ("apeldoorn", "%", "_", "amina nergens"):
        assert petra.placements.lines(words) == []


def test_a_factsheet_counts_who_works_there_today(petra: Session, role: UUID) -> None:
    put(petra, role, "Dirk", START, TODAY - timedelta(days=1))
    put(petra, role, "Eva", TODAY, TODAY)
    put(petra, role, "Fien", TODAY + timedelta(days=1))
    with petra.opened.database.read() as uow:
        source = factsheet_source(uow, role, "nl", TODAY)
    assert build_role_factsheet(source).places.people == 1


def test_everything_comes_in_portions_also_behind_the_most_that_a_list_shows(
    petra: Session, jan: Session, role: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ca_desktop.db.queries.placements.MOST_LINES", 2)
    everything = PlacementFilter(running_only=False)
    ids = petra.placements.order("", everything)
    assert len(ids) == petra.placements.count("", everything) == 4
    assert [line.id for line in petra.placements.lines_of(ids)] == ids
    assert petra.placements.count("cato", everything) == 2
    assert len(jan.placements.lines_of(ids)) == jan.placements.count("", everything) == 3
