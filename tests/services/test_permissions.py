"""Who may do what: every service method names its right, and each account keeps to its own."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ca_desktop.domain.accounts import AccountRole
from ca_desktop.domain.errors import NotAllowed
from ca_desktop.domain.participants import Participant, ParticipantFilter, ParticipantSort
from ca_desktop.domain.permissions import Action, may
from ca_desktop.services.service import Service
from ca_desktop.services.session import Session
from tests.builders import World, a_wish
from tests.conftest import TODAY

REFUSAL = "Je account ({role}) mag dit niet. Vraag het een coördinator."


def methods(session: Session) -> Iterator[tuple[Service, str, Callable[..., Any]]]:
    """Every public method of every service."""
    for service in session.services():
        for name, method in inspect.getmembers(type(service), inspect.isfunction):
            if not name.startswith("_") and name not in vars(Service):
                yield service, name, method


def test_a_session_offers_every_service_that_there_is(petra: Session) -> None:
    assert {type(one) for one in petra.services()} == set(Service.__subclasses__())


def test_every_public_method_names_its_right(petra: Session) -> None:
    without = [
        f"{type(service).__name__}.{name}"
        for service, name, method in methods(petra)
        if not isinstance(getattr(method, "action", None), Action)
    ]
    assert without == []


def test_every_right_is_asked_by_some_method(petra: Session) -> None:
    asked = {getattr(method, "action", None) for _service, _name, method in methods(petra)}
    assert set(Action) - asked == set()


@pytest.mark.parametrize("role", [AccountRole.SUPERVISOR, AccountRole.READER])
def test_every_method_outside_the_rights_of_a_role_is_refused_before_it_begins(
    role: AccountRole, jan: Session, lies: Session
) -> None:
    session = jan if role is AccountRole.SUPERVISOR else lies
    for service, name, method in methods(session):
        action = getattr(method, "action", None)
        if isinstance(action, Action) and not may(role, action):
            with pytest.raises(NotAllowed) as refused:
                getattr(service, name)(*[None] * _asked_by(method))
            assert refused.value.message == REFUSAL.format(role=role.text)


def _asked_by(method: Callable[..., Any]) -> int:
    """How many arguments a method takes by position, itself not counted."""
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    return sum(p.kind is kind for p in inspect.signature(method).parameters.values()) - 1


def test_a_reader_knows_who_is_here_but_sees_no_file(
    petra: Session, lies: Session, world: World
) -> None:
    amina = petra.participants.get(world.amina)
    private: dict[str, Any] = {
        "born_on": date(1991, 3, 17),
        "phone": "0555550120",
        "contact_phone": "0555550199",
        "workplace_agreements": ("Pauze na drie kwartier",),
    }
    petra.participants.change(replace(amina, **private))
    for shown in (lies.participants.get(world.amina), lies.participants.named("Amina Yusuf")):
        assert shown == Participant(
            id=amina.id,
            number=amina.number,
            first_name="Amina",
            last_name="Yusuf",
            starts_on=amina.starts_on,
        )
    refusals = (
        lambda: lies.trajectories.of(world.amina),
        lambda: lies.participants.fixed_supervisors(world.amina),
        lambda: lies.participants.order(
            ParticipantSort.NAME, ParticipantFilter(partner_id=world.municipality)
        ),
    )
    for refused in refusals:
        with pytest.raises(NotAllowed, match="Je account"):
            refused()
    assert lies.participants.line(world.amina).supervisor == ""
    assert len(lies.placements.of(world.amina)) == 1


def test_a_reader_is_not_told_that_a_trajectory_ends(
    petra: Session, lies: Session, world: World
) -> None:
    (running,) = petra.trajectories.of(world.amina)
    petra.trajectories.save(replace(running, ends_on=TODAY + timedelta(days=3)))
    assert "trajectory_ends" in {one.kind for one in petra.signals.all()}
    assert "trajectory_ends" not in {one.kind for one in lies.signals.all()}


def test_a_supervisor_sees_the_file_of_an_own_participant(jan: Session, world: World) -> None:
    assert jan.participants.get(world.amina).place == "Apeldoorn"
    assert jan.trajectories.of(world.amina)
    assert jan.participants.fixed_supervisors(world.amina)


def test_a_reader_can_not_read_or_write_notes(lies: Session, world: World) -> None:
    refusals = (
        lambda: lies.entries.matching("zaagtalent"),
        lambda: lies.entries.new(world.amina),
        lambda: lies.papers.progress_report(a_wish(world.amina, world.municipality)),
        lambda: lies.history.of_participant(world.amina),
        lambda: lies.goals.of(world.amina),
        lambda: lies.target_groups.open(world.amina),
    )
    for refused in refusals:
        with pytest.raises(NotAllowed, match="Je account"):
            refused()
    assert not [hit for hit in lies.search.find("zaagtalent") if hit.page == "entries"]
